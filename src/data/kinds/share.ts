/** A part of a whole, 0 to 1, shown in per cent. */
import { shareOfCell } from './cell.js';
import type { Kind } from './kind.js';
import { ratio, type RatioWord } from './ratio.js';

export const share: Kind<RatioWord, 'negative' | 'above-one'> = {
  ...ratio,
  number: shareOfCell,
  expects: () => 'share',
  column: 'part',
  refuses: (value) => (value < 0 ? 'negative' : value > 1 ? 'above-one' : undefined),
  notation: () => ({ steps: 'share', unit: undefined }),
};
