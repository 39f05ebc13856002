/** Whole things or people. */
import type { Kind } from './kind.js';
import { quantity, type QuantityWord } from './quantity.js';

export const count: Kind<QuantityWord, 'negative' | 'fraction'> = {
  ...quantity,
  expects: () => 'number',
  refuses: (value, metric) => quantity.refuses(value, metric) ?? (Number.isInteger(value) ? undefined : 'fraction'),
  classing: () => ({ by: 'values', isWhole: true }),
  notation: ({ unit }) => ({ steps: 'many', unit, digits: 1 }),
  // Part of a person comes of sharing one out between partners: it is never exact.
  says: (value) => ({ as: 'number', isAbout: !Number.isInteger(value) }),
};
