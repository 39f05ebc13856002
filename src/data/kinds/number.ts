/** A plain number in the feed's own unit, such as an index: it may be negative, and nothing adds it up. */
import { isTooLarge, quantityOfCell } from './cell.js';
import type { Kind } from './kind.js';
import { averaged } from './mean.js';

export const index: Kind<'details.ratio' | 'details.ratio.given', 'too-large'> = {
  isColumn: () => true,
  lacks: () => undefined,
  number: quantityOfCell,
  expects: () => 'number',
  column: 'number',
  refuses: (value) => (isTooLarge(value) ? 'too-large' : undefined),
  read({ numbers, status, source }, { id }) {
    const value = numbers.get(id);
    return value === null || value === undefined ? undefined : { value, weight: Number.NaN, status, source };
  },
  ...averaged,
  classing: () => ({ by: 'values', isWhole: false }),
  ramp: 'sequential',
  notation: ({ unit, digits }) => ({ steps: 'many', unit, ...(digits === undefined ? {} : { digits }) }),
};
