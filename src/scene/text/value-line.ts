/** A region's value in words, or what there is instead of one. */
import type { Datum, ValueDatum } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import { isKnownSpecial, specialLabel } from '../../data/special.js';
import { isPublished, needsNoRemark, type Status } from '../../data/status.js';
import type { Metric } from '../../data/types.js';
import { inLanguage, say, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';
import { formatExact, formatValue } from './numbers.js';
import { sayWords } from './said.js';
import { metricLabel } from './metric-label.js';

export interface ValueLine {
  readonly label: string;
  readonly kind: Datum['kind'];
  /** "3,087.5万元", or what there is instead of a value. */
  readonly text: string;
  /** To the last yuan, where `text` is rounded or in another unit. */
  readonly exact?: string;
  /** Between which numbers it surely lies, where the feed says so. */
  readonly interval?: string;
  /** Present unless the value was reported or confirmed. */
  readonly status?: string;
}

/** The words for a value: its best unit, the exact number, its status; or what stands in its place. */
export function valueLine(metric: Metric, datum: Datum, language: Language): ValueLine {
  const kind = kindOf(metric);
  const whose = whoseOf(metric, datum, language);
  const plain = metricLabel(metric, language);
  const label = whose === undefined ? plain : say(language, 'text.labelled', { label: whose, text: plain });
  if (datum.kind !== 'value') return { label, kind: datum.kind, text: insteadOf(metric, datum, language) };
  const status = statusNote(datum.status, language);
  const said = kind.says(datum.value, datum.counties, metric);
  if (said.as !== 'number') return { label, kind: 'value', text: sayWords(said, language), status };
  const rounded = formatValue(metric, datum.value, language);
  const text = said.isAbout ? say(language, 'number.about', { value: rounded }) : rounded;
  const exact = formatExact(metric, datum.value, language);
  const show = (value: number): string => formatValue(metric, value, language);
  const interval =
    datum.range && say(language, 'details.interval', { low: show(datum.range[0]), high: show(datum.range[1]) });
  // To the last yuan only what somebody published: exactness would lend weight to the rest.
  return {
    label,
    kind: 'value',
    text,
    exact: exact === text || !isPublished(datum.status) ? undefined : exact,
    ...(interval === undefined ? {} : { interval }),
    status,
  };
}

/** Of a giver: what is no sum that it gave is a state of others, and no reader shall take it for its own. */
export function whoseOf(metric: Metric, datum: Datum, language: Language): string | undefined {
  const origin = datum.kind === 'value' ? datum.origin : datum.kind === 'special' ? datum.most?.origin : undefined;
  return origin === 'given' && !kindOf(metric).reconciles ? say(language, 'details.helped') : undefined;
}

/** What stands in place of a value. */
export function insteadOf(metric: Metric, datum: Exclude<Datum, ValueDatum>, language: Language): string {
  if (datum.kind === 'no-data' && datum.isNotSummed) return say(language, 'kind.not-summed');
  if (datum.kind !== 'special') return say(language, `kind.${datum.kind}`);
  const label = saySpecial(metric, datum.special, language);
  return datum.most ? say(language, 'category.commonest', { label }) : label;
}

export function saySpecial(metric: Metric, special: string, language: Language): string {
  const label = specialLabel(metric, special);
  if (label) return inLanguage(label, language);
  return isKnownSpecial(special) ? say(language, `special.${special}`) : special;
}

/** What must be said of a status; nothing of what was reported or confirmed. */
export function statusNote(status: Status, language: Language): string | undefined {
  return needsNoRemark(status) ? undefined : say(language, `status.note.${status}` as WordKey);
}
