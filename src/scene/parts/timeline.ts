/** The periods of the metric shown. */
import type { Dataset } from '../../data/dataset.js';
import type { Metric, Period } from '../../data/types.js';

export interface TimelinePart {
  readonly periods: readonly Period[];
  readonly period: Period;
  /** There is only one to show, while the feed's other metrics have others. */
  readonly isFixed: boolean;
  /** They are few enough to be named one by one. */
  readonly isNamed: boolean;
}

const MOST_NAMED = 12;

/** Undefined while the feed has one period. A metric that has no other keeps its line: what lies below does not move. */
export function timelinePart(dataset: Dataset, metric: Metric, period: Period): TimelinePart | undefined {
  if (dataset.feed.periods.length < 2) return undefined;
  const periods = dataset.periodsOf(metric.id);
  return { periods, period, isFixed: periods.length < 2, isNamed: periods.length <= MOST_NAMED };
}
