/** Names instead of numbers, as the feed lists them. A unit above its counties has the commonest of theirs. */
import type { LocalText, Metric } from '../types.js';
import type { Kind, Part } from './kind.js';

type Word = 'details.commonest' | 'details.commonest.given' | 'category.commonest';

const NONE: LocalText = {};
const labelOf = (value: number, { categories = [] }: Metric): LocalText => categories[value]?.label ?? NONE;

/** Of several that are as common, the first in the feed's order. */
function commonest(parts: readonly Part[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { value, share } of parts) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + share);
  let best: number | undefined;
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b))
    if (best === undefined || count > (counts.get(best) ?? 0) + 1e-9) best = value;
  return best;
}

export const category: Kind<Word, never> = {
  isColumn: () => true,
  lacks: ({ categories }) =>
    categories && categories.length > 0 ? undefined : { field: 'categories', got: categories },
  number(cell, { categories = [] }) {
    const at = categories.findIndex(({ id }) => id === String(cell));
    return at < 0 ? undefined : at;
  },
  expects: () => 'category',
  column: 'names',
  refuses: () => undefined,
  read({ numbers, status, source }, { id }) {
    const value = numbers.get(id);
    return value === null || value === undefined ? undefined : { value, status, source };
  },
  combine: commonest,
  origins: { sum: 'details.commonest', given: 'details.commonest.given' },
  total: undefined,
  reconciles: false,
  classing: ({ categories = [] }) => ({
    by: 'kind',
    breaks: categories.slice(1).map((_, i) => i + 1),
    labels: categories.map(({ label }) => label),
  }),
  ramp: 'qualitative',
  findings: [],
  notation: () => ({ steps: 'many', unit: undefined }),
  says: (value, counties, metric) =>
    counties === 1
      ? { as: 'text', text: labelOf(value, metric) }
      : { as: 'words', word: 'category.commonest', args: { label: labelOf(value, metric) } },
  cell: labelOf,
};
