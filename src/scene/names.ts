/** Names of places for labels, titles and lists. */
import type { RegionIndex } from '../data/topology.js';
import type { RegionCode } from '../data/types.js';
import { inLanguage, type Language } from './words/index.js';

export function nameOf(regions: RegionIndex, code: RegionCode, language: Language): string {
  return inLanguage(regions.get(code)?.name, language) || code;
}

/** Peoples in the names of autonomous units; a name on a map does without them. */
const PEOPLES =
  /(?:(?:布依|土家|仡佬|朝鲜|蒙古|哈尼|傈僳|景颇|哈萨克|柯尔克孜|维吾尔|锡伯|达斡尔|鄂伦春|鄂温克|塔吉克|拉祜|纳西|普米|毛南|仫佬|[一-龥])族)+(?=自治[州县区])/;
const KIND = /(?:自治州|自治县|自治区|地区|林区|特区|省|市|州|盟|县|区|旗)$/;
const KIND_EN =
  / (?:(?:(?:Tibetan|Qiang|Yi|Miao|Dong|Buyei|Tujia|She|Gelao|Hui|Sui|Shui|Manchu|Korean|Mongol|and|,) ?)*Autonomous (?:Prefecture|County|Region)|Prefecture|Province|City|County|District)$/;

/** "阿坝藏族羌族自治州" is 阿坝 on a map, "Ngawa Tibetan and Qiang Autonomous Prefecture" is Ngawa; 理县 stays 理县. */
export function shortName(regions: RegionIndex, code: RegionCode, language: Language): string {
  const name = nameOf(regions, code, language);
  if (language === 'en') return name.replace(KIND_EN, '');
  const withoutPeoples = name.replace(PEOPLES, '');
  const short = withoutPeoples.replace(KIND, '');
  return short.length >= 2 ? short : withoutPeoples;
}

/** The units that a place lies in, the largest first: "四川省 · 乐山市". Empty for a province. */
export function placeOf(regions: RegionIndex, code: RegionCode, language: Language): string {
  const within: string[] = [];
  for (let at = regions.get(code)?.parent, step = 0; at !== undefined && step < 3; step++) {
    within.unshift(nameOf(regions, at, language));
    at = regions.get(at)?.parent;
  }
  return within.join(' · ');
}
