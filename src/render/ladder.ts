/**
 * One map's way up and down the ladder of renderers. SVG is painted first and stays until MapLibre's first picture stands;
 * whatever takes MapLibre away again, SVG is back within the same frame.
 */
import type { Scene } from '../scene/scene.js';
import { dropContext, holdContext, type ContextHolder } from './budget.js';
import { loadMapLibre } from './load-maplibre.js';
import { RendererFailure, type Renderer, type RendererFactory, type RendererKind, type RendererReason } from './renderer.js';
import { createSvgRenderer } from './svg.js';

interface Rung {
  readonly renderer: Renderer;
  readonly box: HTMLElement;
}

/** A lost context is tried again once; what failed otherwise will fail again. */
const CAN_TRY_AGAIN: readonly RendererReason[] = ['budget', 'forced', 'gesture'];

export class Ladder implements ContextHolder {
  #scene: Scene;
  #standing: Rung;
  #rising: Rung | undefined;
  #losses = 0;
  #isBarred = false;
  #isOver = false;

  constructor(
    scene: Scene,
    private readonly container: HTMLElement,
    private readonly root: ShadowRoot | Document,
    private readonly onChange: (kind: RendererKind, reason: RendererReason) => void,
  ) {
    this.#scene = scene;
    this.#standing = this.#raise(createSvgRenderer, true);
    onChange('svg', 'first-paint');
  }

  get kind(): RendererKind {
    return this.#standing.renderer.kind;
  }

  draw(scene: Scene): void {
    this.#scene = scene;
    this.#standing.renderer.draw(scene);
    this.#rising?.renderer.draw(scene);
  }

  /** Puts MapLibre in place of the SVG as soon as it has drawn the same picture. */
  async climb(reason: RendererReason): Promise<void> {
    if (this.kind === 'maplibre') return holdContext(this);
    if (this.#rising || this.#isBarred || this.#isOver) return;
    let rung: Rung | undefined;
    try {
      const create = await loadMapLibre();
      if (this.#isOver || this.#rising) return;
      holdContext(this);
      this.#rising = rung = this.#raise(create, false);
      await rung.renderer.ready;
      if (this.#rising !== rung) return;
      this.#rising = undefined;
      rung.box.classList.remove('rising');
      this.#remove(this.#standing);
      this.#standing = rung;
      this.onChange('maplibre', reason);
    } catch (error) {
      if (rung && this.#rising !== rung) return;
      this.#rising = undefined;
      if (rung) this.#remove(rung);
      dropContext(this);
      if (this.#isOver) return;
      const failure = error instanceof RendererFailure ? error.reason : 'load-failed';
      this.#isBarred = !CAN_TRY_AGAIN.includes(failure);
      this.onChange('svg', failure);
    }
  }

  /** Back to the SVG, for `reason`. */
  stepDown(reason: RendererReason): void {
    if (this.#rising) {
      this.#remove(this.#rising);
      this.#rising = undefined;
    }
    dropContext(this);
    if (this.kind !== 'maplibre' || this.#isOver) return;
    const before = this.#standing;
    this.#standing = this.#raise(createSvgRenderer, true);
    this.#remove(before);
    this.onChange('svg', reason);
  }

  giveWay(): void {
    this.stepDown('budget');
  }

  destroy(): void {
    this.#isOver = true;
    if (this.#rising) this.#remove(this.#rising);
    this.#rising = undefined;
    this.#remove(this.#standing);
    dropContext(this);
  }

  #raise(create: RendererFactory, isShown: boolean): Rung {
    const box = document.createElement('div');
    box.className = isShown ? 'rung' : 'rung rising';
    this.container.append(box);
    const renderer = create(this.#scene, { box, root: this.root, onLost: (reason) => this.#handleLoss(reason) });
    return { renderer, box };
  }

  #handleLoss(reason: RendererReason): void {
    this.stepDown(reason);
    this.#losses++;
    if (this.#losses > 1) this.#isBarred = true;
    else if (!this.#isOver) void this.climb(reason);
  }

  #remove({ renderer, box }: Rung): void {
    renderer.destroy();
    box.remove();
  }
}
