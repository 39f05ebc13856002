/** Feed, regions, pairs and ledger together: what is known of any region, at any level, in any metric and period. */
import { COUNTY, rateOver } from './bases.js';
import type { Fault } from './faults.js';
import type { RawCodes } from './feed.js';
import { joinInSteps, type FindPlaces, type Join, type Ledger } from './join.js';
import { append, indexPairs, type PairIndex, type Partner } from './pairs.js';
import type { TableAccount } from './tables/read-table.js';
import type { Steps } from './slices.js';
import { byContainer, type RegionIndex } from './topology.js';
import { kindOf } from './kinds/index.js';
import type { Other, Reading } from './kinds/kind.js';
import { lessSure, type Status } from './status.js';
import type { Feed, Metric, MetricId, Note, Period, PlaceName, RegionCode, Share, Source } from './types.js';

/** What a map knows of a region in one metric and period. */
export type Datum =
  | ValueDatum
  /** Takes part, and has no value. */
  | NoDatum
  | SpecialDatum
  /** A county of a city that is known to help, where which county helps is not known. */
  | { readonly kind: 'city-only'; readonly city: RegionCode }
  /** Takes no part. */
  | { readonly kind: 'outside' };

/** Says in place of a value why there is none: suppressed, not applicable, or what the metric itself names. */
export interface SpecialDatum {
  readonly kind: 'special';
  readonly special: string;
  readonly source?: string;
  /** Of a unit not all of whose counties say so: that most of them do. */
  readonly most?: Pick<ValueDatum, 'origin' | 'counties'>;
}

export interface NoDatum {
  readonly kind: 'no-data';
  /** Its counties have values, which are finished numbers that nobody can put together. */
  readonly isNotSummed?: true;
}

const NO_DATA: Datum = { kind: 'no-data' };
const NOT_SUMMED: Datum = { kind: 'no-data', isNotSummed: true };
const OUTSIDE: Datum = { kind: 'outside' };

export interface ValueDatum {
  readonly kind: 'value';
  /** In the metric's base unit: yuan, people, or a share of 0 to 1. */
  readonly value: number;
  /** The least sure status of all that it is made of. */
  readonly status: Status;
  readonly source?: string;
  /** `own`: from the region's row. `sum`: added up from its counties. `given`: what its counterparts receive. */
  readonly origin: 'own' | 'sum' | 'given';
  /** How many counties it is made of, and how many of those that should have a value have none. */
  readonly counties: number;
  readonly missing: number;
  /** The period of what it was divided by, where that is another one. */
  readonly base?: Period;
  /** Where it surely lies; of a region's own value alone. */
  readonly range?: readonly [low: number, high: number];
}

export interface Dataset {
  /** How the feed was read, where it came as a table. */
  readonly table?: TableAccount;
  readonly feed: Feed;
  readonly regions: RegionIndex;
  readonly participants: ReadonlySet<RegionCode>;
  /** Takes it part, or does a county that lies in it? */
  isReceiver(code: RegionCode): boolean;
  readonly pairs: PairIndex;
  /** The feed's rows as they were laid on the regions. */
  readonly join: Join;
  readonly ledger: Ledger;
  /** A metric of the feed, or, by `METRIC/BASE`, one over a base of the feed. */
  metric(id: MetricId): Metric | undefined;
  source(id: string | undefined): Source | undefined;
  notesOf(code: RegionCode): readonly Note[];
  /** In second scripts, in the feed's order. */
  namesOf(code: RegionCode): readonly PlaceName[];
  /** Those who have rows of their own in a metric: who takes part, and those who help, where the metric says so. */
  membersOf(metric: MetricId): ReadonlySet<RegionCode>;
  datum(code: RegionCode, metric: MetricId, period: Period): Datum;
  /** The periods in which anyone has something in a metric, in order; of a metric that nobody has, those of the feed. */
  periodsOf(metric: MetricId): readonly Period[];
  /**
   * Partners on the other side, of a county or of all counties within a prefecture or province; of a `city-only` county, those
   * of its city.
   */
  partnersOf(code: RegionCode, period: Period): readonly Partner[];
}

