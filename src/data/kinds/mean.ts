/** Means of parts, for kinds that do not add up. */
import type { Kind, Part } from './kind.js';

/** By weight and share, of the parts that have a value; undefined where the weight of one of several is not known. */
export function weightedMean(parts: readonly Part[]): number | undefined {
  const known = parts.filter(({ value }) => value !== undefined);
  const [first, ...others] = known;
  if (!first) return undefined;
  // One whole county is itself, whatever it weighs.
  if (parts.length === 1 && others.length === 0) return first.value;
  let sum = 0,
    weight = 0;
  for (const { value = 0, weight: own, share } of known) {
    sum += value * own * share;
    weight += own * share;
  }
  return weight > 0 ? sum / weight : undefined;
}

/** What kinds of which a unit has the mean have in common. */
export const averaged = {
  combine: weightedMean,
  origins: { sum: 'details.ratio', given: 'details.ratio.given' },
  total: undefined,
  reconciles: false,
  findings: ['rank', 'class', 'neighbours'],
  says: () => ({ as: 'number', isAbout: false }),
} as const satisfies Partial<Kind>;
