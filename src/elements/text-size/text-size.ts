import {
  LitElement,
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { Text } from '../../state/values.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import '../../scene/words/deferred.js';

/**
 * A switch between the page's own text and large text, for hosts that have none. What the reader chooses holds for its atlas until the page is
 * left.
 *
 * @csspart button - The switch.
 * @tag pair-text-size
 */
export class PairTextSize extends LitElement {
  static override get properties(): PropertyDeclarations {
    return { for: {} };
  }
  static override get styles(): CSSResultGroup {
    return [
      tokens,
      base,
      css`
        :host {
          display: block;
        }
        button {
          padding-inline: 0.9em;
        }
        [aria-pressed='true'] {
          background: var(--_ink);
          color: var(--_paper);
        }
        @media (forced-colors: active) {
          [aria-pressed='true'] {
            forced-color-adjust: none;
            background: Highlight;
            color: HighlightText;
          }
        }
        @media print {
          :host {
            display: none;
          }
        }
      `,
    ];
  }

  /** Id of the atlas, where the switch does not stand inside it. */
  for = '';
  readonly #atlas = new AtlasController(this, ['language', 'dataset']);

  override render(): TemplateResult | typeof nothing {
    const { atlas } = this.#atlas;
    // A wall has sizes of its own.
    if (!atlas || this.dataset.text === 'wall') return nothing;
    return html`<button part="button" aria-pressed=${this.#isLarge ? 'true' : 'false'} @click=${this.#handleClick}>
      ${this.#atlas.say('text-size.large')}
    </button>`;
  }

  /** The atlas tells its parts by what it gives them. */
  get #isLarge(): boolean {
    return this.dataset.text === 'large';
  }

  readonly #handleClick = (): void => {
    const { atlas } = this.#atlas;
    const text: Text = this.#isLarge ? 'normal' : 'large';
    if (atlas) Object.assign(atlas, { text });
  };
}
