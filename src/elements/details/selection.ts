/** Several selected regions together: what they are, and what they come to. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../../data/dataset.js';
import type { RegionCode } from '../../data/types.js';
import { nameOf } from '../../scene/text/names.js';
import type { ClassScale } from '../../scene/classes/scale.js';
import { sideWords, totalsOf, type SideTotal } from '../../scene/parts/totals.js';
import { say, type Language } from '../../scene/words/index.js';

export interface SelectionHandlers {
  show(code: RegionCode): void;
  remove(code: RegionCode): void;
}

export function renderSelection(
  dataset: Dataset,
  scale: ClassScale,
  selected: readonly RegionCode[],
  shown: RegionCode,
  language: Language,
  on: SelectionHandlers,
): TemplateResult {
  const totals = totalsOf(dataset, scale, selected);
  return html`<div class="selection" part="selection">
    <h2>${say(language, 'details.selection', { count: totals.regions })}</h2>
    <ul class="totals">
      ${totals.sides.map((side) => renderSide(side, scale, language))}
      ${totals.without === 0 ? nothing : html`<li class="soft">${say(language, 'details.selection.without', { count: totals.without })}</li>`}
    </ul>
    <ul class="chips">
      ${selected.map((code) => {
        const name = nameOf(dataset.regions, code, language);
        return html`<li class=${code === shown ? 'is-shown' : ''}>
          <button
            class="chip"
            aria-pressed=${code === shown ? 'true' : 'false'}
            title=${say(language, 'details.selection.show', { name })}
            @click=${() => on.show(code)}
          >
            ${name}</button
          ><button
            class="remove"
            aria-label=${say(language, 'details.selection.remove', { name })}
            @click=${() => on.remove(code)}
          >
            ×
          </button>
        </li>`;
      })}
    </ul>
  </div>`;
}

function renderSide(side: SideTotal, { metric }: ClassScale, language: Language): TemplateResult {
  const { value, share, status } = sideWords(side, metric, language);
  const total = say(language, `details.selection.${side.side}`, { count: side.regions, value });
  const text = [total, share].filter(Boolean).join(say(language, 'text.comma'));
  return html`<li>${text}${status ? html` <span class="status">${status}</span>` : nothing}</li>`;
}
