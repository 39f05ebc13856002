/** What follows from an atlas's values: pure functions, each made once from the same values. */
import { provinceOf } from '../data/codes.js';
import type { Dataset } from '../data/dataset.js';
import { kindOf } from '../data/kinds/index.js';
import { latest, memo } from '../data/memo.js';
import type { Partner } from '../data/pairs.js';
import type { Level, Metric, Period, RegionCode } from '../data/types.js';
import { classOf, type ClassMethod } from '../scene/classes/breaks.js';
import type { Scheme } from '../scene/classes/ramp.js';
import { classScale, classesBelow, fillOf, type ClassScale, type Fill } from '../scene/classes/scale.js';
import type { MapShapes } from '../scene/geometry/shapes.js';
import { NO_EMPHASIS, isSameEmphasis, type Emphasis } from '../scene/picture/scene.js';
import { paletteOf, type Palette, type Ramp, type Theme } from '../scene/picture/tokens.js';
import { breaksKey, type AtlasValues, type Filter } from './values.js';

/** The metric of the feed that is shown: the one asked for, or the first. */
export function chosenMetricOf({ dataset, metric }: AtlasValues): Metric | undefined {
  const metrics = dataset?.feed.metrics;
  return metrics?.find(({ id }) => id === metric) ?? metrics?.[0];
}

/** The metric shown: the chosen one, over the base that was asked for where it has one. */
export function metricOf(values: AtlasValues): Metric | undefined {
  const { dataset, per } = values;
  const chosen = chosenMetricOf(values);
  return (per === undefined ? undefined : dataset?.metric(`${chosen?.id}/${per}`)) ?? chosen;
}

/** The periods of the metric shown. */
export function periodsShown(values: AtlasValues): readonly Period[] {
  const metric = metricOf(values);
  return metric && values.dataset ? values.dataset.periodsOf(metric.id) : [];
}

/** The period shown: the one asked for, or the metric's last. */
export function periodOf(values: AtlasValues): Period {
  const { period } = values;
  const periods = periodsShown(values);
  return period !== undefined && periods.includes(period) ? period : (periods[periods.length - 1] ?? '');
}

/** The provinces of the feed, givers and receivers: what the default layout draws. */
export function provincesOf(values: AtlasValues): RegionCode[] {
  const { dataset } = values;
  if (!dataset) return [];
  const codes = [...dataset.pairs.givers(periodOf(values)), ...dataset.participants].map(provinceOf);
  return [...new Set(codes)].filter((code) => dataset.regions.has(code));
}

/**
 * What takes part within regions, in any period: prefectures, and counties that lie in none. The regions themselves where nothing in
 * them does, or all.
 */
export const takingPart = memo((dataset: Dataset, within: string): readonly RegionCode[] => {
  const { regions, participants, pairs, feed } = dataset;
  const codes = within.split(/\s+/).filter(Boolean);
  const units = [...participants, ...feed.periods.flatMap((period) => [...pairs.givers(period)])]
    .filter((code) => codes.some((each) => regions.isWithin(code, each)))
    .map((code) => {
      const parent = regions.get(regions.get(code)?.parent ?? '');
      return parent?.level === 'prefecture' ? parent.code : code;
    });
  const countiesIn = (all: readonly RegionCode[]): number =>
    new Set(all.flatMap((code) => regions.countiesWithin(code))).size;
  const taking = [...new Set(units)].sort();
  return taking.length > 0 && countiesIn(taking) < countiesIn(codes) ? taking : codes;
});

/**
 * What a map draws of its regions that is to show who takes part: all of them where it shows provinces, which lie in no prefecture, and
 * where something else in them is selected.
 */
export function fittedCodes(
  { dataset, selected }: AtlasValues,
  codes: readonly RegionCode[],
  level: Level,
): readonly RegionCode[] {
  if (!dataset || level === 'province') return codes;
  const { isWithin } = dataset.regions;
  const isIn = (code: RegionCode, units: readonly RegionCode[]): boolean => units.some((unit) => isWithin(code, unit));
  const taking = takingPart(dataset, codes.join(' '));
  return selected.some((code) => isIn(code, codes) && !isIn(code, taking)) ? codes : taking;
}

/** The level that a reader means by "this": of all maps, or of the first one. */
export function mainLevel({ level, drawnLevels }: AtlasValues): Level {
  return level ?? [...drawnLevels.values()][0] ?? 'county';
}

/** Whose partners are shown: the active region, or the selected ones while that has none. */
export function leadingOf(values: AtlasValues): readonly RegionCode[] {
  const { dataset, active, selected } = values;
  return active !== undefined && dataset && dataset.partnersOf(active, periodOf(values)).length > 0
    ? [active]
    : selected;
}

const scaleFor = memo(
  (
    dataset: Dataset,
    metric: Metric,
    period: Period,
    level: Level,
    method: ClassMethod,
    classes: number,
    readers: readonly number[] | undefined,
  ): ClassScale =>
    classScale(dataset, metric, period, level, {
      method,
      classes,
      thresholds: metric.breaks,
      periods: dataset.periodsOf(metric.id),
      breaks: readers,
    }),
);

/** The one scale of a level; undefined until there is data. */
export function scaleAt(values: AtlasValues, level: Level): ClassScale | undefined {
  const { dataset, method, classes, breaks } = values;
  const metric = metricOf(values);
  if (!dataset || !metric) return undefined;
  return scaleFor(dataset, metric, periodOf(values), level, method, classes, breaks.get(breaksKey(metric.id, level)));
}

