/** So much of one thing for each of another: yuan per head, people per square kilometre. */
import { isTooLarge } from './cell.js';
import type { Kind } from './kind.js';
import { ratio, type RatioWord } from './ratio.js';

export const rate: Kind<RatioWord, 'negative' | 'too-large'> = {
  ...ratio,
  refuses: (value) => (value < 0 ? 'negative' : isTooLarge(value) ? 'too-large' : undefined),
  notation: ({ unit, digits }) => ({ steps: 'many', unit, ...(digits === undefined ? {} : { digits }) }),
};
