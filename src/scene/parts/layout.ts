/** Where the parts of an atlas stand: the built-in case around its pivot, any other one map after the other. */
import type { RegionCode } from '../../data/types.js';

/** The province that helps all others. */
const PIVOT = '330000';
/** On the page the pivot comes first, where the eye begins; then who is helped, in columns from north to south. */
const OVERVIEW: readonly (readonly RegionCode[])[] = [[PIVOT], ['510000', '420000'], ['520000', '220000']];
/** On a printed sheet: three columns as on the compass. The pivot of the story is in the east. */
export const COMPASS: readonly (readonly RegionCode[])[] = [['510000', '520000'], ['420000'], ['220000', PIVOT]];
/** The column of the sheet that has room for the legend. */
export const LEGEND_COLUMN = 1;

/** Are these the provinces of the built-in case, and no others? */
export function isBuiltInCase(provinces: readonly RegionCode[]): boolean {
  const all = COMPASS.flat();
  return provinces.length === all.length && all.every((code) => provinces.includes(code));
}

/** Where the parts of an atlas stand when its author has not laid them out. */
export interface LayoutPart {
  /** Columns beside each other, or one map after the other. */
  readonly kind: 'overview' | 'flow';
  /** What stands above the maps, apart from summary and switches. */
  readonly top: readonly AsidePart[];
  /** The region whose map is the largest. */
  readonly pivot: RegionCode | undefined;
  /** In each column its maps, and what stands below them. */
  readonly columns: readonly { readonly maps: readonly RegionCode[]; readonly below: readonly AsidePart[] }[];
}

export type AsidePart = 'legend' | 'details';

/** Where there is no room for all maps beside each other (`isWide`), the legend is seen first, and is first by keyboard and to the ear. */
export function layoutPart(provinces: readonly RegionCode[], isWide = true): LayoutPart {
  if (!isBuiltInCase(provinces))
    return { kind: 'flow', top: ['legend'], pivot: undefined, columns: [{ maps: provinces, below: ['details'] }] };
  return {
    kind: 'overview',
    top: isWide ? [] : ['legend'],
    pivot: PIVOT,
    columns: [
      ...OVERVIEW.map((maps) => ({ maps, below: [] })),
      { maps: [], below: isWide ? ['legend', 'details'] : ['details'] },
    ],
  };
}