/** `isKept`, for who asks for many regions of one scale. */
export function isKeptBy(filter: Filter | undefined, dataset: Dataset, scale: ClassScale, code: RegionCode): boolean {
  if (filter?.level !== scale.level) return true;
  const datum = dataset.datum(code, scale.metric.id, scale.period);
  if (datum.kind !== 'value') return false;
  return filter.kind === 'range'
    ? datum.value >= filter.from && datum.value <= filter.to
    : filter.classes.has(classOf(datum.value, scale.breaks));
}

const paletteFor = memo(
  (
    readToken: (name: string) => string,
    sight: AtlasValues['sight'],
    theme: Theme,
    scheme: Scheme,
    classes: number,
    kind: Ramp['kind'],
    below: number,
  ): Palette => {
    const ramp = { kind, below };
    const palette = paletteOf(theme, scheme, classes, readToken, ramp);
    return sight ? sight(palette, scheme, ramp) : palette;
  },
);

/** Colours for the current scale, theme and host. */
export function paletteAt(values: AtlasValues, level: Level): Palette {
  const { theme, scheme, readToken, sight } = values;
  const scale = scaleAt(values, level);
  const ramp = scale ? kindOf(scale.metric).ramp : 'sequential';
  return paletteFor(readToken, sight, theme, scheme, scale?.classes.length ?? 1, ramp, scale ? classesBelow(scale) : 0);
}

const fillsFor = memo(
  (map: MapShapes, dataset: Dataset, scale: ClassScale): ReadonlyMap<RegionCode, Fill> =>
    new Map(map.shapes.map(({ code }) => [code, fillOf(dataset.datum(code, scale.metric.id, scale.period), scale)])),
);
const NO_FILLS: ReadonlyMap<RegionCode, Fill> = new Map();

/** The fill of every region of a map. */
export function fillsOn(values: AtlasValues, map: MapShapes): ReadonlyMap<RegionCode, Fill> {
  const { dataset } = values;
  const scale = scaleAt(values, map.level);
  return dataset && scale ? fillsFor(map, dataset, scale) : NO_FILLS;
}

/** How many regions of a map have a value. */
export const countOn = memo(
  (fills: ReadonlyMap<RegionCode, Fill>): number => [...fills.values()].filter(({ kind }) => kind === 'class').length,
);

/**
 * Says what stands out on one map: the active region, the selected ones, and the partners of whichever of these leads; where
 * there are no partners to show, what the legend points at or keeps. As long as that is the same, so is what it answers: most
 * maps show nothing of most regions that are pointed at, and need not even look.
 */
export function emphasisKeeper(): (values: AtlasValues, map: MapShapes) => Emphasis {
  const make = latest(emphasisFor);
  let kept = NO_EMPHASIS;
  return (values, map) => {
    const { dataset, active, selected, filter, spotlight } = values;
    const scale = filter || spotlight ? scaleAt(values, map.level) : undefined;
    const made = make(map, dataset, active, selected, periodOf(values), filter, spotlight, scale);
    if (!isSameEmphasis(kept, made)) kept = made;
    return kept;
  };
}

function emphasisFor(
  map: MapShapes,
  dataset: Dataset | undefined,
  active: RegionCode | undefined,
  selected: readonly RegionCode[],
  period: Period,
  filter: Filter | undefined,
  spotlight: AtlasValues['spotlight'],
  scale: ClassScale | undefined,
): Emphasis {
  if (!dataset || (active === undefined && selected.length === 0 && !filter && !spotlight)) return NO_EMPHASIS;
  const partnersOf = (code: RegionCode): readonly Partner[] => dataset.partnersOf(code, period);
  const leading = active !== undefined && partnersOf(active).length > 0 ? [active] : selected;
  const partners = spotlight ? [] : leading.flatMap(partnersOf);
  // On either side: a city in place of its county.
  const isCitys = ({ code, isCitys: fromCity }: Partner): boolean =>
    fromCity === true || (map.level === 'county' && dataset.regions.get(code)?.level === 'prefecture');
  const codesOf = (some: readonly Partner[]): ReadonlySet<RegionCode> => {
    const codes = some.map(({ code }) => code);
    return new Set(codesOn(dataset, map, codes));
  };
  const isLegends = partners.length === 0 && (spotlight ?? filter) !== undefined;
  const isLit = (code: RegionCode): boolean => {
    if (!spotlight) return !scale || isKeptBy(filter, dataset, scale, code);
    if (!scale || spotlight.level !== map.level) return false;
    const fill = fillOf(dataset.datum(code, scale.metric.id, scale.period), scale);
    return fill.kind === 'class' && fill.index === spotlight.index;
  };
  return {
    active: active !== undefined && map.byCode.has(active) ? active : undefined,
    selected: new Set(codesOn(dataset, map, selected)),
    partners: codesOf(partners.filter((partner) => !isCitys(partner))),
    cityPartners: codesOf(partners.filter(isCitys)),
    kept: isLegends ? new Set(map.shapes.map(({ code }) => code).filter(isLit)) : NO_EMPHASIS.kept,
    // Under a pointer that wanders colours stay those of the legend; what fades the rest is a choice.
    isFading: isLegends || selected.some((code) => partnersOf(code).length > 0),
  };
}

/** Codes as a map can show them: themselves, the counties within them, or the unit that they lie in; those of elsewhere are none. */
export function codesOn({ regions }: Dataset, map: MapShapes, codes: readonly RegionCode[]): RegionCode[] {
  return codes.flatMap((code): RegionCode[] => {
    if (map.byCode.has(code)) return [code];
    const within = regions.countiesWithin(code).filter((county) => map.byCode.has(county));
    return within.length > 0
      ? within
      : map.shapes.map((shape) => shape.code).filter((unit) => regions.isWithin(code, unit));
  });
}
