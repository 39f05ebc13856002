/** All that is said of a region, in words: the tooltip, the panel and the screen reader say the same. */
import type { Dataset, Datum, ValueDatum } from '../../data/dataset.js';
import { isKnownSpecial, specialLabel } from '../../data/special.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Partner } from '../../data/pairs.js';
import { isPublished, needsNoRemark, type Status } from '../../data/status.js';
import type { Metric, RegionCode, Share } from '../../data/types.js';
import { formatExact, formatShare, formatValue } from './numbers.js';
import { sayWords } from './said.js';
import { linkKind, type LinkKind } from '../picture/links.js';
import { findings, sayFinding } from './explanation.js';
import { nameOf, placeOf } from './names.js';
import { sourceLine, type SourceLine } from './notes.js';
import { classOf } from '../classes/breaks.js';
import type { ClassScale } from '../classes/scale.js';
import { inLanguage, say, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';

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

export interface PartnerLine {
  readonly link: LinkKind;
  /** Of what the county receives. */
  readonly share: Share;
  readonly code: RegionCode;
  readonly name: string;
  readonly place: string;
  /** Marks what is not sure: 推断, 市级, 分担三分之一. */
  readonly marks: readonly string[];
  readonly note?: string;
}

export interface NoteLine {
  readonly title: string;
  readonly text: string;
  readonly source?: SourceLine;
}

export interface Description {
  readonly code: RegionCode;
  readonly title: string;
  readonly place: string;
  /** The metric shown, first of `values`. */
  readonly value: ValueLine;
  readonly others: readonly ValueLine[];
  readonly classIndex: number | undefined;
  /** How the value came about, its rank, or why there is none. */
  readonly remarks: readonly string[];
  readonly partnersHeading: string;
  readonly partners: readonly PartnerLine[];
  readonly notes: readonly NoteLine[];
  readonly sources: readonly SourceLine[];
}

/** Describes `code` in the scale's metric and period. Undefined for a code that the topology lacks. */
export function describe(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode,
  language: Language,
): Description | undefined {
  const { regions } = dataset;
  const region = regions.get(code);
  if (!region) return undefined;
  const { metric, period } = scale;
  const datum = dataset.datum(code, metric.id, period);
  const partners = dataset.partnersOf(code, period);
  const receives = [...dataset.participants].some((participant) => regions.isWithin(participant, code));
  return {
    code,
    title: nameOf(regions, code, language),
    place: placeOf(regions, code, language),
    value: valueLine(metric, datum, language),
    others:
      datum.kind !== 'outside' && datum.kind !== 'city-only'
        ? dataset.feed.metrics
            .filter(({ id }) => id !== metric.id)
            .map((other) => valueLine(other, dataset.datum(code, other.id, period), language))
        : [],
    classIndex: datum.kind === 'value' ? classOf(datum.value, scale.breaks) : undefined,
    remarks: remarks(dataset, scale, code, datum, language),
    partnersHeading:
      receives || partners.length > 0 ? say(language, receives ? 'details.receives' : 'details.gives') : '',
    partners: partners.map((partner) => partnerLine(dataset, code, partner, receives, language)),
    notes: dataset.notesOf(code).map((note): NoteLine => ({
      title: inLanguage(note.title, language),
      text: inLanguage(note.text, language),
      source: sourceLine(dataset.source(note.source), language),
    })),
    sources: sourcesOf(dataset, datum, partners, language),
  };
}

/** What can be derived of a region's value, a sentence each; said to rest on numbers that nobody published, where it does. */
export function explain(dataset: Dataset, scale: ClassScale, code: RegionCode, language: Language): string[] {
  const datum = dataset.datum(code, scale.metric.id, scale.period);
  if (datum.kind !== 'value') return [];
  const said = findings(dataset, scale, code, datum).map((finding) => sayFinding(finding, dataset, scale, language));
  if (said.length === 0 || isPublished(datum.status)) return said;
  return [say(language, 'explain.basis', { status: say(language, `status.${datum.status}`) }), ...said];
}

/** The words for a value: its best unit, the exact number, its status; or what stands in its place. */
export function valueLine(metric: Metric, datum: Datum, language: Language): ValueLine {
  const label = inLanguage(metric.label, language);
  if (datum.kind !== 'value') return { label, kind: datum.kind, text: insteadOf(metric, datum, language) };
  const status = statusNote(datum.status, language);
  const said = kindOf(metric).says(datum.value, datum.counties, metric);
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

/** What stands in place of a value. */
export function insteadOf(metric: Metric, datum: Exclude<Datum, ValueDatum>, language: Language): string {
  if (datum.kind === 'no-data' && datum.isNotSummed) return say(language, 'kind.not-summed');
  if (datum.kind !== 'special') return say(language, `kind.${datum.kind}`);
  return saySpecial(metric, datum.special, language);
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

/** The same as text for a screen reader: name, value, status, class, remarks, partners, and what follows from the value. */
export function spoken(
  { title, place, value, remarks: said, partnersHeading, partners }: Description,
  language: Language,
  ofClass = '',
  explanation: readonly string[] = [],
): string {
  const comma = say(language, 'text.comma');
  const labelled = (label: string, text: string): string => say(language, 'text.labelled', { label, text });
  const sentences = [
    [title, place].filter(Boolean).join(comma),
    labelled(value.label, [value.text, value.interval, value.status, ofClass].filter(Boolean).join(comma)),
    ...said,
    partners.length > 0
      ? labelled(partnersHeading, partners.map(({ name }) => name).join(say(language, 'text.list')))
      : '',
    ...explanation,
  ];
  return sentences.filter(Boolean).join(say(language, 'text.stop'));
}

function remarks(
  { regions, pairs }: Dataset,
  scale: ClassScale,
  code: RegionCode,
  datum: Datum,
  language: Language,
): string[] {
  switch (datum.kind) {
    case 'outside':
      return [say(language, 'kind.outside.long')];
    case 'no-data':
      return datum.isNotSummed ? [say(language, 'kind.not-summed.long')] : [];
    case 'special':
      return [];
    case 'city-only':
      return [say(language, 'kind.city-only.long', { city: nameOf(regions, datum.city, language) })];
    case 'value': {
      const said: string[] = [];
      if (datum.base !== undefined && datum.base !== scale.period)
        said.push(say(language, 'details.base', { period: scale.period, base: datum.base }));
      if (datum.origin !== 'own')
        said.push(say(language, kindOf(scale.metric).origins[datum.origin], { counties: datum.counties }));
      if (datum.missing > 0) said.push(say(language, 'details.missing', { missing: datum.missing }));
      const city = regions.get(code)?.parent;
      if (
        datum.origin === 'given' &&
        regions.get(city ?? '')?.level === 'prefecture' &&
        city !== undefined &&
        pairs.receiversOf(city, scale.period).length > 0
      ) {
        said.push(
          say(language, 'details.city-also', {
            city: nameOf(regions, city, language),
            count: pairs.receiversOf(city, scale.period).length,
          }),
        );
      }
      return said;
    }
  }
}

function partnerLine(
  dataset: Dataset,
  of: RegionCode,
  partner: Partner,
  receives: boolean,
  language: Language,
): PartnerLine {
  const { regions } = dataset;
  const { code, share, status, note, isCitys, isMerged } = partner;
  // A county's share says nothing of the prefecture that it lies in.
  const isPart =
    share > 0 && share < 0.999 && !isCitys && !isMerged && (!receives || regions.get(of)?.level === 'county');
  const marks: string[] = [];
  if (!needsNoRemark(status)) marks.push(say(language, `status.${status}`));
  if (isCitys || (receives && regions.get(code)?.level === 'prefecture'))
    marks.push(say(language, 'details.city-level'));
  if (isPart) marks.push(say(language, 'details.share', { share: formatShare(share, language) }));
  return {
    code,
    link: linkKind(dataset, of, partner),
    share,
    name: nameOf(regions, code, language),
    place: placeOf(regions, code, language),
    marks,
    note: inLanguage(note, language) || undefined,
  };
}

function sourcesOf(dataset: Dataset, datum: Datum, partners: readonly Partner[], language: Language): SourceLine[] {
  const ids = new Set<string>();
  if (datum.kind === 'value' && datum.source !== undefined) ids.add(datum.source);
  for (const { source } of partners) if (source !== undefined) ids.add(source);
  return [...ids].flatMap((id) => sourceLine(dataset.source(id), language) ?? []);
}
