/**
 * One map's way up and down the ladder of renderers. SVG is painted first and stays until MapLibre's first picture stands;
 * whatever takes MapLibre away again, SVG is back within the same frame.
 */
import type { Scene } from '../scene/picture/scene.js';
import type * as Upgrade from './upgrade.js';
import { dropContext, holdContext, type ContextHolder } from './budget.js';
import {
  RendererFailure,
  type Renderer,
  type RendererFactory,
  type RendererKind,
  type RendererReason,
} from './renderer.js';
import { createSvgRenderer } from './svg/renderer.js';

interface Rung {
  readonly renderer: Renderer;
  readonly box: HTMLElement;
}

/** What passes by itself is tried again when there is an occasion; what failed otherwise will fail again. */
const CAN_TRY_AGAIN: readonly RendererReason[] = ['budget', 'forced', 'gesture', 'data-saver', 'basemap-failed'];

export type RendererListener = (kind: RendererKind, reason: RendererReason, detail?: string) => void;

export class Ladder implements ContextHolder {
  #scene: Scene;
  #standing: Rung;
  #rising: Rung | undefined;
  /** What the map is about to climb for; undefined while it is not. */
  #climbing: { readonly reason: RendererReason } | undefined;
  /** Why the map stands where it does. */
  #reason: RendererReason = 'first-paint';
  /** What it will climb for again when the page is back from the printer. */
  #afterPrint: RendererReason | undefined;
  #isPrinting = false;
  #basemap: string | undefined;
  #losses = 0;
  #isBarred = false;
  #watching: AbortController | undefined;
  #isOver = false;

  constructor(
    scene: Scene,
    private readonly container: HTMLElement,
    private readonly root: ShadowRoot | Document,
    private readonly onChange: RendererListener,
  ) {
    this.#scene = scene;
    this.#standing = this.#raise(createSvgRenderer, true);
    onChange('svg', 'first-paint');
  }

  get kind(): RendererKind {
    return this.#standing.renderer.kind;
  }

  /** Who is to be named beside the picture, as plain text. */
  get credits(): readonly string[] {
    return this.#standing.renderer.credits ?? [];
  }

  /** Is the picture known to take longer than a frame to draw? */
  get isSlow(): boolean {
    return this.#standing.renderer.isSlow;
  }

  draw(scene: Scene): void {
    this.#scene = scene;
    this.#standing.renderer.draw(scene);
    this.#rising?.renderer.draw(scene);
  }

  /** Puts a MapLibre style, by its address, beneath the regions; undefined takes it away. Only MapLibre shows it. */
  setBasemap(url: string | undefined): void {
    if (url === this.#basemap) return;
    this.#basemap = url;
    this.stepDown('basemap');
    if (url !== undefined) void this.climb('basemap');
  }

  /** Puts MapLibre in place of the SVG as soon as it has drawn the same picture. */
  async climb(reason: RendererReason): Promise<void> {
    if (this.kind === 'maplibre') return holdContext(this);
    if (this.#isPrinting) this.#afterPrint = reason;
    // The author's word goes before an attempt that the reader's wish for little traffic may end.
    const isAsked =
      this.#climbing !== undefined &&
      (this.#climbing.reason === reason || reason !== 'forced' || this.#rising !== undefined);
    if (isAsked || this.#isPrinting || this.#isBarred || this.#isOver) return;
    const climbing = (this.#climbing = { reason });
    try {
      const upgrade = await this.#outfit();
      const create = await upgrade.prepareUpgrade(reason, this.#basemap);
      if (this.#climbing !== climbing) return;
      holdContext(this);
      const rung = (this.#rising = this.#raise(create, false));
      await rung.renderer.ready;
      if (this.#climbing !== climbing) return;
      this.#climbing = this.#rising = undefined;
      rung.box.classList.remove('rising');
      this.#remove(this.#standing);
      this.#standing = rung;
      this.#tell(reason);
    } catch (error) {
      if (this.#climbing === climbing) this.#fall(error);
    }
  }

  /** Back to the SVG, for `reason`. */
  stepDown(reason: RendererReason, detail?: string): void {
    this.#climbing = undefined;
    if (this.#rising) {
      this.#remove(this.#rising);
      this.#rising = undefined;
    }
    dropContext(this);
    if (this.kind !== 'maplibre' || this.#isOver) return;
    const before = this.#standing;
    this.#standing = this.#raise(createSvgRenderer, true);
    this.#remove(before);
    this.#tell(reason, detail);
  }

  giveWay(): void {
    this.stepDown('budget');
  }

  destroy(): void {
    this.#isOver = true;
    this.#watching?.abort();
    this.stepDown('forced');
    this.#remove(this.#standing);
  }

  /** The code for the way up, and from then on an ear for the printer. */
  async #outfit(): Promise<typeof Upgrade> {
    const upgrade = await import('./upgrade.js');
    if (!this.#watching && !this.#isOver) {
      this.#watching = new AbortController();
      upgrade.watchPrint((isPrinting) => this.#handlePrint(isPrinting), this.#watching.signal);
    }
    return upgrade;
  }

  #fall(error: unknown): void {
    const { reason, message } =
      error instanceof RendererFailure ? error : { reason: 'load-failed' as const, message: String(error) };
    this.stepDown(reason);
    if (this.#isOver) return;
    this.#isBarred = !CAN_TRY_AGAIN.includes(reason);
    // A map with a broken basemap is a map without one.
    if (reason === 'basemap-failed') this.#basemap = undefined;
    // Told once, and not at every step of a gesture.
    if (reason !== this.#reason) this.#tell(reason, message);
  }

  #tell(reason: RendererReason, detail?: string): void {
    this.#reason = reason;
    this.onChange(this.kind, reason, detail);
  }

  #handlePrint(isPrinting: boolean): void {
    if (isPrinting === this.#isPrinting) return;
    this.#isPrinting = isPrinting;
    if (isPrinting) {
      this.#afterPrint = this.kind === 'maplibre' ? this.#reason : this.#climbing?.reason;
      this.stepDown('print');
    } else if (this.#afterPrint) void this.climb(this.#afterPrint);
  }

  #raise(create: RendererFactory, isShown: boolean): Rung {
    const box = document.createElement('div');
    box.className = isShown ? 'rung' : 'rung rising';
    this.container.append(box);
    const renderer = create(this.#scene, {
      box,
      root: this.root,
      onLost: (reason, detail) => this.#handleLoss(reason, detail),
    });
    return { renderer, box };
  }

  #handleLoss(reason: RendererReason, detail?: string): void {
    this.stepDown(reason, detail);
    if (reason === 'basemap-failed') {
      this.#basemap = undefined;
      return;
    }
    // Tried again once.
    this.#losses++;
    if (this.#losses > 1) this.#isBarred = true;
    else void this.climb(reason);
  }

  #remove({ renderer, box }: Rung): void {
    renderer.destroy();
    box.remove();
  }
}
