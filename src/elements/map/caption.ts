/** The caption of a map: the way back from a unit that was opened on it, its name, and how many of its regions have a value. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { mapCount, mapTitle } from '../../scene/parts/map.js';
import type { View } from '../../scene/geometry/view.js';
import { countOn, fillsOn } from '../../state/derive.js';
import type { AtlasController } from '../shared/atlas-host.js';
import type { DrillDown } from './drill-down.js';

export function renderCaption(drillDown: DrillDown, atlas: AtlasController, view: View | undefined): TemplateResult {
  return html`${renderPath(drillDown, atlas)}${placeOn(atlas, drillDown.named)}${renderCount(atlas, view)}`;
}

/** The names of regions together. */
export function placeOn({ values, language }: AtlasController, codes: readonly RegionCode[]): string {
  return values?.dataset ? mapTitle(values.dataset, codes, language) : '';
}

function renderPath(drillDown: DrillDown, atlas: AtlasController): TemplateResult | typeof nothing {
  const steps = drillDown.breadcrumb;
  if (steps.length === 0) return nothing;
  return html`<nav class="path" part="breadcrumb" aria-label=${atlas.say('map.path')}>
    ${steps.map(({ codes, unit }) => html`<button @click=${() => drillDown.drill(unit)}>${placeOn(atlas, codes)}</button> › `)}
  </nav> `;
}

function renderCount({ values, language }: AtlasController, view: View | undefined): TemplateResult | typeof nothing {
  if (!values?.dataset || !view) return nothing;
  return html`<span class="count">${mapCount(view.map, countOn(fillsOn(values, view.map)), language)}</span>`;
}
