/** Asks for a stage to be measured when its size may have changed: in a frame, with all other maps. */
import type { Box } from '../../scene/geometry/shapes.js';
import { inNextFrame } from '../shared/frame.js';

export class StageSize {
  readonly #observer = new ResizeObserver(() => this.ask());
  #stage: HTMLElement | undefined;

  constructor(private readonly measure: () => void) {}

  /** Once for each stage: who observes a box again hears of its size again, and a drag would be measured at every step. */
  watch(stage: HTMLElement): void {
    if (stage === this.#stage) return;
    this.end();
    this.#stage = stage;
    this.#observer.observe(stage);
  }

  ask(): void {
    inNextFrame(this.measure);
  }

  end(): void {
    this.#observer.disconnect();
    this.#stage = undefined;
  }
}

/**
 * A stage has the shape of its map, unless the host gave it a height. Set here, not in the markup: a strict policy refuses
 * style attributes. And only if it changes: a style that is set makes the page lay itself out.
 */
export function takeShape(stage: HTMLElement, [left, top, right, bottom]: Box): void {
  const shape = `${((100 * (bottom - top)) / (right - left)).toFixed(3)}%`;
  if (stage.style.getPropertyValue('--_shape') !== shape) stage.style.setProperty('--_shape', shape);
}
