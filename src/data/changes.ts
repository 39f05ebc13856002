/** What a feed says otherwise than the version before it. */
import type { Dataset, Datum } from './dataset.js';
import { kindOf } from './kinds/index.js';
import { PIECE, runThrough, type Steps } from './slices.js';
import type { Status } from './status.js';
import type { MetricId, Period, RegionCode } from './types.js';

/**
 * `updated`: there was no value, or the period is new. `revised`: the value is another one, or is known otherwise, or what stands in its
 * place is another.
 * `withdrawn`: there is no value any more.
 */
export type ChangeKind = 'updated' | 'revised' | 'withdrawn';
export const CHANGE_KINDS: readonly ChangeKind[] = ['updated', 'revised', 'withdrawn'];

export interface Change {
  readonly kind: ChangeKind;
  readonly code: RegionCode;
  readonly metric: MetricId;
  readonly period: Period;
  /** In the metric's base unit; of names, their place among the metric's categories; undefined where there was none, or is none. */
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
  const datumIn = (dataset: Dataset, code: RegionCode, metric: MetricId, period: Period): Datum | undefined =>
    dataset.membersOf(metric).has(code) ? dataset.datum(code, metric, period) : undefined;
  const valueOf = (datum: Datum | undefined): number | undefined => (datum?.kind === 'value' ? datum.value : undefined);
  // A metric that the feed no longer has withdraws nothing: there is no place left to show it.
  const metrics = after.feed.metrics.filter((metric) => kindOf(metric).isColumn(metric));
  const periods = [...new Set([...after.feed.periods, ...before.feed.periods])].sort();
  let done = 0;
  for (const { id: metric } of metrics) {
    const codes = new Set([...after.membersOf(metric), ...before.membersOf(metric)]);
    for (const period of periods) {
      for (const code of codes) {
        if (++done % PIECE === 0) yield;
        const then = datumIn(before, code, metric, period);
        const now = datumIn(after, code, metric, period);
        const said = saidBy(before, metric, then),
          says = saidBy(after, metric, now);
        if (said === says && statusOf(then) === statusOf(now)) continue;
        const from = valueOf(then),
          to = valueOf(now);
        // What was silent, and what is now; or else a number in place of none.
        const kind =
          said === undefined || says === undefined
            ? said === undefined
              ? 'updated'
              : 'withdrawn'
            : (from === undefined) === (to === undefined)
              ? 'revised'
              : from === undefined
                ? 'updated'
                : 'withdrawn';
        counts[kind]++;
        list.push({ kind, code, metric, period, from, to });
      }
    }
  }
  return { list, counts };
}

/** What a figure says: its number, its name, or what stands in its place; undefined where there is nothing. */
function saidBy(dataset: Dataset, metric: MetricId, datum: Datum | undefined): number | string | undefined {
  if (datum?.kind === 'special') return datum.special;
  if (datum?.kind !== 'value') return undefined;
  // Of names the feed may change the order.
  const { categories } = dataset.metric(metric) ?? {};
  return categories ? `name ${categories[datum.value]?.id}` : datum.value;
}

const statusOf = (datum: Datum | undefined): Status | undefined => (datum?.kind === 'value' ? datum.status : undefined);

/** Sums of the same counties in another order differ by that. */
const ROUNDING = 1e-9;

/** Do two versions say the same of a region? */
export function isSameFigure(
  before: Dataset,
  after: Dataset,
  code: RegionCode,
  metric: MetricId,
  period: Period,
): boolean {
  const data = [before.datum(code, metric, period), after.datum(code, metric, period)] as const;
  const [then, now] = [saidBy(before, metric, data[0]), saidBy(after, metric, data[1])];
  // A figure that is known otherwise says something else.
  if (statusOf(data[0]) !== statusOf(data[1])) return false;
  return (
    then === now ||
    (typeof then === 'number' && typeof now === 'number' && Math.abs(then - now) <= ROUNDING * Math.abs(then))
  );
}
