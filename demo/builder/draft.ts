/** What an author has chosen so far, as a value: a draft is replaced, never changed. Nothing here touches the page. */
import { CLASS_METHODS, MAX_CLASSES, type ClassMethod } from '../../src/scene/classes/breaks.js';
import { DEFAULT_SCHEME, SCHEMES, type Scheme } from '../../src/scene/classes/ramp.js';
import { THEMES, type Theme } from '../../src/scene/picture/tokens.js';
import { EMBED_WORDS } from '../../src/scene/words/embed.js';
import type { Language } from '../../src/scene/words/index.js';
import { LEVELS, type Level } from '../../src/data/types.js';

/** The built-in case, or a feed: what was opened, or what a table was read to. */
export type Source =
  { readonly kind: 'built-in' } | { readonly kind: 'feed'; readonly name: string; readonly text: string };

export interface DraftNote {
  /** A code, or a name that one place alone has. */
  readonly place: string;
  readonly title: string;
  readonly text: string;
}

export const LAYOUTS = ['page', 'wall', 'maps'] as const;
export type Layout = (typeof LAYOUTS)[number];
/** What may stand around maps of the author's own choice, in this order. */
export const PARTS = [
  'summary',
  'metrics',
  'search',
  'export',
  'timeline',
  'legend',
  'details',
  'table',
  'ledger',
] as const;
export type Part = (typeof PARTS)[number];
/** Those of `embed.html`; the table of languages itself would bring all of their words. */
export const LANGUAGES: readonly ('' | Language)[] = ['', ...(Object.keys(EMBED_WORDS) as Language[])];

export interface Draft {
  readonly source: Source;
  readonly title: string;
  readonly notes: readonly DraftNote[];
  readonly sourceName: string;
  readonly sourceUrl: string;
  readonly sourceDate: string;
  /** 审图号 of the maps. */
  readonly approval: string;
  /** Empty: what the feed has first. */
  readonly metric: string;
  readonly per: string;
  readonly period: string;
  readonly method: ClassMethod;
  readonly classes: number;
  readonly scheme: Scheme;
  /** Empty: as the page. */
  readonly theme: '' | Theme;
  readonly language: '' | Language;
  readonly layout: Layout;
  /** Of the author's own maps: the codes of each, with a space between them. */
  readonly maps: readonly string[];
  readonly level: '' | Level;
  readonly parts: readonly Part[];
  readonly permalink: boolean;
  readonly droppable: boolean;
  /** Of an iframe, in CSS pixels. */
  readonly height: number;
  /** Where the folder `dist` lies, as the page says it. */
  readonly folder: string;
}

export const START: Draft = {
  source: { kind: 'built-in' },
  title: '',
  notes: [],
  sourceName: '',
  sourceUrl: '',
  sourceDate: '',
  approval: '',
  metric: '',
  per: '',
  period: '',
  method: 'quantile',
  classes: 5,
  scheme: DEFAULT_SCHEME,
  theme: '',
  language: '',
  layout: 'page',
  maps: [],
  level: '',
  parts: ['summary', 'metrics', 'timeline', 'legend', 'details', 'table', 'ledger'],
  permalink: false,
  droppable: false,
  height: 900,
  folder: 'pair-atlas/',
};

export type Patch = Partial<Draft>;

/** The draft after a change, with what follows from it; the same draft where the patch says what holds already. */
export function changed(draft: Draft, patch: Patch): Draft {
  const isOther = (key: keyof Draft): boolean => key in patch && !isSame(patch[key], draft[key]);
  if (!(Object.keys(patch) as (keyof Draft)[]).some(isOther)) return draft;
  // What was chosen of one feed says nothing in another.
  const ofFeed: Patch = isOther('source') ? { metric: '', per: '', period: '', maps: [] } : {};
  // Nor who published it, what is to be said of its places, and who approved of its maps; the title is the page's.
  const ofAuthor: Patch =
    patch.source && !isSameFeed(patch.source, draft.source)
      ? { sourceName: '', sourceUrl: '', sourceDate: '', approval: '', notes: [] }
      : {};
  const ofMetric: Patch = isOther('metric') ? { per: '', period: '' } : {};
  return { ...draft, ...ofFeed, ...ofAuthor, ...ofMetric, ...patch };
}

