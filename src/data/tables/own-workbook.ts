/**
 * A workbook that this library wrote: beside the sheet of figures, a sheet for each other list of the feed, with the feed's own field
 * names as headings ("label.en" is a field of a field). Read again, what a figure is need not be told from its heading.
 */
import { KINDS } from '../kinds/index.js';
import type { Metric } from '../types.js';
import type { MetricColumn, ColumnRole } from './columns.js';
import { cellText, columnLetter, type Cell, type Sheet } from './sheet.js';
import type { RowPlace, RowPlaces } from './table-feed.js';

export type Json = Readonly<Record<string, unknown>>;

/** Names of the sheets: the lists of a feed, and `feed` for what is not in a list. */
export const LIST_SHEETS = ['regions', 'metrics', 'pairs', 'notes', 'names', 'sources', 'headlines'] as const;
export const FEED_SHEET = 'feed';
/** Fields of a metric's row that are no part of the feed: the headings of its columns among the figures. */
export const COLUMN_FIELDS = { value: 'column', low: 'lowColumn', high: 'highColumn' } as const;
/** Fields that hold lists, written as JSON. */
const LIST_FIELDS: ReadonlySet<string> = new Set(['categories', 'special', 'classLabels', 'breaks', 'bases']);

export interface OwnWorkbook {
  /** The sheet with the figures. */
  readonly figures: Sheet;
  /** Its columns, by heading. */
  readonly columns: ReadonlyMap<string, ColumnRole>;
  readonly lists: Readonly<Partial<Record<(typeof LIST_SHEETS)[number], readonly Json[]>>>;
  /** Id, title and so on. */
  readonly about: Json;
  /** Ids of sources by their names. */
  readonly sources: ReadonlyMap<string, string>;
  readonly places: RowPlaces;
}

/** Undefined for a workbook of anybody else's. */
export function ownWorkbook(sheets: readonly Sheet[]): OwnWorkbook | undefined {
  const byName = new Map(sheets.map((sheet) => [sheet.name ?? '', sheet]));
  const metrics = byName.get('metrics');
  const headings = metrics?.rows[0]?.map(cellText) ?? [];
  const figures = sheets.find(({ name }) => !LIST_SHEETS.some((list) => list === name) && name !== FEED_SHEET);
  if (!figures || !['id', 'kind', COLUMN_FIELDS.value].every((field) => headings.includes(field))) return undefined;
  const places: Record<string, readonly RowPlace[]> = {};
  const lists: Partial<Record<(typeof LIST_SHEETS)[number], readonly Json[]>> = {};
  const columns = new Map<string, ColumnRole>();
  for (const name of LIST_SHEETS) {
    const sheet = byName.get(name);
    if (!sheet) continue;
    const { records, rows } = recordsOf(sheet);
    places[name] = rows;
    lists[name] = name === 'metrics' ? records.map((record) => metricIn(record, columns)) : records;
  }
  const about = byName.get(FEED_SHEET);
  const fields =
    about?.rows.map(([field = null, value = null]): readonly [string, Cell] => [cellText(field), value]) ?? [];
  return {
    figures,
    columns,
    lists,
    places,
    about: unflatten(fields),
    sources: new Map(
      (lists.sources ?? []).flatMap(({ id, name }) => textsOf(name).map((text) => [cellText(text), String(id)])),
    ),
  };
}

/** The metric as the feed has it; what its columns hold goes into `columns`. */
function metricIn(record: Json, columns: Map<string, ColumnRole>): Json {
  const { column, lowColumn, highColumn, ...metric } = record;
  const { id, label, kind, unit, low, high, categories, special } = metric;
  // In per cent, where a spreadsheet shows shares, they are parts of one all the same.
  const role: MetricColumn = {
    as: 'metric',
    own: true,
    id: String(id),
    label: textsOf(label)[0] ?? String(id),
    kind: String(kind),
    unit: typeof unit === 'string' ? unit : undefined,
    written: '',
    power: 0,
    names: namesOf(categories, special),
    ...(Array.isArray(categories) ? { categories: idsOf(categories) } : {}),
    ...(Array.isArray(special) ? { special: idsOf(special) } : {}),
  };
  if (column !== undefined && isColumn(metric)) columns.set(cellText(String(column)), role);
  for (const [heading, field] of [
    [lowColumn, low],
    [highColumn, high],
  ])
    if (heading !== undefined && field !== undefined)
      columns.set(cellText(String(heading)), { as: 'bound', id: String(field), power: 0 });
  return metric;
}

/** Do the rows hold it? What is of a kind that nobody knows is refused later. */
export function isColumn(metric: Json): boolean {
  const { kind } = metric;
  return typeof kind !== 'string' || !Object.keys(KINDS).includes(kind)
    ? true
    : KINDS[kind as keyof typeof KINDS].isColumn(metric as unknown as Metric);
}

const idsOf = (list: readonly unknown[]): string[] => list.map((each) => String((each as Json | null)?.id));

/** Ids by the labels that stand in cells. */
function namesOf(...lists: readonly unknown[]): ReadonlyMap<string, string> {
  const entries = lists.flatMap((list) => (Array.isArray(list) ? (list as readonly (Json | null)[]) : []));
  return new Map(
    entries.flatMap((entry) =>
      textsOf(entry?.label).map((label): [string, string] => [cellText(label), String(entry?.id)]),
    ),
  );
}

const textsOf = (text: unknown): string[] =>
  typeof text === 'string'
    ? [text]
    : text && typeof text === 'object'
      ? Object.values(text).filter((each): each is string => typeof each === 'string')
      : [];

/** The rows below the headings, as objects, and where they stand. */
function recordsOf(sheet: Sheet): { readonly records: readonly Json[]; readonly rows: readonly RowPlace[] } {
  const [first = [], ...others] = sheet.rows;
  const headings = first.map(cellText);
  const letters = new Map(headings.map((heading, i) => [heading, columnLetter(i)]));
  const records: Json[] = [],
    rows: RowPlace[] = [];
  others.forEach((row, i) => {
    const record = unflatten(headings.map((heading, k) => [heading, row[k] ?? null] as const));
    if (Object.keys(record).length === 0) return;
    rows.push({ sheet: sheet.name, row: i + 1, column: 0, columns: letters });
    records.push(record);
  });
  return { records, rows };
}

/** "label.en" and "label.zh-CN" are two texts of `label`. Never of a prototype: `fromEntries` makes members of what is there. */
function unflatten(fields: readonly (readonly [string, Cell])[]): Json {
  const flat: [string, unknown][] = [];
  const deep = new Map<string, [string, Cell][]>();
  for (const [field, cell] of fields) {
    if (field === '' || cell === null || cell === '') continue;
    const dot = field.indexOf('.');
    if (dot < 0) {
      flat.push([field, LIST_FIELDS.has(field) ? listIn(cell) : cell]);
      continue;
    }
    const [head, rest] = [field.slice(0, dot), field.slice(dot + 1)];
    const there = deep.get(head);
    if (there) there.push([rest, cell]);
    else deep.set(head, [[rest, cell]]);
  }
  return Object.fromEntries([...flat, ...[...deep].map(([head, entries]) => [head, unflatten(entries)] as const)]);
}

/** What cannot be read stays as it stands there, for the fault that is found in it. */
function listIn(cell: Cell): unknown {
  try {
    return typeof cell === 'string' ? JSON.parse(cell) : cell;
  } catch {
    return cell;
  }
}
