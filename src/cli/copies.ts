/** The feed that was checked, written to other files. */
import type { Language } from '../scene/words/index.js';
import type { Copies } from './arguments.js';
import type { Reading } from './files.js';

export type NewFile = readonly [file: string, content: string | Uint8Array];

export async function copiesOf({ feed }: Copies, { json }: Reading, language: Language): Promise<NewFile[]> {
  void language;
  return feed === undefined ? [] : [[feed, `${JSON.stringify(json, undefined, 1)}\n`]];
}