/** A table whose columns are taken for something else, or a file that was mended, is the feed that it was. */
const isSameFeed = (a: Source, b: Source): boolean =>
  a.kind === 'feed' && b.kind === 'feed' ? a.name === b.name && idOf(a.text) === idOf(b.text) : a.kind === b.kind;

const idOf = (feed: string): unknown => (JSON.parse(feed) as { readonly id?: unknown }).id;

/** By what they hold: feeds may be large, and are no longer than they are compared. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [mine, theirs] = [a, b].map((each) => each as Readonly<Record<string, unknown>>);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(mine?.[key], theirs?.[key]));
}

/** Drafts before and after the one that holds. */
export interface History {
  readonly past: readonly Draft[];
  readonly present: Draft;
  readonly future: readonly Draft[];
  /** What is being written: all of it is one step. */
  readonly writing?: string;
}

/** Steps that can be taken back; of a large feed each holds no copy, for drafts share what did not change. */
const MOST = 200;

export const historyOf = (present: Draft): History => ({ past: [], present, future: [] });

/** @param writing Names a field of text: what is written there in one go is taken back in one go. */
export function record(history: History, patch: Patch, writing?: string): History {
  const { past, present } = history;
  const next = changed(present, patch);
  if (next === present) return history;
  const isGoingOn = writing !== undefined && writing === history.writing;
  return { past: isGoingOn ? past : [...past, present].slice(-MOST), present: next, future: [], writing };
}

/** What is written from now on is another step. */
export const paused = (history: History): History =>
  history.writing === undefined ? history : { ...history, writing: undefined };

export function undone({ past, present, future }: History): History {
  const before = past[past.length - 1];
  return before
    ? { past: past.slice(0, -1), present: before, future: [present, ...future] }
    : { past, present, future };
}

export function redone({ past, present, future }: History): History {
  const [after, ...rest] = future;
  return after ? { past: [...past, present], present: after, future: rest } : { past, present, future };
}

const VERSION = 1;

/** @param feed Names the text of the feed, where that is kept elsewhere. */
export const draftText = (draft: Draft, feed?: string): string => JSON.stringify({ version: VERSION, draft, feed });

/** What names the text of a kept draft's feed; undefined where it is in the draft, or the draft is none. */
export function feedNameOf(text: string): string | undefined {
  try {
    const { feed } = JSON.parse(text) as { feed?: unknown };
    return typeof feed === 'string' ? feed : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where it cannot be read: another version, or no draft at all. */
export function draftOf(text: string): Draft | undefined {
  try {
    const { version, draft } = JSON.parse(text) as { version?: unknown; draft?: unknown };
    return version === VERSION && isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

type Check = (value: unknown) => boolean;
const text: Check = (value) => typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const numberIn =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const objectOf =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(checks).every(([key, check]) => check((value as Readonly<Record<string, unknown>>)[key]));

const isSource: Check = (value) =>
  objectOf({ kind: oneOf('built-in') })(value) || objectOf({ kind: oneOf('feed'), name: text, text })(value);

export const LEAST_HEIGHT = 200,
  MOST_HEIGHT = 5_000;

const CHECKS: Readonly<Record<keyof Draft, Check>> = {
  source: isSource,
  title: text,
  notes: listOf(objectOf({ place: text, title: text, text })),
  sourceName: text,
  sourceUrl: text,
  sourceDate: text,
  approval: text,
  metric: text,
  per: text,
  period: text,
  method: oneOf(...CLASS_METHODS),
  classes: numberIn(1, MAX_CLASSES),
  scheme: oneOf(...Object.keys(SCHEMES)),
  theme: oneOf('', ...THEMES),
  language: oneOf(...LANGUAGES),
  layout: oneOf(...LAYOUTS),
  maps: listOf(text),
  level: oneOf('', ...LEVELS),
  parts: listOf(oneOf(...PARTS)),
  permalink: flag,
  droppable: flag,
  height: numberIn(LEAST_HEIGHT, MOST_HEIGHT),
  folder: text,
};

const isDraft = (value: unknown): value is Draft => objectOf(CHECKS)(value);
