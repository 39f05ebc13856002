/** What the standalone entry asks for while the rest of the script is on its way (`standalone/bundle.ts`), and the loader takes over. */

export interface FileAhead {
  readonly response: Promise<Response>;
  /** Gives it up. */
  readonly limit: AbortController;
}

/** By address. On the page, for the entry shares no module with the rest. */
export interface PageAhead {
  pairAtlasAhead?: Map<string, FileAhead> | undefined;
}

/** A file that was asked for ahead, to the first who wants it. */
export function takeAhead(url: string): FileAhead | undefined {
  const { pairAtlasAhead } = globalThis as PageAhead;
  const file = pairAtlasAhead?.get(url);
  pairAtlasAhead?.delete(url);
  return file;
}
