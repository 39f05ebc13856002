/** What amounts and counts have in common: a column of the rows that is never negative, and adds up. */
import { isTooLarge, quantityOfCell } from './cell.js';
import type { Kind } from './kind.js';

export type QuantityWord = 'details.sum' | 'details.given';
export type QuantityReason = 'negative' | 'too-large';
type Common = Omit<Kind<QuantityWord, QuantityReason>, 'expects' | 'column' | 'classing' | 'notation' | 'says'>;

export const quantity: Common = {
  isColumn: () => true,
  lacks: () => undefined,
  number: quantityOfCell,
  refuses: (value) => (value < 0 ? 'negative' : isTooLarge(value) ? 'too-large' : undefined),
  read({ numbers, status, source }, { id }) {
    const value = numbers.get(id);
    return value === null || value === undefined ? undefined : { value, status, source };
  },
  combine: (parts) => parts.reduce((sum, { value = 0, share }) => sum + value * share, 0),
  origins: { sum: 'details.sum', given: 'details.given' },
  total: {
    of: (value) => value,
    whole: ({ total }, received) => total ?? received,
    says: () => ({ as: 'number', isAbout: false }),
    hasShare: true,
  },
  reconciles: true,
  ramp: 'sequential',
  findings: ['rank', 'share', 'mean', 'class', 'neighbours'],
};