function byCode<Row extends { readonly code: RegionCode }>(
  rows: readonly Row[],
): ReadonlyMap<RegionCode, readonly Row[]> {
  const found = new Map<RegionCode, Row[]>();
  for (const row of rows) append(found, row.code, row);
  return found;
}

/** As `buildDataset`, with rests; `placesNamed`: as of the join. */
export function* datasetInSteps(
  feed: Feed,
  codes: RawCodes,
  regions: RegionIndex,
  faults: readonly Fault[],
  placesNamed?: FindPlaces,
): Steps<Dataset> {
  const join = yield* joinInSteps(feed, codes, regions, faults, placesNamed);
  const pairs = indexPairs(join.pairs);
  const metrics = new Map(feed.metrics.map((metric) => [metric.id, metric]));
  for (const id of feed.bases)
    for (const metric of feed.metrics) {
      const rate = rateOver(metric, id, metrics.get(id));
      if (rate && !metrics.has(rate.id)) metrics.set(rate.id, rate);
    }
  const sources = new Map(feed.sources.map((source) => [source.id, source]));
  const notes = byCode(join.notes),
    names = byCode(join.names);
  const receivers = byContainer(join.participants, regions.containersOf);
  const everyone = new Set([...join.participants, ...join.owners]);
  const all = join.owners.size > 0 ? byContainer(everyone, regions.containersOf) : receivers;
  const membersOf = (metric: Metric | undefined): ReadonlySet<RegionCode> =>
    metric?.givers ? everyone : join.participants;
  const receiversWithin = (code: RegionCode): readonly RegionCode[] =>
    join.participants.has(code) ? [code] : (receivers.get(code) ?? []);
  const giversIn = memo((period: Period) => byContainer(pairs.givers(period), regions.containersOf));
  const giversWithin = (code: RegionCode, period: Period): readonly RegionCode[] => giversIn(period).get(code) ?? [];
  const data = memo<MetricId, (period: Period) => Map<RegionCode, Datum>>(() => memo(() => new Map()));

  /** What a participant's row says; `doubt`: the status of the pair that it comes by. */
  function own(code: RegionCode, metric: Metric, period: Period, doubt?: Status): Reading | undefined {
    const row = join.row(code, period, columnOf(metric));
    const reading =
      row &&
      kindOf(metric).read(row.period === period ? row : { ...row, period }, metric, (column, asked) =>
        columnAt(code, column, period, asked),
      );
    return reading && doubt !== undefined ? { ...reading, status: lessSure(reading.status, doubt) } : reading;
  }

  /** In which periods a region has something in a column, as places among the feed's. */
  const periodsWith = memo((column: MetricId) =>
    memo((code: RegionCode) =>
      feed.periods.flatMap((period, i) =>
        typeof join.row(code, period, column)?.numbers.get(column) === 'number' ? [i] : [],
      ),
    ),
  );
  const placeOf = new Map(feed.periods.map((period, i) => [period, i]));

  /** A column of a region in the period asked for alone, or in the one nearest to `period`, earlier before later. */
  function columnAt(code: RegionCode, column: MetricId, period: Period, asked?: Period): ReturnType<Other> {
    if (column === COUNTY && !metrics.has(column))
      return { value: regions.countiesWithin(code).length || 1, status: 'reported', period: asked ?? period };
    const at = (each: Period): ReturnType<Other> => {
      const row = join.row(code, each, column);
      const value = row?.numbers.get(column);
      return !row || value === null || value === undefined
        ? undefined
        : { value, status: row.status, source: row.source, period: each };
    };
    const found = at(asked ?? period);
    if (found || asked !== undefined) return found;
    const away = (i: number): number => Math.abs(i - (placeOf.get(period) ?? 0));
    let nearest: number | undefined;
    for (const i of periodsWith(column)(code)) if (nearest === undefined || away(i) < away(nearest)) nearest = i;
    return nearest === undefined ? undefined : at(feed.periods[nearest] ?? period);
  }

  function ownDatum(code: RegionCode, metric: Metric, period: Period): Datum {
    const reading = own(code, metric, period);
    if (!reading) {
      const source = join.row(code, period, columnOf(metric))?.source;
      return specialDatum(specialAt(code, metric, period), source === undefined ? {} : { source });
    }
    const { value, status, source, base } = reading;
    const range = join.row(code, period, metric.id)?.ranges?.get(metric.id);
    return {
      kind: 'value',
      origin: 'own',
      counties: 1,
      missing: 0,
      value,
      status,
      source,
      ...(base ? { base } : {}),
      ...(range ? { range } : {}),
    };
  }

  /** A share of what is suppressed is suppressed too. */
  function specialAt(code: RegionCode, { id, of }: Metric, period: Period): string | undefined {
    const said = (column: MetricId): string | undefined => join.row(code, period, column)?.specials?.get(column);
    return said(id) ?? (of === undefined ? undefined : said(of));
  }

  const says = (code: RegionCode, metric: Metric, period: Period): boolean =>
    own(code, metric, period) !== undefined || specialAt(code, metric, period) !== undefined;

  /** A unit that says something is not counted again in its counties; one that says nothing leaves it to those that have a row. */
  function counted(codes: readonly RegionCode[], metric: Metric, period: Period): readonly RegionCode[] {
    const units = codes.filter((code) => regions.get(code)?.level !== 'county');
    const isIn = (code: RegionCode, unit: RegionCode): boolean => code !== unit && regions.isWithin(code, unit);
    return units.length === 0
      ? codes
      : codes.filter(
          (code) =>
            !units.some((unit) => isIn(code, unit) && says(unit, metric, period)) &&
            (says(code, metric, period) || !codes.some((each) => isIn(each, code))),
        );
  }

  function sumDatum(receivers: readonly RegionCode[], metric: Metric, period: Period): Datum {
    const parts = receivers.map((code) => ({
      reading: own(code, metric, period),
      special: specialAt(code, metric, period),
      share: 1,
    }));
    return combine(parts, metric, 'sum');
  }

  function givenDatum(givers: readonly RegionCode[], metric: Metric, period: Period): Datum {
    const shares = new Map<RegionCode, { share: Share; status: Status }>();
    for (const partner of givers.flatMap((giver) => pairs.receiversOf(giver, period))) {
      const before = shares.get(partner.code);
      shares.set(partner.code, {
        share: (before?.share ?? 0) + partner.share,
        status: before ? lessSure(before.status, partner.status) : partner.status,
      });
    }
    // As the receiving side does: what a unit says is not given again to its counties.
    const parts = counted([...shares.keys()], metric, period).map((code) => ({
      reading: own(code, metric, period, shares.get(code)?.status),
      special: specialAt(code, metric, period),
      share: shares.get(code)?.share ?? 0,
    }));
    return combine(parts, metric, 'given');
  }

  function datum(code: RegionCode, metricId: MetricId, period: Period): Datum {
    const metric = metrics.get(metricId);
    if (!metric || !regions.has(code)) return OUTSIDE;
    const isMember = membersOf(metric).has(code);
    const within = ((metric.givers ? all : receivers).get(code) ?? []).filter((each) => each !== code);
    if (isMember && (within.length === 0 || says(code, metric, period))) return ownDatum(code, metric, period);
    if (within.length > 0) return sumDatum(counted(within, metric, period), metric, period);
    const givers = giversWithin(code, period);
    if (givers.length > 0) return metric.givers ? NO_DATA : givenDatum(givers, metric, period);
    const city = regions.get(code)?.parent;
    return city !== undefined && regions.get(city)?.level === 'prefecture' && pairs.givers(period).has(city)
      ? { kind: 'city-only', city }
      : OUTSIDE;
  }

  const periodsOf = memo((metricId: MetricId): readonly Period[] => {
    const metric = metrics.get(metricId);
    const found = feed.periods.filter(
      (period) =>
        metric &&
        [...membersOf(metric)].some(
          (code) => own(code, metric, period) !== undefined || specialAt(code, metric, period) !== undefined,
        ),
    );
    return found.length > 0 ? found : feed.periods;
  });

  return {
    feed,
    regions,
    participants: join.participants,
    isReceiver: (code) => receivers.has(code),
    join,
    pairs,
    ledger: join.ledger,
    metric: (id) => metrics.get(id),
    source: (id) => (id === undefined ? undefined : sources.get(id)),
    notesOf: (code) => notes.get(code) ?? [],
    namesOf: (code) => names.get(code) ?? [],
    membersOf: (metric) => membersOf(metrics.get(metric)),
    datum(code, metric, period) {
      const known = data(metric)(period);
      let found = known.get(code);
      if (!found) known.set(code, (found = datum(code, metric, period)));
      return found;
    },
    periodsOf,
    partnersOf(code, period) {
      const receivers = receiversWithin(code);
      if (receivers.length > 0) return mergePartners(receivers.flatMap((receiver) => pairs.giversTo(receiver, period)));
      const givers = giversWithin(code, period);
      if (givers.length > 0) return mergePartners(givers.flatMap((giver) => pairs.receiversOf(giver, period)));
      const city = regions.get(code)?.parent;
      return city === undefined
        ? []
        : pairs.receiversOf(city, period).map((partner) => ({ ...partner, isCitys: true }));
    },
  };
}

