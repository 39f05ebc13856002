/** Classes of equal width. */
import { range } from 'd3-array';
import type { Method } from './method.js';

export const equal: Method = {
  // The thresholds of d3's scaleQuantize, which would bring formats and interpolators along: 2.7 KB for this line.
  breaks(sorted, classes) {
    const min = sorted[0] ?? 0,
      max = sorted[sorted.length - 1] ?? 0;
    return range(1, classes).map((i) => min + ((max - min) * i) / classes);
  },
  isPublishers: false,
};
