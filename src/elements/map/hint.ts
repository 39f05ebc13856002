/** The hint over a map that the reader scrolls over as if it would zoom. It fades by itself. */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { WordKey } from '../../scene/words/index.js';
import type { AtlasController } from '../shared/atlas-host.js';

/** Milliseconds. */
const HINT_TIME = 1_400;

export type HintKind = 'wheel' | 'touch';

export class HintController implements ReactiveController {
  #isShown = false;
  #kind: HintKind = 'wheel';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  render(atlas: AtlasController): TemplateResult {
    return html`<div class="hint ${this.#isShown ? 'is-shown' : ''}" aria-hidden="true">
      <span>${atlas.say(this.#word)}</span>
    </div>`;
  }

  /** Kept while the hint fades. */
  get #word(): WordKey {
    if (this.#kind === 'touch') return 'map.gesture.touch';
    return /Mac|iP(hone|ad)/.test(navigator.platform) ? 'map.gesture.wheel.mac' : 'map.gesture.wheel';
  }

  show(kind: HintKind): void {
    this.#set(true);
    this.#kind = kind;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(false), HINT_TIME);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#isShown = false;
  }

  #set(isShown: boolean): void {
    if (isShown !== this.#isShown) this.host.requestUpdate();
    this.#isShown = isShown;
  }
}
