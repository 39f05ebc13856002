/** What a feed says otherwise than the version before it. */
import type { Dataset } from './dataset.js';
import { kindOf } from './kinds/index.js';
import { PIECE, runThrough, type Steps } from './slices.js';
import type { MetricId, Period, RegionCode } from './types.js';

/**
 * `updated`: there was no value, or the period is new. `revised`: the value is another one. `withdrawn`: there is no value any more.
 */
export type ChangeKind = 'updated' | 'revised' | 'withdrawn';
export const CHANGE_KINDS: readonly ChangeKind[] = ['updated', 'revised', 'withdrawn'];

export interface Change {
  readonly kind: ChangeKind;
  readonly code: RegionCode;
  readonly metric: MetricId;
  readonly period: Period;
  /** In the metric's base unit; undefined where there was none, or is none. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface Changes {
  readonly list: readonly Change[];
  readonly counts: Readonly<Record<ChangeKind, number>>;
}

/** Compares the values of those who have rows, as they are drawn: what only stands elsewhere in the file is no change. */
export const changesOf = (before: Dataset, after: Dataset): Changes => runThrough(changesInSteps(before, after));

export function* changesInSteps(before: Dataset, after: Dataset): Steps<Changes> {
  const list: Change[] = [];
  const counts = { updated: 0, revised: 0, withdrawn: 0 };
  const valueIn = (dataset: Dataset, code: RegionCode, metric: MetricId, period: Period): number | undefined => {
    const datum = dataset.membersOf(metric).has(code) ? dataset.datum(code, metric, period) : undefined;
    return datum?.kind === 'value' ? datum.value : undefined;
  };
  // A metric that the feed no longer has withdraws nothing: there is no place left to show it.
  const metrics = after.feed.metrics.filter((metric) => kindOf(metric).isColumn(metric));
  const periods = [...new Set([...after.feed.periods, ...before.feed.periods])].sort();
  let done = 0;
  for (const { id: metric } of metrics) {
    const codes = new Set([...after.membersOf(metric), ...before.membersOf(metric)]);
    for (const period of periods) {
      for (const code of codes) {
        if (++done % PIECE === 0) yield;
        const from = valueIn(before, code, metric, period);
        const to = valueIn(after, code, metric, period);
        if (from === to) continue;
        const kind = from === undefined ? 'updated' : to === undefined ? 'withdrawn' : 'revised';
        counts[kind]++;
        list.push({ kind, code, metric, period, from, to });
      }
    }
  }
  return { list, counts };
}
