/** Names of places in the place of codes, as tables of people have them. A name that two places have is never guessed. */
import { memo } from './memo.js';
import type { RegionIndex } from './topology.js';
import type { RegionCode } from './types.js';

/** Peoples in the names of autonomous units; a name on a map does without them. */
const PEOPLES =
  /(?:(?:布依|土家|仡佬|朝鲜|蒙古|哈尼|傈僳|景颇|哈萨克|柯尔克孜|维吾尔|锡伯|达斡尔|鄂伦春|鄂温克|塔吉克|拉祜|纳西|普米|毛南|仫佬|[一-龥])族)+(?=自治[州县区])/;
const KIND = /(?:自治州|自治县|自治区|地区|林区|特区|省|市|州|盟|县|区|旗)$/;
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

interface NameIndex {
  /** By names that say what kind of unit it is: 汶川县, Wenchuan County. */
  readonly whole: ReadonlyMap<string, readonly RegionCode[]>;
  /** By all names: 汶川, Wenchuan, 威宁县 for 威宁彝族回族苗族自治县. */
  readonly any: ReadonlyMap<string, readonly RegionCode[]>;
}

const indexNames = memo((regions: RegionIndex): NameIndex => {
  const whole = new Map<string, RegionCode[]>();
  const any = new Map<string, RegionCode[]>();
  for (const code of new Set([...regions.provinces, ...regions.prefectures, ...regions.counties])) {
    const names = Object.values(regions.get(code)?.name ?? {});
    const add = (index: Map<string, RegionCode[]>, name: string): void => {
      const key = plain(name);
      const codes = index.get(key);
      if (!codes) index.set(key, [code]);
      else if (!codes.includes(code)) codes.push(code);
    };
    for (const name of names) {
      const short = shortEnglishName(shortChineseName(name));
      if (short !== name) add(whole, name);
      for (const each of [name, short, name.replace(PEOPLES, ''), name.replace(/^.*自治(.)$/, `${short}$1`)])
        add(any, each);
    }
  }
  return { whole, any };
});

/**
 * The places that a name means: one where it is clear, several where it is not, none where nobody has it. With and without what
 * kind of unit it is, and with the units that it lies in before it: 汶川, 汶川县, 四川省汶川县, Wenchuan County.
 */
export function placesNamed(name: string, regions: RegionIndex): readonly RegionCode[] {
  const { whole, any } = indexNames(regions);
  const find = (text: string, containers?: readonly RegionCode[]): readonly RegionCode[] => {
    const inside = (codes: readonly RegionCode[] = []): readonly RegionCode[] =>
      containers
        ? codes.filter((code) => containers.some((each) => each !== code && regions.isWithin(code, each)))
        : codes;
    for (const index of [whole, any]) {
      const found = inside(index.get(text));
      if (found.length > 0) return found;
    }
    for (let at = text.length - 2; at > 1; at--) {
      const heads = inside(any.get(text.slice(0, at)));
      const found = heads.length > 0 ? find(text.slice(at), heads) : [];
      if (found.length > 0) return found;
    }
    return [];
  };
  // Longer than any name with its units before it.
  return name.length > 80 ? [] : find(plain(name));
}
