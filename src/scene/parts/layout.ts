/** Where the parts of an atlas stand: the built-in case on the compass, any other one map after the other. */
import type { RegionCode } from '../../data/types.js';

/** Three columns, each from north to south. The pivot of the story is in the east. */
export const COMPASS: readonly (readonly RegionCode[])[] = [['510000', '520000'], ['420000'], ['220000', '330000']];
/** The column that has room for the legend. */
export const LEGEND_COLUMN = 1;

/** Are these the provinces of the built-in case, and no others? */
export function isCompass(provinces: readonly RegionCode[]): boolean {
  const all = COMPASS.flat();
  return provinces.length === all.length && all.every((code) => provinces.includes(code));
}

/** Where the parts of an atlas stand when its author has not laid them out. */
export interface LayoutPart {
  /** Columns from west to east, or one map after the other. */
  readonly kind: 'compass' | 'flow';
  /** What stands above the maps, apart from summary and switches. */
  readonly top: readonly AsidePart[];
  /** In each column its maps, and what stands below them. */
  readonly columns: readonly { readonly maps: readonly RegionCode[]; readonly below: readonly AsidePart[] }[];
}

export type AsidePart = 'legend' | 'details';

export function layoutPart(provinces: readonly RegionCode[]): LayoutPart {
  if (!isCompass(provinces))
    return { kind: 'flow', top: ['legend'], columns: [{ maps: provinces, below: ['details'] }] };
  return {
    kind: 'compass',
    top: [],
    columns: COMPASS.map((maps, i) => ({ maps, below: i === LEGEND_COLUMN ? ['legend', 'details'] : [] })),
  };
}
