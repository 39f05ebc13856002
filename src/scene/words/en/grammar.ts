/** English: numbers in millions. Names without the kind of unit come with the words. */
import type { Grammar } from '../grammar.js';

export const grammar: Grammar = {
  tags: /^en\b/i,
  fallbacks: ['zh-CN', 'zh'],
  money: [
    { divisor: 1e6, word: 'unit.yi-yuan' },
    { divisor: 1, word: 'unit.yuan' },
  ],
  many: [{ divisor: 1e6, word: 'unit.yi' }],
  unitSpace: '\u00a0',
  sentenceSpace: ' ',
  sortsByPinyin: false,
  // Fonts for Latin letters go before the default: a Chinese font has quotation marks as wide as a character.
  fonts:
    '-apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif',
  shortName: String,
};
