/** A quantity with a unit that can be parted at will: money, unless the feed names another unit. */
import type { Kind } from './kind.js';
import { quantity, type QuantityReason, type QuantityWord } from './quantity.js';

const isMoney = (unit: string | undefined): boolean => unit === undefined || unit === 'CNY';

export const amount: Kind<QuantityWord, QuantityReason> = {
  ...quantity,
  column: 'amount',
  // That a number is in yuan, and not in 10,000 yuan, is said only where the feed says that it is money.
  expects: ({ unit }) => (unit === 'CNY' ? 'yuan' : 'number'),
  classing: () => ({ by: 'values', isWhole: false }),
  notation: ({ unit }) => ({ steps: isMoney(unit) ? 'money' : 'many', unit }),
  says: () => ({ as: 'number', isAbout: false }),
};
