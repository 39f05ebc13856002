/**
 * Derived from the metric named by `of`: a county is covered when it has at least one of it. Of several counties it is the share
 * of those that are.
 */
import type { Kind } from './kind.js';

type Word =
  | 'coverage.yes'
  | 'coverage.no'
  | 'coverage.share'
  | 'details.sum'
  | 'details.given'
  | 'legend.coverage.none'
  | 'legend.coverage.part'
  | 'legend.coverage.full';

const covered = (share: number, counties: number): number => Math.round(share * counties);

export const coverage: Kind<Word, never> = {
  isColumn: () => false,
  lacks: ({ of }, columns) => (of !== undefined && columns.has(of) ? undefined : { field: 'of', got: of }),
  number: () => undefined,
  expects: () => 'number',
  column: 'none',
  refuses: () => undefined,
  read({ numbers, status, source }, { id, of = id, total, source: publisher }) {
    const number = numbers.get(of);
    if (number === null || number === undefined) return undefined;
    if (number < 1) return { value: 0, status, source };
    // Where full coverage was reported of all, it was reported of each, however its number of cadres is known.
    return total === 1 ? { value: 1, status: 'reported', source: publisher } : { value: 1, status, source };
  },
  // A county is covered, whoever bears how much of it. One without data is not: the denominator is all that take part.
  combine: (parts) => parts.reduce((sum, { value = 0 }) => sum + value, 0) / parts.length,
  origins: { sum: 'details.sum', given: 'details.given' },
  total: {
    of: covered,
    whole: (_metric, _received, participants) => participants,
    says: (total, counties) => ({
      as: 'words',
      word: 'coverage.share',
      args: { share: { share: counties > 0 ? total / counties : 0 }, covered: total, counties },
    }),
    // Its share is its value.
    hasShare: false,
  },
  reconciles: false,
  // None, some, all.
  classing: () => ({
    by: 'kind',
    breaks: [Number.MIN_VALUE, 1],
    labels: ['legend.coverage.none', 'legend.coverage.part', 'legend.coverage.full'],
  }),
  ramp: 'sequential',
  // It is a state, and no amount.
  findings: [],
  notation: () => ({ steps: 'share', unit: undefined }),
  says(value, counties) {
    if (counties === 1) return { as: 'words', word: value >= 1 ? 'coverage.yes' : 'coverage.no' };
    const args = { share: { share: value }, covered: covered(value, counties), counties };
    return { as: 'words', word: 'coverage.share', args };
  },
};
