/** What a map needs on its way up from the SVG, and a page does not until then: conditions, MapLibre, basemaps, print. */
import { loadBasemap } from './maplibre/basemap.js';
import { isSavingData } from './configure.js';
import { loadMapLibre, prefetchRenderer, type MapLibreFactory } from './maplibre/load.js';
import { RendererFailure, type RendererFactory, type RendererReason } from './renderer.js';

/** The renderer to climb to. Rejects with a `RendererFailure` that says why there is none. */
export async function prepareUpgrade(reason: RendererReason, basemap: string | undefined): Promise<RendererFactory> {
  if (reason !== 'forced' && isSavingData())
    throw new RendererFailure('data-saver', 'The browser asks for little traffic.');
  const [create, ground]: [MapLibreFactory, Awaited<ReturnType<typeof loadBasemap>> | undefined] = await Promise.all([
    loadMapLibre(),
    basemap === undefined ? undefined : loadBasemap(basemap),
  ]);
  return (scene, options) => create(scene, { ...options, basemap: ground });
}

/** Tells when the page is laid out for paper, and when it is back on the screen. */
export function watchPrint(onChange: (isPrinting: boolean) => void, signal: AbortSignal): void {
  const paper = matchMedia('print');
  addEventListener('beforeprint', () => onChange(true), { signal });
  addEventListener('afterprint', () => onChange(false), { signal });
  // Some print without these events, and some without a change of the medium.
  paper.addEventListener('change', () => onChange(paper.matches), { signal });
}

/** Fetches MapLibre ahead, while the page has nothing else to do; where it could not be used, nothing. */
export async function prefetchMapLibre(): Promise<void> {
  // Whoever climbs later hears why it failed.
  await prefetchRenderer().catch(() => {});
}
