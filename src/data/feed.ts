/** A feed as it arrives, checked against `data/feed.schema.json` and turned into rows. Nothing is dropped in silence. */
import { COUNTY } from './bases.js';
import { quote, type Fault } from './faults.js';
import { kindOf } from './kinds/index.js';
import { LARGEST } from './kinds/cell.js';
import { numberOfText } from './number-text.js';
import { FIRST_LANGUAGE } from './languages.js';
import { PIECE, type Steps } from './slices.js';
import { specialOf } from './special.js';
import { DEFAULT_STATUS, type Status } from './status.js';
import type {
  Boundaries,
  Feed,
  Headline,
  LocalText,
  Metric,
  MetricId,
  NamedValue,
  Note,
  PairRow,
  Period,
  PlaceName,
  ReadNumber,
  Source,
  ValueRow,
} from './types.js';

export type FeedReading =
  | { readonly kind: 'feed'; readonly feed: Feed; readonly faults: readonly Fault[]; readonly codes: RawCodes }
  | { readonly kind: 'unusable'; readonly faults: readonly Fault[] };

/** Codes that are no text, by the place that they stand in, for the ledger: they are repaired when the regions are known. */
export type RawCodes = ReadonlyMap<string, unknown>;

/** What spreadsheets and bureaus write where there is no value. */
const MISSING = new Set(['', '—', '-', '--', '…', 'nan', 'n/a', 'na', 'null', '不详', '未公布', '缺失']);
const ROW_FIELDS = new Set(['code', 'period', 'status', 'source']);

type Json = Record<string, unknown>;

/** Checks a feed against the schema; numbers that it read of text, and that the schema takes for a fault, go into `read`. */
export type Check = (json: unknown, read: ReadNumber[]) => Steps<Fault[]>;

/** As `parseFeed`, with rests. What the schema has nothing against needs no `check`. */
export function* feedInSteps(json: unknown, check?: Check): Steps<FeedReading> {
  const readNumbers: ReadNumber[] = [];
  const faults = check ? yield* check(json, readNumbers) : [];
  if (faults.some((fault) => fault.severity === 'fatal')) return { kind: 'unusable', faults };
  const raw = json as Json;
  const bad = new Set(faults.filter((fault) => fault.severity === 'row').map((fault) => itemOf(fault.path)));
  const rowsOf = (field: string): [Json, string][] =>
    ((raw[field] ?? []) as Json[])
      .map((row, i): [Json, string] => [row, `${field}[${i}]`])
      .filter(([, path]) => !bad.has(path));
  function* read<Row>(field: string, rowOf: (row: Json, path: string) => Row): Steps<Row[]> {
    const given = (raw[field] ?? []) as Json[];
    const rows: Row[] = [];
    for (let i = 0; i < given.length; i++) {
      if (i % PIECE === PIECE - 1) yield;
      const path = `${field}[${i}]`;
      if (!bad.has(path)) rows.push(rowOf(given[i] as Json, path));
    }
    return rows;
  }

  const codes = new Map<string, unknown>();
  const codeAt = (value: unknown, row: string, field?: string): string => {
    if (typeof value === 'string') return value;
    codes.set(codePath(row, field), value);
    return String(value);
  };
  const withOwnId = (field: string): [Json, string][] => {
    const ids = new Set();
    return rowsOf(field).filter(([{ id }, path]) => {
      const isFirst = !ids.has(id);
      if (!isFirst) faults.push({ code: 'duplicate-id', path, severity: 'warning', args: { got: quote(id) } });
      return isFirst && ids.add(id);
    });
  };
  const metricRows = withOwnId('metrics');
  const metrics = metricRows.map(([row]) => metricOf(row));
  if (metrics.length === 0) {
    return {
      kind: 'unusable',
      faults: [...faults, { code: 'no-metrics', path: 'metrics', severity: 'fatal', args: {} }],
    };
  }
  const columns = new Map(metrics.filter((metric) => kindOf(metric).isColumn(metric)).map((each) => [each.id, each]));
  for (const [i, metric] of metrics.entries()) {
    const lack = kindOf(metric).lacks(metric, columns);
    if (lack) {
      faults.push({
        code: lack.got === undefined ? 'missing-field' : 'unknown-metric',
        path: `${metricRows[i]?.[1] ?? 'metrics'}.${lack.field}`,
        severity: 'fatal',
        args: { field: lack.field, got: quote(lack.got) },
      });
      return { kind: 'unusable', faults };
    }
  }
  const known = new Set(metrics.flatMap(({ id, low, high }) => [id, low, high]));
  // A date that the schema refuses names no period.
  const updated =
    typeof raw.updated === 'string' && !faults.some(({ path }) => path === 'updated') ? raw.updated : undefined;
  const onlyPeriod = updated?.slice(0, 4) ?? 'all';
  const named = new Set<Period>();
  const values = yield* read('values', (row, path): ValueRow => {
    const given = row.period ?? onlyPeriod;
    const periods = Array.isArray(given) ? [...new Set(given.map(String))] : [String(given)];
    periods.forEach((each) => named.add(each));
    const read: RowInMaking = {
      code: codeAt(row.code, path, 'code'),
      period: periods[0] ?? onlyPeriod,
      status: (row.status as Status | undefined) ?? DEFAULT_STATUS,
      source: row.source as string | undefined,
      numbers: new Map(),
      path,
    };
    if (periods.length > 1) read.also = periods.slice(1);
    readCells(row, read, columns, known, faults, readNumbers);
    return read;
  });
  const periods = [...named].sort();
  metrics.forEach((metric, i) => faults.push(...metricFaults(metric, metricRows[i]?.[1] ?? 'metrics', periods)));
  const feed: Feed = {
    id: raw.id as string,
    title: localText(raw.title),
    updated,
    sources: withOwnId('sources').map(([row]) => sourceOf(row)),
    boundaries: boundariesOf(raw.boundaries as Json | undefined),
    metrics,
    bases: basesOf(raw.bases, metrics, faults),
    regions: (raw.regions as unknown[]).map((code, i) => codeAt(code, `regions[${i}]`)),
    values,
    pairs: yield* read('pairs', (row, path): PairRow => ({
      from: codeAt(row.from, path, 'from'),
      to: codeAt(row.to, path, 'to'),
      period: row.period === undefined ? undefined : String(row.period),
      weight: numberOf(row.weight) ?? 1,
      status: (row.status as Status | undefined) ?? DEFAULT_STATUS,
      source: row.source as string | undefined,
      note: row.note === undefined ? undefined : localText(row.note),
      path,
    })),
    notes: yield* read('notes', (row, path): Note => ({
      code: codeAt(row.code, path, 'code'),
      title: localText(row.title),
      text: localText(row.text),
      source: row.source as string | undefined,
      path,
    })),
    names: yield* read('names', (row, path) => ({ ...row, code: codeAt(row.code, path, 'code'), path }) as PlaceName),
    headlines: rowsOf('headlines').map(([row]): Headline => ({
      id: row.id as string,
      label: localText(row.label),
      value: numberOf(row.value) ?? 0,
      unit: row.unit as string | undefined,
      source: row.source as string | undefined,
    })),
    periods,
    readNumbers,
  };
  return { kind: 'feed', feed, faults, codes };
}

