/** The regions of a level as a table: its rows, and its columns, each said once for the page, a picture and a file. */
import type { Dataset, Datum } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import { latest } from '../../data/memo.js';
import type { RegionCode } from '../../data/types.js';
import { classOf } from '../classes/breaks.js';
import { fillOf, type ClassIndex, type ClassScale, type Fill } from '../classes/scale.js';
import { comparisonOf, type Comparison } from '../text/comparison.js';
import { describePartners, type PartnerLine } from '../text/description.js';
import { nameOf, placeOf } from '../text/names.js';
import { formatIn, formatValue, type DisplayUnit } from '../text/numbers.js';
import { valueLine, whoseOf } from '../text/value-line.js';
import { plain } from '../../data/names.js';
import { say, type Language } from '../words/index.js';
import { grammarOf } from '../words/languages.js';
import { COLUMNS, type PageColumn, type TableColumn } from './columns.js';
import { classLabels, legendUnit } from './legend.js';
import { sideWords, totalsOf } from './totals.js';
import { metricLabel } from '../text/metric-label.js';

export interface TableRow {
  readonly code: RegionCode;
  readonly name: string;
  /** For sorting: pinyin without tones in Chinese, the name itself in English. */
  readonly sortName: string;
  /** Its names in second scripts. */
  readonly second: readonly string[];
  readonly place: string;
  readonly datum: Datum;
  readonly fill: Fill;
  readonly classIndex: ClassIndex | undefined;
  /** In the metric's base unit. */
  readonly value: number | undefined;
  /** In the legend's unit, without its word; or what there is instead of a value. */
  readonly text: string;
  /** In its own best unit, with the word. */
  readonly said: string;
  /** To the last yuan, where that was published. */
  readonly exact: string | undefined;
  /** Between which numbers the value surely lies. */
  readonly interval: string | undefined;
  /** Whose the value is, where it is another's state and no sum. */
  readonly whose: string | undefined;
  /** What must be said of the value; nothing where it was reported or confirmed. */
  readonly status: string;
  readonly partnersHeading: string;
  readonly partners: readonly PartnerLine[];
  /** What the version before said, where it is compared with and said something else. */
  readonly compared: Comparison | undefined;
}

/** What the cells of all rows have in common. */
export interface TableContext {
  readonly dataset: Dataset;
  readonly scale: ClassScale;
  readonly language: Language;
  readonly unit: DisplayUnit;
  /** One for each class. */
  readonly labels: readonly string[];
  /** The version that is compared with, while one is. */
  readonly before: Dataset | undefined;
}

export interface TablePart {
  readonly context: TableContext;
  readonly label: string;
  readonly columns: readonly PageColumn[];
}

export function tablePart(dataset: Dataset, scale: ClassScale, language: Language, before?: Dataset): TablePart {
  const context = tableContext(dataset, scale, language, before);
  return {
    context,
    label: say(language, 'table.label', { metric: metricLabel(scale.metric, language) }),
    columns: columnsOf(context).filter((column): column is PageColumn => column.page !== undefined),
  };
}

/** The columns that have something to say. */
export const columnsOf = (context: TableContext): TableColumn[] =>
  COLUMNS.filter(({ isThere }) => isThere?.(context) ?? true);

export function tableContext(dataset: Dataset, scale: ClassScale, language: Language, before?: Dataset): TableContext {
  return {
    before,
    dataset,
    scale,
    language,
    unit: legendUnit(scale, language),
    labels: classLabels(scale, language),
  };
}

/** Rows for all regions of the scale's level, in the order of the map. */
export function tableRows(dataset: Dataset, scale: ClassScale, language: Language, before?: Dataset): TableRow[] {
  const { regions } = dataset;
  const codes = { county: regions.counties, prefecture: regions.prefectures, province: regions.provinces }[scale.level];
  const unit = legendUnit(scale, language);
  return codes.flatMap((code) => rowOf(dataset, scale, code, unit, language, before) ?? []);
}

