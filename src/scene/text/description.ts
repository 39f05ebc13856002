/** All that is said of a region, in words: the tooltip, the panel and the screen reader say the same. */
import type { Dataset, Datum } from '../../data/dataset.js';
import type { Partner } from '../../data/pairs.js';
import { periodNear } from '../../data/periods.js';
import { isPublished, needsNoRemark } from '../../data/status.js';
import type { Metric, Period, RegionCode, Share } from '../../data/types.js';
import { formatShare } from './numbers.js';
import { linkKind, type LinkKind } from '../picture/links.js';
import { findings, sayFinding } from './explanation.js';
import { nameOf, placeOf } from './names.js';
import { sourceLine, type SourceLine } from './notes.js';
import { remarks } from './remarks.js';
import { secondNames, type NamedSecond } from './script-names.js';
import { valueLine, type ValueLine } from './value-line.js';
import { classOf } from '../classes/breaks.js';
import type { ClassScale } from '../classes/scale.js';
import { inLanguage, say, type Language } from '../words/index.js';
import '../words/deferred.js';

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
  readonly names: readonly NamedSecond[];
  /** The metric shown, first of `values`. */
  readonly value: ValueLine;
  readonly others: readonly ValueLine[];
  readonly classIndex: number | undefined;
  /** How the value came about, its rank, or why there is none. */
  readonly remarks: readonly string[];
  readonly partnersHeading: string;
  readonly partners: readonly PartnerLine[];
  readonly notes: readonly NoteLine[];
  /** How many notes are left out. */
  readonly moreNotes: number;
  readonly sources: readonly SourceLine[];
}

/** Notes of a region, and characters of one, that are written out: a page that lays out more of them stands still. */
const MOST_NOTES = 100,
  LONGEST_NOTE = 5_000;

/** Says how long a text is of which only the beginning stands here. */
function shortened(text: string, language: Language): string {
  if (text.length <= LONGEST_NOTE) return text;
  return say(language, 'details.note.cut', {
    text: text.slice(0, LONGEST_NOTE),
    count: text.length.toLocaleString(language),
  });
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
  return {
    code,
    title: nameOf(regions, code, language),
    place: placeOf(regions, code, language),
    names: secondNames(dataset, code, language),
    value: valueLine(metric, datum, language),
    others:
      datum.kind !== 'outside' && datum.kind !== 'city-only'
        ? dataset.feed.metrics
            .filter(({ id }) => id !== metric.id)
            .map((other) => otherLine(dataset, other, code, period, language))
        : [],
    classIndex: datum.kind === 'value' ? classOf(datum.value, scale.breaks) : undefined,
    remarks: remarks(dataset, scale, code, datum, language),
    ...describePartners(dataset, code, period, language),
    notes: dataset
      .notesOf(code)
      .slice(0, MOST_NOTES)
      .map((note): NoteLine => ({
        title: inLanguage(note.title, language),
        text: shortened(inLanguage(note.text, language), language),
        source: sourceLine(dataset.source(note.source), language),
      })),
    moreNotes: Math.max(0, dataset.notesOf(code).length - MOST_NOTES),
    sources: sourcesOf(dataset, datum, [...dataset.partnersOf(code, period), ...dataset.namesOf(code)], language),
  };
}

/** Whom a region helps, or who helps it. */
export function describePartners(
  dataset: Dataset,
  code: RegionCode,
  period: Period,
  language: Language,
): Pick<Description, 'partnersHeading' | 'partners'> {
  const partners = dataset.partnersOf(code, period);
  const receives = dataset.isReceiver(code);
  return {
    partnersHeading:
      receives || partners.length > 0 ? say(language, receives ? 'details.receives' : 'details.gives') : '',
    partners: partners.map((partner) => partnerLine(dataset, code, partner, receives, language)),
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

/** Another metric's value, in the period shown or in the nearest that it has: the label says which, where it is another. */
function otherLine(dataset: Dataset, metric: Metric, code: RegionCode, period: Period, language: Language): ValueLine {
  const own = periodNear(dataset, metric.id, period);
  const line = valueLine(metric, dataset.datum(code, metric.id, own), language);
  return own === period
    ? line
    : { ...line, label: say(language, 'details.of-period', { label: line.label, period: own }) };
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

function sourcesOf(
  dataset: Dataset,
  datum: Datum,
  others: readonly { readonly source?: string }[],
  language: Language,
): SourceLine[] {
  const ids = new Set<string>();
  if ((datum.kind === 'value' || datum.kind === 'special') && datum.source !== undefined) ids.add(datum.source);
  for (const { source } of others) if (source !== undefined) ids.add(source);
  return [...ids].flatMap((id) => sourceLine(dataset.source(id), language) ?? []);
}
