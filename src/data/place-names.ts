/** Names of places in the place of codes, as tables of people have them. A name that two places have is never guessed. */
import { memo } from './memo.js';
import { shortEnglishName } from './english-names.js';
import { PEOPLES, plain, shortChineseName } from './names.js';
import { simplified } from './traditional.js';
import type { RegionIndex } from './topology.js';
import type { RegionCode } from './types.js';

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
  return name.length > 80 ? [] : find(plain(simplified(name)));
}
