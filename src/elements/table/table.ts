import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Dataset } from '../../data/dataset.js';
import { latest } from '../../data/memo.js';
import type { Level, RegionCode } from '../../data/types.js';
import type { PageColumn } from '../../scene/parts/columns.js';
import { tableFoot, tablePart, type SortKey, type TableContext, type TableRow } from '../../scene/parts/table.js';
import type { ClassScale } from '../../scene/classes/scale.js';
import { mainLevel, paletteAt, scaleAt } from '../../state/derive.js';
import { comparedWith } from '../../state/legend.js';
import { COLOURED_BY, type AtlasKey } from '../../state/values.js';
import { selectionAfter } from '../../state/selection.js';
import { AtlasController } from '../shared/atlas-host.js';
import { afterFrame } from '../shared/after-frame.js';
import { base, tokens } from '../shared/styles.js';
import { swatches } from '../shared/swatch.js';
import { renderCell, type RowPlace } from './cells.js';
import { cellAfter, type Cell } from './grid-keys.js';
import { listedRows, rowsOf, type Sort } from './list.js';
import { styles } from './table.styles.js';
import '../../scene/words/deferred.js';

/** Rows beyond which the table is shown in pages, and the rows of a page. */
const MANY = 500,
  PAGE = 200;
/**
 * The regions as a table: the same values, colours, status and partners as on the maps; sorted, searched, and kept to the
 * selection or to what the legend's filter keeps. Rows select regions.
 *
 * @csspart tools - Search and choices above the table.
 * @csspart table - The table.
 * @csspart totals - The line below it.
 * @tag pair-table
 */
