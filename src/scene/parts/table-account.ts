/** How a table was read, in words: file, columns, rows left out. */
import type { ColumnReading, MetricColumn } from '../../data/tables/columns.js';
import { isPart } from '../../data/tables/column-kind.js';
import type { TableAccount } from '../../data/tables/read-table.js';
import type { Delimiter } from '../../data/tables/sheet.js';
import { unitWord } from '../text/numbers.js';
import { hasWord, say, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';

/** The lists that a ledger has of a table. */
export interface TableEntries {
  /** The file, and what each of its columns was taken for. */
  readonly reading: readonly TableEntry[];
  readonly skipped: readonly TableEntry[];
}

interface TableEntry {
  /** A cell, such as "C3". */
  readonly path?: string;
  readonly text: string;
}

const DELIMITERS: Readonly<Record<Delimiter, WordKey>> = {
  ',': 'delimiter.comma',
  '\t': 'delimiter.tab',
  ';': 'delimiter.semicolon',
};

/** These are facts, not faults: they are listed, and not counted as something to check. */
export function tableEntries(account: TableAccount, language: Language): TableEntries {
  const columns = account.columns.filter(({ heading, role }) => heading !== '' || role.as !== 'ignored');
  return {
    reading: [
      { text: fileLine(account, language) },
      ...columns.map((column) => ({ path: column.path, text: columnLine(column, language) })),
    ],
    skipped: account.skipped.map(({ path, row, text, because }) => ({
      path,
      text: say(language, 'table.row', { row: row + 1, text, why: say(language, `skipped.${because}`) }),
    })),
  };
}

/** "县.csv：编码 GB 18030，以逗号分隔，表头在第3行". */
function fileLine(account: TableAccount, language: Language): string {
  const { file, encoding, delimiter, sheet, otherSheets, headingRow } = account;
  const how = [
    encoding && say(language, 'table.encoding', { encoding }),
    delimiter && say(language, 'table.delimiter', { delimiter: say(language, DELIMITERS[delimiter]) }),
    sheet && say(language, 'table.sheet', { sheet }),
    headingRow === undefined
      ? say(language, 'table.no-heading')
      : say(language, 'table.heading-row', { row: headingRow }),
    otherSheets.length > 0 &&
      say(language, 'table.other-sheets', { sheets: otherSheets.join(say(language, 'text.list')) }),
  ].filter((part): part is string => Boolean(part));
  return say(language, 'table.file', { file, how: how.join(say(language, 'text.comma')) });
}

/** "列 C“资金（万元）” → 指标“资金”，金额或数量，单位万元". */
function columnLine({ letter, heading, role, basis }: ColumnReading, language: Language): string {
  const taken = roleWords(role, language);
  return say(language, heading ? 'table.column' : 'table.column.bare', {
    letter,
    heading,
    role: basis === 'chosen' ? say(language, 'table.chosen', { role: taken }) : taken,
  });
}

function roleWords(role: ColumnReading['role'], language: Language): string {
  switch (role.as) {
    case 'ignored':
      return say(language, 'role.ignored', { why: say(language, `ignored.${role.because}`) });
    case 'metric': {
      const { label, period = '', kind, categories } = role;
      const word = `role.kind.${kind}`;
      return say(language, period ? 'role.metric.period' : 'role.metric', {
        label,
        period,
        kind: hasWord(word) ? say(language, word) : kind,
        unit: categories
          ? say(language, 'role.categories', { names: categories.join(say(language, 'text.list')) })
          : unitText(role, language),
      });
    }
    default:
      return say(language, `role.${role.as}`);
  }
}

/** Shares have none: whether they stand there in per cent is all that there is to say. */
function unitText(column: MetricColumn, language: Language): string {
  const word = column.written || unitWord(column.unit, language);
  if (word) return say(language, 'role.unit', { unit: word });
  return say(language, isPart(column) ? 'role.fraction' : 'role.no-unit');
}