const specialDatum = (special: string | undefined, more: Pick<SpecialDatum, 'source' | 'most'> = {}): Datum =>
  special === undefined ? NO_DATA : { kind: 'special', special, ...more };

/** The column that a metric's values stand in, or come from. */
const columnOf = (metric: Metric): MetricId => (kindOf(metric).isColumn(metric) ? metric.id : (metric.of ?? metric.id));

interface Piece {
  readonly reading: Reading | undefined;
  readonly special: string | undefined;
  readonly share: Share;
}

function combine(pieces: readonly Piece[], metric: Metric, origin: 'sum' | 'given'): Datum {
  const known = pieces.flatMap(({ reading }) => reading ?? []);
  const [first] = known;
  const kind = kindOf(metric);
  const counties = pieces.length;
  // What all its counties say, a unit says too.
  const [said] = pieces;
  if (!first && pieces.every(({ special }) => special === said?.special)) return specialDatum(said?.special);
  const value = kind.combine(
    pieces.map(({ reading, share }) => ({ value: reading?.value, weight: reading?.weight ?? 1, share })),
  );
  const most = kind.cell && commonestSpecial(pieces, value);
  if (most !== undefined) return specialDatum(most, { most: { origin, counties } });
  if (!first) return NO_DATA;
  if (value === undefined) return NOT_SUMMED;
  return {
    kind: 'value',
    value,
    status: known.reduce((status, reading) => lessSure(status, reading.status), first.status),
    source: known.every(({ source }) => source === first.source) ? first.source : undefined,
    origin,
    counties,
    missing: pieces.filter(({ reading, special }) => !reading && !(kind.cell && special !== undefined)).length,
    ...(first.base !== undefined && known.every(({ base }) => base === first.base) ? { base: first.base } : {}),
  };
}

/** Of names, what stands in place of one more often than the commonest of them, `name`. */
function commonestSpecial(pieces: readonly Piece[], name: number | undefined): string | undefined {
  const counts = new Map<string, number>();
  let most = 0,
    found: string | undefined;
  for (const { reading, special, share } of pieces) {
    if (reading) most += reading.value === name ? share : 0;
    else if (special !== undefined) counts.set(special, (counts.get(special) ?? 0) + share);
  }
  for (const [special, count] of counts) if (count > most + 1e-9) [found, most] = [special, count];
  return found;
}

/** A partner met by several counties of one unit is one partner; its shares add up. */
function mergePartners(partners: readonly Partner[]): Partner[] {
  const merged = new Map<RegionCode, Partner>();
  for (const partner of partners) {
    const before = merged.get(partner.code);
    merged.set(
      partner.code,
      before
        ? {
            ...before,
            share: before.share + partner.share,
            status: lessSure(before.status, partner.status),
            isMerged: true,
          }
        : partner,
    );
  }
  return [...merged.values()];
}

function memo<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}
