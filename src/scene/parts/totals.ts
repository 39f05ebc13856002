/** What some regions come to together: of a selection, of a legend's filter, of a table's rows. */
import { lessSure, type Dataset } from '../../data/dataset.js';
import type { Metric, Period, RegionCode, Share, Status } from '../../data/types.js';
import { statusNote, valueLine } from '../text/description.js';
import { nameOf } from '../text/names.js';
import { displayUnit, formatIn, formatShare, formatValue, join } from '../text/numbers.js';
import type { ClassScale } from '../classes/scale.js';
import { say, type Language } from '../words/index.js';

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
  const outer = [...new Set(codes)].filter(
    (code) => !codes.some((other) => other !== code && regions.isWithin(code, other)),
  );
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
    const value =
      (before?.value ?? 0) + (metric.kind === 'coverage' ? Math.round(datum.value * datum.counties) : datum.value);
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

/** One side's total in words; empty what need not be said. */
export interface SideWords {
  readonly value: string;
  readonly share: string;
  readonly status: string;
}

export function sideWords(
  { value, counties, share, status }: SideTotal,
  metric: Metric,
  language: Language,
): SideWords {
  const isCoverage = metric.kind === 'coverage';
  const covered = { share: formatShare(counties > 0 ? value / counties : 0, language), covered: value, counties };
  return {
    value: isCoverage ? say(language, 'coverage.share', covered) : formatValue(metric, value, language),
    // The share of coverage is its value.
    share:
      share === undefined || isCoverage
        ? ''
        : say(language, 'details.selection.share', { share: formatShare(share, language) }),
    status: statusNote(status, language) ?? '',
  };
}

export interface ProvinceTotal {
  readonly name: string;
  readonly counties: number;
  readonly text: string;
  /** What must be said of it; nothing where it was reported or confirmed. */
  readonly status: string | undefined;
}

/** What the provinces that are helped come to, all in one unit, the one with most counties first. */
export function provinceTotals(dataset: Dataset, metric: Metric, period: Period, language: Language): ProvinceTotal[] {
  const rows = dataset.regions.provinces.flatMap((code) => {
    const datum = dataset.datum(code, metric.id, period);
    return datum.kind === 'value' && datum.origin === 'sum'
      ? [{ code, datum, line: valueLine(metric, datum, language) }]
      : [];
  });
  const values = rows.map(({ datum }) => datum.value);
  const unit = displayUnit(metric, values, language);
  return rows
    .sort((a, b) => b.datum.counties - a.datum.counties)
    .map(({ code, datum, line }) => ({
      name: nameOf(dataset.regions, code, language),
      counties: datum.counties,
      text: metric.kind === 'coverage' ? line.text : join(formatIn(unit, datum.value, language), unit.word, language),
      status: line.status,
    }));
}
