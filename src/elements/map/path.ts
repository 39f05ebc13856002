/** The way back from a unit that was opened on a map. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import type { AtlasController } from '../shared/atlas-host.js';
import type { DrillDown } from './drill-down.js';

export function renderPath(
  drillDown: DrillDown,
  atlas: AtlasController,
  nameOf: (codes: readonly RegionCode[]) => string,
): TemplateResult | typeof nothing {
  const steps = drillDown.breadcrumb;
  if (steps.length === 0) return nothing;
  return html`<nav class="path" part="breadcrumb" aria-label=${atlas.say('map.path')}>
    ${steps.map(({ codes, unit }) => html`<button @click=${() => drillDown.drill(unit)}>${nameOf(codes)}</button> › `)}
  </nav> `;
}
