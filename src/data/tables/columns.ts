/** What each column of a table holds, told by its heading and its cells, as plain data that an author can change. */
import { KINDS, type BuiltInKind } from '../kinds/index.js';
import type { RegisteredKinds } from '../registered.js';
import type { Status } from '../status.js';
import { simplified } from '../traditional.js';
import type { Level } from '../types.js';
import { orderOf } from './categories.js';
import { hasOrder, isAlwaysPart } from './column-kind.js';
import { chosenMetric, metricRole } from './metric-column.js';
import { periodIn } from './periods.js';
import { cellText, columnLetter, type Cell, type Row } from './sheet.js';
import type { UnitReading } from './units.js';

export type PlainRole = 'code' | 'name' | 'province' | 'prefecture' | 'period' | 'status' | 'source' | 'pair' | 'note';
export type IgnoredBecause = 'order' | 'empty' | 'text' | 'label' | 'year' | 'chosen' | 'second' | 'own';

export type ColumnRole =
  | { readonly as: PlainRole; readonly level?: Level }
  | MetricColumn
  /** One end of the interval in which the value of a metric lies; `id` is its column in the feed. */
  | { readonly as: 'bound'; readonly id: string; readonly power: number }
  | { readonly as: 'ignored'; readonly because: IgnoredBecause }
  /** The column with the letter `of` has the same metric and period, and was there first. */
  | { readonly as: 'ignored'; readonly because: 'double'; readonly of: string };

export interface MetricColumn {
  readonly as: 'metric';
  readonly id: string;
  readonly label: string;
  /** A kind of the table of kinds; checked again with the feed. */
  readonly kind: string;
  readonly unit: string | undefined;
  /** The unit as the heading has it, such as 万元; empty where it names none. */
  readonly written: string;
  /** Decimal places from there to the base unit. */
  readonly power: number;
  /** Of columns that are periods of one metric. */
  readonly period?: string;
  /** How sure all of its figures are. */
  readonly status?: Status;
  /** What its cells say, in order, where they are no numbers. */
  readonly categories?: readonly string[];
  /** What they say in place of a value. */
  readonly special?: readonly string[];
  /** Ids of these by what stands in the cells, where that is another thing. */
  readonly names?: ReadonlyMap<string, string>;
  /** The file itself says what it is. */
  readonly own?: true;
}

export interface ColumnReading {
  /** "C", as a spreadsheet shows it. */
  readonly letter: string;
  readonly heading: string;
  /** The cell of the heading, "C3"; undefined where the table has none. */
  readonly path?: string;
  /** What its first cells say. */
  readonly sample: readonly string[];
  readonly role: ColumnRole;
  readonly basis: 'heading' | 'cells' | 'chosen';
}

const PLAIN_ROLES = ['code', 'name', 'province', 'prefecture', 'period', 'status', 'source', 'pair', 'note'] as const;
type ColumnKind = Exclude<BuiltInKind, 'coverage'>;
type ChosenRole = (typeof PLAIN_ROLES)[number] | ColumnKind | 'ignore';

/** Kinds that a column can be of, those that are registered too; coverage is derived of another one. */
const columnKinds = (): ColumnKind[] =>
  (Object.keys(KINDS) as BuiltInKind[]).filter((kind): kind is ColumnKind =>
    KINDS[kind].isColumn({ id: '', label: {}, kind }),
  );

export const columnRoles = (): readonly ChosenRole[] => [...PLAIN_ROLES, ...columnKinds(), 'ignore'];
const isPlainRole = (role: string): role is PlainRole => (PLAIN_ROLES as readonly string[]).includes(role);
export const isMetricRole = (role: string): role is ColumnKind => (columnKinds() as readonly string[]).includes(role);

/** What an author says of a column, by its letter or its heading. */
export interface ColumnChoice {
  readonly as: ChosenRole | keyof RegisteredKinds;
  /** As it would stand in the heading, such as 万元. */
  readonly unit?: string;
}
export type ColumnChoices = Readonly<Record<string, ColumnChoice>>;

