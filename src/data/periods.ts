/** Periods in their order. */
import type { Dataset } from './dataset.js';
import { memo } from './memo.js';
import type { MetricId, Period } from './types.js';

/** The period in which a metric has something: `period`, or the nearest, earlier before later. Rows of a table ask for the same one. */
export const periodNear = memo(({ feed, periodsOf }: Dataset, metric: MetricId, period: Period): Period => {
  const at = (each: Period): number => feed.periods.indexOf(each);
  const away = (each: Period): number => Math.abs(at(each) - at(period));
  const periods = periodsOf(metric);
  return periods.reduce((best, each) => (away(each) < away(best) ? each : best), periods[0] ?? period);
});
