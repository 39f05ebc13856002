/** What the standalone entry asks for while the rest of the script is on its way (`standalone/bundle.ts`), and the loader takes over. */

import { readSmall, type Body } from './body.js';

export interface FileAhead {
  readonly response: Promise<Response>;
  /** Read and parsed as soon as it is there; undefined where that is not for the entry to do. */
  readonly body: Promise<Body | undefined>;
  /** Gives it up. */
  readonly limit: AbortController;
}

/** By address. On the page, for the entry shares no module with the rest. */
export interface PageAhead {
  pairAtlasAhead?: Map<string, FileAhead> | undefined;
}

export function askAhead(url: string): FileAhead {
  const limit = new AbortController();
  const response = fetch(url, { signal: limit.signal });
  const body = response.then((answer) => (answer.ok ? readSmall(answer) : undefined));
  // Whoever takes it hears what became of it.
  body.catch(() => {});
  return { response, body, limit };
}

/** A file that was asked for ahead, to the first who wants it. */
export function takeAhead(url: string): FileAhead | undefined {
  const { pairAtlasAhead } = globalThis as PageAhead;
  const file = pairAtlasAhead?.get(url);
  pairAtlasAhead?.delete(url);
  return file;
}
