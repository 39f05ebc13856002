/** Names of places without what kind of unit they are, and as they are compared. */

/** Peoples in the names of autonomous units; a name on a map does without them. */
export const PEOPLES =
  /(?:(?:布依|土家|仡佬|朝鲜|蒙古|哈尼|傈僳|景颇|哈萨克|柯尔克孜|维吾尔|锡伯|达斡尔|鄂伦春|鄂温克|塔吉克|拉祜|纳西|普米|毛南|仫佬|[一-龥])族)+(?=自治[州县区])/;
const KIND = /(?:自治州|自治县|自治区|地区|林区|特区|省|市|州|盟|县|区|旗)$/;

/** "阿坝藏族羌族自治州" is 阿坝; 理县 stays 理县. */
export function shortChineseName(name: string): string {
  const withoutPeoples = name.replace(PEOPLES, '');
  const short = withoutPeoples.replace(KIND, '');
  return short.length >= 2 ? short : withoutPeoples;
}

/** Without case, tones, spaces and marks; full-width letters are as others. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s'’·.-]/g, '');
