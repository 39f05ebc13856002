/** The one scale behind fill, legend, table and tooltip: breaks of a metric at a level, and who is in which class. */
import { extent, range } from 'd3-array';
import { scaleThreshold } from 'd3-scale';
import type { Dataset, Datum } from '../../data/dataset.js';
import { kindOf, type MetricKind } from '../../data/kinds/index.js';
import type { Classing } from '../../data/kinds/kind.js';
import { memo } from '../../data/memo.js';
import { isPublished, lessSure, needsNoRemark, type Status } from '../../data/status.js';
import type { Level, Metric, MetricId, Period, RegionCode } from '../../data/types.js';
import { classBreaks, classOf } from './breaks.js';
import { methodOf, type ClassMethod } from './methods/index.js';

/** From 0, the lowest class, upwards. */
export type ClassIndex = number;

export interface ScaleClass {
  readonly index: ClassIndex;
  /** Lowest value of the class; -Infinity for the first, unless it holds a single value. */
  readonly from: number;
  /** The break above it, not included; Infinity for the last. */
  readonly to: number;
  /** Lowest and highest of the values in it; absent when it has none. */
  readonly values?: readonly [min: number, max: number];
  /** Participating regions in it. */
  readonly codes: readonly RegionCode[];
}

export type ClassScale = ScaleBase &
  (
    | { readonly isFixed: false; readonly method: ClassMethod }
    /** The metric's kind has classes of its own: no method made them, no histogram shows them, and no reader moves them. */
    | { readonly isFixed: true; readonly method: MetricKind }
  );

interface ScaleBase {
  readonly metric: Metric;
  readonly period: Period;
  readonly level: Level;
  readonly breaks: readonly number[];
  /** The breaks are the reader's own, and not those of the method. */
  readonly isReaders: boolean;
  readonly classes: readonly ScaleClass[];
  /** Of the participating regions that have a value, in ascending order. */
  readonly values: readonly number[];
  /** Lowest and highest of all values that are coloured on this scale, of those who give too. */
  readonly reach: readonly [min: number, max: number] | undefined;
  /** Participating regions of this level without a value. */
  readonly noData: readonly RegionCode[];
  /** The least sure status among the values. */
  readonly status: Status | undefined;
  /** Of the participating regions, those whose value nobody published. */
  readonly notPublished: readonly RegionCode[];
  /** Of how many values something must be said. */
  readonly remarked: number;
}

/** A region's fill on a map; `notPublished` says that its class comes from a value that nobody published. */
export type Fill =
  | { readonly kind: 'class'; readonly index: ClassIndex; readonly notPublished: boolean }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'special' }
  | { readonly kind: 'city-only' }
  | { readonly kind: 'outside' };

/** Those who have a metric's values, at a level: they themselves, or the units that they lie in. */
export function participantsAt(dataset: Dataset, level: Level, metric: MetricId): RegionCode[] {
  const { regions } = dataset;
  const codes = new Set<RegionCode>();
  for (const member of dataset.membersOf(metric)) {
    for (let code: RegionCode | undefined = member, step = 0; code !== undefined && step < 4; step++) {
      const region = regions.get(code);
      // A county directly under its province stands for itself among the prefectures.
      const standsIn = level === 'prefecture' && region?.level === 'county' && regions.prefectures.includes(code);
      if (region?.level === level || standsIn) codes.add(code);
      code = region?.parent;
    }
  }
  return [...codes];
}

export interface ScaleOptions {
  readonly method: ClassMethod;
  readonly classes: number;
  readonly thresholds?: readonly number[];
  /** Breaks come from the values of all these periods, so that periods can be compared. */
  readonly periods?: readonly Period[];
  /** The reader's own breaks, ascending, in place of the method's. */
  readonly breaks?: readonly number[];
}

/** The scale of `metric` over those who take part at `level`. Those who give are coloured on it, and do not shape it. */
export function classScale(
  dataset: Dataset,
  metric: Metric,
  period: Period,
  level: Level,
  options: ScaleOptions,
): ClassScale {
  const codes = participantsAt(dataset, level, metric.id);
  const known = codes.flatMap((code) => {
    const datum = dataset.datum(code, metric.id, period);
    return datum.kind === 'value' ? [{ code, value: datum.value, status: datum.status }] : [];
  });
  const spread = spreadOf(dataset, metric, options.periods ?? [period], level);
  const classing = kindOf(metric).classing(metric);
  const isFixed = classing.by === 'kind';
  const middle = isFixed ? undefined : classing.middle;
  // Those who give are coloured too: a class that holds them reaches over no middle either.
  const coloured = (): readonly number[] =>
    (options.periods ?? [period]).flatMap((each) => reachOf(dataset, metric, each, level) ?? []);
  const breaks = isFixed
    ? classing.breaks
    : middle !== undefined
      ? breaksAround(middle, spread, coloured(), options)
      : (options.breaks ?? breaksOf(classing, spread, options));
  const threshold = scaleThreshold<number, ClassIndex>(breaks, range(breaks.length + 1));
  const classes = threshold.range().map((index): ScaleClass => {
    const members = known.filter(({ value }) => threshold(value) === index);
    const [least, most] = extent(members, ({ value }) => value);
    const [from = -Infinity, to = Infinity] = threshold.invertExtent(index);
    return {
      index,
      from,
      to,
      values: least === undefined ? undefined : [least, most],
      codes: members.map(({ code }) => code),
    };
  });
  const withValue = new Set(known.map(({ code }) => code));
  let reach: { readonly found: ClassScale['reach'] } | undefined;
  return {
    metric,
    period,
    level,
    breaks,
    isReaders: !isFixed && options.breaks !== undefined,
    classes,
    ...(isFixed ? { isFixed, method: metric.kind } : { isFixed, method: options.method }),
    values: known.map(({ value }) => value).sort((a, b) => a - b),
    // Asked for by those who come after the first picture.
    get reach() {
      return (reach ??= { found: reachOf(dataset, metric, period, level) }).found;
    },
    noData: codes.filter((code) => !withValue.has(code)),
    remarked: known.filter(({ status }) => !needsNoRemark(status)).length,
    notPublished: known.filter(({ status }) => !isPublished(status)).map(({ code }) => code),
    status: known.reduce<Status | undefined>(
      (worst, { status }) => (worst === undefined ? status : lessSure(worst, status)),
      undefined,
    ),
  };
}

