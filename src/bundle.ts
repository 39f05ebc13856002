/**
 * The standalone files: one script tag, and all elements are there. What the first picture needs comes first; the rest is
 * fetched when that picture stands, or when it is clear that there will be none.
 */
export { PairAtlas } from './elements/atlas/pair-atlas.js';
export { PairMap } from './elements/map/pair-map.js';
export { PairMetrics } from './elements/metrics/pair-metrics.js';
export { PairSummary } from './elements/summary/pair-summary.js';
export { setContextLimit } from './render/budget.js';
export { configureMapLibre } from './render/configure.js';

if (typeof document !== 'undefined') {
  const occasion = new AbortController();
  const load = (): void => {
    occasion.abort();
    import('./more.js').catch((error: unknown) => {
      console.warn('pair-atlas: legend, details, table and search are missing. Is pair-atlas-more.js beside pair-atlas.js?', error);
    });
  };
  // The picture is on the screen in the frame after the one in which the maps have drawn.
  const soon = (): number => requestAnimationFrame(() => setTimeout(load));
  for (const name of ['pair-ready', 'pair-error'] as const) document.addEventListener(name, soon, { signal: occasion.signal });
}
