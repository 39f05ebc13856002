/** What is known of a region, in blocks; of several, what they come to together; of none, what the provinces come to. */
import type { Dataset } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Metric, Period, RegionCode } from '../../data/types.js';
import { fillOf, type ClassScale, type Fill } from '../classes/scale.js';
import { linkWidth } from '../picture/links.js';
import { comparisonText } from '../text/comparison.js';
import { describe, explain, type NoteLine, type PartnerLine } from '../text/description.js';
import { nameOf } from '../text/names.js';
import type { NamedSecond } from '../text/script-names.js';
import type { SourceLine } from '../text/notes.js';
import { statusNote, type ValueLine } from '../text/value-line.js';
import { say, type Language } from '../words/index.js';
import { seriesPart, type SeriesPart } from './series.js';
import { provinceTotals, sideWords, totalsOf } from './totals.js';
import { metricLabel } from '../text/metric-label.js';

/** Blocks stand one below the other, in this order. Each drawer has a way for each kind. */
export type DetailsBlock =
  /** In second languages and scripts. */
  | { readonly kind: 'names'; readonly names: readonly NamedSecond[] }
  | { readonly kind: 'value'; readonly value: ValueLine; readonly fill: Fill }
  /** What the version before said, while it is compared with. */
  | { readonly kind: 'before'; readonly text: string }
  /** Its values in all periods of the metric. */
  | { readonly kind: 'series'; readonly series: SeriesPart }
  /** The region's values in the other metrics. */
  | { readonly kind: 'others'; readonly lines: readonly ValueLine[] }
  | { readonly kind: 'remarks'; readonly lines: readonly string[] }
  /** The city of a county that gives: it can be taken as one. */
  | { readonly kind: 'city'; readonly code: RegionCode; readonly text: string }
  /** `none` stands in place of partners that are not known, `more` for those left out. */
  | {
      readonly kind: 'partners';
      readonly heading: string;
      readonly partners: readonly PartnerLine[];
      readonly none?: string;
      readonly more?: string;
      /** What the width of the lines says, where they differ. */
      readonly widths?: string;
    }
  | { readonly kind: 'explanation'; readonly heading: string; readonly sentences: readonly string[] }
  /** `more` says how many are left out. */
  | { readonly kind: 'notes'; readonly heading: string; readonly notes: readonly NoteLine[]; readonly more?: string }
  /** `more` says how many there are, where some are left out. */
  | {
      readonly kind: 'sources';
      readonly heading: string;
      readonly sources: readonly SourceLine[];
      readonly more?: string;
    };

export interface DetailsPart {
  readonly code: RegionCode;
  readonly title: string;
  readonly place: string;
  readonly blocks: readonly DetailsBlock[];
}

/** Partners named in a tooltip, and in a brief panel; a whole panel names all. */
const TOOLTIP_PARTNERS = 6,
  BRIEF_PARTNERS = 9,
  BRIEF_SOURCES = 2;

/** Undefined for a code that the topology lacks. */
export function detailsPart(
  dataset: Dataset,
  scale: ClassScale,
  code: RegionCode,
  language: Language,
  before?: Dataset,
): DetailsPart | undefined {
  const description = describe(dataset, scale, code, language);
  if (!description) return undefined;
  const { title, place, names, value, others, remarks, partnersHeading, partners, notes, moreNotes, sources } =
    description;
  const sentences = explain(dataset, scale, code, language);
  const city = cityOf(dataset, code, scale.period, language);
  const series = seriesPart(dataset, scale, code, language);
  const blocks: (DetailsBlock | undefined)[] = [
    names.length > 0 ? { kind: 'names', names } : undefined,
    { kind: 'value', value, fill: fillOf(dataset.datum(code, scale.metric.id, scale.period), scale) },
    before && { kind: 'before', text: comparisonText(before, dataset, scale, code, language) },
    series ? { kind: 'series', series } : undefined,
    others.length > 0 ? { kind: 'others', lines: others } : undefined,
    remarks.length > 0 ? { kind: 'remarks', lines: remarks } : undefined,
    city,
    partnersHeading
      ? {
          kind: 'partners',
          heading: partnersHeading,
          partners,
          ...(differ(partners) ? { widths: say(language, 'links.width') } : {}),
          ...(partners.length === 0 ? { none: say(language, 'details.partners.none') } : {}),
        }
      : undefined,
    sentences.length > 0 ? { kind: 'explanation', heading: say(language, 'details.explain'), sentences } : undefined,
    notes.length > 0
      ? {
          kind: 'notes',
          heading: say(language, 'details.notes'),
          notes,
          ...(moreNotes > 0 ? { more: say(language, 'details.notes.more', { count: moreNotes }) } : {}),
        }
      : undefined,
    sources.length > 0 ? { kind: 'sources', heading: say(language, 'details.sources'), sources } : undefined,
  ];
  return { code, title, place, blocks: blocks.filter((block) => block !== undefined) };
}

