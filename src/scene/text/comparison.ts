/** What the version before said of a region, beside what is said of it now. */
import type { Dataset, Datum } from '../../data/dataset.js';
import { isSameFigure } from '../../data/changes.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Level, RegionCode } from '../../data/types.js';
import { classOf } from '../classes/breaks.js';
import type { ClassScale } from '../classes/scale.js';
import { say, type Language } from '../words/index.js';
import '../words/deferred.js';
import { valueLine } from './value-line.js';
import { apartBy } from './explanation.js';

export interface Comparison {
  /** What the version before said, and its status where that was another one. */
  readonly before: string;
  /** Now less before; undefined where these are not two numbers. */
  readonly difference: number | undefined;
  /** All of it, as a sentence without its stop. */
  readonly text: string;
}

/** Undefined where both versions say the same. */
export function comparisonOf(
  before: Dataset,
  dataset: Dataset,
  { metric, period }: ClassScale,
  code: RegionCode,
  language: Language,
): Comparison | undefined {
  if (isSameFigure(before, dataset, code, metric.id, period)) return undefined;
  const then = datumIn(before, code, { metric, period });
  const now = dataset.datum(code, metric.id, period);
  const line = valueLine(before.metric(metric.id) ?? metric, then, language);
  // What is known of both alike stands beside the value of now.
  const { status } = valueLine(metric, now, language);
  const said = [line.text, line.interval, line.status === status ? undefined : line.status]
    .filter(Boolean)
    .join(say(language, 'text.comma'));
  const difference =
    then.kind === 'value' &&
    now.kind === 'value' &&
    kindOf(metric).says(now.value, now.counties, metric).as === 'number'
      ? now.value - then.value
      : undefined;
  if (difference === undefined || difference === 0)
    return { before: said, difference, text: say(language, 'compare.before', { before: said }) };
  const args = { before: said, difference: apartBy(metric, Math.abs(difference), language) };
  return { before: said, difference, text: say(language, difference > 0 ? 'compare.more' : 'compare.less', args) };
}

/** The comparison of a region in words, where it is the same too. */
export const comparisonText = (...args: Parameters<typeof comparisonOf>): string =>
  comparisonOf(...args)?.text ?? say(args[4], 'compare.unchanged');

/** How many regions of a legend differ, and how many of them are in another of its classes. */
export function comparisonLine(before: Dataset, dataset: Dataset, scale: ClassScale, language: Language): string {
  const { metric, period, level, breaks } = scale;
  const classIn = (datum: Datum): number | undefined =>
    datum.kind === 'value' ? classOf(datum.value, breaks) : undefined;
  const differing = codesAt(dataset, level).filter((code) => !isSameFigure(before, dataset, code, metric.id, period));
  const moved = differing.filter(
    (code) => classIn(datumIn(before, code, scale)) !== classIn(dataset.datum(code, metric.id, period)),
  );
  // The names of a feed are classes of their own: what differs is in another one.
  return say(language, scale.isFixed ? 'compare.legend.names' : 'compare.legend', {
    count: differing.length,
    moved: moved.length,
  });
}

const codesAt = ({ regions }: Dataset, level: Level): readonly RegionCode[] =>
  ({ county: regions.counties, prefecture: regions.prefectures, province: regions.provinces })[level];

/** A metric that the version before did not have has no data there. */
function datumIn(before: Dataset, code: RegionCode, { metric, period }: Pick<ClassScale, 'metric' | 'period'>): Datum {
  return before.metric(metric.id) ? before.datum(code, metric.id, period) : { kind: 'no-data' };
}
