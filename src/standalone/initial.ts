/** What the first picture needs. The rest is fetched when that picture stands, or when it is clear that there will be none. */
export { PairAtlas } from '../elements/atlas/pair-atlas.js';
export { PairMap } from '../elements/map/pair-map.js';
export { PairMetrics } from '../elements/metrics/pair-metrics.js';
export { PairSummary } from '../elements/summary/pair-summary.js';
export { setContextLimit } from '../render/budget.js';
export { configureMapLibre } from '../render/configure.js';

/** Milliseconds that the rest waits for a first picture. */
const PATIENCE = 1_000;

if (typeof document !== 'undefined') {
  const occasion = new AbortController();
  const load = (): void => {
    occasion.abort();
    import('./deferred.js').catch((error: unknown) => {
      console.warn(
        'pair-atlas: legend, details, table and search are missing. Is pair-atlas-deferred.js beside pair-atlas.js?',
        error,
      );
    });
  };
  const { signal } = occasion;
  // The picture is on the screen in the frame after the one in which the maps have drawn.
  const soon = (): number => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(load)));
  document.addEventListener('pair-renderer', soon, { signal });
  document.addEventListener('pair-error', soon, { signal });
  // An atlas whose maps are all out of sight, or that has none, has no first picture.
  document.addEventListener('pair-ready', () => setTimeout(soon, PATIENCE), { signal });
}
