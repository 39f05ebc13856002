/** The table of languages. A language is a folder beside this file, and a line here. */
import { FIRST_LANGUAGE } from '../../data/languages.js';
import type { Grammar } from './grammar.js';
import { grammar as english } from './en/grammar.js';
import { grammar as chinese } from './zh-CN/grammar.js';
import type { Words } from './index.js';

interface LanguageEntry {
  readonly grammar: Grammar;
  /** Fetches its words; those of the first language are built in. */
  readonly load?: () => Promise<Words>;
}

export const LANGUAGES = {
  'zh-CN': { grammar: chinese },
  en: { grammar: english, load: async () => (await import('./en/index.js')).words },
} as const satisfies Readonly<Record<string, LanguageEntry>>;

export type Language = keyof typeof LANGUAGES;

export { FIRST_LANGUAGE };
export const LANGUAGE_TAGS = Object.keys(LANGUAGES) as Language[];

export const grammarOf = (language: Language): Grammar => LANGUAGES[language].grammar;
export const loaderOf = (language: Language): LanguageEntry['load'] => (LANGUAGES[language] as LanguageEntry).load;

/** "zh-Hant" may be another language than "zh": the first language, which takes what no other has, is asked last. */
const ASKED: readonly Language[] = [...LANGUAGE_TAGS.filter((language) => language !== FIRST_LANGUAGE), FIRST_LANGUAGE];

/** The language for a tag such as "en-GB"; undefined for one that the library does not speak. */
export const languageFor = (tag: string): Language | undefined =>
  ASKED.find((language) => grammarOf(language).tags.test(tag));
