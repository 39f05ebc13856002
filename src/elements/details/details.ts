import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { describe, explain, type Description, type PartnerLine, type ValueLine } from '../../scene/text/description.js';
import type { PointerPlace } from '../../state/atlas-state.js';
import { nameOf } from '../../scene/text/names.js';
import { provinceTotals } from '../../scene/parts/totals.js';
import { inLanguage } from '../../scene/words/index.js';
import type { Dataset } from '../../data/dataset.js';
import type { ClassScale } from '../../scene/classes/scale.js';
import { selectionAfter } from '../../state/selection.js';
import { AtlasController, mapsOf } from '../shared/atlas-host.js';
import { sourceLink } from '../shared/source-link.js';
import { base, tokens } from '../shared/styles.js';
import { swatch, swatches } from '../shared/swatch.js';
import { lineKey } from './line-key.js';
import { renderSelection } from './selection.js';
import { styles } from './details.styles.js';
import '../../scene/words/deferred.js';

/** Partners named in a tooltip; the panel names all. */
const TOOLTIP_PARTNERS = 6;
/** Pixels between the pointer and the tooltip, and between the tooltip and the edge of the window. */
const OFFSET = 14,
  EDGE = 6;

/**
 * What is known of a region: a panel for the one selected, and a tooltip at the pointer.
 *
 * @slot hint - What the panel says while there is nothing to describe.
 * @csspart panel - The panel.
 * @csspart tooltip - The tooltip.
 * @csspart value - The value shown.
 * @csspart selection - Several selected regions: their totals, and a chip for each.
 * @csspart explanation - What follows from the value.
 * @csspart partners - The list of partners.
 * @csspart notes - The notes.
 * @csspart sources - The sources.
 * @tag pair-details
 */
