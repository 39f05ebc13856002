import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { levelSwitch, metricSwitch, type SwitchPart } from '../../scene/parts/switches.js';
import { chosenMetricOf, mainLevel } from '../../state/derive.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './metrics.styles.js';

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
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the switch does not stand inside it. */
  for = '';
  /** Lets the reader switch between counties, prefectures and provinces too. */
  levels = false;
  readonly #atlas = new AtlasController(this, ['dataset', 'metric', 'level', 'drawnLevels', 'language']);

  override render(): TemplateResult | typeof nothing {
    const { values, language } = this.#atlas;
    if (!values?.dataset) return nothing;
    const metrics = metricSwitch(values.dataset, chosenMetricOf(values)?.id, language);
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