const HEADINGS: readonly (readonly [RegExp, PlainRole | 'order', Level?])[] = [
  [/^(序号|编号|排名|位次|no\.?|#|id|rank)$/i, 'order'],
  [
    /^((国标|统计用)?(行政)?(区划|地区|县|区县|县区|单位|地域|区域)?(行政)?(区划)?(代码|编码|国标码)|gb\/?t? ?2260|ad ?code|((county|region|area|fips|admin|district|place|gb) ?)?code)$/i,
    'code',
  ],
  [/^(所属|所在)?(省|省份|省级|省\(区、市\)|省\(自治区、直辖市\)|province)$/i, 'province'],
  [
    /^(所属|所在)?(市|市州|州市|地市|地市州|市\(州\)|市\(地、州\)|市\(地、州、盟\)|地级市|地区\(市、州\)|设区市|prefecture|city|municipality)$/i,
    'prefecture',
  ],
  [
    /^(所属|所在)?((受援|受帮扶|被帮扶|贫困|脱贫)?(县|区县|县区|县市|县市区|县\(市\)|县\(区\)|县\(市、区\)|县\(区、市\)|市县|县域|县级单位)(名|名称)?|受援方|受帮扶方|county|counties|district|county name|receiver)$/i,
    'name',
    'county',
  ],
  [
    /^(地区|地域|区域|单位|行政区划?|行政区域|地名|名称|地方)(名|名称)?$|^(name|region|area|place|unit)( name)?$/i,
    'name',
  ],
  [/^(年|年份|年度|时期|期间|季度|月份|period|year|quarter|month)$/i, 'period'],
  [/^(数据|资料)?(性质|状态)$|^status$/i, 'status'],
  [/^(数据|资料)?(来源|出处)$|^source$/i, 'source'],
  [
    /^(结对|帮扶|支援|援助|对口)(县|区|市|区县|县区|县\(市、区\)|方|单位|帮扶|支援|地区|关系)*$|^(对口)?(帮扶|支援|结对)(方|县|区县|单位)$|^(pair(ed with)?|partners?|from|giver|helped by)$/i,
    'pair',
  ],
  [/^(备注|附注|说明|注|notes?|remarks?)$/i, 'note'],
];
/** Names that a feed's rows have taken. */
const TAKEN = new Set(['code', 'period', 'status', 'source', '__proto__']);

/** What a heading alone says: the column of codes, names, periods and so on. */
export function roleOfHeading(heading: string): PlainRole | 'order' | undefined {
  return matchOf(heading)?.[1];
}

const matchOf = (heading: string): (typeof HEADINGS)[number] | undefined => {
  const key = simplified(heading).replace(/[\s_]+/g, /[\u3400-\u9fff]/.test(heading) ? '' : ' ');
  return HEADINGS.find(([pattern]) => pattern.test(key));
};

export interface ColumnQuestion {
  readonly headings: readonly string[];
  readonly body: readonly Row[];
  readonly choices: ColumnChoices;
  /** Columns of which the file itself says what they are, by heading. */
  readonly own: ReadonlyMap<string, ColumnRole> | undefined;
  /** The unit that stands above the table: "单位：万元". */
  readonly unit: UnitReading | undefined;
  /** Would the cell be read as a code, or as a name, of the map? */
  readonly isCode: (cell: Cell) => boolean;
  readonly isName: (cell: Cell) => boolean;
  /** The metric's name where its heading is only a year. */
  readonly title: string;
}

export function readColumns(question: ColumnQuestion): ColumnReading[] {
  const { headings, body, choices, own, unit, isCode, isName, title } = question;
  const taken = new Set<PlainRole>();
  const chosen = new Map(Object.entries(choices).map(([key, choice]) => [cellText(key), choice]));
  const width = Math.max(headings.length, ...body.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => {
    const heading = headings[i] ?? '';
    const cells = body.map((row) => row[i] ?? null).filter((cell) => cellText(cell) !== '');
    return { i, heading, cells, choice: chosen.get(columnLetter(i)) ?? chosen.get(heading) };
  });
  const found = columns.map(({ i, heading, cells, choice }): ColumnReading => {
    const reading = (role: ColumnRole, basis: ColumnReading['basis']): ColumnReading => ({
      letter: columnLetter(i),
      heading,
      sample: [...new Set(cells.slice(0, 20).map(cellText))].slice(0, 2),
      role,
      basis,
    });
    if (choice) return reading(chosenRole(choice, heading, cells, unit), 'chosen');
    const defined = own?.get(heading);
    if (defined) return reading(defined, 'heading');
    const match = matchOf(heading);
    if (match?.[1] === 'order') return reading({ as: 'ignored', because: 'order' }, 'heading');
    if (own && match?.[1] === 'note') return reading({ as: 'ignored', because: 'own' }, 'heading');
    if (match) return reading({ as: match[1], ...(match[2] ? { level: match[2] } : {}) }, 'heading');
    if (cells.length === 0) return reading({ as: 'ignored', because: 'empty' }, 'cells');
    return reading(metricRole({ heading, cells, above: unit, isName }), 'cells');
  });
  // What no heading told is told by its cells: most of them are codes, or names, of the map.
  const has = (role: PlainRole): boolean => found.some(({ role: { as } }) => as === role);
  for (const [role, test] of [
    ['code', isCode],
    ['name', isName],
  ] as const) {
    if (has(role)) continue;
    const at = columns.findIndex(
      ({ i, cells }) =>
        found[i]?.basis === 'cells' && cells.length > 0 && cells.filter(test).length * 5 > cells.length * 3,
    );
    const before = found[at];
    if (before) found[at] = { ...before, role: { as: role } };
  }
  // Names stand under "地区", under "市" where there is nothing smaller.
  if (!has('name') && !has('code')) {
    const level = (['prefecture', 'province'] as const).find(has);
    const at = found.findIndex(({ role: { as } }) => as === level);
    const before = found[at];
    if (before && level) found[at] = { ...before, role: { as: 'name', level } };
  }
  const once = found.map((column): ColumnReading => {
    const { as } = column.role;
    if (as === 'metric' || as === 'bound' || as === 'ignored' || as === 'pair' || as === 'note') return column;
    if (taken.has(as)) return { ...column, role: { as: 'ignored', because: 'second' } };
    taken.add(as);
    return column;
  });
  return named(once, title);
}

/** What an author says of columns that are not there. */
export const unknownChoices = (choices: ColumnChoices, columns: readonly ColumnReading[]): string[] =>
  Object.keys(choices).filter(
    (key) => !columns.some(({ letter, heading }) => [letter, heading].includes(cellText(key))),
  );

function chosenRole(
  { as, unit }: ColumnChoice,
  heading: string,
  cells: readonly Cell[],
  above: UnitReading | undefined,
): ColumnRole {
  if (as === 'ignore') return { as: 'ignored', because: 'chosen' };
  // A kind that is not there, or not yet, is refused by its name with the feed.
  return isPlainRole(as) ? { as } : chosenMetric(as, unit, heading, cells, above);
}

/** Ids and, where one name comes with several periods, these: 资金2017, 资金2018 are one metric. */
function named(columns: readonly ColumnReading[], title: string): ColumnReading[] {
  const hasPeriod = columns.some(({ role }) => role.as === 'period');
  const parts = columns.map(({ role }) => {
    if (role.as !== 'metric' || role.id !== '' || hasPeriod) return undefined;
    const found = periodIn(role.label);
    const label = found?.rest || title;
    return found && { label, period: found.period, isOnlyPeriod: found.rest === '', key: `${label} ${unitKey(role)}` };
  });
  const firsts = new Map<string, string>();
  const doubles = columns.map(({ role, letter }, i): string | undefined => {
    const part = parts[i];
    const key = part
      ? `${part.key}\t${part.period}`
      : 'id' in role && role.id !== ''
        ? `${role.as} ${role.id}`
        : undefined;
    if (key === undefined) return undefined;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, letter);
    return first;
  });
  const series = new Map<string, { readonly roles: MetricColumn[]; readonly periods: Set<string> }>();
  columns.forEach(({ role }, i) => {
    const part = parts[i];
    if (!part || role.as !== 'metric' || doubles[i] !== undefined) return;
    const one = series.get(part.key) ?? { roles: [], periods: new Set() };
    series.set(part.key, one);
    one.roles.push(role);
    one.periods.add(part.period);
  });
  const ids = new Set(columns.flatMap(({ role }) => ('id' in role && role.id !== '' ? [role.id] : [])));
  const idOf = (label: string): string => {
    const stem = TAKEN.has(label) || label === '' ? `${label}_` : label;
    let id = stem;
    for (let count = 2; ids.has(id); count++) id = `${stem}_${count}`;
    ids.add(id);
    return id;
  };
  const known = new Map<string, string>();
  return columns.map((column, i) => {
    const { role } = column;
    const part = parts[i];
    const one = part && series.get(part.key);
    const isSeries = part && one && (part.isOnlyPeriod || one.periods.size > 1);
    const first = doubles[i];
    // Of one period alone each is a metric of its own.
    if (first !== undefined && (isSeries || !part))
      return { ...column, role: { as: 'ignored', because: 'double', of: first } };
    if (role.as !== 'metric' || role.id !== '') return column;
    if (isSeries) {
      const id = known.get(part.key) ?? idOf(part.label);
      known.set(part.key, id);
      return { ...column, role: { ...role, ...common(one.roles, role), id, label: part.label, period: part.period } };
    }
    const label = role.label || column.letter;
    return { ...column, role: { ...role, id: idOf(label), label } };
  });
}

/** Figures of one unit belong together, whatever their kind was told from. */
const unitKey = ({ kind, unit }: MetricColumn): string => (isAlwaysPart(kind) || unit === '%' ? '%' : (unit ?? ''));

/** One column of a series may happen to be whole, or to be below zero: the series is of one kind. */
function common(roles: readonly MetricColumn[], { kind: own, unit, power }: MetricColumn): Partial<MetricColumn> {
  const kinds = new Set(roles.map(({ kind }) => kind));
  const [first = ''] = kinds;
  const categories = roles.some((role) => role.categories)
    ? { categories: [...new Set(roles.flatMap((role) => role.categories ?? []))] }
    : {};
  if (kinds.size < 2)
    return categories.categories && hasOrder(first)
      ? { categories: orderOf(categories.categories, 'level') ?? categories.categories }
      : categories;
  // Shares are parts of one, and their series is in per cent.
  if ([...kinds].some(isAlwaysPart)) return { kind: 'index', unit: '%', power: isAlwaysPart(own) ? power + 2 : 0 };
  const kind = (['change', 'index', 'amount'] as const).find((each) => kinds.has(each)) ?? first;
  return { kind, unit: unit ?? '', power };
}
