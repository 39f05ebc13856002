/** What the first picture needs. The rest is fetched when that picture stands, or when it is clear that there will be none. */
import { PairAtlas } from '../elements/initial.js';
import { ATLAS_TAG } from '../elements/shared/atlas-host.js';

export * from '../elements/initial.js';
export { setContextLimit } from '../render/budget.js';
export { configureMapLibre } from '../render/configure.js';

/** Milliseconds that the rest waits for a first picture. */
const PATIENCE = 1_000;

// Where another copy has defined the tags its own parts come: these would not know its state.
if (typeof customElements !== 'undefined' && customElements.get(ATLAS_TAG) === PairAtlas) {
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
