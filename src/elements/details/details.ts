import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Dataset } from '../../data/dataset.js';
import type { Level, RegionCode } from '../../data/types.js';
import type { ClassScale } from '../../scene/classes/scale.js';
import {
  briefPart,
  detailsPart,
  selectionPart,
  tooltipPart,
  totalsPart,
  type DetailsPart,
} from '../../scene/parts/details.js';
import { metricOf, paletteAt, periodOf, scaleAt } from '../../state/derive.js';
import { comparedWith } from '../../state/legend.js';
import { selectionAfter } from '../../state/selection.js';
import { COLOURED_BY, type AtlasValues, type PointerPlace } from '../../state/values.js';
import { AtlasController, mapsOf } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { swatches } from '../shared/swatch.js';
import { renderBlock } from './blocks.js';
import { styles } from './details.styles.js';
import { renderSelection } from './selection.js';
import '../../scene/words/deferred.js';

/** Pixels between the pointer and the tooltip, and between the tooltip and the edge of the window. */
const OFFSET = 14,
  EDGE = 6;

/**
 * What is known of a region: a panel for the one selected, and a tooltip at the pointer.
 *
 * @slot hint - What the panel says while there is nothing to describe.
 * @csspart panel - The panel.
 * @csspart tooltip - The tooltip.
 * @csspart names - Its names in second scripts.
 * @csspart value - The value shown.
 * @csspart before - What the version before said, while it is compared with.
 * @csspart series - The values of all periods, as a small line or as cells.
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
      brief: { type: Boolean },
      chosen: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, swatches, styles];
  }

  /** Id of the atlas, where the details do not stand inside it. */
  for = '';
  /** Leaves out the tooltip. */
  noTooltip = false;
  /** The panel says no more than a tooltip, and the sources: for a screen that nobody scrolls. */
  brief = false;

  /** Which of several selected regions the panel describes; by default the last. */
  private chosen: RegionCode | undefined;

  private get tooltip(): HTMLElement | null {
    return this.renderRoot.querySelector('.tooltip');
  }
  #placing = 0;
  /** What was selected when it was drawn last. */
  #shown: readonly RegionCode[] | undefined;
  #connection: AbortController | undefined;
  readonly #atlas = new AtlasController(this, [
    ...COLOURED_BY,
    ...(['active', 'pointer', 'selected', 'before', 'isComparing', 'language'] as const),
  ]);

  override render(): TemplateResult | typeof nothing {
    const { values } = this.#atlas;
    const { dataset, active, selected = [], pointer } = values ?? {};
    if (!values || !dataset) return nothing;
    const last = selected[selected.length - 1];
    const code = this.chosen !== undefined && selected.includes(this.chosen) ? this.chosen : last;
    const whole = code === undefined ? undefined : this.#partOf(code);
    const panel = whole && this.brief ? briefPart(whole, this.#atlas.language) : whole;
    const hovered = active !== undefined && pointer ? this.#partOf(active) : undefined;
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
                ${this.#renderTotals(values, dataset)}</slot
              >`
        }
      </section>
      <div class="tooltip" part="tooltip" popover="manual" aria-hidden="true">
        ${hovered && !this.noTooltip ? this.#renderTooltip(tooltipPart(hovered, this.#atlas.language)) : nothing}
      </div>`;
  }

  override updated(): void {
    const { active, pointer, selected } = this.#atlas.values ?? {};
    const { tooltip } = this;
    if (selected !== this.#shown) this.#keepFocusClear();
    this.#shown = selected;
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
    // Within a shadow root the focus moves unheard.
    document.addEventListener('keyup', () => this.#keepFocusClear(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    cancelAnimationFrame(this.#placing);
  }

  /** Where the panel lies over the page, as on a phone. */
  get #sheet(): HTMLElement | undefined {
    const panel = this.renderRoot.querySelector<HTMLElement>('.panel.is-selected');
    return panel && getComputedStyle(panel).position === 'fixed' ? panel : undefined;
  }

  /** What has the focus by keyboard, anywhere on the page, is not left beneath the panel. */
  #keepFocusClear(): void {
    // When the browser has scrolled to it.
    requestAnimationFrame(() => {
      const sheet = this.#sheet;
      const focused = focusedIn(document);
      if (!sheet || !focused?.matches(':focus-visible') || sheet.contains(focused)) return;
      sheet.classList.remove('is-above');
      const { top } = sheet.getBoundingClientRect();
      scrollClear(focused.getBoundingClientRect(), top);
      // At its end a page scrolls no further.
      sheet.classList.toggle('is-above', focused.getBoundingClientRect().top > top - EDGE);
    });
  }

  /** A tap beside all parts of the atlas closes it. */
  #handleOutside(event: MouseEvent): void {
    const { atlas } = this.#atlas;
    if (!atlas || !this.#sheet) return;
    const path = event.composedPath();
    if (![...atlas.parts].some((part) => path.includes(part))) this.#handleClose();
  }

  #partOf(code: RegionCode): DetailsPart | undefined {
    const { values } = this.#atlas;
    const scale = this.#scaleOf(code);
    return values?.dataset && scale
      ? detailsPart(values.dataset, scale, code, this.#atlas.language, comparedWith(values))
      : undefined;
  }

  #levelOf(code: RegionCode): Level {
    return this.#atlas.values?.dataset?.regions.get(code)?.level ?? 'county';
  }

  #scaleOf(code: RegionCode): ClassScale | undefined {
    const { values } = this.#atlas;
    return values && scaleAt(values, this.#levelOf(code));
  }

  #renderTotals(values: AtlasValues, dataset: Dataset): TemplateResult | typeof nothing {
    const metric = metricOf(values);
    const totals = metric && totalsPart(dataset, metric, periodOf(values), this.#atlas.language);
    if (!totals) return nothing;
    return html`<h2 class="small">${totals.heading}</h2>
      ${totals.status ? html`<p class="status">${totals.status}</p>` : nothing}
      <table class=${totals.isText ? 'is-text' : nothing}>
        ${totals.rows.map(
          ({ name, counties, text }) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${counties}</td>
              <td>${text}</td>
            </tr>`,
        )}
      </table>`;
  }

  #renderPanel(dataset: Dataset, part: DetailsPart, selected: readonly RegionCode[]): TemplateResult {
    const { code, title, place } = part;
    const scale = this.#scaleOf(code);
    return html` ${
        selected.length > 1 && scale
          ? renderSelection(selectionPart(dataset, scale, selected, this.#atlas.language), code, this.#atlas, {
              show: (other) => (this.chosen = other),
              remove: (other) =>
                this.#atlas.state?.change({ selected: selectionAfter(selected, other, true) }, 'reader'),
            })
          : nothing
      }
      <header>
        <h2>${title}</h2>
        <span class="soft">${place}</span>
        ${selected.length === 0 ? nothing : html`<button class="close" aria-label=${this.#atlas.say('details.close')} @click=${this.#handleClose}>×</button>`}
      </header>
      ${this.#renderBlocks(part, true)}`;
  }

  #renderTooltip(part: DetailsPart): TemplateResult {
    return html`<div class="head"><strong>${part.title}</strong> <span class="soft">${part.place}</span></div>
      ${this.#renderBlocks(part, false)}`;
  }

  #renderBlocks({ code, blocks }: DetailsPart, isPanel: boolean): TemplateResult[] {
    const { values } = this.#atlas;
    return blocks.map((block) =>
      renderBlock(block, {
        isPanel,
        isBrief: this.brief,
        palette: values && paletteAt(values, this.#levelOf(code)),
        select: (other) => this.#select(other),
      }),
    );
  }

  /** Selects a region that is named here, and brings it into view: on a phone its map may be far up the page. */
  #select(code: RegionCode): void {
    this.#atlas.state?.change({ selected: [code], active: undefined, pointer: undefined }, 'reader');
    void this.updateComplete.then(() => mapsOf(this.#atlas.atlas).some((map) => map.reveal(code)));
  }

  readonly #handleClose = (): void => {
    const code = this.chosen ?? this.#atlas.values?.selected[0];
    this.#atlas.state?.change({ selected: [] }, 'reader');
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

function focusedIn(root: DocumentOrShadowRoot): Element | null {
  const { activeElement } = root;
  return activeElement?.shadowRoot ? focusedIn(activeElement.shadowRoot) : activeElement;
}

/** Scrolls the page until a box ends above `edge`, or begins at the upper edge of the window. */
function scrollClear({ top, bottom }: DOMRect, edge: number): void {
  const by = Math.min(bottom - edge, top) + (bottom - edge < top ? EDGE : -EDGE);
  if (bottom > edge && by > 0) scrollBy({ top: by, behavior: 'instant' });
}

/** Beside the pointer, on the side where there is room. A page may be zoomed by its style: what is measured is in the window's pixels. */
function place(tooltip: HTMLElement, { x, y }: PointerPlace): void {
  const { width, height } = tooltip.getBoundingClientRect();
  const zoom = width / (tooltip.offsetWidth || 1) || 1;
  const fitsRight = x + OFFSET + width + EDGE <= innerWidth;
  const left = fitsRight ? x + OFFSET : Math.max(EDGE, x - OFFSET - width);
  tooltip.style.left = `${left / zoom}px`;
  tooltip.style.top = `${Math.max(EDGE, Math.min(innerHeight - height - EDGE, y + OFFSET)) / zoom}px`;
}
