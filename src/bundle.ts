/**
 * The standalone files: one script tag, and all elements are there. This one passes on what the next one has, and asks for the
 * data that a tag without attributes will want, so that script and data come side by side. It imports nothing, or it would have
 * to wait itself.
 */

/** What the next file imports, and that one imports; named here, all come at once. */
const FILES = ['./pair-atlas-base.js', './pair-atlas-scene.js', './pair-atlas-core.js'];
/** What stands in for an attribute that is missing, beside this file (`state/loader.ts`). */
const BUILT_IN = { src: './data/zhejiang-2018.json', geometry: './data/counties-2018.json' };

if (typeof document !== 'undefined') {
  for (const file of FILES) link({ rel: 'modulepreload' }, file);
  const atlases = [...document.querySelectorAll<HTMLElement & { feed?: object }>('pair-atlas')];
  for (const [attribute, file] of Object.entries(BUILT_IN)) {
    const isWanted = atlases.some((atlas) => !atlas.hasAttribute(attribute) && !(attribute === 'src' && atlas.feed));
    if (isWanted) link({ rel: 'preload', as: 'fetch' }, file);
  }
}

function link(attributes: Partial<HTMLLinkElement>, file: string): void {
  const href = new URL(file, import.meta.url).href;
  document.head.append(Object.assign(document.createElement('link'), attributes, { crossOrigin: 'anonymous', href }));
}

export const { PairAtlas, PairMap, PairMetrics, PairSummary, setContextLimit, configureMapLibre } = await import('./first.js');
