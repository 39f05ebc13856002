/** Chinese: numbers in 万 and 亿, and names without the peoples of autonomous units. */
import type { Grammar } from '../grammar.js';

/** Peoples in the names of autonomous units; a name on a map does without them. */
const PEOPLES =
  /(?:(?:布依|土家|仡佬|朝鲜|蒙古|哈尼|傈僳|景颇|哈萨克|柯尔克孜|维吾尔|锡伯|达斡尔|鄂伦春|鄂温克|塔吉克|拉祜|纳西|普米|毛南|仫佬|[一-龥])族)+(?=自治[州县区])/;
const KIND = /(?:自治州|自治县|自治区|地区|林区|特区|省|市|州|盟|县|区|旗)$/;

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
  /** 理县 stays 理县. */
  shortName(name) {
    const withoutPeoples = name.replace(PEOPLES, '');
    const short = withoutPeoples.replace(KIND, '');
    return short.length >= 2 ? short : withoutPeoples;
  },
};
