/**
 * How much more, or less: of the column `of` since the period `since`, in parts of what it was then; or a finished number, as a
 * share where no unit is named. Classes lie on either side of a middle, which is 0 unless the feed names another.
 */
import { lessSure } from '../status.js';
import { isTooLarge, quantityOfCell, shareOfCell } from './cell.js';
import type { Kind } from './kind.js';
import { averaged } from './mean.js';

const isPart = ({ of, unit }: { readonly of?: string; readonly unit?: string }): boolean =>
  of !== undefined || unit === undefined;

export const change: Kind<'details.ratio' | 'details.ratio.given', 'too-large'> = {
  isColumn: ({ of }) => of === undefined,
  lacks({ of, since }, columns) {
    if (of === undefined) return undefined;
    if (!columns.has(of)) return { field: 'of', got: of };
    return since === undefined ? { field: 'since', got: since } : undefined;
  },
  number: (cell, metric) => (isPart(metric) ? shareOfCell(cell) : quantityOfCell(cell, metric)),
  expects: () => 'number',
  column: 'part-or-number',
  refuses: (value) => (isTooLarge(value) ? 'too-large' : undefined),
  read({ numbers, status, source, period }, { id, of, since }, other) {
    if (of === undefined || since === undefined) {
      const value = numbers.get(id);
      return value === null || value === undefined ? undefined : { value, weight: Number.NaN, status, source };
    }
    const now = numbers.get(of),
      then = period === since ? undefined : other(of, since);
    if (now === null || now === undefined || !then || !(then.value > 0)) return undefined;
    return {
      value: now / then.value - 1,
      weight: then.value,
      status: lessSure(status, then.status),
      source,
      base: since,
    };
  },
  ...averaged,
  classing: ({ middle = 0 }) => ({ by: 'values', isWhole: false, middle }),
  ramp: 'diverging',
  notation: (metric) => ({
    steps: isPart(metric) ? 'share' : metric.unit === 'CNY' ? 'money' : 'many',
    unit: metric.unit,
    isSigned: true,
  }),
};