/** The row of one region; undefined for a code that the topology lacks. */
export function rowOf(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode,
  unit: DisplayUnit,
  language: Language,
  before?: Dataset,
): TableRow | undefined {
  const { regions } = dataset;
  if (!regions.has(code)) return undefined;
  // A page of a long table has few of its rows, and words take time: they are found when they are asked for.
  const said = latest(() => valueLine(scale.metric, datum, language));
  const paired = latest(() => describePartners(dataset, code, scale.period, language));
  const compared = latest(() => before && comparisonOf(before, dataset, scale, code, language));
  const datum = dataset.datum(code, scale.metric.id, scale.period);
  const value = datum.kind === 'value' ? datum.value : undefined;
  // Shares are all in per cent; more digits than a share has for itself only where the classes need them.
  const number = (of: number): string =>
    unit.isShare && unit.digits < 2 ? formatValue(scale.metric, of, language) : formatIn(unit, of, language);
  return {
    code,
    name: nameOf(regions, code, language),
    second: dataset.namesOf(code).map(({ text }) => text),
    sortName: grammarOf(language).sortsByPinyin
      ? plain(regions.get(code)?.pinyin ?? code)
      : nameOf(regions, code, language),
    place: placeOf(regions, code, language),
    datum,
    fill: fillOf(datum, scale),
    classIndex: value === undefined ? undefined : classOf(value, scale.breaks),
    value,
    get text() {
      return value === undefined || kindOf(scale.metric).cell ? this.said : number(value);
    },
    get said() {
      return said().text;
    },
    get exact() {
      return said().exact;
    },
    get interval() {
      return said().interval;
    },
    whose: whoseOf(scale.metric, datum, language),
    get status() {
      return said().status ?? '';
    },
    get partnersHeading() {
      return paired().partnersHeading;
    },
    get partners() {
      return paired().partners;
    },
    get compared() {
      return compared();
    },
  };
}

/** Does a row say something of the pairing? What lies outside does not. */
export const isInvolved = ({ fill }: TableRow): boolean => fill.kind !== 'outside';

export type SortKey = TableColumn['key'];

/** Orders rows by a column; what has no value always comes last, and equals keep the order of the map. */
export function sortRows(rows: readonly TableRow[], key: SortKey, isDescending: boolean): TableRow[] {
  const page = COLUMNS.find((column) => column.key === key)?.page;
  if (!page) return [...rows];
  const sign = isDescending ? -1 : 1;
  const compare = (a: TableRow, b: TableRow): number => {
    const [x, y] = [page.sortBy(a), page.sortBy(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined);
    return sign * (x < y ? -1 : x > y ? 1 : 0);
  };
  return rows
    .map((row, order) => ({ row, order }))
    .sort((a, b) => compare(a.row, b.row) || a.order - b.order)
    .map(({ row }) => row);
}

/** The line below a table: how many rows it has, and what they come to. */
export function tableFoot(dataset: Dataset, scale: ClassScale, rows: readonly TableRow[], language: Language): string {
  const codes = rows.map(({ code }) => code);
  const sides = totalsOf(dataset, scale, codes).sides.map((side) => {
    const { value, share, status } = sideWords(side, scale.metric, language);
    return [say(language, `table.total.${side.side}`, { value }), share, status]
      .filter(Boolean)
      .join(say(language, 'text.comma'));
  });
  return [say(language, 'table.rows', { count: rows.length }), ...sides].join(say(language, 'text.semicolon'));
}

/** A region in a line, for a picture: its name, and what the columns say of it. */
export function rowLine(row: TableRow, context: TableContext): string {
  const { language } = context;
  const said = COLUMNS.flatMap(({ picture }) => picture?.(row, context) || []);
  const [first = '', ...others] = said;
  return [say(language, 'text.labelled', { label: row.name, text: first }), ...others].join(
    say(language, 'text.semicolon'),
  );
}
