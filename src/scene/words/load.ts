/** Fetches the words of a language that is not built in. */
import { addWords, hasWords, type Language } from './index.js';

/** Settles when `say` speaks the language. Where its file cannot be fetched, `say` goes on in Chinese. */
export async function loadWords(language: Language): Promise<void> {
  if (hasWords(language)) return;
  try {
    addWords('en', (await import('./en.js')).en);
  } catch (error) {
    console.warn(`pair-atlas: the words for ${language} could not be loaded.`, error);
  }
}
