/** The keys of the ARIA grid pattern: where each leads from a cell. Row 0 is the header. */

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Rows that a page key moves by. */
const PAGE = 10;

/** The cell that a key leads to, within `rows` (the header counted) and `columns`; undefined for keys that are not the grid's. */
export function cellAfter(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { row, column }: Cell,
  rows: number,
  columns: number,
): Cell | undefined {
  if (altKey) return undefined;
  const isFar = ctrlKey || metaKey;
  const at = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.max(0, Math.min(rows - 1, nextRow)),
    column: Math.max(0, Math.min(columns - 1, nextColumn)),
  });
  switch (key) {
    case 'ArrowDown':
      return isFar ? undefined : at(row + 1, column);
    case 'ArrowUp':
      return isFar ? undefined : at(row - 1, column);
    case 'ArrowRight':
      return isFar ? undefined : at(row, column + 1);
    case 'ArrowLeft':
      return isFar ? undefined : at(row, column - 1);
    case 'Home':
      return at(isFar ? 0 : row, 0);
    case 'End':
      return at(isFar ? rows - 1 : row, columns - 1);
    case 'PageDown':
      return at(row + PAGE, column);
    case 'PageUp':
      return at(row - PAGE, column);
    default:
      return undefined;
  }
}
