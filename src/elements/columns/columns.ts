import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Fault } from '../../data/faults.js';
import { columnRoles, isMetricRole, type ColumnChoice } from '../../data/tables/columns.js';
import { columnRows, roleGroups, type ColumnRow } from '../../scene/parts/column-choices.js';
import { sayFault } from '../../scene/words/index.js';
import { chooseColumns, chosenColumns, columnsOf } from '../atlas/own-data.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './columns.styles.js';

/**
 * Of a table: what each of its columns was taken for, which the reader can change. Empty where the feed is no table. The ledger
 * holds one; it comes with the first table.
 *
 * @csspart column - A column of the table.
 * @csspart role - What it is taken for.
 * @csspart unit - The unit of its figures.
 * @csspart reset - The button that takes back what the reader has changed.
 * @csspart fault - Why a change could not be made.
 * @tag pair-columns
 */
export class PairColumns extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      faults: { state: true, attribute: false },
      isDone: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the columns do not stand inside it. */
  for = '';
  private faults: readonly Fault[] = [];
  private isDone = false;
  readonly #atlas = new AtlasController(this, ['dataset', 'phase', 'language']);

  override render(): TemplateResult | typeof nothing {
    const { atlas, values, language } = this.#atlas;
    const columns = values && columnsOf(values);
    if (!atlas || !columns) return nothing;
    const rows = columnRows(columns, language);
    const hasChosen = Object.keys(chosenColumns(atlas)).length > 0;
    return html`<fieldset>
      <legend>${this.#atlas.say('columns.title')}</legend>
      <ul>
        ${rows.map((row) => this.#row(row))}
      </ul>
      ${
        hasChosen
          ? html`<button part="reset" @click=${() => void this.#choose(undefined)}>
              ${this.#atlas.say('columns.reset')}
            </button>`
          : nothing
      }
      <p class="only-spoken" role="status">${this.isDone ? this.#atlas.say('columns.done') : ''}</p>
      ${
        this.faults.length > 0
          ? html`<div class="fault" part="fault" role="alert">
              <strong>${this.#atlas.say('columns.refused')}</strong>
              ${this.faults.map((fault) => {
                const { message, remedy } = sayFault(fault, language);
                return html`<p>${message}<br /><span class="soft">${remedy}</span></p>`;
              })}
            </div>`
          : nothing
      }
    </fieldset>`;
  }

  #row({ letter, name, heading, sample, chosen, unit, why }: ColumnRow): TemplateResult {
    const say = this.#atlas.say.bind(this.#atlas);
    const isChosen = (role: string): boolean => role === chosen;
    return html`<li part="column">
      <span class="name"><b>${letter}</b> ${heading} <span class="soft">${sample}</span></span>
      <label
        ><span class="only-spoken">${name}</span> ${say('columns.use')}
        <select part="role" data-letter=${letter} @change=${this.#handleRole}>
          ${columnRoles().some(isChosen) ? nothing : html`<option selected disabled>${say('role.bound')}</option>`}
          ${roleGroups(this.#atlas.language).map(
            (group) =>
              html`<optgroup label=${group.label}>
                ${group.roles.map(
                  ({ role, word }) => html`<option value=${role} ?selected=${isChosen(role)}>${word}</option>`,
                )}
              </optgroup>`,
          )}
          <option value="ignore" ?selected=${isChosen('ignore')}>${say('columns.ignore')}</option>
        </select></label
      >
      ${
        unit === undefined
          ? html`<span class="soft">${why ?? ''}</span>`
          : html`<label
              ><span class="only-spoken">${name}</span> ${say('columns.unit')}
              <input
                part="unit"
                size="8"
                data-letter=${letter}
                data-role=${chosen}
                value=${unit}
                @change=${this.#handleUnit}
            /></label>`
      }
    </li>`;
  }

  /** A control shows what holds, whatever the reader has set it to: a change may have been refused. */
  override updated(): void {
    for (const form of this.renderRoot.querySelectorAll('select'))
      for (const option of form.options) option.selected = option.defaultSelected;
    for (const field of this.renderRoot.querySelectorAll('input')) field.value = field.defaultValue;
  }

  readonly #handleRole = ({ target }: Event): void => {
    if (!(target instanceof HTMLSelectElement)) return;
    const as = columnRoles().find((role) => role === target.value);
    const { letter } = target.dataset;
    if (!as || letter === undefined || !this.#atlas.atlas) return;
    // What the reader has said of the unit holds of any figures.
    const unit = isMetricRole(as) ? chosenColumns(this.#atlas.atlas)[letter]?.unit : undefined;
    this.#change(letter, { as, ...(unit === undefined ? {} : { unit }) });
  };

  readonly #handleUnit = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const as = columnRoles().find((role) => role === target.dataset.role);
    if (as) this.#change(target.dataset.letter, { as, unit: target.value.trim() });
  };

  #change(letter: string | undefined, choice: ColumnChoice): void {
    const { atlas } = this.#atlas;
    if (atlas && letter !== undefined) void this.#choose({ ...chosenColumns(atlas), [letter]: choice });
  }

  async #choose(columns: Parameters<typeof chooseColumns>[1]): Promise<void> {
    const { atlas } = this.#atlas;
    if (!atlas) return;
    this.isDone = false;
    this.faults = await chooseColumns(atlas, columns);
    this.isDone = this.faults.length === 0;
    // What could not be done stands there no more.
    this.requestUpdate();
  }
}
