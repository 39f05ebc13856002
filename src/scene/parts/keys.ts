/** The list of keys of an atlas: what each does, by the part that hears it. */
import { hasWord, say, type Language, type WordKey } from '../words/index.js';
import '../words/keys.js';

/** What an atlas may have that hears keys; `breaks` is a legend whose class breaks can be moved. */
export type KeysOf = 'map' | 'legend' | 'breaks' | 'timeline' | 'search' | 'table' | 'tour';

export interface KeyLine {
  /** Each is one key, or keys pressed together: `Shift + Enter`. */
  readonly keys: readonly string[];
  readonly text: string;
}

export interface KeysPart {
  readonly title: string;
  readonly close: string;
  readonly groups: readonly { readonly heading: string; readonly lines: readonly KeyLine[] }[];
}

/** Keys are named by a word of `key.…`, or by what stands on them. */
type Line = readonly [text: WordKey, ...keys: (string | readonly string[])[]];

const GROUPS: readonly { readonly of?: KeysOf; readonly heading: WordKey; readonly lines: readonly Line[] }[] = [
  {
    of: 'map',
    heading: 'keys.map',
    lines: [
      ['keys.map.arrows', 'arrows'],
      ['keys.map.ends', 'Home', 'End'],
      ['keys.map.enter', 'enter', 'space'],
      ['keys.map.add', ['Shift', 'enter']],
      ['keys.map.escape', 'Esc'],
      ['keys.map.pan', ['Shift', 'arrows']],
      ['keys.map.zoom', '+', '-', '0'],
    ],
  },
  {
    of: 'legend',
    heading: 'keys.legend',
    lines: [
      ['keys.legend.arrows', 'arrows'],
      ['keys.legend.ends', 'Home', 'End'],
      ['keys.legend.enter', 'enter', 'space'],
    ],
  },
  {
    of: 'breaks',
    heading: 'keys.legend',
    lines: [
      ['keys.legend.break', 'arrows'],
      ['keys.legend.far', 'PageUp', 'PageDown', 'Home', 'End'],
      ['keys.legend.escape', 'Esc'],
    ],
  },
  { of: 'timeline', heading: 'keys.timeline', lines: [['keys.timeline.arrows', 'arrows']] },
  {
    of: 'search',
    heading: 'keys.search',
    lines: [
      ['keys.search.slash', '/'],
      ['keys.search.arrows', '↑', '↓'],
      ['keys.search.enter', 'enter'],
      ['keys.search.escape', 'Esc'],
    ],
  },
  {
    of: 'table',
    heading: 'keys.table',
    lines: [
      ['keys.table.arrows', 'arrows'],
      ['keys.table.ends', 'Home', 'End'],
      ['keys.table.pages', 'PageUp', 'PageDown'],
      ['keys.table.enter', 'enter', 'space'],
      ['keys.table.add', ['Shift', 'enter']],
      ['keys.table.escape', 'Esc'],
    ],
  },
  { of: 'tour', heading: 'keys.tour', lines: [['keys.tour.any', 'any']] },
  {
    heading: 'keys.page',
    lines: [
      ['keys.page.tab', 'Tab', ['Shift', 'Tab']],
      ['keys.page.list', '?'],
      ['keys.page.escape', 'Esc'],
    ],
  },
];

/** The keys of what an atlas `has`, in the order in which a reader meets it. */
export function keysPart(has: ReadonlySet<KeysOf>, language: Language): KeysPart {
  const nameOf = (key: string): string => {
    const word = `key.${key}`;
    return hasWord(word) ? say(language, word) : key;
  };
  const groups: { heading: string; lines: KeyLine[] }[] = [];
  for (const { of, heading, lines } of GROUPS) {
    if (of && !has.has(of)) continue;
    const said = lines.map(([text, ...keys]): KeyLine => ({
      keys: keys.map((key) => (typeof key === 'string' ? nameOf(key) : key.map(nameOf).join(' + '))),
      text: say(language, text),
    }));
    const title = say(language, heading);
    // What moves breaks stands with the rest of the legend.
    const last = groups[groups.length - 1];
    if (last?.heading === title) last.lines.push(...said);
    else groups.push({ heading: title, lines: said });
  }
  return { title: say(language, 'keys.title'), close: say(language, 'keys.close'), groups };
}
