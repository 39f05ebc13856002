import { LitElement, css, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { levelSwitch, metricSwitch, type SwitchPart } from '../../scene/parts/switches.js';
import { mainLevel, metricOf } from '../../state/derive.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';

/**
 * The switch between the feed's metrics, and between levels where the author wants it.
 *
 * @csspart group - The row of choices.
 * @csspart choice - One choice.
 * @tag pair-metrics
 */
export class PairMetrics extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      levels: { type: Boolean },
    };
  }
  static override get styles(): CSSResultGroup {
    return [
      tokens,
      base,
      css`
        :host {
          display: flex;
          flex-wrap: wrap;
          gap: 0.5rem 1rem;
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
  }

  /** Id of the atlas, where the switch does not stand inside it. */
  for = '';
  /** Lets the reader switch between counties, prefectures and provinces too. */
  levels = false;
  readonly #atlas = new AtlasController(this, ['dataset', 'metric', 'level', 'drawnLevels', 'language']);

  override render(): TemplateResult | typeof nothing {
    const { values, language } = this.#atlas;
    if (!values?.dataset) return nothing;
    const metrics = metricSwitch(values.dataset, metricOf(values)?.id, language);
    return html`${metrics ? this.#renderSwitch(metrics) : nothing}
    ${this.levels ? this.#renderSwitch(levelSwitch(mainLevel(values), language)) : nothing}`;
  }

  #renderSwitch({ name, label, choices }: SwitchPart): TemplateResult {
    return html`<fieldset part="group ${name}">
      <legend class="only-spoken">${label}</legend>
      ${choices.map(
        ({ id, text, isChosen }) =>
          html`<label part="choice" class=${isChosen ? 'is-chosen' : ''}>
            <input
              type="radio"
              name=${name}
              .value=${id}
              .checked=${isChosen}
              @change=${() => this.#atlas.state?.change({ [name]: id }, 'reader')}
            />${text}</label
          >`,
      )}
    </fieldset>`;
  }
}
