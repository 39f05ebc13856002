/** Class breaks of a choropleth. A break is the lowest value of the class above it; no method throws on any list. */
export type ClassMethod = 'quantile' | 'equal' | 'jenks' | 'threshold';
export const CLASS_METHODS: readonly ClassMethod[] = ['quantile', 'equal', 'jenks', 'threshold'];
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
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const count = Math.max(1, Math.min(MAX_CLASSES, Math.floor(classes) || 1));
  if (method === 'threshold' && thresholds) return ascending(thresholds.filter(Number.isFinite));
  const min = sorted[0];
  const max = sorted[sorted.length - 1];
  if (min === undefined || max === undefined || min === max || count === 1) return [];
  switch (method) {
    case 'quantile':
      return roundBreaks(sorted, quantileStarts(sorted, count));
    case 'jenks':
      return roundBreaks(sorted, jenksStarts(sorted, count));
    case 'equal':
      return inside(
        Array.from({ length: count - 1 }, (_, i) => min + ((max - min) * (i + 1)) / count),
        min,
        max,
      );
    case 'threshold':
      return roundSteps(min, max, count);
  }
}

/** The class of a value: how many breaks it has reached. */
export function classOf(value: number, breaks: readonly number[]): number {
  let index = 0;
  while (index < breaks.length && value >= (breaks[index] as number)) index++;
  return index;
}

/** Multiples of 1, 2 or 5 times a power of ten, at most `count - 1` of them. */
function roundSteps(min: number, max: number, count: number): number[] {
  const least = (max - min) / count;
  const power = 10 ** Math.floor(Math.log10(least));
  for (const step of [1, 2, 5, 10, 20].map((multiple) => multiple * power)) {
    const first = Math.floor(min / step) + 1;
    const breaks = inside(
      Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12))),
      min,
      max,
    );
    if (breaks.length < count) return breaks;
  }
  return [];
}

const ascending = (list: readonly number[]): number[] => [...new Set(list)].sort((a, b) => a - b);
const inside = (list: readonly number[], min: number, max: number): number[] =>
  ascending(list).filter((value) => value > min && value <= max);

/** The index at which each class but the first begins; equal values are never parted. */
function quantileStarts(sorted: readonly number[], classes: number): number[] {
  const starts = new Set<number>();
  for (let i = 1; i < classes; i++) {
    const start = firstOfTie(sorted, Math.round((i * sorted.length) / classes));
    if (start > 0) starts.add(start);
  }
  return [...starts].sort((a, b) => a - b);
}

/** The nearer end of the run of equal values that `index` falls into, as a place to part the list. */
function firstOfTie(sorted: readonly number[], index: number): number {
  const value = sorted[Math.min(index, sorted.length - 1)];
  let first = Math.min(index, sorted.length - 1);
  while (first > 0 && sorted[first - 1] === value) first--;
  let next = index;
  while (next < sorted.length && sorted[next] === value) next++;
  const nearerEnd = next < sorted.length && next - index < index - first ? next : first;
  return nearerEnd === 0 && next < sorted.length ? next : nearerEnd;
}

/**
 * Optimal one-dimensional k-means over the distinct values (Fisher 1958; Jenks 1977), by dynamic programming over
 * prefix sums. Quadratic in the number of distinct values; 3,000 of them take a few tens of milliseconds.
 */
function jenksStarts(sorted: readonly number[], classes: number): number[] {
  const distinct: number[] = [];
  const firstAt: number[] = [];
  const weight = [0],
    sum = [0],
    squares = [0];
  // Squares of very large numbers are infinite; which spread is least does not depend on the unit.
  const unit = Math.max(Math.abs(at(sorted, 0)), Math.abs(at(sorted, sorted.length - 1))) || 1;
  sorted.forEach((exact, i) => {
    const n = distinct.length;
    const value = exact / unit;
    if (n > 0 && distinct[n - 1] === value) {
      weight[n] = at(weight, n) + 1;
      sum[n] = at(sum, n) + value;
      squares[n] = at(squares, n) + value * value;
    } else {
      distinct.push(value);
      firstAt.push(i);
      weight.push(at(weight, n) + 1);
      sum.push(at(sum, n) + value);
      squares.push(at(squares, n) + value * value);
    }
  });
  const n = distinct.length;
  const k = Math.min(classes, n);
  /** Squared deviation from their mean of the distinct values `from` to `to`, the end not included. */
  const spread = (from: number, to: number): number => {
    const w = at(weight, to) - at(weight, from),
      s = at(sum, to) - at(sum, from);
    return Math.max(0, at(squares, to) - at(squares, from) - (s * s) / w);
  };
  let cost = Array.from({ length: n + 1 }, (_, to) => (to === 0 ? 0 : spread(0, to)));
  const begins: number[][] = [];
  for (let c = 2; c <= k; c++) {
    const next = new Array<number>(n + 1).fill(Infinity);
    const begin = new Array<number>(n + 1).fill(0);
    for (let to = c; to <= n; to++) {
      for (let from = c - 1; from < to; from++) {
        const candidate = at(cost, from) + spread(from, to);
        if (candidate < at(next, to)) {
          next[to] = candidate;
          begin[to] = from;
        }
      }
    }
    begins.push(begin);
    cost = next;
  }
  const starts: number[] = [];
  for (let c = begins.length - 1, to = n; c >= 0; c--) {
    to = at(begins[c] ?? [], to);
    starts.unshift(at(firstAt, to));
  }
  return starts;
}

const at = (list: readonly number[], index: number): number => list[index] ?? 0;

function roundBreaks(sorted: readonly number[], starts: readonly number[]): number[] {
  return ascending(starts.map((start) => roundestBetween(at(sorted, start - 1), at(sorted, start))));
}

/** The number with the fewest digits in (below, upTo]; of several, the one nearest to the middle. */
export function roundestBetween(below: number, upTo: number): number {
  if (!(upTo > below)) return upTo;
  const middle = below + (upTo - below) / 2;
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(below), Math.abs(upTo))));
  for (let exponent = largest; exponent >= largest - 15; exponent--) {
    const power = 10 ** Math.abs(exponent);
    for (const multiple of [5, 2, 1]) {
      // Divide by a whole power for small steps: 3 / 10 is 0.3, and 3 * 0.1 is not.
      const round =
        exponent < 0
          ? (Math.round((middle * power) / multiple) * multiple) / power
          : Math.round(middle / power / multiple) * multiple * power;
      if (round > below && round <= upTo) return round;
    }
  }
  return upTo;
}
