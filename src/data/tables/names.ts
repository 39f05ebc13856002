/** Names of places in tables to codes: whole, short, of a kind that the place had before, or with the units above before them. */
import { FIRST_LANGUAGE } from '../languages.js';
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
  [/(自治县|自治旗|县|旗|区|林区|特区|新区)$/, ['county']],
  // A city is a prefecture, a county, or (北京市) a province.
  [/市$/, ['county', 'prefecture', 'province']],
  [/ province$/, ['province']],
  [/ prefecture$/, ['prefecture']],
  [/ (autonomous county|county|district)$/, ['county']],
  [/ city$/, ['county', 'prefecture']],
];
const PEOPLES =
  /(?:(?:藏|羌|彝|苗|侗|布依|土家|仡佬|回|满|朝鲜|蒙古|水|畲|瑶|壮|傣|白|哈尼|傈僳|纳西|景颇|仫佬|毛南|各)族)+(?=自治)|蒙古(?=自治)/;

interface Entry {
  readonly code: RegionCode;
  readonly level: Level;
  readonly names: readonly string[];
  readonly short: readonly string[];
}

/** Reads names against the regions of a map. Nothing is guessed: what could be two places is ambiguous. */
export function indexNames(regions: RegionIndex): NameIndex {
  const whole = new Map<string, Entry[]>();
  const short = new Map<string, Entry[]>();
  const put = (map: Map<string, Entry[]>, key: string, entry: Entry): void => {
    const there = map.get(key);
    if (!there) map.set(key, [entry]);
    else if (!there.includes(entry)) there.push(entry);
  };
  // A county directly under its province stands at two levels.
  for (const code of new Set([...regions.counties, ...regions.prefectures, ...regions.provinces])) {
    const region = regions.get(code);
    if (!region) continue;
    const names = [region.name[FIRST_LANGUAGE], region.name.en].flatMap((name) => (name ? keyOf(name) : []));
    const entry: Entry = { code, level: region.level, names, short: names.map((name) => shorten(name).short) };
    for (const name of names) put(whole, name, entry);
    for (const name of entry.short) put(short, name, entry);
  }

  /** The places that a name without the units above can mean, those that are called so in full first. */
  const find = (name: string): { readonly entries: readonly Entry[]; readonly isWhole: boolean } => {
    const exact = whole.get(name);
    if (exact) return { entries: exact, isWhole: true };
    const { short: stem, levels } = shorten(name);
    return {
      entries: (short.get(stem) ?? []).filter(({ level }) => !levels || levels.includes(level)),
      isWhole: false,
    };
  };

  /** "四川省阿坝州汶川县", "杭州西湖区": the units above, then the place itself. */
  const findWithin = (name: string, depth = 0): Entry[] => {
    const found: Entry[] = [];
    for (let at = 2; at <= name.length - 2 && depth < 2; at++) {
      const above = find(name.slice(0, at)).entries.filter(({ level }) => level !== 'county');
      if (above.length === 0) continue;
      const rest = name.slice(at);
      const below = find(rest).entries;
      for (const entry of below.length > 0 ? below : findWithin(rest, depth + 1)) {
        const isInside = above.some(({ code }) => code !== entry.code && regions.isWithin(entry.code, code));
        if (isInside && !found.includes(entry)) found.push(entry);
      }
    }
    return found;
  };

  return (cell, { within, level } = {}) => {
    const name = keyOf(cellText(cell));
    if (!name) return { kind: 'unknown' };
    const direct = find(name);
    let entries = direct.entries.length > 0 ? direct.entries : findWithin(name);
    // What stands beside the name narrows it; where nothing is left, the two do not fit, and that is for the author to see.
    if (within !== undefined) {
      const inside = entries.filter(({ code }) => regions.isWithin(code, within));
      if (entries.length > 1 || inside.length === 0) entries = inside;
    }
    if (level !== undefined && entries.length > 1) {
      const ofLevel = entries.filter((entry) => entry.level === level);
      if (ofLevel.length > 0) entries = ofLevel;
    }
    const [first] = entries;
    if (!first) return { kind: 'unknown' };
    return entries.length > 1
      ? { kind: 'ambiguous', candidates: entries.map(({ code }) => code) }
      : { kind: 'code', code: first.code, isWhole: direct.isWhole };
  };
}

/** Without spaces and separators in Chinese; English in small letters. */
const keyOf = (name: string): string =>
  /[\u3400-\u9fff]/.test(name) ? name.replace(/[\s·•・/\\>-]/g, '') : name.toLowerCase().replace(/[’']/g, "'").trim();

/** A name without its kind of unit and its peoples, and the levels of that kind. 理县 keeps its kind: one character names nothing. */
function shorten(name: string): { readonly short: string; readonly levels?: readonly Level[] } {
  for (const [ending, levels] of KINDS) {
    if (!ending.test(name)) continue;
    const short = name.replace(PEOPLES, '').replace(ending, '');
    return short.length >= 2 ? { short, levels } : { short: name, levels };
  }
  return { short: name };
}
