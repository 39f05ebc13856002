/** What a cell says instead of a value, and that it is not simply missing: shown as such, never as a class and never as 0. */
import type { LocalText, Metric } from './types.js';

/** Known without the feed naming them, each with its word in `scene/words`. */
export const SPECIAL_VALUES = ['suppressed', 'not-applicable', 'below-limit'] as const;
export type SpecialValue = (typeof SPECIAL_VALUES)[number];

/** How bureaus write them in a cell. */
const SIGNS: Readonly<Record<string, SpecialValue>> = {
  suppressed: 'suppressed',
  'not-applicable': 'not-applicable',
  不适用: 'not-applicable',
  'below-limit': 'below-limit',
  未检出: 'below-limit',
};

/** The special value that a cell says; those that the metric names go before those that the library knows. */
export function specialOf(cell: unknown, { special = [] }: Pick<Metric, 'special'>): string | undefined {
  if (typeof cell !== 'string') return undefined;
  const text = cell.trim();
  return special.find(({ id }) => id === text)?.id ?? SIGNS[text.toLowerCase()];
}

/** The feed's own label; undefined for one that the library has a word for. */
export const specialLabel = ({ special = [] }: Metric, id: string): LocalText | undefined =>
  special.find((each) => each.id === id)?.label;

export const isKnownSpecial = (id: string): id is SpecialValue => (SPECIAL_VALUES as readonly string[]).includes(id);
