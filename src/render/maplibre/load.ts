/** Fetches the MapLibre renderer, once for the page, and only where it could draw. */
import type { Basemap } from './basemap.js';
import { maplibre } from '../configure.js';
import { isAllowedByDocument, mayStartWorkers } from './policy.js';
import { RendererFailure, type Renderer, type RendererOptions } from '../renderer.js';
import type { Scene } from '../../scene/picture/scene.js';

export type MapLibreFactory = (scene: Scene, options: RendererOptions & { readonly basemap?: Basemap }) => Renderer;

let loading: Promise<MapLibreFactory> | undefined;

/** Rejects with a `RendererFailure`: `no-webgl2`, `policy`, `old-engine` or `load-failed`. A failure is not kept: the next call tries again. */
export function loadMapLibre(): Promise<MapLibreFactory> {
  return (loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  }));
}

async function load(): Promise<MapLibreFactory> {
  // Asked first: 300 KB are not fetched for a machine that cannot use them.
  if (!hasWebGl2()) throw new RendererFailure('no-webgl2', 'This browser gives no WebGL 2 context.');
  if (!(await mayStartWorkers()))
    throw new RendererFailure('policy', "This page enforces Trusted Types, which MapLibre's worker does not pass.");
  const { createMapLibreRenderer: create } = await import('./renderer.js').catch((error: unknown) => {
    const reason = error instanceof SyntaxError ? 'old-engine' : 'load-failed';
    throw new RendererFailure(reason, 'The MapLibre renderer could not be loaded.', { cause: error });
  });
  return (scene, options) => {
    const renderer = create(scene, { ...options, workerUrl: maplibre.workerUrl });
    const ready = renderer.ready.catch((error: unknown) => {
      throw failureOf(error);
    });
    ready.catch(() => {});
    return {
      kind: renderer.kind,
      ready,
      get isSlow() {
        return renderer.isSlow;
      },
      get credits() {
        return renderer.credits;
      },
      draw: (next) => renderer.draw(next),
      destroy: () => renderer.destroy(),
    };
  };
}

/**
 * Fetches the renderer's file ahead, where it could be used. Whether the page's headers allow it is asked when a map climbs: to
 * ask is a request, and an idle page makes none for that.
 */
export async function prefetchRenderer(): Promise<void> {
  if (hasWebGl2() && isAllowedByDocument()) await import('./renderer.js');
}

function failureOf(error: unknown): RendererFailure {
  return error instanceof RendererFailure
    ? error
    : new RendererFailure('load-failed', error instanceof Error ? error.message : String(error), { cause: error });
}

function hasWebGl2(): boolean {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
