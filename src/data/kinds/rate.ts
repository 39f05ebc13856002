/** So much of one thing for each of another: yuan per head, people per square kilometre. */
import type { Kind } from './kind.js';
import { ratio, type RatioWord } from './ratio.js';

export const rate: Kind<RatioWord, 'negative'> = {
  ...ratio,
  refuses: (value) => (value < 0 ? 'negative' : undefined),
  notation: ({ unit, digits }) => ({ steps: 'many', unit, ...(digits === undefined ? {} : { digits }) }),
};
