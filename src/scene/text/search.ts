/** Finding a place by what a reader would type: Chinese, pinyin with or without tones and spaces, initials, English, a code. */
import type { Dataset } from '../../data/dataset.js';
import { memo } from '../../data/memo.js';
import { plain } from '../../data/names.js';
import type { RegionCode } from '../../data/types.js';
import { hasWords } from '../words/index.js';
import { LANGUAGE_TAGS } from '../words/languages.js';
import { nameOf, shortName } from './names.js';

interface Entry {
  readonly code: RegionCode;
  readonly names: readonly string[];
  /** Syllables run together, without tones. */
  readonly pinyin: string;
  /** Where syllables begin in it. */
  readonly starts: readonly number[];
  /** Of each syllable its first letter, as readers type it: "xhq". */
  readonly initials: string;
  /** The same words for the units that it lies in. */
  readonly within: readonly string[];
  readonly takesPart: boolean;
}

export interface SearchIndex {
  readonly entries: readonly Entry[];
  /** Those whose words were there. */
  readonly languages: string;
}

/** All regions of the maps, made once for a dataset, and once more when a language has come: it may bring names. */
export const searchIndex = (dataset: Dataset): SearchIndex =>
  indexFor(dataset, LANGUAGE_TAGS.filter(hasWords).join(' '));

const indexFor = memo((dataset: Dataset, languages: string): SearchIndex => ({
  entries: entriesOf(dataset),
  languages,
}));

function entriesOf(dataset: Dataset): Entry[] {
  const { regions, participants, pairs, feed } = dataset;
  const givers = new Set(feed.periods.flatMap((period) => [...pairs.givers(period)]));
  const codes = [...new Set([...regions.counties, ...regions.prefectures, ...regions.provinces])];
  const involved = new Set([...participants, ...givers].flatMap(regions.containersOf));
  const allNames = (code: RegionCode): string[] => {
    const own = Object.values(regions.get(code)?.name ?? {});
    const said = LANGUAGE_TAGS.flatMap((each) => [nameOf(regions, code, each), shortName(regions, code, each)]);
    const second = dataset.namesOf(code).map(({ text }) => text);
    return [...new Set([...own, ...said, ...second].map(plain))];
  };
  return codes.flatMap((code): Entry[] => {
    const region = regions.get(code);
    if (!region) return [];
    const syllables = region.pinyin.split(/\s+/).map(plain);
    let length = 0;
    const starts = syllables.map((syllable) => (length += syllable.length) - syllable.length);
    const within: string[] = [];
    for (let at = region.parent, steps = 0; at !== undefined && steps < 3; at = regions.get(at)?.parent, steps++)
      within.push(...allNames(at), plain(regions.get(at)?.pinyin ?? ''));
    return [
      {
        code,
        names: allNames(code),
        pinyin: syllables.join(''),
        starts,
        initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
        within,
        takesPart: involved.has(code),
      },
    ];
  });
}

/** How well a place answers; 0 is best. Undefined where it does not. */
function scoreOf({ code, names, pinyin, starts, initials, within }: Entry, query: string): number | undefined {
  const typed = /^[a-z]+$/.test(query) ? query.replace(/v/g, 'u') : query;
  if (code === query || names.includes(query)) return 0;
  if (pinyin === typed) return 1;
  if (names.some((name) => name.startsWith(query))) return 2;
  if (initials === query) return 3;
  if (pinyin.startsWith(typed)) return 4;
  if (code.startsWith(query)) return 5;
  if (initials.startsWith(query)) return 6;
  // Letters only from the beginning of a syllable: "an" is not in "wang".
  if (!/[a-z]/.test(query) && names.some((name) => name.includes(query))) return 7;
  if (starts.some((start) => pinyin.startsWith(typed, start))) return 8;
  return within.some((word) => word.startsWith(query) || word.startsWith(typed)) ? 9 : undefined;
}

export interface SearchResult {
  /** Best first; those that take part before others that answer as well. */
  readonly codes: readonly RegionCode[];
  /** How many answer in all. */
  readonly count: number;
}

export function search(index: SearchIndex, query: string, most = Infinity): SearchResult {
  const wanted = plain(query);
  if (wanted === '') return { codes: [], count: 0 };
  const hits = index.entries.flatMap((entry, order) => {
    const score = scoreOf(entry, wanted);
    return score === undefined ? [] : [{ entry, order, score }];
  });
  hits.sort((a, b) => a.score - b.score || Number(b.entry.takesPart) - Number(a.entry.takesPart) || a.order - b.order);
  return { codes: hits.slice(0, most).map(({ entry }) => entry.code), count: hits.length };
}
