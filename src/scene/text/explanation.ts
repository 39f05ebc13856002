/**
 * Why a region's number is what it is among the others: sentences that come from formulas, and from no model. The panel shows
 * them, and a screen reader hears them.
 */
import type { Dataset, ValueDatum } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Metric, RegionCode } from '../../data/types.js';
import { neighboursOf } from '../geometry/neighbours.js';
import { classOf } from '../classes/breaks.js';
import { nameOf } from './names.js';
import { formatIn, formatShare, formatValue } from './numbers.js';
import { participantsAt, type ClassScale } from '../classes/scale.js';
import { say, type Language } from '../words/index.js';
import '../words/deferred.js';

export type Finding =
  /** 1 is the highest; `ties` others have the same value. */
  | { readonly kind: 'rank'; readonly rank: number; readonly count: number; readonly ties: number }
  /** Of the published total; of the sum of all values where none was published. */
  | { readonly kind: 'share'; readonly share: number; readonly isOfPublished: boolean }
  /** `ratio`: value over mean of those of its province that take part, less one. */
  | {
      readonly kind: 'mean';
      readonly province: RegionCode;
      readonly mean: number;
      readonly ratio: number;
      readonly count: number;
    }
  /** How much is missing to the class above; in the highest, how much it is above its own break. */
  | { readonly kind: 'next-class'; readonly difference: number }
  | { readonly kind: 'top-class'; readonly difference: number }
  | { readonly kind: 'highest' | 'lowest'; readonly count: number }
  /** How many others have an interval that reaches into its own: the rank among them is not certain. */
  | { readonly kind: 'overlap'; readonly count: number };

/** What can be said of a value among the others of its scale, as far as the metric's kind allows it. */
export function findings(dataset: Dataset, scale: ClassScale, code: RegionCode, datum: ValueDatum): Finding[] {
  const { metric, period, level, breaks } = scale;
  const allowed = kindOf(metric).findings;
  if (allowed.length === 0) return [];
  const valueOf = (region: RegionCode): number | undefined => {
    const other = dataset.datum(region, metric.id, period);
    return other.kind === 'value' ? other.value : undefined;
  };
  const found: Finding[] = [];
  const codes = participantsAt(dataset, level, metric.id);
  const isRanked = codes.includes(code);
  if (isRanked && allowed.includes('rank')) {
    const higher = scale.values.filter((value) => value > datum.value).length;
    const equal = scale.values.filter((value) => value === datum.value).length;
    found.push({ kind: 'rank', rank: higher + 1, count: scale.values.length, ties: equal - 1 });
  }
  const { range } = datum;
  if (isRanked && range && allowed.includes('rank')) {
    const count = codes.filter((other) => {
      const each = other === code ? undefined : dataset.datum(other, metric.id, period);
      return each?.kind === 'value' && each.range && each.range[0] <= range[1] && each.range[1] >= range[0];
    }).length;
    if (count > 0) found.push({ kind: 'overlap', count });
  }
  if (allowed.includes('share')) {
    const whole = metric.total ?? sum(codes.flatMap((region) => valueOf(region) ?? []));
    if (whole > 0) found.push({ kind: 'share', share: datum.value / whole, isOfPublished: metric.total !== undefined });
  }
  const province = dataset.regions.provinces.find((unit) => unit !== code && dataset.regions.isWithin(code, unit));
  if (isRanked && province !== undefined && allowed.includes('mean')) {
    const values = codes
      .filter((region) => dataset.regions.isWithin(region, province))
      .flatMap((region) => valueOf(region) ?? []);
    const mean = sum(values) / values.length;
    if (values.length > 1 && mean > 0)
      found.push({ kind: 'mean', province, mean, ratio: datum.value / mean - 1, count: values.length });
  }
  if (allowed.includes('class')) {
    const index = classOf(datum.value, breaks);
    const above = breaks[index],
      below = breaks[index - 1];
    if (above !== undefined) found.push({ kind: 'next-class', difference: above - datum.value });
    else if (below !== undefined && datum.value > below)
      found.push({ kind: 'top-class', difference: datum.value - below });
  }
  const around = allowed.includes('neighbours')
    ? neighboursOf(dataset.regions, level, code).flatMap((region) => valueOf(region) ?? [])
    : [];
  if (around.length > 1) {
    if (around.every((value) => value < datum.value)) found.push({ kind: 'highest', count: around.length });
    if (around.every((value) => value > datum.value)) found.push({ kind: 'lowest', count: around.length });
  }
  return found;
}

/** A finding as a sentence without its stop. */
export function sayFinding(finding: Finding, dataset: Dataset, scale: ClassScale, language: Language): string {
  const { metric, level } = scale;
  const show = (value: number): string => formatValue(metric, value, language);
  const apart = (value: number): string => apartBy(metric, value, language);
  switch (finding.kind) {
    case 'rank': {
      const { rank, count, ties } = finding;
      return say(language, ties > 0 ? `explain.rank-tied.${level}` : `explain.rank.${level}`, {
        rank,
        count,
        ties: ties + 1,
      });
    }
    case 'share':
      return say(language, finding.isOfPublished ? 'explain.share' : 'explain.share-sum', {
        share: formatShare(finding.share, language),
      });
    case 'mean': {
      const { province, mean, ratio, count } = finding;
      const args = {
        province: nameOf(dataset.regions, province, language),
        mean: show(mean),
        count,
        difference: formatShare(Math.abs(ratio), language),
      };
      if (Math.abs(ratio) < 0.0005) return say(language, 'explain.mean-equal', args);
      return say(language, ratio > 0 ? 'explain.mean-above' : 'explain.mean-below', args);
    }
    case 'next-class':
      return say(language, 'explain.next-class', { difference: apart(finding.difference) });
    case 'top-class':
      return say(language, 'explain.top-class', { difference: apart(finding.difference) });
    case 'overlap':
      return say(language, 'explain.overlap', { count: finding.count });
    case 'highest':
      return say(language, 'explain.highest', { count: finding.count });
    case 'lowest':
      return say(language, 'explain.lowest', { count: finding.count });
  }
}

/** How far two values lie apart: without a sign, and of shares in percentage points. */
export function apartBy(metric: Metric, difference: number, language: Language): string {
  if (kindOf(metric).notation(metric).steps !== 'share')
    return formatValue(metric, difference, language).replace(/^\+/, '');
  const unit = { divisor: 0.01, digits: difference < 0.001 ? 2 : 1, word: '', isShare: false };
  return say(language, 'explain.points', { points: formatIn(unit, difference, language) });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