/** Each is a column that adds up, or the number of counties; others are named, and not offered. */
function basesOf(given: unknown, metrics: readonly Metric[], faults: Fault[]): MetricId[] {
  const list = Array.isArray(given) ? given : [];
  return list.filter((id, i) => {
    const metric = metrics.find((each) => each.id === id);
    const isBase = metric ? kindOf(metric).reconciles : id === COUNTY;
    if (!isBase && typeof id === 'string')
      faults.push({ code: 'unknown-metric', path: `bases[${i}]`, severity: 'warning', args: { got: quote(id) } });
    // One that is named twice is offered once.
    return isBase && list.indexOf(id) === i;
  }) as MetricId[];
}

/** What a metric asks for that its feed does not have: it is drawn all the same, and without that. */
function metricFaults({ since, breaks = [], classLabels }: Metric, path: string, periods: readonly Period[]): Fault[] {
  const faults: Fault[] = [];
  if (since !== undefined && !periods.includes(since))
    faults.push({ code: 'unknown-period', path: `${path}.since`, severity: 'warning', args: { got: quote(since) } });
  const expected = breaks.length + 1;
  if (classLabels && classLabels.length !== expected)
    faults.push({
      code: 'class-labels',
      path: `${path}.classLabels`,
      severity: 'warning',
      args: { expected: String(expected), got: String(classLabels.length) },
    });
  return faults;
}

/** Where a code stands: "values[12].code"; in a list of codes, "regions[3]". */
export const codePath = (row: string, field?: string): string => (field === undefined ? row : `${row}.${field}`);

type RowInMaking = { -readonly [Key in keyof ValueRow]: ValueRow[Key] } & {
  readonly numbers: Map<MetricId, number | null>;
  specials?: Map<MetricId, string>;
  ranges?: Map<MetricId, readonly [number, number]>;
};

