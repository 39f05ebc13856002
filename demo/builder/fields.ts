/** The few controls that the steps are made of. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export function choiceField(
  label: string,
  value: string,
  choices: readonly Choice[],
  change: (value: string) => void,
): TemplateResult {
  return html`<label class="field"
    ><span>${label}</span>
    <select @change=${({ target }: Event) => change((target as HTMLSelectElement).value)}>
      ${choices.map(
        (choice) =>
          html`<option value=${choice.value} .selected=${live(choice.value === value)}>${choice.text}</option>`,
      )}
    </select></label
  >`;
}

export interface TextOptions {
  readonly hint?: string;
  readonly type?: 'text' | 'url' | 'number';
  readonly isLong?: boolean;
  /** The field is left: what is written next is another step. */
  readonly left: () => void;
}

/** @param id Of its hint, unique in the page. */
export function textField(
  id: string,
  label: string,
  value: string,
  change: (value: string) => void,
  { hint, type = 'text', isLong, left }: TextOptions,
): TemplateResult {
  const handle = ({ target }: Event): void => change((target as HTMLInputElement | HTMLTextAreaElement).value);
  const described = hint ? `${id}-hint` : nothing;
  return html`<label class="field is-wide"
      ><span>${label}</span> ${
        isLong
          ? html`<textarea
              rows="2"
              aria-describedby=${described}
              .value=${live(value)}
              @input=${handle}
              @blur=${left}
            ></textarea>`
          : html`<input
              type=${type}
              aria-describedby=${described}
              .value=${live(value)}
              @input=${handle}
              @blur=${left}
            />`
      }</label
    >${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}`;
}

export function checkField(label: string, isSet: boolean, change: (isSet: boolean) => void): TemplateResult {
  return html`<label class="check"
    ><input
      type="checkbox"
      .checked=${live(isSet)}
      @change=${({ target }: Event) => change((target as HTMLInputElement).checked)}
    /><span>${label}</span></label
  >`;
}

export function radioField(
  name: string,
  label: string,
  value: string,
  choices: readonly Choice[],
  change: (value: string) => void,
): TemplateResult {
  return html`<fieldset class="radios">
    <legend>${label}</legend>
    ${choices.map(
      (choice) =>
        html`<label class="check"
          ><input
            type="radio"
            name=${name}
            value=${choice.value}
            .checked=${live(choice.value === value)}
            @change=${() => change(choice.value)}
          /><span>${choice.text}</span></label
        >`,
    )}
  </fieldset>`;
}
