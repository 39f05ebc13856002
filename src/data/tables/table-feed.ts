/** The rows of a table as the lists of a feed: values, pairs, notes, and the sources and metrics that they name. */
import { quote, type Fault } from '../faults.js';
import { STATUSES, lessSure, type Status } from '../status.js';
import type { ReadNumber, RegionCode } from '../types.js';
import { readCell, scaled, statusIn, withoutStatus, type NumberReading } from './cells.js';
import type { ColumnReading, ColumnRole, MetricColumn, PlainRole } from './columns.js';
import { isPart } from './column-kind.js';
import { isColumn, type Json, type OwnWorkbook } from './own-workbook.js';
import { periodOf } from './periods.js';
import type { Places } from './places.js';
import { addressOf, cellText, columnLetter, readableText, type Row, type Sheet } from './sheet.js';

export interface DataRow {
  /** Counted from 0. */
  readonly row: number;
  readonly cells: Row;
  readonly code: RegionCode;
  /** The map has it. */
  readonly isKnown: boolean;
  /** The column that says so. */
  readonly column: number;
}

/** Where a row of the feed stands in the file. */
export interface RowPlace {
  /** Its name, where the file has several. */
  readonly sheet: string | undefined;
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  /** The letters of the columns that its fields are in. */
  readonly columns: ReadonlyMap<string, string>;
}

/** By list, in its order. */
export type RowPlaces = Readonly<Record<string, readonly RowPlace[]>>;

export interface RowsQuestion {
  readonly rows: readonly DataRow[];
  readonly columns: readonly ColumnReading[];
  readonly sheet: Sheet;
  readonly at: (row: number, column: number) => string;
  readonly place: Places;
  /** Of the whole table. */
  readonly source: string | undefined;
  readonly own: OwnWorkbook | undefined;
}

export interface FeedLists {
  readonly lists: object;
  readonly places: RowPlaces;
  readonly faults: readonly Fault[];
  readonly readNumbers: readonly ReadNumber[];
}

type FigureColumn = { readonly column: number } & Extract<ColumnRole, { as: 'metric' | 'bound' }>;
const NO_COLUMNS: ReadonlyMap<string, string> = new Map();

