/** The built-in case as the compass has it: three columns, each from north to south. The pivot of the story is in the east. */
import type { RegionCode } from '../../data/types.js';

export const COMPASS: readonly (readonly RegionCode[])[] = [['510000', '520000'], ['420000'], ['220000', '330000']];
/** The column that has room for the legend. */
export const LEGEND_COLUMN = 1;

/** Are these the provinces of the built-in case, and no others? */
export function isCompass(provinces: readonly RegionCode[]): boolean {
  const all = COMPASS.flat();
  return provinces.length === all.length && all.every((code) => provinces.includes(code));
}
