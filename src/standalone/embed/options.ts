/** What the address of `embed.html` asks for: every attribute of an atlas, which maps, which parts. Nothing here touches the page. */
import type { Level } from '../../data/types.js';
import { MAX_CLASSES } from '../../scene/classes/breaks.js';
import { TRADITIONAL } from '../../scene/words/zh-Hant/tags.js';
import type { Choices } from './choices.js';

export interface Embed {
  /** Of `<pair-atlas>`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Codes of each map, as its `region` has them; none for the default layout. */
  readonly maps: readonly string[];
  /** Of each map. */
  readonly level: Level | undefined;
  /** Tags of the parts around the maps. */
  readonly parts: readonly string[];
  /** One of the page's; undefined where none of them was asked for. */
  readonly language: string | undefined;
  readonly title: string;
  readonly faults: readonly EmbedFault[];
}

export interface EmbedFault {
  readonly code: 'unknown' | 'value' | 'origin' | 'parts';
  readonly option: string;
  readonly got: string;
  /** What there is instead. */
  readonly expected: string;
}

type Reading =
  { readonly attribute: string | undefined } | { readonly code: EmbedFault['code']; readonly expected: string };
type Reader = (got: string, page: EmbedPage) => Reading;

/** Where the page lies, and whose files it may show besides its own. */
export interface EmbedPage {
  readonly address: string;
  readonly origins: readonly string[];
  /** Tags of the languages that it speaks. */
  readonly languages: readonly string[];
  /** What the library has of each option that is a choice. */
  readonly choices: Choices;
  /** Schemes, methods and tags that modules of the page have registered. */
  readonly registered?: Registered;
}

export interface Registered {
  readonly scheme: readonly string[];
  readonly method: readonly string[];
  hasPart(tag: string): boolean;
}

const text: Reader = (got) => ({ attribute: got });

/** One of the library's own names, or of those that are registered. */
const oneOf =
  (option: keyof Choices): Reader =>
  (got, { choices, registered }) => {
    const more = option === 'scheme' || option === 'method' ? registered?.[option] : undefined;
    const values = [...new Set<string>([...choices[option], ...(more ?? [])])];
    return values.includes(got) ? { attribute: got } : { code: 'value', expected: values.join(', ') };
  };

const number =
  (least: number, most: number): Reader =>
  (got) =>
    /^\d+$/.test(got) && Number(got) >= least && Number(got) <= most
      ? { attribute: got }
      : { code: 'value', expected: `${least}–${most}` };

const flag: Reader = (got) =>
  /^(1|true|)$/.test(got)
    ? { attribute: '' }
    : /^(0|false)$/.test(got)
      ? { attribute: undefined }
      : { code: 'value', expected: '1, 0' };

/** What is no address has no origin. */
function addressIn(got: string, page: string): { readonly href: string; readonly origin: string } {
  try {
    return new URL(got, page);
  } catch {
    return { href: '', origin: '' };
  }
}

/** Whoever writes an address must not make a public site show the figures of another one. */
const address: Reader = (got, { address: page, origins }) => {
  if (got === '') return { attribute: undefined };
  const { origin: own } = new URL(page);
  const { href, origin } = addressIn(got, page);
  return href && [own, ...origins].includes(origin)
    ? { attribute: href }
    : { code: 'origin', expected: [own, ...origins].join(', ') };
};

const A_DAY = 86_400;

export const READERS: Readonly<Record<string, Reader>> = {
  src: address,
  geometry: address,
  basemap: address,
  metric: text,
  period: text,
  per: text,
  selected: text,
  method: oneOf('method'),
  classes: number(1, MAX_CLASSES),
  scheme: oneOf('scheme'),
  renderer: oneOf('renderer'),
  fit: oneOf('fit'),
  theme: oneOf('theme'),
  refresh: number(0, A_DAY),
  strict: flag,
  permalink: text,
  droppable: flag,
  layout: oneOf('layout'),
  text: oneOf('text'),
  textures: flag,
  doctor: flag,
};

const PARTS = ['summary', 'metrics', 'search', 'export', 'timeline', 'legend', 'details', 'table', 'ledger', 'sound'];
/** Without them a map is a picture that nobody can read. */
const PARTS_OF_MAPS = ['legend', 'details'];
/** What is no attribute of the atlas. */
const OWN = ['lang', 'title', 'maps', 'parts', 'level'];

export const EMBED_OPTIONS: readonly string[] = [...Object.keys(READERS), ...OWN];

/** @param query The address from its question mark on. */
export function embedOf(query: string, page: EmbedPage): Embed {
  const asked = new URLSearchParams(query);
  const faults: EmbedFault[] = [];
  const attributes: Record<string, string> = {};
  for (const [option, got] of asked) {
    if (OWN.includes(option)) continue;
    const read = Object.keys(READERS).includes(option) ? READERS[option] : undefined;
    if (!read) {
      faults.push({ code: 'unknown', option, got, expected: EMBED_OPTIONS.join(', ') });
      continue;
    }
    const reading = read(got, page);
    if ('code' in reading) faults.push({ ...reading, option, got });
    else if (reading.attribute !== undefined) attributes[option] = reading.attribute;
  }
  // An address has its spaces as plus signs, and some that were pasted have these once more.
  const maps = listOf(asked.get('maps')).map((codes) => codes.replace(/\+/g, ' '));
  const parts = listOf(asked.get('parts'));
  const isPart = (part: string): boolean => PARTS.includes(part) || (page.registered?.hasPart(part) ?? false);
  for (const got of parts)
    if (!isPart(got)) faults.push({ code: 'value', option: 'parts', got, expected: PARTS.join(', ') });
  if (parts.length > 0 && maps.length === 0)
    faults.push({ code: 'parts', option: 'parts', got: parts.join(','), expected: 'maps' });
  const level = page.choices.level.find((each) => each === asked.get('level'));
  if (!level && asked.get('level'))
    faults.push({
      code: 'value',
      option: 'level',
      got: asked.get('level') ?? '',
      expected: page.choices.level.join(', '),
    });
  const known = parts.filter(isPart);
  const lang = asked.get('lang') ?? '';
  const language =
    page.languages.find((tag) => tag === lang) ??
    (TRADITIONAL.test(lang) ? page.languages.find((tag) => TRADITIONAL.test(tag)) : undefined) ??
    page.languages.find((tag) => tag.slice(0, 2) === lang.slice(0, 2));
  if (lang && language === undefined)
    faults.push({ code: 'value', option: 'lang', got: lang, expected: page.languages.join(', ') });
  return {
    attributes,
    maps,
    level,
    parts:
      maps.length === 0
        ? []
        : (asked.has('parts') ? known : PARTS_OF_MAPS).map((part) => (PARTS.includes(part) ? `pair-${part}` : part)),
    language,
    title: asked.get('title') ?? '',
    faults,
  };
}

const listOf = (value: string | null): string[] =>
  (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
