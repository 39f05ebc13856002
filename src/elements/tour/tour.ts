import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { tourStops } from '../../scene/parts/tour.js';
import { periodOf } from '../../state/derive.js';
import { START } from '../../state/values.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './tour.styles.js';
import '../../scene/words/deferred.js';

/** What a reader does anywhere on the page: the tour makes way. */
const TOUCHES = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/**
 * A tour through the pairs: each place that helps is selected for a while, with those that it helps. It stops at the first touch of pointer,
 * wheel or keyboard anywhere on the page, and leaves what is shown as it is. It begins by the reader's button, or by itself where the
 * author says after how much rest; never by itself for a reader who wants less motion, and not again by itself after its button
 * has stopped it.
 *
 * @csspart button - Starts and stops the tour.
 * @csspart progress - Which place of how many is shown.
 * @tag pair-tour
 */
export class PairTour extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      seconds: { type: Number },
      rest: { type: Number },
      isRunning: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the tour does not stand inside it. */
  for = '';
  /** Seconds that each place is shown, at least 3. */
  seconds = 8;
  /** Seconds without a touch after which the tour begins by itself; 0 for never. */
  rest = 0;

  private isRunning = false;
  /** By its button; it does not begin by itself again. */
  #isStopped = false;
  /** Nobody has touched anything yet: the first place comes as soon as every other. */
  #isUntouched = true;
  #at = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connection: AbortController | undefined;
  readonly #atlas = new AtlasController(
    this,
    ['dataset', 'metric', 'period', 'language'],
    (changed) => changed.has('dataset') && this.#handleDataset(),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    for (const type of TOUCHES)
      document.addEventListener(type, (event) => this.#handleTouch(event), { signal, capture: true, passive: true });
    document.addEventListener('visibilitychange', () => this.#wait(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    clearTimeout(this.#timer);
    this.isRunning = false;
  }

  override render(): TemplateResult | typeof nothing {
    const of = this.#stops().length;
    if (of === 0) return nothing;
    return html`<div class="line">
      <button part="button" @click=${this.#handleClick}>
        <span aria-hidden="true">${this.isRunning ? '❚❚' : '▶'}</span>
        ${this.#atlas.say(this.isRunning ? 'tour.stop' : 'tour.start')}
      </button>
      ${
        this.#at < 0
          ? nothing
          : html`<span class="soft" part="progress"
              >${this.#atlas.say('tour.progress', { at: this.#at + 1, of })}</span
            >`
      }
    </div>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('rest') || changed.has('seconds')) this.#wait();
  }

  #stops(): readonly RegionCode[] {
    const { values } = this.#atlas;
    return values?.dataset ? tourStops(values.dataset, periodOf(values)) : [];
  }

  #handleDataset(): void {
    this.#at = -1;
    this.#wait();
  }

  /** For the next place, or for the rest after which the tour begins by itself. */
  #wait(): void {
    clearTimeout(this.#timer);
    if (document.hidden || !this.isConnected) return;
    if (!this.isRunning && (this.#isStopped || !(this.rest > 0) || isCalm())) return;
    const seconds = this.isRunning || this.#isUntouched ? Math.max(3, this.seconds || 0) : this.rest;
    this.#timer = setTimeout(() => (this.isRunning ? this.#next() : this.#start()), seconds * 1_000);
  }

  #start(): void {
    if (this.#stops().length === 0) return;
    this.isRunning = true;
    // What the last reader has left: zoomed maps, a filter, a class pointed at.
    const { filter, spotlight, cameras, drills } = START;
    this.#atlas.state?.change({ filter, spotlight, cameras, drills });
    this.#next();
  }

  #next(): void {
    const stops = this.#stops();
    const code = stops[(this.#at = (this.#at + 1) % stops.length)];
    if (code === undefined) return this.#stop();
    this.#atlas.state?.change({ selected: [code], active: undefined, pointer: undefined });
    this.requestUpdate();
    this.#wait();
  }

  #stop(): void {
    this.isRunning = false;
    this.#wait();
  }

  /** Whoever stops it, the rest begins anew. */
  #handleTouch(event: Event): void {
    // Pages tell of pointers that have not moved, when what is under them has.
    if (event.type === 'pointermove' && !hasMoved(event as PointerEvent)) return;
    if (event.composedPath().includes(this)) return;
    this.#isUntouched = false;
    this.#stop();
  }

  readonly #handleClick = (): void => {
    this.#isStopped = this.isRunning;
    if (this.isRunning) this.#stop();
    else this.#start();
  };
}

const hasMoved = ({ movementX, movementY }: PointerEvent): boolean => movementX !== 0 || movementY !== 0;

const isCalm = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
