/** The table of languages. A language is a folder beside this file, and a line here. */
import type { RegisteredLanguages } from '../../data/registered.js';
import { FIRST_LANGUAGE } from '../../data/languages.js';
import type { Grammar } from './grammar.js';
import { grammar as english } from './en/grammar.js';
import { grammar as chinese } from './zh-CN/grammar.js';
import { grammar as traditional } from './zh-Hant/grammar.js';
import type { Words } from './index.js';

export interface LanguageEntry {
  readonly grammar: Grammar;
  /** Fetches its words; those of the first language are built in. */
  readonly load?: () => Promise<Partial<Words>>;
}

export const LANGUAGES = {
  'zh-CN': { grammar: chinese },
  'zh-Hant': {
    grammar: traditional,
    load: async () => (await import('./zh-Hant/index.js')).words,
  },
  en: { grammar: english, load: async () => (await import('./en/index.js')).words },
} as const satisfies Readonly<Record<string, LanguageEntry>>;

export type BuiltInLanguage = keyof typeof LANGUAGES;
export type Language = BuiltInLanguage | keyof RegisteredLanguages;

export { FIRST_LANGUAGE };
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as Language[];

/** The same table, as what is registered is put into it. */
export type LanguageTable = Record<string, LanguageEntry>;
const entryOf = (language: Language): LanguageEntry => (LANGUAGES as LanguageTable)[language] as LanguageEntry;
export const grammarOf = (language: Language): Grammar => entryOf(language).grammar;
export const loaderOf = (language: Language): LanguageEntry['load'] => entryOf(language).load;

/**
 * The language for a tag such as "en-GB"; undefined for one that the library does not speak. "zh-Hant" is another language than
 * "zh": the first in the table, which takes what no other has, is asked last.
 */
export const languageFor = (tag: string): Language | undefined =>
  [...LANGUAGE_TAGS].reverse().find((language) => grammarOf(language).tags.test(tag));
