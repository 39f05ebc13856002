/** What each column of a table holds, told by its heading and its cells, as plain data that an author can change. */
import { METRIC_KINDS } from '../kinds/index.js';
import type { Level } from '../types.js';
import { readNumber, scaled, type NumberReading } from './cells.js';
import { cellText, columnLetter, type Cell, type Row } from './sheet.js';
import { readHeading, readUnit, type UnitReading } from './units.js';

export type PlainRole = 'code' | 'name' | 'province' | 'prefecture' | 'period' | 'status' | 'source' | 'pair' | 'note';
export type IgnoredBecause = 'order' | 'empty' | 'text' | 'ratio' | 'year' | 'chosen' | 'second';

export type ColumnRole =
  | { readonly as: PlainRole; readonly level?: Level }
  | MetricColumn
  | { readonly as: 'ignored'; readonly because: IgnoredBecause };

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
}

export interface ColumnReading {
  /** "C", as a spreadsheet shows it. */
  readonly letter: string;
  readonly heading: string;
  readonly role: ColumnRole;
  readonly basis: 'heading' | 'cells' | 'chosen';
}

export const COLUMN_ROLES = [
  ...(['code', 'name', 'province', 'prefecture', 'period', 'status', 'source', 'pair', 'note'] as const),
  ...(['amount', 'count', 'share', 'ignore'] as const),
] as const;

/** What an author says of a column, by its letter or its heading. */
export interface ColumnChoice {
  readonly as: (typeof COLUMN_ROLES)[number];
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
  [/^(数据)?(性质|状态)$|^status$/i, 'status'],
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
  const key = heading.replace(/[\s_]+/g, /[\u3400-\u9fff]/.test(heading) ? '' : ' ');
  return HEADINGS.find(([pattern]) => pattern.test(key));
};

export interface ColumnQuestion {
  readonly headings: readonly string[];
  readonly body: readonly Row[];
  readonly choices: ColumnChoices;
  /** The unit that stands above the table: "单位：万元". */
  readonly unit: UnitReading | undefined;
  /** Would the cell be read as a code, or as a name, of the map? */
  readonly isCode: (cell: Cell) => boolean;
  readonly isName: (cell: Cell) => boolean;
  /** The metric's name where its heading is only a year. */
  readonly title: string;
}

export function readColumns({ headings, body, choices, unit, isCode, isName, title }: ColumnQuestion): ColumnReading[] {
  const taken = new Set<PlainRole>();
  // A heading may be "constructor".
  const choiceOf = (key: string): ColumnChoice | undefined => (Object.hasOwn(choices, key) ? choices[key] : undefined);
  const width = Math.max(headings.length, ...body.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => {
    const heading = headings[i] ?? '';
    const cells = body.map((row) => row[i] ?? null).filter((cell) => cellText(cell) !== '');
    return { i, heading, cells, choice: choiceOf(columnLetter(i)) ?? choiceOf(heading) };
  });
  const found = columns.map(({ i, heading, cells, choice }): ColumnReading => {
    const reading = (role: ColumnRole, basis: ColumnReading['basis']): ColumnReading => ({
      letter: columnLetter(i),
      heading,
      role,
      basis,
    });
    if (choice) return reading(chosenRole(choice, heading), 'chosen');
    const match = matchOf(heading);
    if (match?.[1] === 'order') return reading({ as: 'ignored', because: 'order' }, 'heading');
    if (match) return reading({ as: match[1], ...(match[2] ? { level: match[2] } : {}) }, 'heading');
    if (cells.length === 0) return reading({ as: 'ignored', because: 'empty' }, 'cells');
    return reading(metricRole(heading, cells, unit), 'cells');
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
    if (as === 'metric' || as === 'ignored' || as === 'pair' || as === 'note') return column;
    if (taken.has(as)) return { ...column, role: { as: 'ignored', because: 'second' } };
    taken.add(as);
    return column;
  });
  return named(once, title);
}

function chosenRole({ as, unit }: ColumnChoice, heading: string): ColumnRole {
  if (as === 'ignore') return { as: 'ignored', because: 'chosen' };
  if (as !== 'amount' && as !== 'count' && as !== 'share') return { as };
  const said = readHeading(heading);
  const { unit: base, power, written } = (unit === undefined ? said.unit : readUnit(unit)) ?? NO_UNIT;
  return {
    as: 'metric',
    id: '',
    label: said.label,
    kind: as,
    unit: base ?? (as === 'amount' ? '' : undefined),
    written,
    power,
  };
}

