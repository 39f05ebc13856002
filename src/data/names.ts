/** Names of places without what kind of unit they are, and as they are compared. */

/** Peoples in the names of autonomous units; a name on a map does without them. */
export const PEOPLES =
  /(?:(?:布依|土家|仡佬|朝[鲜鮮]|蒙古|哈尼|傈僳|景颇|哈萨克|柯尔克孜|维吾尔|锡伯|达斡尔|鄂伦春|鄂温克|塔吉克|拉祜|纳西|普米|毛南|仫佬|[一-龥])族)+(?=自治[州县縣区區])/;
const KIND = /(?:自治[州县縣区區]|[地林特][区區]|[省市州盟县縣区區旗])$/;
const ENGLISH_KIND =
  / (?:(?:(?:Tibetan|Qiang|Yi|Miao|Dong|Buyei|Tujia|She|Gelao|Hui|Sui|Shui|Manchu|Korean|Mongol|and|,) ?)*Autonomous (?:Prefecture|County|Region)|Prefecture|Province|City|County|District)$/;

/** "阿坝藏族羌族自治州" is 阿坝; 理县 stays 理县. */
export function shortChineseName(name: string): string {
  const withoutPeoples = name.replace(PEOPLES, '');
  const short = withoutPeoples.replace(KIND, '');
  return short.length >= 2 ? short : withoutPeoples;
}

/** "Ngawa Tibetan and Qiang Autonomous Prefecture" is Ngawa. */
export const shortEnglishName = (name: string): string => name.replace(ENGLISH_KIND, '');

/** Without case, tones, spaces and marks; full-width letters are as others. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’·.-]/g, '');
