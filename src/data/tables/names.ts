/** Names of places in tables to codes: as anywhere in a feed, and besides of a kind that the place had before, or told by what stands beside them. */
import { shortEnglishName } from '../english-names.js';
import { shortChineseName } from '../names.js';
import { placesNamed } from '../place-names.js';
import { simplified } from '../traditional.js';
import type { RegionIndex } from '../topology.js';
import type { Level, RegionCode } from '../types.js';
import { cellText, type Cell } from './sheet.js';

export type NameReading =
  /** `isWhole`: the name stands there as the map has it. */
  | { readonly kind: 'code'; readonly code: RegionCode; readonly isWhole: boolean }
  /** Several places are called so: which is meant is for the author to say. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly RegionCode[] }
  | { readonly kind: 'unknown' };

export interface NameContext {
  /** A unit that the place lies in, from a column beside it. */
  readonly within?: RegionCode;
  /** What the column is said to hold. */
  readonly level?: Level;
}

export type NameIndex = (name: Cell | undefined, context?: NameContext) => NameReading;

/** A kind of unit at the end of a name, and the levels that it can be of. */
const KINDS: readonly (readonly [ending: RegExp, levels: readonly Level[]])[] = [
  [/(省|自治区)$/, ['province']],
  [/(自治州|地区|州|盟)$/, ['prefecture']],
  [/[县旗区]$/, ['county']],
  // A city is a prefecture, a county, or (北京市) a province.
  [/市$/, ['county', 'prefecture', 'province']],
  [/ (autonomous county|county|district)$/i, ['county']],
  [/ city$/i, ['county', 'prefecture']],
];

/** Reads names against the regions of a map. Nothing is guessed: what could be two places is ambiguous. */
export function tableNames(regions: RegionIndex): NameIndex {
  const known = new Map<string, readonly RegionCode[]>();
  const find = (name: string): readonly RegionCode[] => {
    let codes = known.get(name);
    if (!codes) known.set(name, (codes = placesOf(name)));
    return codes;
  };
  const levelOf = (code: RegionCode): Level | undefined => regions.get(code)?.level;

  /** 马尔康县 is 马尔康市 since; 遵义县 is not 遵义市, which is of another level. */
  function placesOf(name: string): readonly RegionCode[] {
    const codes = placesNamed(name, regions);
    if (codes.length > 0) return codes;
    const short = shortEnglishName(shortChineseName(name));
    const levels = KINDS.find(([ending]) => ending.test(name))?.[1] ?? [];
    return short === name
      ? []
      : placesNamed(short, regions).filter((code) => levels.some((level) => level === levelOf(code)));
  }

  const isWhole = (code: RegionCode, name: string): boolean =>
    Object.values(regions.get(code)?.name ?? {}).some((each) => keyOf(each) === name);

  return (cell, { within, level } = {}) => {
    const name = keyOf(cellText(cell));
    let codes = name ? find(name) : [];
    // What stands beside the name narrows it; where nothing is left, the two do not fit, and that is for the author to see.
    if (within !== undefined) {
      const inside = codes.filter((code) => regions.isWithin(code, within));
      if (codes.length > 1 || inside.length === 0) codes = inside;
    }
    if (level !== undefined && codes.length > 1) {
      const ofLevel = codes.filter((code) => levelOf(code) === level);
      if (ofLevel.length > 0) codes = ofLevel;
    }
    const [code] = codes;
    if (code === undefined) return { kind: 'unknown' };
    return codes.length > 1
      ? { kind: 'ambiguous', candidates: codes }
      : { kind: 'code', code, isWhole: isWhole(code, name) };
  };
}

/** Without spaces and separators, and in simplified characters, in Chinese; English in small letters. */
const keyOf = (name: string): string =>
  /[\u3400-\u9fff]/.test(name)
    ? simplified(name).replace(/[\s·•・/\\>-]/g, '')
    : name.toLowerCase().replace(/[’']/g, "'").trim();