const differ = (partners: readonly PartnerLine[]): boolean =>
  new Set(partners.map(({ link, share }) => linkWidth(link, share).toFixed(1))).size > 1;

/** The same for a tooltip: the value, why there is none, and some of the partners. */
export function tooltipPart(details: DetailsPart, language: Language, most = TOOLTIP_PARTNERS): DetailsPart {
  const hasValue = details.blocks.some((block) => block.kind === 'value' && block.value.kind === 'value');
  const blocks = details.blocks.flatMap((block): DetailsBlock[] => {
    switch (block.kind) {
      case 'names':
      case 'value':
      case 'before':
      case 'series':
        return [block];
      case 'remarks':
        return hasValue ? [] : [block];
      case 'partners': {
        const count = block.partners.length;
        return count > most
          ? [
              {
                ...block,
                partners: block.partners.slice(0, most),
                more: say(language, 'details.more', { count }),
              },
            ]
          : [block];
      }
      default:
        return [];
    }
  });
  return { ...details, blocks };
}

/** The same where there is no room to scroll: the value, why there is none, the partners' names, and where it is from. */
export function briefPart(details: DetailsPart, language: Language): DetailsPart {
  const brief = tooltipPart(details, language, BRIEF_PARTNERS).blocks.filter(({ kind }) => kind !== 'series');
  const cited = details.blocks.flatMap((block): DetailsBlock[] => {
    if (block.kind !== 'sources') return [];
    const count = block.sources.length;
    const more = count > BRIEF_SOURCES ? say(language, 'details.more', { count }) : undefined;
    return [{ ...block, sources: block.sources.slice(0, BRIEF_SOURCES), more }];
  });
  return { ...details, blocks: [...brief, ...cited] };
}

/** A county whose city helps others too. */
function cityOf(dataset: Dataset, code: RegionCode, period: Period, language: Language): DetailsBlock | undefined {
  const { regions, participants } = dataset;
  const city = regions.get(code)?.level === 'county' ? regions.get(code)?.parent : undefined;
  if (city === undefined || regions.get(city)?.level !== 'prefecture' || participants.has(code)) return undefined;
  const count = dataset.partnersOf(city, period).length;
  if (count === 0) return undefined;
  return {
    kind: 'city',
    code: city,
    text: say(language, 'details.city', { city: nameOf(regions, city, language), count }),
  };
}

export interface SelectionPart {
  readonly heading: string;
  /** Receivers and givers apart; then how many have no value. */
  readonly lines: readonly { readonly text: string; readonly status: string }[];
  readonly without: string | undefined;
  readonly regions: readonly { readonly code: RegionCode; readonly name: string }[];
}

/** Several selected regions together. */
export function selectionPart(
  dataset: Dataset,
  scale: ClassScale,
  selected: readonly RegionCode[],
  language: Language,
): SelectionPart {
  const totals = totalsOf(dataset, scale, selected);
  return {
    heading: say(language, 'details.selection', { count: totals.regions }),
    lines: totals.sides.map((side) => {
      const { value, share, status } = sideWords(side, scale.metric, language);
      const total = say(language, `details.selection.${side.side}`, { count: side.regions, value });
      return { text: [total, share].filter(Boolean).join(say(language, 'text.comma')), status };
    }),
    without: totals.without === 0 ? undefined : say(language, 'details.selection.without', { count: totals.without }),
    regions: selected.map((code) => ({ code, name: nameOf(dataset.regions, code, language) })),
  };
}

export interface TotalsPart {
  readonly heading: string;
  readonly status: string | undefined;
  /** The texts are words, and no numbers. */
  readonly isText: boolean;
  readonly rows: readonly { readonly name: string; readonly counties: string; readonly text: string }[];
}

/** While nothing is chosen: what each province that takes part receives. Undefined where none receives anything. */
export function totalsPart(
  dataset: Dataset,
  metric: Metric,
  period: Period,
  language: Language,
): TotalsPart | undefined {
  const rows = provinceTotals(dataset, metric, period, language);
  const [first] = rows.map(({ status }) => status);
  if (first === undefined) return undefined;
  // Of what is known alike it is said once.
  const isOne = rows.every(({ status }) => status === first);
  return {
    heading: say(language, 'details.totals', { metric: metricLabel(metric, language) }),
    status: isOne ? statusNote(first, language) : undefined,
    isText: kindOf(metric).cell !== undefined,
    rows: rows.map(({ name, counties, text, status }) => ({
      name,
      counties: say(language, 'details.counties', { count: counties }),
      text: [text, isOne ? undefined : statusNote(status, language)].filter(Boolean).join(say(language, 'text.comma')),
    })),
  };
}
