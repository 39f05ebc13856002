/** Class breaks that a reader moves: where they may stand, and what becomes of the others. */
import { kindOf } from '../../data/kinds/index.js';
import { roundest } from './round.js';
import type { ClassScale } from './scale.js';

type Values = Pick<ClassScale, 'values' | 'metric'>;

/**
 * Where a break may stand: once in each gap between two different values, at the roundest number there. A break belongs to the
 * class above it, so it may be the upper value itself, and never the lower one.
 */
export function breakStops({ values, metric }: Values): number[] {
  const classing = kindOf(metric).classing(metric);
  // Nothing moves the classes of a kind.
  if (classing.by === 'kind') return [];
  const distinct = [...new Set(values)];
  return distinct.slice(1).map((upper, i) => {
    const lower = distinct[i] as number;
    return classing.isWhole ? upper : roundest(lower, upper);
  });
}

/** The breaks with the one at `index` moved to the stop nearest to `value`, kept apart from its neighbours. */
export function movedBreak(scale: Values & Pick<ClassScale, 'breaks'>, index: number, value: number): number[] {
  const stops = freeStops(scale, index);
  const nearest = stops.reduce<number | undefined>(
    (best, stop) => (best === undefined || Math.abs(stop - value) < Math.abs(best - value) ? stop : best),
    undefined,
  );
  return scale.breaks.map((at, i) => (i === index ? (nearest ?? at) : at));
}

/** The breaks with the one at `index` moved by a number of stops; beyond the last that is free it stays there. */
export function steppedBreak(scale: Values & Pick<ClassScale, 'breaks'>, index: number, steps: number): number[] {
  const now = scale.breaks[index] as number;
  const stops = freeStops(scale, index);
  const ahead = steps > 0 ? stops.filter((stop) => stop > now) : stops.filter((stop) => stop < now).reverse();
  const next = ahead[Math.min(Math.abs(steps), ahead.length) - 1] ?? now;
  return scale.breaks.map((at, i) => (i === index ? next : at));
}

/** Stops at which the break at `index` leaves a value on either side of it. */
function freeStops(scale: Values & Pick<ClassScale, 'breaks'>, index: number): number[] {
  const { breaks, values } = scale;
  const below = breaks[index - 1] ?? -Infinity,
    above = breaks[index + 1] ?? Infinity;
  const has = (from: number, to: number): boolean => values.some((value) => value >= from && value < to);
  return breakStops(scale).filter((stop) => stop > below && stop < above && has(below, stop) && has(stop, above));
}
