/** Several selected regions together: what they come to, and a chip for each. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import type { SelectionPart } from '../../scene/parts/details.js';
import type { AtlasController } from '../shared/atlas-host.js';

export interface SelectionHandlers {
  show(code: RegionCode): void;
  remove(code: RegionCode): void;
}

export function renderSelection(
  { heading, lines, without, regions }: SelectionPart,
  described: RegionCode,
  atlas: AtlasController,
  on: SelectionHandlers,
): TemplateResult {
  return html`<div class="selection" part="selection">
    <h2>${heading}</h2>
    <ul class="totals">
      ${lines.map(({ text, status }) => html`<li>${text}${status ? html` <span class="status">${status}</span>` : nothing}</li>`)}
      ${without ? html`<li class="soft">${without}</li>` : nothing}
    </ul>
    <ul class="chips">
      ${regions.map(
        ({ code, name }) =>
          html`<li class=${code === described ? 'is-shown' : ''}>
            <button
              class="chip"
              aria-pressed=${code === described ? 'true' : 'false'}
              title=${atlas.say('details.selection.show', { name })}
              @click=${() => on.show(code)}
            >
              ${name}</button
            ><button
              class="remove"
              aria-label=${atlas.say('details.selection.remove', { name })}
              @click=${() => on.remove(code)}
            >
              ×
            </button>
          </li>`,
      )}
    </ul>
  </div>`;
}
