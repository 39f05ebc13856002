import {
  LitElement,
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { LEVELS } from '../../data/types.js';
import { inLanguage, type WordKey } from '../../scene/words/index.js';
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
  readonly #atlas = new AtlasController(this, ['dataset', 'metric', 'level', 'shown', 'language']);

  override render(): TemplateResult | typeof nothing {
    const { dataset, shown } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    if (!dataset) return nothing;
    const metrics = dataset.feed.metrics.map(({ id, label }) => ({ id, text: inLanguage(label, language) }));
    const levels = LEVELS.map((id) => ({ id, text: this.#atlas.say(`level.${id}`) }));
    const drawn = this.#atlas.values?.level ?? [...(shown?.values() ?? [])][0] ?? 'county';
    return html`${metrics.length < 2 ? nothing : this.#renderSwitch('metric', 'metrics.label', metrics, this.#atlas.state?.metric?.id)}
    ${this.levels ? this.#renderSwitch('level', 'level.label', levels, drawn) : nothing}`;
  }

  #renderSwitch(
    name: 'metric' | 'level',
    word: WordKey,
    choices: readonly { readonly id: string; readonly text: string }[],
    chosen: string | undefined,
  ): TemplateResult {
    return html`<fieldset part="group ${name}">
      <legend class="only-spoken">${this.#atlas.say(word)}</legend>
      ${choices.map(
        ({ id, text }) =>
          html`<label part="choice" class=${id === chosen ? 'is-chosen' : ''}>
            <input
              type="radio"
              name=${name}
              .value=${id}
              .checked=${id === chosen}
              @change=${() => this.#atlas.state?.update({ [name]: id }, 'reader')}
            />${text}</label
          >`,
      )}
    </fieldset>`;
  }
}
