/** The feed's rows laid upon the topology's regions, with a ledger of all that did not fit. */
import { readCode, type CodeRepair } from './codes.js';
import { quote, type Fault } from './faults.js';
import { codePath, type RawCodes } from './feed.js';
import { kindOf, type RangeReason } from './kinds/index.js';
import { PIECE, type Steps } from './slices.js';
import type { UndrawnRegion } from './topology-check.js';
import type { RegionIndex } from './topology.js';
import type {
  Feed,
  Metric,
  MetricId,
  Note,
  PairRow,
  Period,
  PlaceName,
  RegionCode,
  ReadNumber,
  ValueRow,
} from './types.js';

export interface RepairedCode {
  readonly path: string;
  readonly from: string;
  readonly to: RegionCode;
  readonly how: readonly CodeRepair[];
}

export interface RowEntry {
  readonly path: string;
  readonly code: string;
}

export interface UnmatchedRow extends RowEntry {
  /** The places that have this name, where a name stands for a code and several have it. */
  readonly candidates?: readonly RegionCode[];
}

export interface DuplicateRow extends RowEntry {
  /** The row that was kept. */
  readonly kept: string;
}

export interface OutOfRange extends RowEntry {
  /** Of a table: where the number itself stands. */
  readonly cell?: string;
  readonly metric: MetricId;
  readonly value: number;
  readonly reason: RangeReason;
}

/**
 * What was drawn, what was not, and why. A row that is left out is in one of the lists; one that is drawn may be in some as well: for a
 * cell that is faulty or out of range, a code that was repaired, a period in which another row came first.
 */
export interface Ledger {
  /** Participating regions with a value in at least one metric and period. */
  readonly drawn: readonly RegionCode[];
  /** Participating regions on the map without any value. */
  readonly noData: readonly RegionCode[];
  /** Rows whose code no region has: values, pairs, notes and `regions`. */
  readonly unmatched: readonly UnmatchedRow[];
  readonly duplicates: readonly DuplicateRow[];
  readonly repaired: readonly RepairedCode[];
  /** Numbers that came as text: read, and drawn as any other. */
  readonly readNumbers: readonly ReadNumber[];
  readonly outOfRange: readonly OutOfRange[];
  /** Rows with a value for, or a pair to, a region that is not in `regions`: they are not drawn. */
  readonly notTakingPart: readonly RowEntry[];
  /** Faults of single rows, found while parsing. */
  readonly faulty: readonly Fault[];
  /** Participating regions for which no pair is known. */
  readonly unpaired: readonly RegionCode[];
  /** Regions of the topology whose geometry is broken: they have no shape on any map. */
  readonly undrawn: readonly UndrawnRegion[];
  /** How many counties the topology has. */
  readonly onMap: number;
}

/** How much there is that an editor should look at. No data and unpaired are facts, not faults. */
export function countLedgerFaults(ledger: Ledger): number {
  const { unmatched, duplicates, outOfRange, notTakingPart, faulty, undrawn } = ledger;
  return [unmatched, duplicates, outOfRange, notTakingPart, faulty, undrawn].reduce(
    (sum, list) => sum + list.length,
    0,
  );
}

export const hasFaults = (ledger: Ledger): boolean => countLedgerFaults(ledger) > 0;

export interface Join {
  readonly participants: ReadonlySet<RegionCode>;
  /** Regions of the provinces that help, which take no part and have rows of their own in metrics where those who help have them. */
  readonly owners: ReadonlySet<RegionCode>;
  /** Of rows of a region and period that complete each other, the one that says something in `column`; without one, the first. */
  row(code: RegionCode, period: Period, column?: MetricId): ValueRow | undefined;
  /** All rows of a region and period, which complete each other. */
  rows(code: RegionCode, period: Period): readonly ValueRow[];
  readonly pairs: readonly PairRow[];
  readonly notes: readonly Note[];
  readonly names: readonly PlaceName[];
  readonly ledger: Ledger;
}

/** The places that have a name. */
export type FindPlaces = (name: string, regions: RegionIndex) => readonly RegionCode[];

/**
 * As `joinFeed`, with rests. Without `placesNamed`, what stands in the place of a code and is a name is unmatched.
 *
 * Rows of the same region and period complete each other, each with its status and source; of two that say something in the same
 * column the first is kept, and the other is in the ledger. An empty cell says nothing, and a row of nothing gives way.
 */
