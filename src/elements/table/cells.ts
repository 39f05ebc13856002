/** A cell of the table, as the grid has it. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PageColumn } from '../../scene/parts/columns.js';
import type { TableContext, TableRow } from '../../scene/parts/table.js';
import type { Palette } from '../../scene/picture/tokens.js';
import { swatch } from '../shared/swatch.js';

/** Where a row stands, and how. */
export interface RowPlace {
  /** Among the rows drawn; the header is row 0. */
  readonly index: number;
  readonly ariaIndex: number;
  readonly isSelected: boolean;
  /** The cell that takes the focus, or -1. */
  readonly column: number;
  readonly palette: Palette;
}

export function renderCell(
  row: TableRow,
  { key, page }: PageColumn,
  context: TableContext,
  column: number,
  { index, column: focused, palette }: RowPlace,
): TemplateResult {
  const { runs, swatch: fill, title, isSoft } = page.cell(row, context);
  const tabindex = column === focused ? 0 : -1;
  const content = html`${fill ? swatch(fill, palette, `row-${row.code}`) : nothing}${runs.map(({ text, isMark, lang }) => (isMark ? html` <span class="mark">${text}</span>` : lang ? html`<bdi lang=${lang}>${text}</bdi>` : text))}`;
  const name = isSoft ? `${key} is-soft` : key;
  return page.isHead
    ? html`<th role="rowheader" scope="row" class=${name} data-row=${index} data-column=${column} tabindex=${tabindex}>
        ${content}
      </th>`
    : html`<td
        role="gridcell"
        class=${name}
        data-row=${index}
        data-column=${column}
        tabindex=${tabindex}
        title=${title ?? nothing}
      >
        ${content}
      </td>`;
}
