/** What stands in place of the maps where there is nothing to draw. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Fault } from '../../data/faults.js';
import { say, sayFault, type Language } from '../../scene/words/index.js';

/** Faults said to the reader; the rest is counted. */
const SAID = 5;

export function failure(faults: readonly Fault[], language: Language, retry: () => void): TemplateResult {
  const rest = faults.length - SAID;
  return html`<div class="failure" part="error" role="alert">
    <slot name="error">
      <strong>${say(language, 'state.failed')}</strong>
      <ul>
        ${faults.slice(0, SAID).map((fault) => {
          const { message, remedy } = sayFault(fault, language);
          return html`<li>${message}<br /><span class="soft">${remedy}</span></li>`;
        })}
      </ul>
      ${rest > 0 ? html`<p class="soft">${say(language, 'fault.more', { count: rest })}</p>` : nothing} </slot
    ><button @click=${retry}>${say(language, 'state.retry')}</button>
  </div>`;
}