export function* joinInSteps(
  feed: Feed,
  codes: RawCodes,
  regions: RegionIndex,
  faults: readonly Fault[],
  placesNamed?: FindPlaces,
): Steps<Join> {
  let done = 0;
  const unmatched: UnmatchedRow[] = [];
  const duplicates: DuplicateRow[] = [];
  const repaired: RepairedCode[] = [];
  const outOfRange: OutOfRange[] = [];
  const notTakingPart: RowEntry[] = [];

  const resolve = (code: string, row: string, field?: string): RegionCode | undefined => {
    // Most codes are text, and the map's own.
    const raw = codes.size === 0 ? code : (codes.get(codePath(row, field)) ?? code);
    if (typeof raw === 'string' && regions.has(raw)) return raw;
    const reading = readCode(raw, regions.has);
    if (reading.kind === 'unreadable' || !regions.has(reading.code)) {
      const candidates =
        typeof raw === 'string' && reading.kind === 'unreadable' ? (placesNamed?.(raw, regions) ?? []) : [];
      const [to] = candidates;
      if (to !== undefined && candidates.length === 1) {
        repaired.push({ path: codePath(row, field), from: String(raw), to, how: ['name'] });
        return to;
      }
      unmatched.push({
        path: row,
        code: typeof raw === 'string' ? raw : quote(raw),
        ...(to === undefined ? {} : { candidates }),
      });
      return undefined;
    }
    if (reading.repairs.length > 0)
      repaired.push({ path: codePath(row, field), from: String(raw), to: reading.code, how: reading.repairs });
    return reading.code;
  };

  const participants = new Map<RegionCode, string>();
  const places = new Set(faults.flatMap(({ path }) => (path.startsWith('regions') ? path : [])));
  for (const [i, given] of feed.regions.entries()) {
    const path = `regions[${i}]`;
    // What is no code at all is named among the faults, and not again as one that the map lacks.
    if (places.has(path)) continue;
    const code = resolve(given, path);
    if (code === undefined) continue;
    const kept = participants.get(code);
    if (kept === undefined) participants.set(code, path);
    else duplicates.push({ path, code, kept });
  }

  const rows = new Map<RegionCode, Map<Period, ValueRow[]>>();
  const owners = new Set<RegionCode>();
  const own = new Set(feed.metrics.flatMap(({ id, givers }) => (givers ? id : [])));
  // Only those who help, and what lies in their provinces, have rows of their own: any other's is a slip.
  const helping = new Set(
    [...new Set(feed.pairs.map(({ from }) => from))].map((from) => {
      const reading = readCode(from, regions.has);
      return provinceOf(reading.kind === 'unreadable' ? (placesNamed?.(from, regions)[0] ?? '') : reading.code);
    }),
  );
  const given = feed.values.map((row) => ({ row, said: saidBy(row) }));
  given.sort((a, b) => Number(a.said.length === 0) - Number(b.said.length === 0));
  for (const { row, said } of given) {
    if (++done % PIECE === 0) yield;
    const code = resolve(row.code, row.path, 'code');
    if (code === undefined) continue;
    if (!participants.has(code)) {
      const isOwn =
        [...row.numbers.keys()].some((column) => own.has(column)) && said.every((column) => own.has(column));
      if (!isOwn || !helping.has(provinceOf(code))) {
        notTakingPart.push({ path: row.path, code });
        continue;
      }
      owners.add(code);
    }
    let read: ValueRow | undefined, double: ValueRow | undefined;
    const ofCode = rows.get(code) ?? new Map<Period, ValueRow[]>();
    rows.set(code, ofCode);
    for (const period of [row.period, ...(row.also ?? [])]) {
      const others = ofCode.get(period);
      const kept = others?.find((other) => said.length === 0 || said.some((column) => says(other, column)));
      if (kept) {
        double ??= kept;
        continue;
      }
      read ??= code === row.code ? row : { ...row, code };
      if (others) others.push(read);
      else ofCode.set(period, [read]);
    }
    if (double) duplicates.push({ path: row.path, code, kept: double.path });
  }
  // Afterwards: of two rows the first is kept, though its number be refused.
  const metrics = new Map(feed.metrics.map((metric) => [metric.id, metric]));
  const ranged = new Map<ValueRow, ValueRow>();
  for (const ofCode of rows.values())
    for (const list of ofCode.values()) {
      if (++done % PIECE === 0) yield;
      list.forEach((row, i) => {
        list[i] = ranged.get(row) ?? inRange(row, metrics, outOfRange);
        ranged.set(row, list[i]);
      });
    }

  const pairs: PairRow[] = [];
  const seen = new Map<string, Map<Period | undefined, string>>();
  for (const pair of feed.pairs) {
    if (++done % PIECE === 0) yield;
    const from = resolve(pair.from, pair.path, 'from');
    const to = resolve(pair.to, pair.path, 'to');
    if (from === undefined || to === undefined) continue;
    if (!participants.has(to)) {
      notTakingPart.push({ path: pair.path, code: to });
      continue;
    }
    // A pair without a period holds in all, so it is the same as one with.
    const periods = seen.get(`${from} ${to}`) ?? new Map<Period | undefined, string>();
    seen.set(`${from} ${to}`, periods);
    const kept =
      periods.get(pair.period) ??
      periods.get(undefined) ??
      (pair.period === undefined ? [...periods.values()][0] : undefined);
    if (kept === undefined) {
      periods.set(pair.period, pair.path);
      pairs.push({ ...pair, from, to });
    } else duplicates.push({ path: pair.path, code: `${from} → ${to}`, kept });
  }
  function* placed<Row extends RowEntry>(list: readonly Row[]): Steps<Row[]> {
    const found: Row[] = [];
    for (const row of list) {
      if (++done % PIECE === 0) yield;
      const code = resolve(row.code, row.path, 'code');
      if (code !== undefined) found.push({ ...row, code });
    }
    return found;
  }
  const notes = yield* placed(feed.notes);
  const names = yield* placed(feed.names);

  const all = [...participants.keys()];
  const drawn = new Set(
    all.filter((code) => [...(rows.get(code)?.values() ?? [])].flat().some((row) => saidBy(row).length > 0)),
  );
  const paired = new Set(pairs.map((pair) => pair.to));
  return {
    participants: new Set(all),
    owners,
    row: (code, period, column) =>
      rows
        .get(code)
        ?.get(period)
        ?.find((row) => column === undefined || says(row, column)),
    rows: (code, period) => rows.get(code)?.get(period) ?? [],
    pairs,
    notes,
    names,
    ledger: {
      drawn: [...drawn],
      noData: all.filter((code) => !drawn.has(code)),
      unmatched,
      duplicates,
      repaired,
      readNumbers: feed.readNumbers,
      outOfRange,
      notTakingPart,
      faulty: faults.filter((fault) => fault.severity !== 'fatal'),
      unpaired: feed.pairs.length > 0 ? all.filter((code) => !paired.has(code)) : [],
      undrawn: regions.undrawn,
      onMap: regions.counties.length,
    },
  };
}

/** Is there more in the cell than that it is empty? */
const says = ({ numbers, specials }: ValueRow, column: MetricId): boolean =>
  (numbers.get(column) ?? null) !== null || specials?.has(column) === true;

/** The columns in which a row says something. */
function saidBy(row: ValueRow): MetricId[] {
  const said: MetricId[] = [];
  row.numbers.forEach((_, column) => says(row, column) && said.push(column));
  return said;
}

/** Codes of a province begin alike (GB/T 2260). */
const provinceOf = (code: RegionCode): string => code.slice(0, 2);

/** What a metric's kind refuses is not drawn: it is no data, and in the ledger. */
function inRange(row: ValueRow, metrics: ReadonlyMap<MetricId, Metric>, outOfRange: OutOfRange[]): ValueRow {
  const { path, code } = row;
  let { numbers } = row;
  row.numbers.forEach((value, id) => {
    const metric = metrics.get(id);
    if (value === null || !metric) return;
    const reason = kindOf(metric).refuses(value, metric);
    if (reason === undefined) return;
    numbers = new Map(numbers).set(id, null);
    outOfRange.push({ path, code, metric: id, value, reason });
  });
  return numbers === row.numbers ? row : { ...row, numbers };
}
