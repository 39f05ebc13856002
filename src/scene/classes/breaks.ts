/** Class breaks of a choropleth. A break is the lowest value of the class above it; no method throws on any list. */
import { bisectRight } from 'd3-array';
import { methodOf, type ClassMethod } from './methods/index.js';

export { CLASS_METHODS, type ClassMethod } from './methods/index.js';
export const MAX_CLASSES = 9;

/**
 * The inner breaks for `values`: ascending, all within (min, max], at most `classes - 1`. Ties never make an empty class,
 * equal or no values give no break. `threshold` takes round numbers, or `thresholds` as they are.
 *
 * Breaks of `quantile` and `jenks` are moved to the roundest number that parts the same values, so that a reader can
 * remember them; which region is in which class does not change by it.
 */
export function classBreaks(
  values: readonly number[],
  method: ClassMethod,
  classes: number,
  thresholds?: readonly number[],
): number[] {
  const { breaks, isPublishers } = methodOf(method);
  if (isPublishers && thresholds) return ascending(thresholds.filter(Number.isFinite));
  // As numbers, and not two by two: of all periods there may be hundreds of thousands.
  const sorted = [...Float64Array.from(values.filter(Number.isFinite)).sort()];
  const count = Math.max(1, Math.min(MAX_CLASSES, Math.floor(classes) || 1));
  const min = sorted[0];
  const max = sorted[sorted.length - 1];
  if (min === undefined || max === undefined || min === max || count === 1) return [];
  return ascending(breaks(sorted, count)).filter((value) => value > min && value <= max);
}

/** The class of a value: how many breaks it has reached. */
export function classOf(value: number, breaks: readonly number[]): number {
  return bisectRight(breaks, value);
}

const ascending = (list: readonly number[]): number[] => [...new Set(list)].sort((a, b) => a - b);
