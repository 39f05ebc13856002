/** The rows that the table lists, in their order. */
import type { Dataset } from '../../data/dataset.js';
import { memo } from '../../data/memo.js';
import type { RegionCode } from '../../data/types.js';
import type { ClassScale } from '../../scene/classes/scale.js';
import { isInvolved, sortRows, tableRows, type SortKey, type TableRow } from '../../scene/parts/table.js';
import { search, searchIndex } from '../../scene/text/search.js';
import { isKeptBy } from '../../state/derive.js';
import type { Filter } from '../../state/values.js';

export interface Sort {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

/** All rows of a scale, made once. */
export const rowsOf = memo(tableRows);

export function listedRows(
  rows: readonly TableRow[],
  dataset: Dataset,
  scale: ClassScale,
  filter: Filter | undefined,
  chosen: readonly RegionCode[] | undefined,
  query: string,
  isAll: boolean,
  { key, isDescending }: Sort,
): TableRow[] {
  const found = query.trim() === '' ? undefined : new Set(search(searchIndex(dataset), query).codes);
  const listed = rows.filter((row) => {
    const { code } = row;
    if (chosen && !chosen.some((other) => dataset.regions.isWithin(code, other))) return false;
    if (!isKeptBy(filter, dataset, scale, code)) return false;
    // Who asks for a place by name gets it, whether or not it takes part.
    if (found) return found.has(code);
    return isAll || chosen !== undefined || isInvolved(row);
  });
  return sortRows(listed, key, isDescending);
}
