/** The hint over a map that the reader scrolls over as if it would zoom. It fades by itself. */
import { css, html, type CSSResult, type ReactiveController, type LitElement, type TemplateResult } from 'lit';
import type { WordKey } from '../../scene/words/index.js';
import { adopt } from '../shared/adopt.js';
import type { AtlasController } from '../shared/atlas-host.js';
import '../../scene/words/gestures.js';

/** Milliseconds. */
const HINT_TIME = 1_400;

const styles: CSSResult = css`
  .hint {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    padding: 1em;
    text-align: center;
    pointer-events: none;
    opacity: 0;
    transition: opacity 160ms;
    font-size: var(--_font-size);
  }
  .hint span {
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: 0.35em 0.8em;
  }
  .hint.is-shown {
    opacity: 1;
  }
  @media (prefers-reduced-motion: reduce) {
    .hint {
      transition: none;
    }
  }
  @media print {
    .hint {
      display: none;
    }
  }
`;

export type HintKind = 'wheel' | 'touch';

export class HintController implements ReactiveController {
  #isShown = false;
  #kind: HintKind = 'wheel';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: LitElement) {
    host.addController(this);
    adopt(host.renderRoot as ShadowRoot, styles);
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