/** All values that breaks come from: the same at every step through the periods. */
const spreadOf = memo((dataset: Dataset, metric: Metric, periods: readonly Period[], level: Level): number[] => {
  const codes = participantsAt(dataset, level, metric.id);
  return periods.flatMap((period) =>
    codes.flatMap((code) => {
      const datum = dataset.datum(code, metric.id, period);
      return datum.kind === 'value' ? [datum.value] : [];
    }),
  );
});

function reachOf(dataset: Dataset, metric: Metric, period: Period, level: Level): [number, number] | undefined {
  const { counties, prefectures, provinces } = dataset.regions;
  let reach: [number, number] | undefined;
  for (const code of { county: counties, prefecture: prefectures, province: provinces }[level]) {
    const datum = dataset.datum(code, metric.id, period);
    if (datum.kind === 'value')
      reach = reach ? [Math.min(reach[0], datum.value), Math.max(reach[1], datum.value)] : [datum.value, datum.value];
  }
  return reach;
}

/** Whole numbers, while they are few, get a class for each: "1", "2", "3" say more than "1–2". */
function breaksOf(
  { isWhole }: Extract<Classing<string>, { by: 'values' }>,
  values: readonly number[],
  { method, classes, thresholds }: ScaleOptions,
): number[] {
  const distinct = new Set(isWhole && !methodOf(method).isPublishers ? values : []);
  if (distinct.size > 0 && distinct.size <= classes) return [...distinct].sort((a, b) => a - b).slice(1);
  return classBreaks(values, method, classes, thresholds);
}

/**
 * Classes on either side of a middle, as many on each as it has of the values. Breaks that are the reader's or the publisher's get
 * the middle among them, where they or what is coloured lie on both sides of it.
 */
function breaksAround(
  middle: number,
  values: readonly number[],
  coloured: readonly number[],
  { method, classes, thresholds, breaks }: ScaleOptions,
): number[] {
  const own = breaks ?? (methodOf(method).isPublishers ? thresholds : undefined);
  const all = [...values, ...coloured, ...(own ?? [])];
  const isSpanned = all.some((value) => value < middle) && all.some((value) => value >= middle);
  if (own) return [...new Set(isSpanned ? [...own, middle] : own)].filter(Number.isFinite).sort((a, b) => a - b);
  if (!isSpanned) return classBreaks(values, method, classes);
  const below = values.filter((value) => value < middle),
    above = values.filter((value) => value >= middle);
  const share = Math.round((classes * below.length) / Math.max(1, values.length));
  const lower = Math.max(1, Math.min(classes - 1, share));
  return [...classBreaks(below, method, lower), middle, ...classBreaks(above, method, Math.max(1, classes - lower))];
}

/** How many classes lie below the middle of a metric that has one. */
export function classesBelow({ metric, breaks, values }: Pick<ClassScale, 'metric' | 'breaks' | 'values'>): number {
  const classing = kindOf(metric).classing(metric);
  const middle = classing.by === 'values' ? classing.middle : undefined;
  if (middle === undefined) return 0;
  const at = breaks.indexOf(middle);
  if (at >= 0) return at + 1;
  // Without a break at the middle all that is coloured lies on one side of it.
  return values.some((value) => value < middle) ? breaks.length + 1 : 0;
}

/** A map has thousands of regions, and few fills: each is made once. */
const fills = new Map<string, Fill>();

function oneOf(fill: Fill): Fill {
  const key = fill.kind === 'class' ? `${fill.index} ${fill.notPublished}` : fill.kind;
  let kept = fills.get(key);
  if (!kept) fills.set(key, (kept = fill));
  return kept;
}

export function fillOf(datum: Datum, scale: ClassScale): Fill {
  return oneOf(
    datum.kind === 'value'
      ? { kind: 'class', index: classOf(datum.value, scale.breaks), notPublished: !isPublished(datum.status) }
      : { kind: datum.kind },
  );
}
