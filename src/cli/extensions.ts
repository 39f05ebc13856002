/** What `--extend` names: modules that register something, imported before anything else is read. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import * as extend from '../extend.js';
import { hasOtherCopy } from '../extend/copies.js';
import { LANGUAGE_TAGS } from '../scene/words/languages.js';
import { loadWords } from '../scene/words/load.js';

const loaded = new Set<string>();

/** What is wrong with one of the modules, and which. */
export interface WrongModule {
  readonly file: string;
  readonly detail: string;
}

/**
 * Imports the modules, in their order; a default export that is a function is called with what `pair-atlas/extend` exports, so that
 * it needs no import of its own.
 */
export async function loadExtensions(args: readonly string[]): Promise<WrongModule | undefined> {
  const { values } = parseArgs({
    args: [...args],
    options: { extend: { type: 'string', multiple: true } },
    allowPositionals: true,
    strict: false,
  });
  for (const file of [values.extend ?? []].flat()) {
    // Without a file, or with the next option in its place: the command line is refused as a whole, as where another option lacks its value.
    if (typeof file !== 'string' || file === '' || file.startsWith('-')) continue;
    const { href } = pathToFileURL(resolve(file));
    if (loaded.has(href)) continue;
    loaded.add(href);
    try {
      const { default: add } = (await import(href)) as { default?: (api: typeof extend) => unknown };
      if (typeof add === 'function') await add(extend);
    } catch (error) {
      return { file, detail: error instanceof Error ? error.message : String(error) };
    }
    if (hasOtherCopy())
      return {
        file,
        detail:
          'it imports another copy of pair-atlas than the command is of; let it export a function that takes what pair-atlas/extend exports',
      };
  }
  for (const language of LANGUAGE_TAGS) await loadWords(language);
  return undefined;
}
