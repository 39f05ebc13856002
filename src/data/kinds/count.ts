/** Whole things or people. */
import type { Kind } from './kind.js';
import { quantity, type QuantityReason, type QuantityWord } from './quantity.js';

/** A hundred times as many as there are people. */
const MOST = 1e12;

export const count: Kind<QuantityWord, QuantityReason | 'fraction'> = {
  ...quantity,
  column: 'whole',
  expects: () => 'number',
  refuses: (value, metric) =>
    quantity.refuses(value, metric) ?? (value > MOST ? 'too-large' : Number.isInteger(value) ? undefined : 'fraction'),
  classing: () => ({ by: 'values', isWhole: true }),
  notation: ({ unit }) => ({ steps: 'many', unit, digits: 1 }),
  // Part of a person comes of sharing one out between partners: it is never exact.
  says: (value) => ({ as: 'number', isAbout: !Number.isInteger(value) }),
};
