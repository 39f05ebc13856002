/** Natural breaks: least spread within classes (Fisher 1958; Jenks 1977), by the optimal k-means of Wang and Song (2011). */
import { cumsum, range } from 'd3-array';
import { ckmeans } from 'simple-statistics';
import { breaksAt } from '../round.js';
import type { Method } from './method.js';

/** Values that are parted in a few milliseconds: of more, as many are taken at equal distances, the ends among them. */
const MOST = 20_000;
const evenly = (sorted: readonly number[], most: number): readonly number[] =>
  sorted.length <= most
    ? sorted
    : range(most).map((i) => sorted[Math.round((i * (sorted.length - 1)) / (most - 1))] as number);

export const jenks: Method = {
  breaks(sorted, classes) {
    // Squares of very large numbers are infinite; which spread is least does not depend on the unit.
    const unit = Math.max(Math.abs(sorted[0] ?? 0), Math.abs(sorted[sorted.length - 1] ?? 0)) || 1;
    const some = evenly(sorted, MOST);
    const values = some.map((value) => value / unit);
    // More clusters than different values part equal ones; more than values throw.
    const clusters = ckmeans(values, Math.min(classes, new Set(values).size));
    return breaksAt(some, [...cumsum(clusters, (cluster) => cluster.length)].slice(0, -1));
  },
  isPublishers: false,
};
