/** What some regions come to together: of a selection, of a legend's filter, of a table's rows. */
import type { Dataset } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import { reconcile } from '../../data/reconcile.js';
import { lessSure, type Status } from '../../data/status.js';
import type { Metric, Period, RegionCode, Share } from '../../data/types.js';
import { statusNote, valueLine } from '../text/value-line.js';
import { nameOf } from '../text/names.js';
import { displayUnit, formatIn, formatShare, formatValue, join } from '../text/numbers.js';
import { sayWords } from '../text/said.js';
import type { ClassScale } from '../classes/scale.js';
import { say, type Language } from '../words/index.js';

/** One side of the pairs. Receivers and givers are never added up together: it is the same money. */
export interface SideTotal {
  readonly side: 'received' | 'given';
  /** Regions with a value. */
  readonly regions: number;
  /** What the regions add up to, as the metric's kind adds: in its base unit, or counties that are covered. */
  readonly value: number;
  /** How many counties the regions have. */
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

/** Totals of `codes`; one that lies within another of them is not counted again. A kind that adds nothing up has no sides. */
export function totalsOf(dataset: Dataset, { metric, period }: ClassScale, codes: readonly RegionCode[]): Totals {
  const { regions, participants, isReceiver } = dataset;
  const asked = new Set(codes);
  const outer = [...asked].filter(
    (code) => !regions.containersOf(code).some((unit) => unit !== code && asked.has(unit)),
  );
  const all = reconcile(dataset, metric.id, period).received;
  const { total } = kindOf(metric);
  const whole = total?.whole(metric, all, participants.size) ?? 0;
  const sides = new Map<SideTotal['side'], SideTotal>();
  let without = 0;
  for (const code of outer) {
    const datum = dataset.datum(code, metric.id, period);
    if (datum.kind !== 'value') {
      without++;
      continue;
    }
    if (!total) continue;
    const side = datum.origin === 'given' || (metric.givers && !isReceiver(code)) ? 'given' : 'received';
    const before = sides.get(side);
    const value = (before?.value ?? 0) + total.of(datum.value, datum.counties);
    sides.set(side, {
      side,
      value,
      regions: (before?.regions ?? 0) + 1,
      counties: (before?.counties ?? 0) + datum.counties,
      // What those who help have of their own is no part of what was received.
      share: whole > 0 && !(metric.givers && side === 'given') ? value / whole : undefined,
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
  const { total } = kindOf(metric);
  const said = total?.says(value, counties);
  return {
    value: said && said.as !== 'number' ? sayWords(said, language) : formatValue(metric, value, language),
    share:
      share === undefined || !total?.hasShare
        ? ''
        : say(language, 'details.selection.share', { share: formatShare(share, language) }),
    status: statusNote(status, language) ?? '',
  };
}

export interface ProvinceTotal {
  readonly name: string;
  readonly counties: number;
  readonly text: string;
  readonly status: Status;
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
  const kind = kindOf(metric);
  return rows
    .sort((a, b) => b.datum.counties - a.datum.counties)
    .map(({ code, datum, line }) => ({
      name: nameOf(dataset.regions, code, language),
      counties: datum.counties,
      text:
        kind.says(datum.value, datum.counties, metric).as !== 'number'
          ? line.text
          : join(formatIn(unit, datum.value, language), unit.word, language),
      status: datum.status,
    }));
}
