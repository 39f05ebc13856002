/** Fetches the words of a language that is not built in. */
import { addWords, hasWords } from './index.js';
import { loaderOf, type Language } from './languages.js';

/** Settles when `say` speaks the language. Where its file cannot be fetched, `say` goes on in the first language. */
export async function loadWords(language: Language): Promise<void> {
  const load = loaderOf(language);
  if (hasWords(language) || !load) return;
  try {
    addWords(language, await load());
  } catch (error) {
    console.warn(`pair-atlas: the words for ${language} could not be loaded.`, error);
  }
}
