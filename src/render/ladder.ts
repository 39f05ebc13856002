/**
 * One map's way up and down the ladder of renderers. SVG is painted first and stays until another's first picture stands;
 * whatever takes that away again, SVG is back within the same frame.
 */
import type { Scene } from '../scene/picture/scene.js';
import { dropContext, holdContext, type ContextHolder } from './budget.js';
import { RendererFailure, type Renderer, type RendererFactory, type RendererReason } from './renderer.js';
import { RENDERERS, type RendererKind, type UpperKind } from './renderers.js';
import { createSvgRenderer } from './svg/renderer.js';

/** A way up: what for, and where to. */
interface Climb {
  readonly reason: RendererReason;
  readonly to: UpperKind;
}

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
  /** The climb that the map is about; undefined while it is not. */
  #climbing: Climb | undefined;
  /** Why the map stands where it does. */
  #reason: RendererReason = 'first-paint';
  /** What it will do again when the page is back from the printer. */
  #afterPrint: Climb | undefined;
  #isPrinting = false;
  #basemap: string | undefined;
  #losses = 0;
  readonly #barred = new Set<RendererKind>();
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

  /** Puts another renderer in place of the one that stands as soon as it has drawn the same picture. */
  async climb(reason: RendererReason, to: UpperKind = 'maplibre'): Promise<void> {
    const { isWebGl, prepare } = RENDERERS[to];
    if (this.kind === to) {
      this.#giveUp();
      if (isWebGl) holdContext(this);
      return;
    }
    if (this.#isPrinting) this.#afterPrint = { reason, to };
    // The author's word goes before an attempt that the reader's wish for little traffic may end.
    const isAsked =
      this.#climbing?.to === to &&
      (this.#climbing.reason === reason || reason !== 'forced' || this.#rising !== undefined);
    if (isAsked || this.#isPrinting || this.#barred.has(to) || this.#isOver) return;
    this.#giveUp();
    const climbing = (this.#climbing = { reason, to });
    try {
      await this.#outfit();
      const create = await prepare(reason, this.#basemap);
      if (this.#climbing !== climbing) return;
      if (isWebGl) holdContext(this);
      const rung = (this.#rising = this.#raise(create, false));
      await rung.renderer.ready;
      if (this.#climbing !== climbing) return;
      this.#climbing = this.#rising = undefined;
      rung.box.classList.remove('rising');
      this.#remove(this.#standing);
      this.#standing = rung;
      if (!isWebGl) dropContext(this);
      this.#tell(reason);
    } catch (error) {
      if (this.#climbing === climbing) this.#fall(error, to);
    }
  }

  /** Back to the SVG, for `reason`. */
  stepDown(reason: RendererReason, detail?: string): void {
    this.#giveUp();
    dropContext(this);
    if (this.kind === 'svg' || this.#isOver) return;
    const before = this.#standing;
    this.#standing = this.#raise(createSvgRenderer, true);
    this.#remove(before);
    this.#tell(reason, detail);
  }

  /** Leaves a climb that has not arrived. */
  #giveUp(): void {
    this.#climbing = undefined;
    if (!this.#rising) return;
    this.#remove(this.#rising);
    this.#rising = undefined;
    if (!RENDERERS[this.kind].isWebGl) dropContext(this);
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

  /** From the first climb on, an ear for the printer. */
  async #outfit(): Promise<void> {
    const upgrade = await import('./upgrade.js');
    if (!this.#watching && !this.#isOver) {
      this.#watching = new AbortController();
      upgrade.watchPrint((isPrinting) => this.#handlePrint(isPrinting), this.#watching.signal);
    }
  }

  #fall(error: unknown, to: UpperKind): void {
    const { reason, message } =
      error instanceof RendererFailure ? error : { reason: 'load-failed' as const, message: String(error) };
    this.stepDown(reason);
    if (this.#isOver) return;
    if (!CAN_TRY_AGAIN.includes(reason)) this.#barred.add(to);
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
      const { kind } = this;
      this.#afterPrint = kind === 'svg' ? this.#climbing : { reason: this.#reason, to: kind };
      this.stepDown('print');
    } else if (this.#afterPrint) void this.climb(this.#afterPrint.reason, this.#afterPrint.to);
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
    const { kind } = this;
    this.stepDown(reason, detail);
    if (reason === 'basemap-failed') {
      this.#basemap = undefined;
      return;
    }
    // Tried again once.
    this.#losses++;
    if (this.#losses > 1) this.#barred.add(kind);
    else if (kind !== 'svg') void this.climb(reason, kind);
  }

  #remove({ renderer, box }: Rung): void {
    renderer.destroy();
    box.remove();
  }
}
