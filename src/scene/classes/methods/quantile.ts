/** Classes of equal size, as far as equal values allow it. */
import { range } from 'd3-array';
import { breaksAt } from '../round.js';
import type { Method } from './method.js';

export const quantile: Method = {
  breaks(sorted, classes) {
    // Quantiles of the places between the values, not of the values: those would make classes of 3, 4 and 3 out of ten.
    return breaksAt(
      sorted,
      range(1, classes).map((i) => Math.round((i / classes) * sorted.length)),
    );
  },
  isPublishers: false,
};
