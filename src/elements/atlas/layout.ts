/** The default layout: maps on the compass where the case is the built-in one, in reading order otherwise. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { COMPASS, LEGEND_COLUMN, isCompass } from '../../scene/parts/layout.js';

export function defaultLayout(provinces: readonly RegionCode[]): TemplateResult {
  const onCompass = isCompass(provinces);
  const map = (code: RegionCode): TemplateResult => html`<pair-map class="map-${code}" region=${code}></pair-map>`;
  return html` <div class=${onCompass ? 'layout compass' : 'layout flow'} part="layout">
    <div class="head">
      <pair-summary></pair-summary>
      <div class="controls">
        <pair-metrics levels></pair-metrics><pair-export></pair-export><pair-search></pair-search
        ><pair-timeline></pair-timeline>
      </div>
      ${onCompass ? nothing : html`<pair-legend></pair-legend>`}
    </div>
    ${
      onCompass
        ? COMPASS.map(
            (codes, i) =>
              html`<div class="column">
                ${codes.map(map)}
                ${i === LEGEND_COLUMN ? html`<pair-legend></pair-legend><pair-details></pair-details>` : nothing}
              </div>`,
          )
        : html`${provinces.map(map)}<pair-details></pair-details>`
    }
    <pair-table></pair-table>
    <pair-ledger></pair-ledger>
  </div>`;
}
