/** What an atlas does from its first picture on. */
import type { AtlasHost } from '../shared/atlas-host.js';
import { drawLinks } from './links.js';
import { openWays } from './ways.js';
import { whenReaderIsThere } from './reader-there.js';

/** Until `signal` is aborted; curves are drawn into `surface`, a box over the atlas. */
export function goOn(atlas: AtlasHost, surface: HTMLElement, signal: AbortSignal): void {
  drawLinks(atlas, surface, signal);
  openWays(atlas, signal);
  void sayInWords(atlas, surface, signal);
  // Who may have a toolbar that reads aloud.
  whenReaderIsThere(({ type }, path) => {
    void import('./aloud.js').then(
      ({ readAloud }) => signal.aborted || readAloud(atlas, path, type === 'focusin' ? type : 'mouseover', signal),
      () => undefined,
    );
  }, signal);
}

async function sayInWords(atlas: AtlasHost, surface: HTMLElement, signal: AbortSignal): Promise<void> {
  // After the frame of the curves.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const words = await import('./in-words.js').catch(() => undefined);
  const root = surface.getRootNode();
  if (!signal.aborted && root instanceof ShadowRoot) words?.keepInWords(atlas, root, signal);
}
