import type { Grammar } from '../scene/words/grammar.js';
import type { Words } from '../scene/words/index.js';
import {
  FIRST_LANGUAGE,
  LANGUAGE_TAGS,
  LANGUAGES,
  type BuiltInLanguage,
  type Language,
  type LanguageEntry,
  type LanguageTable,
} from '../scene/words/languages.js';
import { readAgain } from './atlases.js';
import { callOf, checkFree, checkFunction, checkMembers, checkObject, refuse } from './check.js';
import { extensionFailed, guarded } from './failures.js';

/** Texts by key, as `src/scene/words/en/` has them; `{name}` stands for what is filled in. */
export type LanguageWords = Partial<Words>;

export interface LanguageDefinition {
  /**
   * The texts, or a function that fetches them when a page speaks the language. What is missing stands in traditional Chinese where it is
   * `like` that, else in simplified.
   */
  readonly words: LanguageWords | (() => LanguageWords | Promise<LanguageWords>);
  /** The language whose grammar this one has, but for what `grammar` says; `zh-CN` for a Chinese one, else `en`. */
  readonly like?: BuiltInLanguage;
  /** Further tags of pages that are in this language: "zh-MO" for "zh-HK". */
  readonly also?: readonly string[];
  readonly grammar?: Partial<Omit<Grammar, 'tags' | 'placeName' | 'fonts'>>;
}

const CALL = 'registerLanguage';
const GRAMMAR = ['fallbacks', 'money', 'many', 'unitSpace', 'sentenceSpace', 'numbers', 'sortsByPinyin', 'shortName'];

/** A language, for pages and parts of pages with its `lang`. Chinese stays what is spoken where no language fits. */
export function registerLanguage(tag: string, definition: LanguageDefinition): void {
  checkTag(`${CALL}(tag, …)`, 'tag', tag);
  checkFree(CALL, tag, LANGUAGE_TAGS);
  const call = callOf(CALL, tag);
  checkObject(call, 'definition', definition);
  checkMembers(call, 'definition', definition, ['words', 'like', 'also', 'grammar']);
  const { words, like = /^zh\b/.test(tag) ? FIRST_LANGUAGE : 'en', also = [], grammar = {} } = definition;
  if (typeof words !== 'function') checkWords(call, words);
  if (!LANGUAGE_TAGS.includes(like)) refuse(call, 'like', `one of ${LANGUAGE_TAGS.join(', ')}`, like);
  if (!Array.isArray(also)) refuse(call, 'also', 'a list of language tags', also);
  for (const each of also) checkTag(call, 'also', each);
  checkGrammar(call, grammar);
  const base: Grammar = LANGUAGES[like].grammar;
  (LANGUAGES as LanguageTable)[tag] = {
    grammar: {
      ...base,
      // It comes with the words of the language that this one is like.
      placeName: (name) => base.placeName?.(name),
      shortName: (name) => base.shortName(name),
      // A feed in Chinese is read by who reads traditional Chinese, before one in English.
      fallbacks: [...new Set([tag.split('-')[0] ?? tag, like, ...base.fallbacks, FIRST_LANGUAGE])],
      // Its pages are set in the library's own fonts, unless they say others; so are its files.
      ...(like === 'en' ? { numbers: tag, fonts: undefined } : {}),
      ...grammar,
      ...(grammar.shortName ? { shortName: guardedName(call, tag, grammar.shortName.bind(grammar)) } : {}),
      tags: new RegExp(`^(${[tag, ...also].join('|')})\\b`, 'i'),
    },
    load: () => loadWords(call, tag, words, like),
  };
  LANGUAGE_TAGS.push(tag as Language);
  readAgain('theme');
}

function checkTag(call: string, argument: string, tag: unknown): void {
  const canonical = typeof tag === 'string' ? canonicalOf(tag) : undefined;
  if (canonical === undefined) refuse(call, argument, 'a language tag such as "ja" or "zh-Hant" (BCP 47)', tag);
  if (canonical !== tag) refuse(call, argument, `written as "${canonical}"`, tag);
}

function canonicalOf(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function checkWords(call: string, words: unknown): void {
  checkObject(call, 'words', words);
  for (const [key, word] of Object.entries(words as object))
    if (typeof word !== 'string') refuse(call, `words["${key}"]`, 'a text', word);
}

function checkGrammar(call: string, grammar: Partial<Grammar>): void {
  checkObject(call, 'grammar', grammar);
  checkMembers(call, 'grammar', grammar, GRAMMAR);
  for (const steps of ['money', 'many'] as const)
    for (const step of grammar[steps] ?? [])
      if (!(step.divisor > 0) || typeof step.word !== 'string')
        refuse(call, `grammar.${steps}`, 'a list of steps such as { divisor: 1e6, word: "unit.yi" }', step);
  if (grammar.numbers !== undefined) checkTag(call, 'grammar.numbers', grammar.numbers);
  if (grammar.shortName !== undefined) checkFunction(call, 'grammar.shortName', grammar.shortName);
}

const guardedName =
  (call: string, tag: string, shortName: (name: string) => string) =>
  (name: string): string =>
    guarded(
      () => shortName(name),
      (made) => (typeof made === 'string' ? undefined : `shortName("${name}") = ${String(made)}`),
      () => name,
      (detail) => extensionFailed('language', call, detail, ({ language }) => language === tag),
    );

async function loadWords(
  call: string,
  tag: string,
  words: LanguageDefinition['words'],
  like: BuiltInLanguage,
): Promise<LanguageWords> {
  try {
    const found = typeof words === 'function' ? await words() : words;
    checkWords(call, found);
    const isUnder = like === 'zh-Hant';
    void sayMissing(tag, found, isUnder ? like : FIRST_LANGUAGE);
    // With the words of the language that it is like comes the rest of its grammar.
    const below = await (LANGUAGES[like] as LanguageEntry).load?.().catch(() => undefined);
    return { ...(isUnder ? below : {}), ...found };
  } catch (error) {
    extensionFailed('language', call, error, ({ language }) => language === tag);
    // As where a file of the library's own cannot be fetched: it is asked for again.
    throw error;
  }
}

const MOST_NAMED = 5;

/** Once for each language, since each is loaded once: a table may be written bit by bit. */
async function sayMissing(tag: string, words: LanguageWords, under: BuiltInLanguage): Promise<void> {
  const known = await import('../scene/words/en/index.js').catch(() => undefined);
  const all = Object.keys(known?.words ?? {});
  if (all.length === 0) return;
  const list = (keys: readonly string[]): string =>
    `${keys.slice(0, MOST_NAMED).join(', ')}${keys.length > MOST_NAMED ? ', …' : ''}`;
  const missing = all.filter((key) => !Object.keys(words).includes(key));
  const unknown = Object.keys(words).filter((key) => !all.includes(key));
  if (missing.length > 0)
    console.warn(
      `pair-atlas: the language ${tag} lacks ${missing.length} of ${all.length} texts, which stand in ${under}: ${list(missing)}`,
    );
  if (unknown.length > 0)
    console.warn(`pair-atlas: the language ${tag} has texts that nobody asks for: ${list(unknown)}`);
}
