/** The words beside the classes of a legend, and what else it lists. */
import { displayUnit, formatIn, type DisplayUnit } from '../text/numbers.js';
import type { Dataset } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Metric } from '../../data/types.js';
import type { ClassScale, Fill } from '../classes/scale.js';
import { inLanguage, say, type Language } from '../words/index.js';
import '../words/deferred.js';

/** The unit of a legend. Its digits are those of the breaks; the ends are as exact as the data, and would drag all to theirs. */
export function legendUnit(scale: ClassScale, language: Language): DisplayUnit {
  const ends =
    scale.values.length > 0 ? [scale.values[0] as number, scale.values[scale.values.length - 1] as number] : [];
  const breaks = isWhole(scale.metric) ? scale.breaks.map(Math.ceil) : scale.breaks;
  return displayUnit(scale.metric, [...scale.breaks, ...ends], language, breaks.length > 0 ? breaks : ends);
}

/** Do classes begin and end with whole numbers? */
function isWhole(metric: Metric): boolean {
  const classing = kindOf(metric).classing(metric);
  return classing.by === 'values' && classing.isWhole;
}

/** One label for each class, in the legend's unit: "2,035–2,480", or "2" where a class holds one number of a count. */
export function classLabels(scale: ClassScale, language: Language): string[] {
  const classing = kindOf(scale.metric).classing(scale.metric);
  if (classing.by === 'kind')
    return classing.labels.map((label) =>
      typeof label === 'string' ? say(language, label) : inLanguage(label, language),
    );
  const [least] = scale.values;
  const most = scale.values[scale.values.length - 1];
  const unit = legendUnit(scale, language);
  const show = (value: number): string => formatIn(unit, value, language);
  return scale.classes.map(({ from, to, values }) => {
    const low = Number.isFinite(from)
      ? classing.isWhole
        ? Math.ceil(from)
        : from
      : Math.min(least ?? to, values?.[0] ?? to);
    // A class of whole numbers ends with the last one below the next class.
    const high = Number.isFinite(to)
      ? classing.isWhole
        ? Math.ceil(to) - 1
        : to
      : Math.max(most ?? from, values?.[1] ?? from);
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