export class PairTable extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      level: {},
      query: { state: true, attribute: false },
      isAll: { state: true, attribute: false },
      isSelectedOnly: { state: true, attribute: false },
      sort: { state: true, attribute: false },
      page: { state: true, attribute: false },
      cell: { state: true, attribute: false },
      isPrinting: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, swatches, styles];
  }

  /** Id of the atlas, where the table does not stand inside it. */
  for = '';
  /** The level whose regions are listed; by default that of the maps. */
  level: '' | Level = '';

  private query = '';
  private isAll = false;
  private isSelectedOnly = false;
  private sort: Sort = { key: 'value', isDescending: true };
  private page = 0;
  /** The cell that takes the focus; row 0 is the header. */
  private cell: Cell = { row: 0, column: 0 };
  private isPrinting = false;
  #connection: AbortController | undefined;
  readonly #list = latest(listedRows);
  readonly #atlas = new AtlasController(
    this,
    [...COLOURED_BY, ...(['filter', 'selected', 'level', 'drawnLevels', 'before', 'isComparing', 'language'] as const)],
    (changed) => this.#handleChange(changed),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    // On paper there are no pages to turn.
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
  }

  /** After the maps: the reader looks there first, and a long table would hold up their picture. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasUpdated) await afterFrame();
    super.scheduleUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    const { values } = this.#atlas;
    const { dataset } = values ?? {};
    const scale = this.#scale();
    const palette = values && paletteAt(values, this.#level());
    if (!dataset || !scale || !palette) return nothing;
    const { context, label, columns } = tablePart(dataset, scale, this.#atlas.language, comparedWith(values));
    const rows = this.#listed(dataset, scale);
    const pages = rows.length > MANY && !this.isPrinting ? Math.ceil(rows.length / PAGE) : 1;
    const page = Math.min(this.page, pages - 1);
    const shown = pages === 1 ? rows : rows.slice(page * PAGE, (page + 1) * PAGE);
    const { selected = [] } = values ?? {};
    return html`${this.#renderTools(dataset, rows)}
      <div class="box">
        <table
          part="table"
          role="grid"
          aria-label=${label}
          aria-describedby="keys"
          aria-multiselectable="true"
          aria-rowcount=${rows.length + 1}
          @keydown=${(event: KeyboardEvent) => this.#handleKey(event, shown, columns)}
          @focusout=${() => this.#activate(undefined)}
          @pointerleave=${() => this.#activate(undefined)}
        >
          <thead>
            <tr role="row" aria-rowindex="1">
              ${columns.map((column, i) => this.#renderHeader(column, i, context))}
            </tr>
          </thead>
          <tbody>
            ${shown.map((row, i) => {
              const isSelected = selected.includes(row.code);
              const column = this.cell.row === i + 1 ? this.cell.column : -1;
              const ariaIndex = page * PAGE * Number(pages > 1) + i + 2;
              // Most changes leave most rows as they are.
              return guard([row, isSelected, column, ariaIndex, palette], () =>
                this.#renderRow(row, columns, context, { index: i + 1, ariaIndex, isSelected, column, palette }),
              );
            })}
          </tbody>
        </table>
        ${rows.length === 0 ? html`<p class="soft">${this.#atlas.say('table.none')}</p>` : nothing}
      </div>
      ${this.#renderFoot(dataset, scale, rows, page, pages)}
      <span class="only-spoken" id="keys">${this.#atlas.say('table.keys')}</span>`;
  }

  #renderTools(dataset: Dataset, rows: readonly TableRow[]): TemplateResult {
    const { filter } = this.#atlas.values ?? {};
    const level = this.#level();
    const all = {
      county: dataset.regions.counties,
      prefecture: dataset.regions.prefectures,
      province: dataset.regions.provinces,
    }[level];
    const check = (name: 'isAll' | 'isSelectedOnly', text: string): TemplateResult =>
      html`<label
        ><input
          type="checkbox"
          name=${name}
          .checked=${this[name]}
          @change=${(event: Event) => this.#narrow({ [name]: (event.target as HTMLInputElement).checked })}
        />${text}</label
      >`;
    return html`<div class="tools" part="tools">
      <input
        type="search"
        aria-label=${this.#atlas.say('table.search')}
        placeholder=${this.#atlas.say('table.search')}
        .value=${this.query}
        @input=${(event: Event) => this.#narrow({ query: (event.target as HTMLInputElement).value })}
      />
      ${check('isAll', this.#atlas.say('table.all', { count: all.length }))}
      ${check('isSelectedOnly', this.#atlas.say('table.selection'))}
      ${
        filter && filter.level === level
          ? html`<span class="filtered" role="status"
              >${this.#atlas.say('table.filtered', { count: rows.length })}
              <button class="link" @click=${() => this.#atlas.state?.change({ filter: undefined }, 'reader')}>
                ${this.#atlas.say('table.unfilter')}
              </button></span
            >`
          : nothing
      }
      <button @click=${() => void this.#save()}>${this.#atlas.say('table.csv')}</button>
    </div>`;
  }

  #renderHeader({ key, page }: PageColumn, column: number, context: TableContext): TemplateResult {
    const sorted = this.sort.key === key ? (this.sort.isDescending ? 'descending' : 'ascending') : 'none';
    return html`<th
      role="columnheader"
      scope="col"
      class=${key}
      aria-sort=${sorted}
      data-column=${column}
      data-row="0"
      tabindex=${this.cell.row === 0 && this.cell.column === column ? 0 : -1}
      @click=${() => this.#sortBy(key, page.startsDescending)}
    >
      ${page.heading(context)}
    </th>`;
  }

  #renderRow(row: TableRow, columns: readonly PageColumn[], context: TableContext, place: RowPlace): TemplateResult {
    return html`<tr
      role="row"
      aria-rowindex=${place.ariaIndex}
      aria-selected=${place.isSelected ? 'true' : 'false'}
      data-code=${row.code}
      @click=${(event: MouseEvent) => this.#choose(row.code, event.ctrlKey || event.metaKey || event.shiftKey)}
      @pointerenter=${() => this.#activate(row.code)}
      @focusin=${() => this.#activate(row.code)}
    >
      ${columns.map((column, i) => renderCell(row, column, context, i, place))}
    </tr>`;
  }

  #renderFoot(
    dataset: Dataset,
    scale: ClassScale,
    rows: readonly TableRow[],
    page: number,
    pages: number,
  ): TemplateResult {
    const line = tableFoot(dataset, scale, rows, this.#atlas.language);
    return html`<p class="foot" part="totals">
      <span role="status">${line}</span>
      ${
        pages === 1
          ? nothing
          : html`<span class="pager">
              <button ?disabled=${page === 0} @click=${() => this.#turnTo(page - 1)}>
                ${this.#atlas.say('table.previous')}
              </button>
              ${this.#atlas.say('table.page', { page: page + 1, pages })}
              <button ?disabled=${page === pages - 1} @click=${() => this.#turnTo(page + 1)}>
                ${this.#atlas.say('table.next')}
              </button>
            </span>`
      }
    </p>`;
  }

  async #save(): Promise<void> {
    const { state } = this.#atlas;
    const { exportCsv, fileName, saveFile } = await import('../atlas/export.js');
    if (state) saveFile(exportCsv(state.values), fileName(state.values, 'csv'));
  }

  #level(): Level {
    const { values } = this.#atlas;
    return this.level || (values ? mainLevel(values) : 'county');
  }

  #scale(): ClassScale | undefined {
    const { values } = this.#atlas;
    return values && scaleAt(values, this.#level());
  }

  /** The rows that are listed, in their order. */
  #listed(dataset: Dataset, scale: ClassScale): TableRow[] {
    const { values } = this.#atlas;
    const { selected = [], filter } = values ?? {};
    const { query, isAll, isSelectedOnly, sort, isPrinting } = this;
    const rows = rowsOf(dataset, scale, this.#atlas.language, values && comparedWith(values));
    return this.#list(
      rows,
      dataset,
      scale,
      filter,
      isSelectedOnly ? selected : undefined,
      query,
      isAll && !isPrinting,
      sort,
    );
  }

  #narrow(patch: { readonly query?: string; readonly isAll?: boolean; readonly isSelectedOnly?: boolean }): void {
    Object.assign(this, patch);
    this.page = 0;
    this.cell = { row: 0, column: 0 };
  }

  #turnTo(page: number): void {
    this.page = page;
    this.cell = { row: 1, column: 0 };
    const box = this.renderRoot.querySelector('.box');
    if (box) box.scrollTop = 0;
  }

  #sortBy(key: SortKey, startsDescending = false): void {
    this.sort = { key, isDescending: this.sort.key === key ? !this.sort.isDescending : startsDescending };
    this.page = 0;
  }

  #choose(code: RegionCode, isAdding: boolean): void {
    const { state } = this.#atlas;
    state?.change({ selected: selectionAfter(state.values.selected, code, isAdding) }, 'reader');
  }

  #activate(code: RegionCode | undefined): void {
    this.#atlas.state?.change({ active: code, pointer: undefined }, 'reader');
  }

  #handleKey(event: KeyboardEvent, shown: readonly TableRow[], columns: readonly PageColumn[]): void {
    const row = shown[this.cell.row - 1];
    if ((event.key === 'Enter' || event.key === ' ') && !event.altKey) {
      event.preventDefault();
      const column = columns[this.cell.column];
      if (row) this.#choose(row.code, event.shiftKey || event.ctrlKey || event.metaKey);
      else if (column) this.#sortBy(column.key, column.page.startsDescending);
      return;
    }
    if (event.key === 'Escape' && this.#atlas.values?.selected.length) {
      event.preventDefault();
      this.#atlas.state?.change({ selected: [] }, 'reader');
      return;
    }
    const next = cellAfter(event, this.cell, shown.length + 1, columns.length);
    if (!next) return;
    event.preventDefault();
    this.cell = next;
    void this.updateComplete.then(() => {
      const cell = this.renderRoot.querySelector<HTMLElement>(`[data-row="${next.row}"][data-column="${next.column}"]`);
      if (!cell) return;
      // The page stays where it is: only the table's own box scrolls, unless it is higher than the window.
      cell.focus({ preventScroll: true });
      this.#bringIntoBox(cell);
      const { top, bottom } = cell.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  /** Marks rows without drawing the table anew, for a pointer changes the active region at every step. */
  #handleChange(changed: ReadonlySet<AtlasKey>): void {
    if (changed.has('active')) {
      const { active } = this.#atlas.values ?? {};
      this.renderRoot.querySelector('tr.is-active')?.classList.remove('is-active');
      if (active !== undefined) this.#rowOf(active)?.classList.add('is-active');
    }
    if (changed.has('selected')) {
      const last = this.#atlas.values?.selected.slice(-1)[0];
      void this.updateComplete.then(() => {
        const row = last === undefined ? null : this.#rowOf(last);
        if (row) this.#bringIntoBox(row);
      });
    }
  }

  #rowOf(code: RegionCode): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`tbody tr[data-code="${CSS.escape(code)}"]`);
  }

  #bringIntoBox(element: HTMLElement): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.box');
    if (!box) return;
    const outer = box.getBoundingClientRect(),
      inner = element.getBoundingClientRect();
    const header = box.querySelector('thead')?.getBoundingClientRect().height ?? 0;
    if (inner.top < outer.top + header) box.scrollTop -= outer.top + header - inner.top;
    else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
    // A row is as wide as the table; where that is wider than its box, what has the focus is a cell.
    if (inner.width > outer.width) return;
    if (inner.left < outer.left) box.scrollLeft -= outer.left - inner.left;
    else if (inner.right > outer.right) box.scrollLeft += inner.right - outer.right;
  }

  #print(isPrinting: boolean): void {
    this.isPrinting = isPrinting;
    // The browser takes its picture as soon as this event is over.
    if (isPrinting) this.performUpdate();
  }
}