const NO_UNIT: UnitReading = { unit: undefined, power: 0, written: '', isRatio: false };

/** A column of numbers as a metric; whatever would say something false when added up is left out, and named. */
function metricRole(heading: string, cells: readonly Cell[], above: UnitReading | undefined): ColumnRole {
  const readings = cells.map(readNumber);
  const numbers = readings.filter(
    (reading): reading is Extract<NumberReading, { kind: 'number' }> => reading.kind === 'number',
  );
  const strange = readings.filter(({ kind }) => kind === 'unreadable').length;
  if (numbers.length === 0) return { as: 'ignored', because: strange === 0 ? 'empty' : 'text' };
  // A few cells that cannot be read are faults of these cells; a column of which most cannot is no column of numbers.
  if (strange > numbers.length) return { as: 'ignored', because: 'text' };
  const { label, unit: own } = readHeading(heading);
  const isYear = numbers.every(({ digits }) => /^(19|20)\d\d(\.0*)?e0$/.test(digits));
  if (isYear && /年|year/i.test(label) && !own) return { as: 'ignored', because: 'year' };
  if (own?.isRatio || numbers.filter(({ isPercent }) => isPercent).length * 2 > numbers.length) {
    const isShare = own === undefined || own.power === -2 || own.unit === undefined;
    if (!(METRIC_KINDS as readonly string[]).includes('share') || !isShare || /[/每‰]/.test(own?.written ?? ''))
      return { as: 'ignored', because: 'ratio' };
    return {
      as: 'metric',
      id: '',
      label,
      kind: 'share',
      unit: undefined,
      written: own?.written ?? '',
      power: own?.power ?? 0,
    };
  }
  const { unit, power, written } = own ?? above ?? NO_UNIT;
  const isWhole = numbers.every(({ digits, scale }) => Number.isInteger(scaled(digits, scale ?? power)));
  const isMoney = unit === 'CNY' || cells.some((cell) => /元$/.test(cellText(cell)));
  const kind = isMoney || (!isWhole && unit !== 'person') ? 'amount' : 'count';
  // An amount without a unit would be shown as yuan, and nobody has said that it is.
  return {
    as: 'metric',
    id: '',
    label,
    kind,
    unit: isMoney ? 'CNY' : (unit ?? (kind === 'amount' ? '' : undefined)),
    written,
    power,
  };
}

const YEAR = /((?:19|20)\d\d)\s*年?/;

/** Ids and, where one name comes with several years, periods: 资金2017, 资金2018 are one metric. */
function named(columns: readonly ColumnReading[], title: string): ColumnReading[] {
  const series = new Map<string, Set<string>>();
  const split = columns.map(({ role }) => {
    const match = role.as === 'metric' ? YEAR.exec(role.label) : null;
    if (role.as !== 'metric' || !match) return undefined;
    const label = role.label.replace(match[0], '').replace(/^[\s·_-]+|[\s·_-]+$/g, '') || title;
    const key = `${label} ${role.kind === 'share'} ${role.unit ?? ''}`;
    series.set(key, (series.get(key) ?? new Set()).add(match[1] ?? ''));
    return { label, period: match[1] ?? '', key };
  });
  const hasPeriod = columns.some(({ role }) => role.as === 'period');
  const ids = new Map<string, number>();
  const idOf = (label: string): string => {
    const stem = TAKEN.has(label) || label === '' ? `${label}_` : label;
    const count = (ids.get(stem) ?? 0) + 1;
    ids.set(stem, count);
    return count === 1 ? stem : `${stem}_${count}`;
  };
  const known = new Map<string, { id: string; kind: string }>();
  return columns.map((column, i) => {
    const { role } = column;
    if (role.as !== 'metric') return column;
    const part = split[i];
    const isOnlyYear = part !== undefined && part.label === title;
    if (part && !hasPeriod && (isOnlyYear || (series.get(part.key)?.size ?? 0) > 1)) {
      // One column of a series may happen to be whole: the series is of one kind.
      const kinds = columns.flatMap(({ role: each }, k) =>
        each.as === 'metric' && split[k]?.key === part.key ? each.kind : [],
      );
      const first = known.get(part.key) ?? {
        id: idOf(part.label),
        kind: kinds.includes('amount') ? 'amount' : role.kind,
      };
      known.set(part.key, first);
      const unit = first.kind === 'amount' ? (role.unit ?? '') : role.unit;
      return { ...column, role: { ...role, ...first, unit, label: part.label, period: part.period } };
    }
    return { ...column, role: { ...role, id: idOf(role.label || column.letter), label: role.label || column.letter } };
  });
}