/** A cell that says "missing" is null; a cell that is no number is null too, and named. Numbers read of text go into `read`. */
function readCells(
  row: Json,
  into: RowInMaking,
  columns: ReadonlyMap<string, Metric>,
  known: ReadonlySet<string | undefined>,
  faults: Fault[],
  read: ReadNumber[],
): void {
  const { path } = into;
  for (const field of Object.keys(row)) {
    const cell = row[field];
    const metric = columns.get(field);
    if (!metric) {
      if (typeof cell === 'number' && !ROW_FIELDS.has(field) && !known.has(field))
        faults.push({ code: 'unknown-field', path: `${path}.${field}`, severity: 'warning', args: { field } });
      continue;
    }
    const kind = kindOf(metric);
    const special = specialOf(cell, metric);
    if (special !== undefined) (into.specials ??= new Map()).set(field, special);
    const isEmpty = special !== undefined || isMissing(cell);
    const number = isEmpty ? undefined : kind.number(cell, metric);
    into.numbers.set(field, number ?? null);
    const range = rangeOf(row, path, metric, number, faults);
    if (range) (into.ranges ??= new Map()).set(field, range);
    // The id of a name is no number that was written as text.
    if (number !== undefined && typeof cell === 'string' && !kind.cell)
      read.push({ path: codePath(path, field), from: cell, to: number });
    if (number === undefined && !isEmpty) {
      faults.push({
        code: 'wrong-type',
        path: `${path}.${field}`,
        severity: 'row',
        args: { expected: kind.expects(metric), got: quote(cell) },
      });
    }
  }
}

/** The interval around a value; half of one, and one that does not hold the value, is a fault, and left out. */
function rangeOf(
  row: Json,
  path: string,
  { low, high }: Metric,
  value: number | undefined,
  faults: Fault[],
): readonly [number, number] | undefined {
  if (low === undefined || high === undefined || (isMissing(row[low]) && isMissing(row[high]))) return undefined;
  const [from, to] = [row[low], row[high]];
  if (isNumber(from) && isNumber(to) && value !== undefined && from <= value && value <= to) return [from, to];
  faults.push({
    code: 'wrong-type',
    path: `${path}.${low}`,
    severity: 'warning',
    args: { expected: 'interval', got: quote([from, value ?? null, to]) },
  });
  return undefined;
}

function isMissing(cell: unknown): boolean {
  return (
    cell === null ||
    cell === undefined ||
    Number.isNaN(cell) ||
    (typeof cell === 'string' && MISSING.has(cell.trim().toLowerCase()))
  );
}

/** A number beside the rows' cells, such as a weight; text where the schema's fault was taken back. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' ? numberOfText(value) : value;
  return isNumber(number) ? number : undefined;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= LARGEST;

/** The list item that a path is in: "values[12].funding" gives "values[12]"; outside lists, nothing. */
export function itemOf(path: string): string {
  return /^\w+\[\d+\]/.exec(path)?.[0] ?? '';
}

function localText(value: unknown): LocalText {
  return typeof value === 'string' ? { [FIRST_LANGUAGE]: value } : (value as LocalText);
}

function sourceOf(row: Json): Source {
  const url = row.url as string | undefined;
  return {
    id: row.id as string,
    name: localText(row.name),
    // A feed may not smuggle a script into a link.
    url: url !== undefined && /^https?:\/\//i.test(url) ? url : undefined,
    date: row.date as string | undefined,
  };
}

function metricOf(row: Json): Metric {
  const named = (list: unknown): NamedValue[] | undefined =>
    (list as Json[] | undefined)?.map(({ id, label }) => ({
      id: String(id),
      label: localText(label ?? String(id)),
    }));
  return {
    ...(row as unknown as Metric),
    label: localText(row.label),
    total: numberOf(row.total),
    ...(row.since === undefined ? {} : { since: String(row.since) }),
    ...(row.categories === undefined ? {} : { categories: named(row.categories) }),
    ...(row.classLabels === undefined ? {} : { classLabels: (row.classLabels as unknown[]).map(localText) }),
    ...(row.special === undefined ? {} : { special: named(row.special) }),
  };
}

function boundariesOf(raw: Json | undefined): Boundaries {
  if (!raw) return {};
  // What is no text has been named, and is not said.
  const textOf = (text: unknown): string | undefined => (typeof text === 'string' && text.trim()) || undefined;
  return {
    vintage: textOf(raw.vintage),
    source: raw.source === undefined ? undefined : localText(raw.source),
    approval: textOf(raw.approval),
  };
}
