/** The words beside the classes of a legend, and what else it lists. */
import { displayUnit, formatIn, type DisplayUnit } from '../text/numbers.js';
import type { Dataset } from '../../data/dataset.js';
import type { ClassScale, Fill } from '../classes/scale.js';
import { say, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';

const COVERAGE = [
  'legend.coverage.none',
  'legend.coverage.part',
  'legend.coverage.full',
] as const satisfies readonly WordKey[];

/** The unit of a legend. Its digits are those of the breaks; the ends are as exact as the data, and would drag all to theirs. */
export function legendUnit(scale: ClassScale, language: Language): DisplayUnit {
  const ends =
    scale.values.length > 0 ? [scale.values[0] as number, scale.values[scale.values.length - 1] as number] : [];
  const breaks = scale.metric.kind === 'count' ? scale.breaks.map(Math.ceil) : scale.breaks;
  return displayUnit(scale.metric, [...scale.breaks, ...ends], language, breaks.length > 0 ? breaks : ends);
}

/** One label for each class, in the legend's unit: "2,035–2,480", or "2" where a class holds one number of a count. */
export function classLabels(scale: ClassScale, language: Language): string[] {
  if (scale.method === 'coverage') return COVERAGE.map((key) => say(language, key));
  const [least] = scale.values;
  const most = scale.values[scale.values.length - 1];
  const unit = legendUnit(scale, language);
  const show = (value: number): string => formatIn(unit, value, language);
  return scale.classes.map(({ from, to, values }) => {
    const isWhole = scale.metric.kind === 'count';
    const low = Number.isFinite(from) ? (isWhole ? Math.ceil(from) : from) : Math.min(least ?? to, values?.[0] ?? to);
    // A class of a count ends with the last whole number below the next one.
    const high = Number.isFinite(to) ? (isWhole ? Math.ceil(to) - 1 : to) : Math.max(most ?? from, values?.[1] ?? from);
    // Those who give may lie beyond all who receive: then the outer classes have no end that the legend could name.
    if (scale.reach && Number.isFinite(to) && !Number.isFinite(from) && scale.reach[0] < low)
      return say(language, 'legend.below', { to: show(to) });
    if (scale.reach && Number.isFinite(from) && !Number.isFinite(to) && scale.reach[1] > high)
      return say(language, 'legend.from', { from: show(from) });
    if (low >= high) return show(low);
    return say(language, 'legend.range', { from: show(low), to: show(high) });
  });
}

export type OtherKind = Exclude<Fill['kind'], 'class'>;

/** Regions of the level that are drawn and carry no class, by kind; kinds that do not occur are left out, but for no data. */
export function othersOf(dataset: Dataset, { level, metric, period }: ClassScale): [OtherKind, number][] {
  const { counties, prefectures, provinces } = dataset.regions;
  const count = { 'no-data': 0, 'city-only': 0, outside: 0 };
  for (const code of { county: counties, prefecture: prefectures, province: provinces }[level]) {
    const { kind } = dataset.datum(code, metric.id, period);
    if (kind !== 'value') count[kind]++;
  }
  return (['no-data', 'city-only', 'outside'] as const)
    .filter((kind) => kind === 'no-data' || count[kind] > 0)
    .map((kind) => [kind, count[kind]]);
}
