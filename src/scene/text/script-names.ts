/** What the writing of a second name is called, for whoever cannot read it. */
import type { Dataset } from '../../data/dataset.js';
import type { RegionCode } from '../../data/types.js';
import { hasWord, say, type Language } from '../words/index.js';
import '../words/deferred.js';

export interface NamedSecond {
  readonly text: string;
  /** BCP 47. */
  readonly lang: string;
  /** What the language is called in the reader's: 藏语. */
  readonly of: string;
}

export const secondNames = (dataset: Dataset, code: RegionCode, language: Language): NamedSecond[] =>
  dataset.namesOf(code).map(({ text, lang }) => ({ text, lang, of: scriptName(lang, language) }));

/** What the writing is called. Browsers know the names of few languages: those of the autonomous places are among the words. */
function scriptName(lang: string, language: Language): string {
  const key = `script.${lang.split('-')[0]?.toLowerCase() ?? ''}`;
  if (hasWord(key)) return say(language, key);
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
