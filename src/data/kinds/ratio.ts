/**
 * What shares and rates have in common: a numerator over a base, given as two columns (`of`, `per`) or as a finished number. Of
 * several counties it is the sum of the numerators over the sum of the bases; finished numbers are of no use for that.
 */
import { lessSure } from '../status.js';
import { quantityOfCell } from './cell.js';
import type { Kind } from './kind.js';
import { averaged } from './mean.js';

export type RatioWord = 'details.ratio' | 'details.ratio.given';
type Common = Omit<Kind<RatioWord, never>, 'refuses' | 'notation'>;

export const ratio: Common = {
  isColumn: ({ of }) => of === undefined,
  lacks({ of, per }, columns) {
    if (of === undefined) return undefined;
    if (!columns.has(of)) return { field: 'of', got: of };
    return per !== undefined && columns.has(per) ? undefined : { field: 'per', got: per };
  },
  number: quantityOfCell,
  expects: () => 'number',
  column: 'number',
  read({ numbers, status, source, period }, { id, of, per, times = 1 }, other) {
    if (of === undefined || per === undefined) {
      const value = numbers.get(id);
      // Without its base nobody knows what it weighs.
      return value === null || value === undefined ? undefined : { value, weight: Number.NaN, status, source };
    }
    const over = numbers.get(of),
      base = other(per);
    if (over === null || over === undefined || !base || !(base.value > 0)) return undefined;
    return {
      value: (over / base.value) * times,
      weight: base.value,
      status: lessSure(status, base.status),
      source,
      ...(base.period === period ? {} : { base: base.period }),
    };
  },
  ...averaged,
  classing: () => ({ by: 'values', isWhole: false }),
  ramp: 'sequential',
};
