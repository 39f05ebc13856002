/** Fetches the words that are not built in: of another language, and of faults. */
import type { Fault } from '../../data/faults.js';
import { addWords, hasWord, hasWords } from './index.js';
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

/** Settles when `sayFault` has words for all of them. Those for a server that is away are built in: it may not answer at all. */
export async function loadFaultWords(faults: readonly Fault[]): Promise<void> {
  if (faults.some(({ code, args }) => args.reason !== undefined || !hasWord(`fault.${code}`)))
    await import('./feed-faults.js').catch(() => undefined);
}
