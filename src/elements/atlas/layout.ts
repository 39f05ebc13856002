/** The default layout: what stands there when the author has put nothing into the tag. */
import { html, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { layoutPart, type AsidePart } from '../../scene/parts/layout.js';

const ASIDE: Readonly<Record<AsidePart, TemplateResult>> = {
  legend: html`<pair-legend></pair-legend>`,
  details: html`<pair-details></pair-details>`,
};

/** `hasPeriods`: room is left for their line. `isWide`: there is room for all maps beside each other. */
export function defaultLayout(provinces: readonly RegionCode[], hasPeriods: boolean, isWide: boolean): TemplateResult {
  const { kind, top, pivot, columns } = layoutPart(provinces, isWide);
  const aside = (parts: readonly AsidePart[]): TemplateResult[] => parts.map((part) => ASIDE[part]);
  return html` <div class="layout ${kind} ${hasPeriods ? 'has-periods' : ''}" part="layout">
    <div class="top">
      <pair-summary></pair-summary>
      <div class="bar">
        <pair-metrics levels></pair-metrics><pair-export></pair-export><pair-timeline></pair-timeline
        ><pair-search></pair-search>
      </div>
      ${aside(top)}
    </div>
    ${columns.map(
      ({ maps, below }) =>
        html`<div class="column">
          ${maps.map((code) => html`<pair-map class=${code === pivot ? 'pivot' : ''} region=${code}></pair-map>`)}
          ${aside(below)}
        </div>`,
    )}
    <pair-table></pair-table>
    <pair-ledger></pair-ledger>
  </div>`;
}
