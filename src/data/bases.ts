/** What adds up, over a base that the feed names: per head, per county. */
import { kindOf } from './kinds/index.js';
import type { Metric, MetricId } from './types.js';

/** The base that every feed has: the number of counties. */
export const COUNTY = 'county';
/** Of things and people there are fewer than of those who live there: so many of these, as statistics have it. */
const MANY = 10_000;

/** The rate that `metric` makes over a base; undefined where that says nothing. `base`: the metric with that id. */
export function rateOver(metric: Metric, id: MetricId, base: Metric | undefined): Metric | undefined {
  const kind = kindOf(metric);
  if (!kind.reconciles || metric.id === id) return undefined;
  const { label, unit = '', givers, source } = metric;
  const of = base ? (base.unit === 'person' ? 'person' : 'other') : 'county';
  const isMany = of === 'person' && kind.notation(metric).steps !== 'money';
  return {
    id: `${metric.id}/${id}`,
    label,
    kind: 'rate',
    of: metric.id,
    per: id,
    unit: `${unit}/${isMany ? 'people' : (base ? base.unit : COUNTY) || id}`,
    ...(isMany ? { times: MANY } : {}),
    base: { id, is: isMany ? 'many' : of, ...(base ? { label: base.label } : {}) },
    ...(givers ? { givers } : {}),
    ...(source === undefined ? {} : { source }),
  };
}
