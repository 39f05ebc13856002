/** The blocks of details, as the panel and the tooltip draw them. */
import { html, nothing, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import type { DetailsBlock } from '../../scene/parts/details.js';
import { lineKeyPicture } from '../../scene/picture/links.js';
import { seriesPicture } from '../../scene/picture/series-picture.js';
import type { Palette } from '../../scene/picture/tokens.js';
import type { PartnerLine } from '../../scene/text/description.js';
import { toElement } from '../../render/svg/elements.js';
import { sourceLink } from '../shared/source-link.js';
import { swatch } from '../shared/swatch.js';

export interface BlockContext {
  /** In a tooltip nothing can be chosen, and there is no room for more than names. */
  readonly isPanel: boolean;
  /** Partners are named, and no more is said of them. */
  readonly isBrief?: boolean;
  readonly palette: Palette | undefined;
  select(code: RegionCode): void;
}

export function renderBlock(block: DetailsBlock, context: BlockContext): TemplateResult {
  const { isPanel, palette, select } = context;
  switch (block.kind) {
    case 'names':
      return html`<p class="names" part="names">
        ${block.names.map(({ text, lang, of }) => html`<span><bdi lang=${lang}>${text}</bdi> <span class="soft">${of}</span></span>`)}
      </p>`;
    case 'value': {
      const { label, text, exact, interval, status } = block.value;
      return html`<div class="value" part="value">
        ${palette ? swatch(block.fill, palette, 'value') : nothing}
        <span class="label soft">${label}</span>
        <span class="number">${text}</span>
        ${exact ? html`<span class="exact soft">${exact}</span>` : nothing}
        ${interval ? html`<span class="exact soft">${interval}</span>` : nothing}
        ${status ? html`<span class="status">${status}</span>` : nothing}
      </div>`;
    }
    case 'before':
      return html`<p class="remark" part="before">${block.text}</p>`;
    case 'series': {
      const { heading, labels, note } = block.series;
      return html`<figure class="series" part="series">
        <figcaption class="soft">${heading}${note ? html` <span class="status">${note}</span>` : nothing}</figcaption>
        ${palette ? toElement(seriesPicture(block.series, palette, isPanel ? 'series' : 'series-tip')) : nothing}
        <ol class="soft" aria-hidden="true">
          ${labels.map((label) => html`<li>${label}</li>`)}
        </ol>
      </figure>`;
    }
    case 'others':
      return html`<dl class="others">
        ${block.lines.map(
          ({ label, text, status }) =>
            html`<div>
              <dt class="soft">${label}</dt>
              <dd>${text}${status ? html` <span class="status">${status}</span>` : nothing}</dd>
            </div>`,
        )}
      </dl>`;
    case 'remarks':
      return html`${block.lines.map((line) => html`<p class="remark soft">${line}</p>`)}`;
    case 'city':
      return html`<button class="city" @click=${() => select(block.code)}>${block.text}</button>`;
    case 'partners':
      return html`<div class="block" part="partners">
        <h3>${block.heading}</h3>
        ${
          block.none
            ? html`<p class="soft">${block.none}</p>`
            : html`<ul class="partners ${context.isBrief ? 'is-brief' : ''}">
                ${block.partners.map((partner) => html`<li>${isPanel ? renderPartner(partner, context) : renderNames(partner)}</li>`)}
                ${block.more ? html`<li class="soft">${block.more}</li>` : nothing}
                ${block.widths && isPanel && !context.isBrief ? html`<li class="soft">${block.widths}</li>` : nothing}
              </ul>`
        }
      </div>`;
    case 'explanation':
      return html`<div class="block" part="explanation">
        <h3>${block.heading}</h3>
        <ul>
          ${block.sentences.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>
      </div>`;
    case 'notes':
      return html`<div class="block" part="notes">
        <h3>${block.heading}</h3>
        ${block.notes.map(({ title, text, source }) => html`<p class="note"><strong>${title}</strong> ${text}${source ? html`<br /><span class="soft">${sourceLink(source)}</span>` : nothing}</p>`)}
        ${block.more ? html`<p class="soft">${block.more}</p>` : nothing}
      </div>`;
    case 'sources':
      return html`<div class="block sources soft" part="sources">
        <h3>${block.heading}</h3>
        <ul>
          ${block.sources.map((source) => html`<li>${sourceLink(source)}</li>`)}
          ${block.more ? html`<li>${block.more}</li>` : nothing}
        </ul>
      </div>`;
  }
}

function renderNames({ name, marks }: PartnerLine): TemplateResult {
  return html`${name}${marks.map((mark) => html` <span class="mark">${mark}</span>`)}`;
}

function renderPartner(
  { code, name, place, marks, note, link, share }: PartnerLine,
  context: BlockContext,
): TemplateResult {
  return html`${context.palette ? toElement(lineKeyPicture(link, share, context.palette)) : nothing}
    <button class="partner" @click=${() => context.select(code)}>${name}</button
    >${marks.map((mark) => html` <span class="mark">${mark}</span>`)}
    ${context.isBrief ? nothing : html`<span class="soft">${place}</span>`}${note && !context.isBrief ? html`<br /><span class="soft">${note}</span>` : nothing}`;
}
