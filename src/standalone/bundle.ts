/**
 * The standalone files: one script tag, and all elements are there. This one passes on what the next one has, and asks for the
 * data that the tags on the page will want, so that script and data come side by side, and reads them while the script is compiled.
 * What it imports `build/entry-file.ts` puts into it, or it would have to wait itself.
 */
import { askAhead, type FileAhead, type PageAhead } from '../state/ahead.js';

/** What the next file imports, and that one imports; named here, all come at once. */
const FILES = [
  './pair-atlas-libraries.js',
  './pair-atlas-shared.js',
  './pair-atlas-data.js',
  './pair-atlas-scene.js',
  './pair-atlas-initial.js',
];
/** What stands in for an attribute that is missing, beside this file (`state/loader.ts`). */
const BUILT_IN = { src: './data/zhejiang-2018.json', geometry: './data/counties-2018.json' };

const first = import('./initial.js');

const page = globalThis as PageAhead;

if (typeof document !== 'undefined') {
  for (const file of FILES) {
    const link = { rel: 'modulepreload', crossOrigin: 'anonymous', href: urlOf(file) };
    document.head.append(Object.assign(document.createElement('link'), link));
  }
  for (const atlas of document.querySelectorAll<HTMLElement & { feed?: object }>('pair-atlas'))
    for (const [attribute, file] of Object.entries(BUILT_IN))
      if (!(attribute === 'src' && atlas.feed)) ask(atlas.getAttribute(attribute), file);
}

function urlOf(file: string): string {
  return new URL(file, import.meta.url).href;
}

/** What an author named, or else the file of ours. */
function ask(named: string | null, file: string): void {
  try {
    const url = named ? new URL(named, document.baseURI).href : urlOf(file);
    const files = (page.pairAtlasAhead ??= new Map<string, FileAhead>());
    if (files.has(url)) return;
    files.set(url, askAhead(url));
  } catch {
    // What is no address is the loader's to name.
  }
}

export const { PairAtlas, PairMap, PairMetrics, PairSummary, setContextLimit, configureMapLibre } = await first;

// What no atlas has taken by now would be old news to one that comes later.
setTimeout(() => {
  for (const { limit } of page.pairAtlasAhead?.values() ?? []) limit.abort();
  delete page.pairAtlasAhead;
});