export class PairDetails extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      noTooltip: { type: Boolean, attribute: 'no-tooltip' },
      shown: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, swatches, styles];
  }

  /** Id of the atlas, where the details do not stand inside it. */
  for = '';
  /** Leaves out the tooltip. */
  noTooltip = false;

  /** Which of several selected regions the panel describes; by default the last. */
  private shown: RegionCode | undefined;

  private get tooltip(): HTMLElement | null {
    return this.renderRoot.querySelector('.tooltip');
  }
  #placing = 0;
  #connection: AbortController | undefined;
  readonly #atlas = new AtlasController(this, [
    'dataset',
    'metric',
    'period',
    'active',
    'pointer',
    'selected',
    'method',
    'classes',
    'breaks',
    'scheme',
    'theme',
    'readToken',
    'language',
  ]);

  override render(): TemplateResult | typeof nothing {
    const { dataset, active, selected = [], pointer } = this.#atlas.values ?? {};
    if (!dataset) return nothing;
    const last = selected[selected.length - 1];
    const shown = this.shown !== undefined && selected.includes(this.shown) ? this.shown : last;
    const panel = shown === undefined ? undefined : this.#describe(shown);
    const hovered = active !== undefined && pointer ? this.#describe(active) : undefined;
    return html` <section
        class="panel ${selected.length > 0 ? 'is-selected' : ''}"
        part="panel"
        aria-label=${this.#atlas.say('details.title')}
        @keydown=${this.#handleKey}
      >
        ${
          panel
            ? this.#renderPanel(dataset, panel, selected)
            : html`<slot name="hint"
                ><p class="hint soft">${this.#atlas.say('details.hint')}</p>
                ${this.#renderTotals(dataset)}</slot
              >`
        }
      </section>
      <div class="tooltip" part="tooltip" popover="manual" aria-hidden="true">
        ${hovered && !this.noTooltip ? this.#renderTooltip(hovered) : nothing}
      </div>`;
  }

  override updated(): void {
    const { active, pointer } = this.#atlas.values ?? {};
    const { tooltip } = this;
    if (!tooltip) return;
    const isShown = active !== undefined && pointer !== undefined && !this.noTooltip;
    // The top layer keeps it clear of clipping and transforms around it; older engines have it fixed.
    tooltip.classList.toggle('is-open', isShown);
    if ('showPopover' in tooltip && tooltip.isConnected && isShown !== tooltip.matches(':popover-open'))
      tooltip.togglePopover(isShown);
    cancelAnimationFrame(this.#placing);
    // When all maps have drawn: asking for its size now would make the browser lay out the page twice.
    if (isShown) this.#placing = requestAnimationFrame(() => place(tooltip, pointer));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    document.addEventListener('click', (event) => this.#handleOutside(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    cancelAnimationFrame(this.#placing);
  }

  /** On a phone the panel lies over the page: a tap beside all parts of the atlas closes it. */
  #handleOutside(event: MouseEvent): void {
    const { atlas } = this.#atlas;
    const panel = this.renderRoot.querySelector('.panel.is-selected');
    if (!atlas || !panel || getComputedStyle(panel).position !== 'fixed') return;
    const path = event.composedPath();
    if (![...atlas.parts].some((part) => path.includes(part))) this.#handleClose();
  }

  #describe(code: RegionCode): Description | undefined {
    const { dataset } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    const scale = this.#scaleOf(code);
    return dataset && scale ? describe(dataset, scale, code, language) : undefined;
  }

  #scaleOf(code: RegionCode): ClassScale | undefined {
    return this.#atlas.state?.scaleAt(this.#atlas.values?.dataset?.regions.get(code)?.level ?? 'county');
  }

  /** While nothing is chosen: what each province that takes part receives. */
  #renderTotals(dataset: Dataset): TemplateResult | typeof nothing {
    const { language } = this.#atlas;
    const { metric, period = '' } = this.#atlas.state ?? {};
    const rows = metric ? provinceTotals(dataset, metric, period, language) : [];
    const [first] = rows;
    if (!metric || !first) return nothing;
    return html`<h2 class="small">
        ${this.#atlas.say('details.totals', { metric: inLanguage(metric.label, language) })}
      </h2>
      ${first.status ? html`<p class="status">${first.status}</p>` : nothing}
      <table>
        ${rows.map(
          ({ name, counties, text }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${this.#atlas.say('details.counties', { count: counties })}</td>
              <td>${text}</td>
            </tr>`,
        )}
      </table>`;
  }

  #renderPanel(dataset: Dataset, description: Description, selected: readonly RegionCode[]): TemplateResult {
    const { code, title, place, others, remarks, notes, sources } = description;
    const { language } = this.#atlas;
    const scale = this.#scaleOf(code);
    const explanation = scale ? explain(dataset, scale, code, language) : [];
    return html` ${
        selected.length > 1 && scale
          ? renderSelection(dataset, scale, selected, code, language, {
              show: (other) => (this.shown = other),
              remove: (other) =>
                this.#atlas.state?.update({ selected: selectionAfter(selected, other, true) }, 'reader'),
            })
          : nothing
      }
      <header>
        <h2>${title}</h2>
        <span class="soft">${place}</span>
        ${selected.length === 0 ? nothing : html`<button class="close" aria-label=${this.#atlas.say('details.close')} @click=${this.#handleClose}>×</button>`}
      </header>
      ${this.#renderValue(description)}
      ${others.length === 0 ? nothing : html`<dl class="others">${others.map((line) => this.#renderOther(line))}</dl>`}
      ${remarks.map((remark) => html`<p class="remark soft">${remark}</p>`)} ${this.#renderCity(dataset, code)}
      ${this.#renderPartners(description, Infinity)}
      ${
        explanation.length === 0
          ? nothing
          : html`<div class="block" part="explanation">
              <h3>${this.#atlas.say('details.explain')}</h3>
              <ul>
                ${explanation.map((sentence) => html`<li>${sentence}</li>`)}
              </ul>
            </div>`
      }
      ${
        notes.length === 0
          ? nothing
          : html`<div class="block" part="notes">
              <h3>${this.#atlas.say('details.notes')}</h3>
              ${notes.map((note) => html`<p class="note"><strong>${note.title}</strong> ${note.text}${note.source ? html`<br /><span class="soft">${sourceLink(note.source)}</span>` : nothing}</p>`)}
            </div>`
      }
      ${
        sources.length === 0
          ? nothing
          : html`<div class="block sources soft" part="sources">
              <h3>${this.#atlas.say('details.sources')}</h3>
              <ul>
                ${sources.map((source) => html`<li>${sourceLink(source)}</li>`)}
              </ul>
            </div>`
      }`;
  }

  /** A county whose city helps others too: the city can be taken as one. */
  #renderCity(dataset: Dataset, code: RegionCode): TemplateResult | typeof nothing {
    const { regions } = dataset;
    const city = regions.get(code)?.level === 'county' ? regions.get(code)?.parent : undefined;
    const { language } = this.#atlas;
    if (city === undefined || regions.get(city)?.level !== 'prefecture' || dataset.participants.has(code))
      return nothing;
    const count = dataset.partnersOf(city, this.#atlas.state?.period ?? '').length;
    if (count === 0) return nothing;
    return html`<button class="city" @click=${() => this.#select(city)}>
      ${this.#atlas.say('details.city', { city: nameOf(regions, city, language), count })}
    </button>`;
  }

  #renderTooltip(description: Description): TemplateResult {
    return html`<div class="head">
        <strong>${description.title}</strong> <span class="soft">${description.place}</span>
      </div>
      ${this.#renderValue(description)}
      ${description.value.kind === 'value' ? nothing : description.remarks.map((remark) => html`<p class="remark soft">${remark}</p>`)}
      ${this.#renderPartners(description, TOOLTIP_PARTNERS)}`;
  }

  #renderValue({ value, classIndex, code }: Description): TemplateResult {
    const level = this.#atlas.values?.dataset?.regions.get(code)?.level ?? 'county';
    const palette = this.#atlas.state?.paletteAt(level);
    const fill =
      classIndex === undefined
        ? ({ kind: value.kind === 'value' ? 'outside' : value.kind } as const)
        : ({ kind: 'class', index: classIndex, notPublished: value.status !== undefined } as const);
    return html`<div class="value" part="value">
      ${palette ? swatch(fill, palette, 'value', 14, 34) : nothing}
      <span class="label soft">${value.label}</span>
      <span class="number">${value.text}</span>
      ${value.exact ? html`<span class="exact soft">${value.exact}</span>` : nothing}
      ${value.status ? html`<span class="status">${value.status}</span>` : nothing}
    </div>`;
  }

  #renderOther({ label, text, status }: ValueLine): TemplateResult {
    return html`<div>
      <dt class="soft">${label}</dt>
      <dd>${text}${status ? html` <span class="status">${status}</span>` : nothing}</dd>
    </div>`;
  }

  #renderPartners({ partners, partnersHeading }: Description, most: number): TemplateResult | typeof nothing {
    if (!partnersHeading) return nothing;
    const shown = partners.slice(0, most);
    return html`<div class="block" part="partners">
      <h3>${partnersHeading}</h3>
      ${
        partners.length === 0
          ? html`<p class="soft">${this.#atlas.say('details.partners.none')}</p>`
          : html`<ul class="partners">
              ${shown.map((partner) => html`<li>${this.#renderPartner(partner, most === Infinity)}</li>`)}
              ${partners.length > shown.length ? html`<li class="soft">${this.#atlas.say('details.more', { count: partners.length })}</li>` : nothing}
            </ul>`
      }
    </div>`;
  }

  #renderPartner({ code, name, place, marks, note, link }: PartnerLine, isPanel: boolean): TemplateResult {
    const said = marks.map((mark) => html` <span class="mark">${mark}</span>`);
    if (!isPanel) return html`${name}${said}`;
    const palette = this.#atlas.state?.paletteAt('county');
    return html`${palette ? lineKey(link, palette) : nothing}
      <button class="partner" @click=${() => this.#select(code)}>${name}</button>${said}
      <span class="soft">${place}</span>${note ? html`<br /><span class="soft">${note}</span>` : nothing}`;
  }

  /** Selects a region that is named here, and brings it into view: on a phone its map may be far up the page. */
  #select(code: RegionCode): void {
    this.#atlas.state?.update({ selected: [code], active: undefined, pointer: undefined }, 'reader');
    void this.updateComplete.then(() => mapsOf(this.#atlas.atlas).some((map) => map.reveal(code)));
  }

  readonly #handleClose = (): void => {
    const { shown } = this;
    const code = shown ?? this.#atlas.values?.selected[0];
    this.#atlas.state?.update({ selected: [] }, 'reader');
    // The button that had the focus is gone; the reader goes on at the map that the panel spoke of.
    if (code !== undefined)
      mapsOf(this.#atlas.atlas)
        .find((map) => map.spotOf(code))
        ?.focus({ preventScroll: true });
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#atlas.values?.selected.length) return;
    event.stopPropagation();
    this.#handleClose();
  };
}

/** Beside the pointer, on the side where there is room. */
function place(tooltip: HTMLElement, { x, y }: PointerPlace): void {
  const { offsetWidth: width, offsetHeight: height } = tooltip;
  const fitsRight = x + OFFSET + width + EDGE <= innerWidth;
  const left = fitsRight ? x + OFFSET : Math.max(EDGE, x - OFFSET - width);
  tooltip.style.left = `${left}px`;
  tooltip.style.top = `${Math.max(EDGE, Math.min(innerHeight - height - EDGE, y + OFFSET))}px`;
}
