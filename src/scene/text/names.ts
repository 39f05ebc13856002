/** Names of places for labels, titles and lists. */
import type { RegionIndex } from '../../data/topology.js';
import type { RegionCode } from '../../data/types.js';
import { inLanguage, type Language } from '../words/index.js';
import { grammarOf } from '../words/languages.js';

export function nameOf(regions: RegionIndex, code: RegionCode, language: Language): string {
  const name = inLanguage(regions.get(code)?.name, language);
  return grammarOf(language).placeName?.(name) ?? (name || code);
}

/** A name as it stands on a map, without its kind of unit. */
export function shortName(regions: RegionIndex, code: RegionCode, language: Language): string {
  return grammarOf(language).shortName(nameOf(regions, code, language));
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
