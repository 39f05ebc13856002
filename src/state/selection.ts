/** What a click, a tap or Enter makes of a selection; the same on maps, in the table and in the search. */
import type { RegionCode } from '../data/types.js';

/**
 * Choosing a region selects it alone, choosing it again lets it go, and choosing nothing lets all go. When adding, the others
 * stay as they are.
 */
export function selectionAfter(
  selected: readonly RegionCode[],
  code: RegionCode | undefined,
  isAdding: boolean,
): readonly RegionCode[] {
  if (code === undefined) return isAdding ? selected : [];
  const isSelected = selected.includes(code);
  const kept = isAdding ? selected.filter((other) => other !== code) : [];
  return isSelected && (isAdding || selected.length === 1) ? kept : [...kept, code];
}
