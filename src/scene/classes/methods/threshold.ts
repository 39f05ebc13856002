/** Round numbers: the finest multiples of 1, 2 or 5 times a power of ten that make no more classes than were asked for. */
import { tickIncrement, ticks } from 'd3-array';
import type { Method } from './method.js';

export const threshold: Method = {
  breaks(sorted, classes) {
    const min = sorted[0] ?? 0,
      max = sorted[sorted.length - 1] ?? 0;
    // Steps of d3 are 2 or 2.5 times apart: fewer ticks by a third at a time miss none of them. A range that is too small or too
    // large for a number has no step, and d3 would throw.
    for (let count = classes; Number.isFinite(tickIncrement(min, max, count)); count /= 1.5) {
      const inner = ticks(min, max, count).filter((tick) => tick > min);
      if (inner.length < classes) return inner;
    }
    return [];
  },
  isPublishers: true,
};
