/** What some regions come to together: of a selection, of a legend's filter, of a table's rows. */
import { lessSure, type Dataset } from '../data/dataset.js';
import type { RegionCode, Share, Status } from '../data/types.js';
import type { ClassScale } from './scale.js';

/** One side of the pairs. Receivers and givers are never added up together: it is the same money. */
export interface SideTotal {
  readonly side: 'received' | 'given';
  /** Regions with a value. */
  readonly regions: number;
  /** Sum in the metric's base unit; of coverage, the number of counties that are covered. */
  readonly value: number;
  /** Of coverage: how many counties the regions have. */
  readonly counties: number;
  /** Of the metric's published total, or else of all that was received; undefined where neither is known. */
  readonly share: Share | undefined;
  readonly status: Status;
}

export interface Totals {
  readonly regions: number;
  /** Regions that have no value. */
  readonly without: number;
  readonly sides: readonly SideTotal[];
}

/** Totals of `codes`; one that lies within another of them is not counted again. */
export function totalsOf(dataset: Dataset, { metric, period }: ClassScale, codes: readonly RegionCode[]): Totals {
  const { regions, participants } = dataset;
  const outer = [...new Set(codes)].filter((code) => !codes.some((other) => other !== code && regions.isWithin(code, other)));
  const all = dataset.reconcile(metric.id, period).received;
  const whole = metric.kind === 'coverage' ? participants.size : (metric.total ?? all);
  const sides = new Map<SideTotal['side'], SideTotal>();
  let without = 0;
  for (const code of outer) {
    const datum = dataset.datum(code, metric.id, period);
    if (datum.kind !== 'value') {
      without++;
      continue;
    }
    const side = datum.origin === 'given' ? 'given' : 'received';
    const before = sides.get(side);
    const value = (before?.value ?? 0) + (metric.kind === 'coverage' ? Math.round(datum.value * datum.counties) : datum.value);
    sides.set(side, {
      side,
      value,
      regions: (before?.regions ?? 0) + 1,
      counties: (before?.counties ?? 0) + datum.counties,
      share: whole > 0 ? value / whole : undefined,
      status: before ? lessSure(before.status, datum.status) : datum.status,
    });
  }
  return { regions: outer.length, without, sides: [...sides.values()] };
}
