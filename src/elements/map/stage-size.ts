/** Asks for a stage to be measured when its size may have changed: in a frame, with all other maps. */
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
