/** What a cell of a numeric kind may hold, and how large a number may be. */
import { formOf, numberOfText, type TextForm } from '../number-text.js';

/** Seven times what the whole country produced in 2024, in yuan: what is larger is a slip, and would be printed with all its digits. */
export const LARGEST = 1e15;

export const isTooLarge = (value: number): boolean => Math.abs(value) > LARGEST;

export function numberOfCell(cell: unknown, form: TextForm): number | undefined {
  if (typeof cell === 'string') return numberOfText(cell, form);
  return typeof cell === 'number' && Number.isFinite(cell) ? cell : undefined;
}

/** In a base unit. */
export const quantityOfCell = (cell: unknown, { unit }: { readonly unit?: string }): number | undefined =>
  numberOfCell(cell, formOf(unit));

/** A share may stand in per cent. */
export const shareOfCell = (cell: unknown): number | undefined => numberOfCell(cell, { isShare: true });
