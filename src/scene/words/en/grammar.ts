/** English: numbers in millions, and names without the kind of unit. */
import type { Grammar } from '../grammar.js';

const KIND =
  / (?:(?:(?:Tibetan|Qiang|Yi|Miao|Dong|Buyei|Tujia|She|Gelao|Hui|Sui|Shui|Manchu|Korean|Mongol|and|,) ?)*Autonomous (?:Prefecture|County|Region)|Prefecture|Province|City|County|District)$/;

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
  /** "Ngawa Tibetan and Qiang Autonomous Prefecture" is Ngawa. */
  shortName: (name) => name.replace(KIND, ''),
};
