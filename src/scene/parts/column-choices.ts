/** What a reader may take the columns of a table for, in words. */
import { kindOf } from '../../data/kinds/index.js';
import { columnRoles, isMetricRole, type ColumnReading } from '../../data/tables/columns.js';
import { inLanguage, say, type Language } from '../words/index.js';
import '../words/tables.js';

export interface ColumnRow {
  /** "C", as a spreadsheet shows it. */
  readonly letter: string;
  /** 列 C“资金（万元）”. */
  readonly name: string;
  readonly heading: string;
  /** What its first cells say. */
  readonly sample: string;
  /** One of the choices, or none of them. */
  readonly chosen: string;
  /** Undefined where there is none to say. */
  readonly unit: string | undefined;
  /** Why it is not used. */
  readonly why: string | undefined;
  readonly isReaders: boolean;
}

export interface RoleGroup {
  readonly label: string;
  readonly roles: readonly { readonly role: ReturnType<typeof columnRoles>[number]; readonly word: string }[];
}

/** Empty columns without a heading are nobody's question. */
export const columnRows = (columns: readonly ColumnReading[], language: Language): ColumnRow[] =>
  columns
    .filter(({ heading, sample }) => heading !== '' || sample.length > 0)
    .map(({ letter, heading, sample, role, basis }) => ({
      letter,
      heading,
      name: say(language, heading ? 'columns.name' : 'columns.name.bare', { letter, heading }),
      sample: sample.join(say(language, 'text.semicolon')),
      chosen: role.as === 'metric' ? role.kind : role.as === 'ignored' ? 'ignore' : role.as,
      unit: role.as === 'metric' && !role.categories ? role.written : undefined,
      why: role.as === 'ignored' ? say(language, `ignored.${role.because}`) : undefined,
      isReaders: basis === 'chosen',
    }));

export function roleGroups(language: Language): RoleGroup[] {
  const groups = [
    { label: say(language, 'columns.places'), is: (role: string) => !isMetricRole(role) && role !== 'ignore' },
    { label: say(language, 'columns.metrics'), is: isMetricRole },
  ];
  return groups.map(({ label, is }) => ({
    label,
    roles: columnRoles()
      .filter(is)
      .map((role) => ({ role, word: wordOf(role, language) })),
  }));
}

function wordOf(role: ReturnType<typeof columnRoles>[number], language: Language): string {
  if (role === 'ignore') return say(language, 'columns.ignore');
  if (!isMetricRole(role)) return say(language, `role.${role}`);
  const { label } = kindOf({ kind: role });
  return label ? inLanguage(label, language) : say(language, `role.kind.${role}`);
}
