/**
 * The standalone files: one script tag, and all elements are there. This one passes on what the next one has, and asks for the
 * data that a tag without attributes will want, so that script and data come side by side. It imports nothing, or it would have
 * to wait itself; `build/entry-file.ts` makes it.
 */

/** What the next file imports, and that one imports; named here, all come at once. */
const FILES = ['./pair-atlas-base.js', './pair-atlas-scene.js', './pair-atlas-initial.js'];
/** What stands in for an attribute that is missing, beside this file (`state/loader.ts`). */
const BUILT_IN = { src: './data/zhejiang-2018.json', geometry: './data/counties-2018.json' };
/** `FIRST_FONTS` of `scene/picture/tokens.ts`, which is in a file that is still on its way. */
declare const __PAIR_ATLAS_FONTS__: readonly string[];

const first = import('./initial.js');

if (typeof document !== 'undefined') {
  for (const file of FILES) link({ rel: 'modulepreload' }, file);
  const atlases = [...document.querySelectorAll<HTMLElement & { feed?: object }>('pair-atlas')];
  for (const [attribute, file] of Object.entries(BUILT_IN)) {
    const isWanted = atlases.some((atlas) => !atlas.hasAttribute(attribute) && !(attribute === 'src' && atlas.feed));
    if (isWanted) link({ rel: 'preload', as: 'fetch' }, file);
  }
  if (atlases.length > 0) findFonts();
}

function link(attributes: Partial<HTMLLinkElement>, file: string): void {
  const href = new URL(file, import.meta.url).href;
  document.head.append(Object.assign(document.createElement('link'), attributes, { crossOrigin: 'anonymous', href }));
}

/** Where a page is kept apart from the system, it waits for each of its fonts to be found: here, where it has to wait anyway. */
function findFonts(): void {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) return;
  for (const font of __PAIR_ATLAS_FONTS__) {
    pen.font = font;
    pen.measureText('县');
  }
}

export const { PairAtlas, PairMap, PairMetrics, PairSummary, setContextLimit, configureMapLibre } = await first;
