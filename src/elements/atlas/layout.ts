/** The default layout: maps on the compass where the case is the built-in one, in reading order otherwise. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';

/** The built-in case as the compass has it: three columns, each from north to south. The pivot of the story is in the east. */
const COLUMNS: readonly { readonly place: string; readonly provinces: readonly RegionCode[] }[] = [
  { place: 'west', provinces: ['510000', '520000'] },
  { place: 'middle', provinces: ['420000'] },
  { place: 'east', provinces: ['220000', '330000'] },
];

export function defaultLayout(provinces: readonly RegionCode[]): TemplateResult {
  const onCompass = COLUMNS.flatMap((column) => column.provinces);
  const isCompass = provinces.length === onCompass.length && onCompass.every((code) => provinces.includes(code));
  const map = (code: RegionCode): TemplateResult => html`<pair-map class="map-${code}" region=${code}></pair-map>`;
  return html` <div class=${isCompass ? 'layout compass' : 'layout flow'} part="layout">
    <div class="head">
      <pair-summary></pair-summary>
      <div class="controls"><pair-metrics levels></pair-metrics><pair-search></pair-search><pair-timeline></pair-timeline></div>
      ${isCompass ? nothing : html`<pair-legend></pair-legend>`}
    </div>
    ${
      isCompass
        ? COLUMNS.map(
            ({ place, provinces: codes }) =>
              html`<div class="column">
                ${codes.map(map)} ${place === 'middle' ? html`<pair-legend></pair-legend><pair-details></pair-details>` : nothing}
              </div>`,
          )
        : html`${provinces.map(map)}<pair-details></pair-details>`
    }
    <pair-table></pair-table>
    <pair-ledger></pair-ledger>
  </div>`;
}
