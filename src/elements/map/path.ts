/** The way back from a unit that was opened on a map. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import type { AtlasController } from '../shared/atlas-host.js';
import type { Passage } from './passage.js';

export function renderPath(
  passage: Passage,
  atlas: AtlasController,
  nameOf: (codes: readonly RegionCode[]) => string,
): TemplateResult | typeof nothing {
  const steps = passage.breadcrumb;
  if (steps.length === 0) return nothing;
  return html`<nav class="path" part="breadcrumb" aria-label=${atlas.say('map.path')}>
    ${steps.map(({ codes, unit }) => html`<button @click=${() => passage.drill(unit)}>${nameOf(codes)}</button> › `)}
  </nav> `;
}
