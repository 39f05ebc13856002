/** How the values of a scale are spread, for the picture above a legend. */
import { classOf } from './breaks.js';
import type { ClassIndex, ClassScale } from './scale.js';

/** A bar between two values; where values are few, one for each. */
export interface Bar {
  /** Places on the axis, 0 to 1. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** How many of them are in each class, from the lowest up. */
  readonly parts: readonly { readonly index: ClassIndex; readonly count: number }[];
}

export interface Histogram {
  readonly min: number;
  readonly max: number;
  readonly bars: readonly Bar[];
  /** Of the highest bar. */
  readonly most: number;
  /** The place of a value on the axis, 0 to 1; values beyond the ends stand at the ends. */
  at(value: number): number;
  /** The value at a place on the axis. */
  valueAt(place: number): number;
}

const BINS = 28;
/** Up to this many different values, each has its own bar. */
const FEW = 12;

/** Undefined where there is nothing to spread: no values, or all the same. */
export function histogramOf({ values, breaks }: Pick<ClassScale, 'values' | 'breaks'>): Histogram | undefined {
  const min = values[0],
    max = values[values.length - 1];
  if (min === undefined || max === undefined || min === max) return undefined;
  const distinct = [...new Set(values)];
  const isFew = distinct.length <= FEW;
  // Half a bar of room at either end, so that the bar of an end value is whole.
  const room = (max - min) / (isFew ? 2 * distinct.length : 2 * BINS);
  const low = min - room,
    high = max + room;
  const at = (value: number): number => Math.max(0, Math.min(1, (value - low) / (high - low)));
  const half = isFew ? at(low + room) * 0.8 : 0;
  const groups = isFew
    ? distinct.map((value) => ({
        from: at(value) - half,
        to: at(value) + half,
        members: values.filter((other) => other === value),
      }))
    : Array.from({ length: BINS }, (_, i) => ({
        from: i / BINS,
        to: (i + 1) / BINS,
        members: values.filter((value) => Math.min(BINS - 1, Math.floor(at(value) * BINS)) === i),
      }));
  const bars = groups
    .filter(({ members }) => members.length > 0)
    .map(({ from, to, members }): Bar => {
      const counts = new Map<ClassIndex, number>();
      for (const value of members) counts.set(classOf(value, breaks), (counts.get(classOf(value, breaks)) ?? 0) + 1);
      return {
        from,
        to,
        count: members.length,
        parts: [...counts].sort(([a], [b]) => a - b).map(([index, count]) => ({ index, count })),
      };
    });
  return {
    min,
    max,
    bars,
    at,
    most: Math.max(...bars.map(({ count }) => count)),
    valueAt: (place) => low + place * (high - low),
  };
}
