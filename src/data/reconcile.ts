/** The two sides of the pairs, added up apart. */
import type { Dataset, Datum } from './dataset.js';
import type { MetricId, Period, RegionCode } from './types.js';

/** `given` to cities is what only a city is known for. */
export interface Reconciliation {
  readonly received: number;
  readonly givenByCounties: number;
  readonly givenByCities: number;
  /** Received by counties for which no partner is known. */
  readonly unattributed: number;
}

export function reconcile(dataset: Dataset, metric: MetricId, period: Period): Reconciliation {
  const { participants, regions } = dataset;
  const says = (datum: Datum): boolean =>
    datum.kind === 'special' || (datum.kind === 'value' && datum.origin === 'own');
  /** What a unit says itself is not counted again in its counties, and what only they say not again in it. */
  const isAgain = (code: RegionCode): boolean =>
    regions
      .containersOf(code)
      .some((unit) => unit !== code && participants.has(unit) && says(dataset.datum(unit, metric, period)));
  const sums = { received: 0, givenByCounties: 0, givenByCities: 0, unattributed: 0 };
  for (const code of participants) {
    const datum = dataset.datum(code, metric, period);
    if (datum.kind !== 'value' || !says(datum) || isAgain(code)) continue;
    const { value } = datum;
    sums.received += value;
    let left = 1;
    for (const { code: giver, share } of dataset.pairs.giversTo(code, period)) {
      sums[regions.get(giver)?.level === 'county' ? 'givenByCounties' : 'givenByCities'] += value * share;
      left -= share;
    }
    // Shares of one county add up to 1 but for rounding; a county without pairs keeps all of it.
    if (left > 1e-9) sums.unattributed += value * left;
  }
  return sums;
}
