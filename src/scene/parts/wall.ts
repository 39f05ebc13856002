/** Where the parts of an atlas stand on a big screen, which nobody scrolls. */
import type { RegionCode } from '../../data/types.js';
import { layoutPart } from './layout.js';

export interface WallPart {
  /** Stands large where the eye begins, above the legend. */
  readonly lead: RegionCode | undefined;
  readonly maps: readonly RegionCode[];
  /** Columns of the maps beside the lead. */
  readonly columns: 1 | 2 | 3;
}

export function wallPart(provinces: readonly RegionCode[]): WallPart {
  const { pivot, columns } = layoutPart(provinces);
  // As they stand on the page, row by row.
  const rows = Math.max(0, ...columns.map(({ maps }) => maps.length));
  const all = Array.from({ length: rows }, (_, row) => columns.flatMap(({ maps }) => maps[row] ?? [])).flat();
  const maps = all.filter((code) => code !== pivot);
  return { lead: pivot, maps, columns: maps.length < 2 ? 1 : maps.length < 5 ? 2 : 3 };
}
