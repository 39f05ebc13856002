/** Chinese: numbers in 万 and 亿, and names without the peoples of autonomous units. */
import { shortChineseName } from '../../../data/names.js';
import type { Grammar } from '../grammar.js';

export const grammar: Grammar = {
  tags: /^zh\b/i,
  fallbacks: ['zh', 'en'],
  money: [
    { divisor: 1e8, word: 'unit.yi-yuan' },
    { divisor: 1e4, word: 'unit.wan-yuan' },
    { divisor: 1, word: 'unit.yuan' },
  ],
  many: [
    { divisor: 1e8, word: 'unit.yi' },
    { divisor: 1e4, word: 'unit.wan' },
  ],
  unitSpace: '',
  sentenceSpace: '',
  sortsByPinyin: true,
  shortName: shortChineseName,
};