export function feedOfRows({ rows, columns, sheet, at, place, source: ofTable, own }: RowsQuestion): FeedLists {
  const faults: Fault[] = [];
  const readNumbers: ReadNumber[] = [];
  const sources = sourcesOf(own);
  const lists = { values: [] as Json[], pairs: [...(own?.lists.pairs ?? [])], notes: [...(own?.lists.notes ?? [])] };
  const placesIn = (name: keyof typeof lists): RowPlace[] => [...(own?.places[name] ?? [])];
  const places = { ...own?.places, values: [] as RowPlace[], pairs: placesIn('pairs'), notes: placesIn('notes') };
  const put = (name: keyof typeof lists, entry: Json, row: number, column: number, letters = NO_COLUMNS): void => {
    places[name].push({ sheet: sheet.name, row, column, columns: letters });
    lists[name].push(withoutUndefined(entry));
  };
  const columnOf = (role: PlainRole): number => columns.findIndex(({ role: { as } }) => as === role);
  const [periodColumn, statusColumn, sourceColumn] = [columnOf('period'), columnOf('status'), columnOf('source')];
  const figures = columns.flatMap(({ role }, column): FigureColumn[] =>
    role.as === 'metric' || role.as === 'bound' ? [{ ...role, column }] : [],
  );
  const lettersIn = letterMaps(figures);
  const hasPeriods = rows.some(({ cells }) => cellText(cells[periodColumn]) !== '');
  const fault = (code: Fault['code'], path: string, args: Fault['args']): null => {
    faults.push({ code, path, severity: 'row', args });
    return null;
  };

  /** What the cell is in the feed; `statuses` takes what it says of how sure that is. */
  function valueAt({ row, cells }: DataRow, figure: FigureColumn, statuses: Status[]): number | string | null {
    const { column } = figure;
    const cell = cells[column] ?? null;
    const text = cellText(cell);
    const path = at(row, column);
    // A number, and not a label that reads like one.
    const isShownInPercent = sheet.percents?.has(addressOf(row, column));
    const named = figure.as === 'metric' && !isShownInPercent ? figure.names?.get(text) : undefined;
    if (named !== undefined) return named;
    const reading = readCell(cell);
    if (reading.kind === 'missing') return null;
    const { text: bare, status } = withoutStatus(text);
    /** With all that heading and cell say of it. */
    const told = <Value>(value: Value): Value => {
      statuses.push(...[figure.as === 'metric' ? figure.status : undefined, status].flatMap((each) => each ?? []));
      return value;
    };
    if (reading.kind === 'special') return told(reading.special);
    if (figure.as === 'metric' && figure.special?.includes(bare)) return told(bare);
    if (figure.as === 'metric' && figure.categories) {
      const id = [text, bare, reading.kind === 'number' ? String(scaled(reading.digits, 0)) : bare].find((each) =>
        figure.categories?.includes(each),
      );
      return id === undefined
        ? fault('wrong-type', path, { expected: 'category', got: quote(readableText(cell)) })
        : told(id);
    }
    if (sheet.merged?.has(addressOf(row, column)))
      return fault('merged-number', path, { got: quote(readableText(cell)) });
    // A percentage is no amount, whatever the others of its column are.
    if (reading.kind === 'unreadable' || (reading.isPercent && !takesPercent(figure)))
      return fault('wrong-type', path, { expected: 'number', got: quote(readableText(cell)) });
    const value = numberIn(reading, figure);
    if (!isShownInPercent && (reading.isDressed || (sheet.name !== undefined && typeof cell === 'string')))
      readNumbers.push({ path, from: String(cell), to: value });
    return told(value);
  }

  for (const each of rows) {
    const { row, cells, code } = each;
    const source = readableText(cells[sourceColumn]) || ofTable;
    const said = statusOf(cellText(cells[statusColumn]));
    const period = periodOf(cellText(cells[periodColumn]));
    const sourceId = source ? sources.idOf(source) : undefined;
    const byPeriod = new Map<string | undefined, { entries: [string, number | string | null][]; statuses: Status[] }>();
    for (const figure of figures) {
      const when = (figure.as === 'metric' ? figure.period : undefined) ?? period;
      const into = byPeriod.get(when) ?? { entries: [], statuses: [] };
      byPeriod.set(when, into);
      into.entries.push([figure.id, valueAt(each, figure, into.statuses)]);
    }
    for (const [when, { entries, statuses }] of byPeriod) {
      if (when === undefined && periodColumn >= 0) {
        // A place without a figure takes part; a row of nothing would be of a period that nobody named.
        if (each.isKnown && entries.every(([, value]) => value === null)) continue;
        if (hasPeriods) {
          fault('missing-field', at(row, periodColumn), { field: columns[periodColumn]?.heading ?? '' });
          continue;
        }
      }
      // A word that is none is refused with the feed.
      const all = isStatus(said) ? [said, ...statuses] : statuses;
      const status =
        said === undefined || isStatus(said)
          ? all.reduce<Status | undefined>((a, b) => (a ? lessSure(a, b) : b), undefined)
          : said;
      const common = Object.entries({ code, source: sourceId, status, period: when });
      put('values', Object.fromEntries([...common, ...entries]), row, each.column, lettersIn(when, period));
    }
    columns.forEach(({ role, heading }, column) => {
      const text = cellText(cells[column]);
      if (role.as === 'note' && text)
        put('notes', { code, title: heading || text, text: readableText(cells[column]) }, row, column);
      if (role.as !== 'pair') return;
      for (const { code: from, status = said } of place.partners(row, column, cells[column]))
        put('pairs', { from, to: code, period, status, source: sourceId }, row, column);
    });
  }

  return {
    faults,
    readNumbers,
    places,
    lists: withoutUndefined({
      sources: orNothing(sources.list),
      metrics: metricsOf(figures, own),
      regions: takingPart(rows, own),
      values: completing(lists.values, own),
      pairs: orNothing(lists.pairs),
      notes: orNothing(lists.notes),
      names: own && orNothing(own.lists.names ?? []),
      headlines: own && orNothing(own.lists.headlines ?? []),
    }),
  };
}

/**
 * Where a place has several rows of a period, and in a workbook of ours, an empty cell says nothing of what another row has: it is
 * left out of rows that have something.
 */
