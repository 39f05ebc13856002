/** What the elements ask of a renderer. It draws a scene into a box, and hears nothing: gestures belong to the elements. */
import type { Scene } from '../scene/picture/scene.js';

export type RendererKind = 'svg' | 'maplibre';

/**
 * Why a map is drawn by the renderer that it has; `detail` of `pair-renderer` carries it. Up: `forced` by the author,
 * a reader's `gesture`, a `basemap`, `many-regions`. Down, or not up: `no-webgl2`, `policy` (the page enforces Trusted
 * Types), `old-engine` (MapLibre's syntax is news to it), `load-failed`, `blank` (finished, and nothing drawn), `context-lost`, `budget`, `print`, `data-saver`, `basemap-failed`,
 * and `basemap` where it was taken away. After a `context-lost` and after `print` a map climbs again, once, for that reason.
 */
export type RendererReason =
  | 'first-paint'
  | 'forced'
  | 'gesture'
  | 'basemap'
  | 'many-regions'
  | 'no-webgl2'
  | 'policy'
  | 'old-engine'
  | 'load-failed'
  | 'blank'
  | 'context-lost'
  | 'budget'
  | 'print'
  | 'data-saver'
  | 'basemap-failed';

export interface Renderer {
  readonly kind: RendererKind;
  /** Settles when the first picture stands on the screen; rejects with a `RendererFailure` when there will be none. */
  readonly ready: Promise<void>;
  /** Who is to be named beside the picture, as plain text; complete when `ready` has settled. */
  readonly credits?: readonly string[];
  /** Each picture takes it longer than a frame: it draws for a GPU, and there is none. Known when `ready` has settled. */
  readonly isSlow: boolean;
  /** Draws what differs from the scene drawn last. */
  draw(scene: Scene): void;
  /** Takes everything out of the box and gives back all that it held. Safe to call twice, and before `ready`. */
  destroy(): void;
}

export interface RendererOptions {
  /** An empty box, positioned, as large as the scene says. The renderer fills it and owns its children. */
  readonly box: HTMLElement;
  /** The root that `box` is in: where a renderer adopts its style sheets. */
  readonly root: ShadowRoot | Document;
  /** Called at most once, when a picture that stood is gone and will not come back by itself. */
  onLost(reason: RendererReason, detail?: string): void;
}

export type RendererFactory = (scene: Scene, options: RendererOptions) => Renderer;

export class RendererFailure extends Error {
  constructor(
    readonly reason: RendererReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'RendererFailure';
  }
}
