/** Asks for each value of a metric beforehand, with rests: a dataset keeps what it was asked for. */
import type { Dataset } from './dataset.js';
import { PIECE, type Steps } from './slices.js';
import type { MetricId } from './types.js';

/** In all periods, which the classes are made of. */
export function* askedInSteps({ feed, regions, datum }: Dataset, metric: MetricId): Steps<void> {
  const codes = [...regions.counties, ...regions.prefectures, ...regions.provinces];
  let done = 0;
  for (const period of feed.periods) {
    for (const code of codes) {
      datum(code, metric, period);
      if (++done % (PIECE / 4) === 0) yield;
    }
  }
}
