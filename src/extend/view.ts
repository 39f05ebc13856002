/** What an author's part may know of an atlas: a view of one moment, which nothing changes, and through which nothing is changed. */
import type { Datum } from '../data/dataset.js';
import type { MetricKind } from '../data/kinds/index.js';
import type { Level, MetricId, Period, RegionCode, Share } from '../data/types.js';
import type { Status } from '../data/status.js';
import { fillOf, participantsAt, type ClassIndex } from '../scene/classes/scale.js';
import type { Colour } from '../scene/classes/ramp.js';
import { fillColour } from '../scene/picture/picture.js';
import { OUTSIDE } from '../scene/picture/scene.js';
import type { Theme } from '../scene/picture/tokens.js';
import { nameOf } from '../scene/text/names.js';
import type { ValueLine } from '../scene/text/value-line.js';
import { inLanguage, type Language } from '../scene/words/index.js';
import { mainLevel, metricOf, paletteAt, periodOf, periodsShown, scaleAt } from '../state/derive.js';
import type { AtlasValues } from '../state/values.js';
import type { words as valueWords } from './value-words.js';

export interface RegionView {
  readonly code: RegionCode;
  /** In the reader's language. */
  readonly name: string;
  readonly level: Level;
  readonly parent: RegionCode | undefined;
}

export interface MetricView {
  readonly id: MetricId;
  readonly label: string;
  readonly kind: MetricKind;
  readonly unit: string | undefined;
}

export interface ClassView {
  /** From 0, the lowest class. */
  readonly index: ClassIndex;
  /** Lowest value, -Infinity for the first; and the break above it, not included, Infinity for the last. */
  readonly from: number;
  readonly to: number;
  readonly colour: Colour;
  /** Regions in it that take part. */
  readonly codes: readonly RegionCode[];
}

export interface PartnerView {
  readonly code: RegionCode;
  readonly share: Share;
  readonly status: Status;
}

/** An atlas at one moment. Money is in yuan, people are counts, shares are 0 to 1. */
export interface AtlasView {
  readonly language: Language;
  readonly theme: Theme;
  /** The feed's title, in the reader's language. */
  readonly title: string;
  readonly metrics: readonly MetricView[];
  /** The one shown; with a base, over that. */
  readonly metric: MetricView;
  readonly period: Period;
  readonly periods: readonly Period[];
  /** The level of all maps, or of the first one. */
  readonly level: Level;
  /** Pointed at, or reached by keyboard. */
  readonly active: RegionCode | undefined;
  readonly selected: readonly RegionCode[];
  /** Those who take part, at the level shown or another one. */
  participants(level?: Level): readonly RegionCode[];
  /** Undefined for a code that the boundaries do not have. */
  region(code: RegionCode): RegionView | undefined;
  /** What is known of a region, in the metric and period shown or in others: a value, or why there is none. */
  datum(code: RegionCode, metric?: MetricId, period?: Period): Datum;
  /** Its value in the metric shown, in words: "3,087.5万元"; what there is instead, where it has none. */
  text(code: RegionCode): string;
  /** What has to be said beside `text` wherever that is shown: "示意值，非公布数字"; undefined of what was reported or confirmed. */
  note(code: RegionCode): string | undefined;
  classes(level?: Level): readonly ClassView[];
  /** The region's colour on a map of its own level. */
  colourOf(code: RegionCode): Colour;
  partnersOf(code: RegionCode): readonly PartnerView[];
}

let words: typeof valueWords | undefined;

/** The words for values come after the first picture. Where they cannot be fetched, texts are empty: no figure stands without its note. */
export async function loadValueWords(): Promise<void> {
  try {
    words ??= (await import('./value-words.js')).words;
  } catch (error) {
    console.warn('pair-atlas: the words for values could not be loaded.', error);
  }
}

/** Undefined until there is data. */
export function viewOf(values: AtlasValues): AtlasView | undefined {
  const { dataset, language, theme, active, selected } = values;
  const metric = metricOf(values);
  if (!dataset || !metric) return undefined;
  const { feed, regions } = dataset;
  const period = periodOf(values);
  const level = mainLevel(values);
  const metricView = ({ id, label, kind, unit }: typeof metric): MetricView =>
    Object.freeze({ id, label: inLanguage(label, language), kind, unit });
  const datum = (code: RegionCode, id = metric.id, at = period): Datum =>
    deepFrozen({ ...dataset.datum(code, id, at) });
  const lineOf = (code: RegionCode): ValueLine | undefined =>
    words?.valueLine(metric, dataset.datum(code, metric.id, period), language);
  return Object.freeze({
    language,
    theme,
    title: inLanguage(feed.title, language),
    metrics: Object.freeze(feed.metrics.map(metricView)),
    metric: metricView(metric),
    period,
    periods: Object.freeze([...periodsShown(values)]),
    level,
    active,
    selected: Object.freeze([...selected]),
    datum,
    participants: (at = level) => Object.freeze(participantsAt(dataset, at, metric.id)),
    region(code) {
      const region = regions.get(code);
      return region
        ? Object.freeze({ code, name: nameOf(regions, code, language), level: region.level, parent: region.parent })
        : undefined;
    },
    text: (code) => lineOf(code)?.text ?? '',
    note: (code) => lineOf(code)?.status,
    classes(at = level) {
      const scale = scaleAt(values, at);
      const palette = paletteAt(values, at);
      return Object.freeze(
        (scale?.classes ?? []).map(({ index, from, to, codes }) =>
          Object.freeze({
            index,
            from,
            to,
            colour: palette.classes[index] ?? palette.noData,
            codes: frozenCopy(codes),
          }),
        ),
      );
    },
    colourOf(code) {
      const at = regions.get(code)?.level ?? level;
      const scale = scaleAt(values, at);
      const fill = scale ? fillOf(dataset.datum(code, metric.id, period), scale) : OUTSIDE;
      return fillColour(fill, paletteAt(values, at));
    },
    partnersOf: (code) =>
      frozenCopy(
        dataset
          .partnersOf(code, period)
          .map(({ code: partner, share, status }) => Object.freeze({ code: partner, share, status })),
      ),
  } satisfies AtlasView);
}

const frozenCopy = <T>(list: readonly T[]): readonly T[] => Object.freeze([...list]);

/** A datum holds an interval, and what most counties say: no more than one step down. */
function deepFrozen<T extends object>(value: T): T {
  const copy = Object.entries(value).map(([key, member]): [string, unknown] => [
    key,
    Array.isArray(member)
      ? frozenCopy(member)
      : typeof member === 'object' && member
        ? Object.freeze({ ...member })
        : member,
  ]);
  return Object.freeze(Object.fromEntries(copy)) as T;
}
