import { LitElement, css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { inLanguage } from '../../scene/words/index.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';

/**
 * The switch between the feed's metrics.
 *
 * @csspart group - The row of choices.
 * @csspart choice - One choice.
 * @tag pair-metrics
 */
export class PairMetrics extends LitElement {
  static override properties = {
    for: {},
  };
  static override styles: CSSResultGroup = [
    tokens,
    base,
    css`
      :host {
        display: block;
      }
      fieldset {
        border: 0;
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
      }
      legend {
        float: inline-start;
        padding: 0;
      }
      label {
        display: inline-grid;
        align-items: center;
        min-block-size: var(--_control);
        padding-inline: 0.9em;
        cursor: pointer;
        border: 1px solid var(--_line);
        margin-inline-start: -1px;
        position: relative;
      }
      label:first-of-type {
        border-start-start-radius: var(--_radius);
        border-end-start-radius: var(--_radius);
      }
      label:last-of-type {
        border-start-end-radius: var(--_radius);
        border-end-end-radius: var(--_radius);
      }
      input {
        position: absolute;
        inset: 0;
        opacity: 0;
        margin: 0;
        cursor: pointer;
      }
      label.is-chosen {
        color: var(--_paper);
        background: var(--_ink);
        border-color: var(--_ink);
        z-index: 1;
      }
      label:focus-within {
        z-index: 2;
      }
      label:has(:focus-visible) {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
      }
      label.is-chosen:has(:focus-visible) {
        outline-offset: 2px;
      }
      @media (forced-colors: active) {
        label.is-chosen {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  /** Id of the atlas, where the switch does not stand inside it. */
  for = '';
  readonly #atlas = new AtlasController(this, ['dataset', 'metric', 'language']);

  override render(): TemplateResult | typeof nothing {
    const { dataset, language = 'zh-CN' } = this.#atlas.values ?? {};
    const shown = this.#atlas.state?.metric?.id;
    if (!dataset || dataset.feed.metrics.length < 2) return nothing;
    return html`<fieldset part="group">
      <legend class="only-spoken">${this.#atlas.say('metrics.label')}</legend>
      ${dataset.feed.metrics.map(
        ({ id, label }) =>
          html`<label part="choice" class=${id === shown ? 'is-chosen' : ''}>
            <input
              type="radio"
              name="metric"
              .value=${id}
              .checked=${id === shown}
              @change=${() => this.#choose(id)}
            />${inLanguage(label, language)}</label
          >`,
      )}
    </fieldset>`;
  }

  #choose(metric: string): void {
    this.#atlas.state?.update({ metric }, 'reader');
  }
}