function completing(values: readonly Json[], own: OwnWorkbook | undefined): Json[] {
  const keyOf = ({ code, period }: Json): string => `${String(code)} ${String(period)}`;
  const counts = new Map<string, number>();
  for (const value of values) counts.set(keyOf(value), (counts.get(keyOf(value)) ?? 0) + 1);
  return values.map((value) => {
    if (!own && counts.get(keyOf(value)) === 1) return value;
    const { code, period, source, status, ...figures } = value;
    const said = Object.entries(figures).filter(([, figure]) => figure !== null);
    return said.length === 0 ? value : withoutUndefined({ code, source, status, period, ...Object.fromEntries(said) });
  });
}

/** All whose rows the map has; in a workbook of ours, those whom it names, where others have rows as well. */
const takingPart = (rows: readonly DataRow[], own: OwnWorkbook | undefined): unknown[] =>
  own?.lists.regions?.map(({ code }) => code) ?? [
    ...new Set(rows.filter(({ isKnown }) => isKnown).map(({ code }) => code)),
  ];

const orNothing = (list: readonly Json[]): readonly Json[] | undefined => (list.length > 0 ? list : undefined);

/** As a file has it. */
const withoutUndefined = (json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));

const takesPercent = (figure: FigureColumn): boolean => figure.as === 'bound' || isPart(figure) || figure.unit === '%';

/** "12.3%" is 12.3 where per cent are the unit. */
const numberIn = ({ digits, scale, isPercent }: NumberReading, figure: FigureColumn): number =>
  scaled(digits, isPercent && figure.as === 'metric' && figure.unit === '%' ? 0 : (scale ?? figure.power));

/** Letters by field, for each period that columns are of; `row` is the period of the row itself. */
function letterMaps(figures: readonly FigureColumn[]) {
  const made = new Map<string | undefined, ReadonlyMap<string, string>>();
  return (period: string | undefined, row: string | undefined): ReadonlyMap<string, string> => {
    const key = period === row ? undefined : period;
    let letters = made.get(key);
    if (!letters) {
      const own = figures.filter((figure) => (figure.as === 'metric' ? figure.period : undefined) === key);
      made.set(key, (letters = new Map(own.map(({ id, column }) => [id, columnLetter(column)]))));
    }
    return letters;
  };
}

/** What is in none of the words is refused with the feed's own word for that. */
function statusOf(text: string): string | undefined {
  const plain = text.toLowerCase();
  return isStatus(plain) ? plain : (statusIn(text) ?? (text || undefined));
}

const isStatus = (text: string | undefined): text is Status =>
  (STATUSES as readonly (string | undefined)[]).includes(text);

interface Sources {
  readonly list: Json[];
  idOf(name: string): string;
}

function sourcesOf(own: OwnWorkbook | undefined): Sources {
  const list = [...(own?.lists.sources ?? [])];
  const ids = new Map(own?.sources);
  return {
    list,
    idOf(name) {
      const key = cellText(name);
      let id = ids.get(key);
      if (id === undefined) {
        for (let at = list.length + 1; id === undefined || list.some((source) => source.id === id); at++) id = `s${at}`;
        ids.set(key, id);
        list.push({ id, name, ...(/^https?:\/\/\S+$/i.test(name) ? { url: name } : {}) });
      }
      return id;
    },
  };
}

/** Those of the columns; a workbook's own as it has them, with what is derived of them. */
function metricsOf(figures: readonly FigureColumn[], own: OwnWorkbook | undefined): Json[] {
  const columns = new Map(figures.flatMap((figure) => (figure.as === 'metric' ? [[figure.id, figure] as const] : [])));
  const known = new Map(own?.lists.metrics?.map((metric) => [String(metric.id), metric]));
  const isThere = (id: unknown): boolean => id === undefined || columns.has(String(id));
  const others = [...columns.values()].filter(({ id, own: isOwn }) => !isOwn || !known.has(id));
  const kept = [...known].flatMap(([id, metric]) => {
    const isKept = isColumn(metric) ? columns.get(id)?.own : isThere(metric.of) && isThere(metric.per);
    return isKept ? [metric] : [];
  });
  return [...kept, ...others.map(metricOf)];
}

const metricOf = ({ id, label, kind, unit, categories, special }: MetricColumn): Json =>
  withoutUndefined({
    id,
    label,
    kind,
    unit,
    categories: categories?.map((each) => ({ id: each })),
    special: special?.map((each) => ({ id: each })),
  });
