/** Words in the reader's language. Every visible string of the library comes from here. */
import type { Fault, FaultCode } from '../../data/faults.js';
import type { LocalText } from '../../data/types.js';
import { FIRST_LANGUAGE, grammarOf, languageFor, type Language } from './languages.js';
import type { deferred } from './zh-CN/deferred.js';
import type { feedFaults } from './zh-CN/feed-faults.js';
import { initial } from './zh-CN/initial.js';
import type { tables as ofTables } from './zh-CN/tables.js';
import type { doctor as ofDoctor } from './zh-CN/doctor.js';
import type { keys as ofKeys } from './zh-CN/keys.js';
import type { ways as ofWays } from './zh-CN/ways.js';
import type { gestures as ofGestures } from './zh-CN/gestures.js';
import type { sound as ofSound } from './zh-CN/sound.js';

export { FIRST_LANGUAGE, type Language } from './languages.js';
export type WordKey =
  | keyof typeof initial
  | keyof typeof deferred
  | keyof typeof feedFaults
  | keyof typeof ofTables
  | keyof typeof ofDoctor
  | keyof typeof ofKeys
  | keyof typeof ofWays
  | keyof typeof ofSound
  | keyof typeof ofGestures;
export type Words = Readonly<Record<WordKey, string>>;

/** The first language is always there. The others are files of their own, which its pages need not fetch. */
const tables = new Map<Language, Partial<Words>>([[FIRST_LANGUAGE, initial]]);

export function addWords(language: Language, words: Partial<Words>): void {
  tables.set(language, { ...tables.get(language), ...words });
}

export const hasWords = (language: Language): boolean => tables.has(language);

/** The language for a page's tag; the first one for a tag that the library does not speak. */
export function languageOf(tag: string | null | undefined): Language {
  return languageFor(tag ?? '') ?? FIRST_LANGUAGE;
}

/** The sentence for `key`, with `{name}` filled in from `args`. What is filled in is never read as a template. */
export function say(language: Language, key: WordKey, args: Readonly<Record<string, string | number>> = {}): string {
  const words = tables.get(language)?.[key] ?? tables.get(FIRST_LANGUAGE)?.[key] ?? key;
  return words.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(args[name] ?? placeholder));
}

export function hasWord(key: string): key is WordKey {
  return typeof tables.get(FIRST_LANGUAGE)?.[key as WordKey] === 'string';
}

/** Text of a feed in the reader's language, or in the one it has. What is no text in it has been named, and is not said. */
export function inLanguage(text: LocalText | undefined, language: Language): string {
  if (!text) return '';
  const tags = [language, ...grammarOf(language).fallbacks, ...Object.keys(text)];
  return tags.map((tag): unknown => text[tag]).find((each) => typeof each === 'string') ?? '';
}

/** Faults with the remedy of another. */
const REMEDIES: Readonly<Partial<Record<FaultCode, FaultCode>>> = {
  http: 'network',
  timeout: 'network',
  'no-regions': 'not-topology',
  'missing-field': 'wrong-type',
  'not-allowed': 'wrong-type',
  'more-broken': 'broken-geometry',
};

/** "values[12].funding: expected a number in yuan, got "3,000万"" and what to do about it. */
export function sayFault(fault: Fault, language: Language): { readonly message: string; readonly remedy: string } {
  const args: Record<string, string> = { ...fault.args, path: fault.path };
  const type = `type.${args.expected ?? ''}`;
  if (hasWord(type)) args.expected = say(language, type);
  // A status of HTTP has words of its own, where these have come.
  const own = `${fault.code}-${args.reason}`;
  const about = hasWord(`fault.${own}`) ? own : fault.code;
  const message = say(language, `fault.${about}` as WordKey, args);
  return {
    message: fault.path ? say(language, 'fault.place', { path: fault.path, message }) : message,
    remedy: say(language, `remedy.${about === own ? own : (REMEDIES[fault.code] ?? about)}` as WordKey, args),
  };
}
