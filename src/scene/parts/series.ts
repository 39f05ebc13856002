/** A region's values in all periods of a metric, as points of a small line, or, of names, as cells side by side. */
import type { Dataset } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import { isPublished } from '../../data/status.js';
import type { Period, RegionCode } from '../../data/types.js';
import { fillOf, type ClassScale, type Fill } from '../classes/scale.js';
import { valueLine } from '../text/value-line.js';
import { say, type Language } from '../words/index.js';
import '../words/deferred.js';

export interface SeriesPoint {
  readonly period: Period;
  /** It is the period that maps and legend show. */
  readonly isShown: boolean;
  /** As the maps have it. */
  readonly fill: Fill;
  /** From 0, at the foot, to 1; undefined where there is no number: no line leads there, or from there. */
  readonly at: number | undefined;
  /** Nobody published it: its point is hollow. */
  readonly isHollow: boolean;
}

export interface SeriesPart {
  readonly heading: string;
  readonly points: readonly SeriesPoint[];
  /** Names have cells, and no line. */
  readonly isNamed: boolean;
  /** Where zero lies, in between two ends of which one is below it. */
  readonly zero: number | undefined;
  /** Names of periods below the points; empty where there is no room for one. */
  readonly labels: readonly string[];
  /** What hollow points mean, where there are any. */
  readonly note: string | undefined;
  /** The same in words, for those who do not see it. */
  readonly spoken: string;
}

/** Periods whose names stand side by side; of more the first and the last. */
const MOST_NAMED = 6;

/** Points that can be told apart; of more periods these around the one shown. */
const MOST_POINTS = 120;

/** Undefined of a metric with one period, and of a region that has nothing in any. */
export function seriesPart(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode,
  language: Language,
): SeriesPart | undefined {
  const { metric } = scale;
  const all = dataset.periodsOf(metric.id);
  const first = Math.min(all.indexOf(scale.period) - MOST_POINTS / 2, all.length - MOST_POINTS);
  const periods = all.slice(Math.max(0, first)).slice(0, MOST_POINTS);
  const data = periods.map((period) => dataset.datum(code, metric.id, period));
  if (periods.length < 2 || !data.some(({ kind }) => kind === 'value' || kind === 'special')) return undefined;
  const isNamed = kindOf(metric).cell !== undefined;
  const values = data.flatMap((datum) => (datum.kind === 'value' ? [datum.value] : []));
  // From zero, so that a small change looks small.
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const heightOf = (value: number): number => (most > least ? (value - least) / (most - least) : 0.5);
  const hollow = data.map((datum) => (datum.kind === 'value' && !isPublished(datum.status) ? datum.status : undefined));
  const said = data.map((datum, i) => {
    const { text, status } = valueLine(metric, datum, language);
    return say(language, 'text.labelled', {
      label: periods[i] ?? '',
      text: [text, status].filter(Boolean).join(say(language, 'text.comma')),
    });
  });
  const unsure = [...new Set(hollow)].flatMap((status) =>
    status === undefined ? [] : say(language, `status.${status}`),
  );
  return {
    heading: say(language, 'series.heading'),
    points: data.map((datum, i) => ({
      period: periods[i] ?? '',
      isShown: periods[i] === scale.period,
      fill: fillOf(datum, scale),
      at: datum.kind === 'value' ? heightOf(datum.value) : undefined,
      isHollow: hollow[i] !== undefined,
    })),
    isNamed,
    zero: least < 0 ? heightOf(0) : undefined,
    labels: periods.map((period, i) =>
      periods.length <= MOST_NAMED || i === 0 || i === periods.length - 1 ? period : '',
    ),
    note:
      unsure.length === 0
        ? undefined
        : say(language, isNamed ? 'series.hatched' : 'series.hollow', {
            status: unsure.join(say(language, 'text.list')),
          }),
    spoken: said.join(say(language, 'text.semicolon')),
  };
}
