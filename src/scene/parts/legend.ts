/** The legend of a level: its classes in words, what else it lists, and how the classes came about. */
import type { Dataset, Datum, ValueDatum } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import type { Level, Metric } from '../../data/types.js';
import { MAX_CLASSES } from '../classes/breaks.js';
import { methodOf, offeredMethods, type ClassMethod } from '../classes/methods/index.js';
import type { ClassIndex, ClassScale, Fill } from '../classes/scale.js';
import { comparisonLine } from '../text/comparison.js';
import { insteadOf, statusNote } from '../text/value-line.js';
import { displayUnit, formatIn, formatValue, type DisplayUnit } from '../text/numbers.js';
import { inLanguage, say, type Language, type WordKey } from '../words/index.js';
import '../words/deferred.js';
import { baseWord, metricLabel } from '../text/metric-label.js';

/** The name of a legend among the landmarks of a page, where several may stand: of one level alone it says which. */
export function legendName(metric: Metric | undefined, level: Level | undefined, language: Language): string {
  const label = metricLabel(metric, language);
  return level
    ? say(language, 'legend.name.level', { metric: label, level: say(language, `level.${level}`) })
    : say(language, 'legend.name', { metric: label });
}

export interface LegendClass {
  readonly index: ClassIndex;
  readonly label: string;
  readonly fill: Fill;
  /** How many regions, as a sign and as a sentence. */
  readonly count: string;
  readonly counted: string;
}

export interface LegendOther {
  readonly kind: OtherKind;
  readonly label: string;
  readonly fill: Fill;
  readonly count: string;
}

export interface LegendPart {
  readonly level: Level;
  readonly metric: string;
  /** Undefined while the feed has one period. */
  readonly period: string | undefined;
  /** The level's name, where legends of several levels stand side by side. */
  readonly levelName: string | undefined;
  /** What a reader may divide an amount or a count by; undefined where the feed has no base for it. */
  readonly bases: Choices<string> | undefined;
  readonly unit: string | undefined;
  readonly total: string | undefined;
  /** That the figures were not published, where they were not. */
  readonly status: string | undefined;
  /** That the reader has changed the classes, where that is so. */
  readonly badge: string | undefined;
  /** That there is nothing to class, where there is not. */
  readonly empty: string | undefined;
  readonly classes: readonly LegendClass[];
  /** Long names stand in lines, and not below a band. */
  readonly isList: boolean;
  readonly others: readonly LegendOther[];
  /** What a filter keeps, while there is one. */
  readonly filter: string | undefined;
  /** How far the version before was another one, while it is compared with. */
  readonly compared: string | undefined;
  /** Undefined where the metric's kind brings its own classes. */
  readonly basis: LegendBasis | undefined;
}

/** How the classes came about, and what a reader may choose instead. */
export interface LegendBasis {
  readonly method: string;
  readonly from: string;
  readonly methods: Choices<ClassMethod>;
  readonly counts: Choices<number>;
}

export interface Choices<Id> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly text: string; readonly isChosen: boolean }[];
}

/** Characters of a name that stands below a band beside others. */
const MOST_IN_BAND = 8;

export interface LegendOptions {
  /** Legends of other levels stand beside it. */
  readonly isOneOf: boolean;
  readonly isReclassed: boolean;
  /** How many classes were asked for; there may be fewer. */
  readonly asked?: number;
  /** How many regions the filter keeps, while there is one, and the ends of its range where it has one. */
  readonly kept?: number;
  readonly range?: readonly [from: number, to: number];
  /** The version that is compared with, while one is. */
  readonly before?: Dataset;
}

export function legendPart(
  dataset: Dataset,
  scale: ClassScale,
  language: Language,
  { isOneOf, isReclassed, asked, kept, range, before }: LegendOptions,
): LegendPart {
  const { metric, level } = scale;
  const kind = kindOf(metric);
  const { word } = legendUnit(scale, language);
  const labels = classLabels(scale, language);
  const others = othersOf(dataset, scale);
  const notPublished = new Set(scale.notPublished);
  return {
    level,
    metric: metricLabel(metric, language),
    period: dataset.feed.periods.length > 1 ? scale.period : undefined,
    levelName: isOneOf ? say(language, `level.${level}`) : undefined,
    bases: basesOf(dataset, metric, language),
    unit: word ? say(language, 'legend.unit', { unit: word }) : undefined,
    total:
      metric.total === undefined
        ? undefined
        : say(language, 'legend.total', { value: formatValue(metric, metric.total, language) }),
    status: scaleStatus(scale, language),
    badge: isReclassed ? say(language, 'legend.reclassed') : undefined,
    empty:
      scale.values.length > 0
        ? undefined
        : say(language, isNotSummed(others) ? 'legend.not-summed' : 'legend.no-values'),
    // A hatch stands for a class all of which was not published: of a few of many, the line above tells.
    classes: scale.classes.map(({ index, codes, codes: { length: count } }) => ({
      index,
      label: labels[index] ?? '',
      fill: {
        kind: 'class',
        index,
        notPublished:
          count > 0
            ? codes.every((code) => notPublished.has(code))
            : notPublished.size > 0 && notPublished.size === scale.values.length,
      },
      count: say(language, 'legend.count', { count }),
      counted: say(language, 'legend.count.label', { count }),
    })),
    others: others.map(({ datum, count }) => ({
      kind: datum.kind,
      label: insteadOf(metric, datum, language),
      fill: { kind: datum.kind },
      count: say(language, 'legend.count', { count }),
    })),
    isList:
      kind.ramp === 'qualitative' || (kind.cell !== undefined && labels.some((label) => label.length > MOST_IN_BAND)),
    filter: kept === undefined ? undefined : filterLine(scale, kept, range, language),
    compared: before && comparisonLine(before, dataset, scale, language),
    basis: basisOf(scale, asked ?? scale.classes.length, language),
  };
}

/** That the figures were not published, or how many of them: for a legend, and for the heads of files and pictures. */
export function scaleStatus({ status, remarked, values }: ClassScale, language: Language): string | undefined {
  const note = status && statusNote(status, language);
  return note === undefined || remarked === values.length
    ? note
    : say(language, 'legend.status.some', { count: remarked, note });
}

/** The total, which has no id, and what the feed makes of it. */
function basesOf(dataset: Dataset, { id, of, base }: Metric, language: Language): Choices<string> | undefined {
  const chosen = base ? of : id;
  const options = dataset.feed.bases.flatMap((each) => dataset.metric(`${chosen}/${each}`)?.base ?? []);
  if (options.length === 0) return undefined;
  return {
    label: say(language, 'legend.per'),
    options: [
      { id: '', text: say(language, 'legend.per.total'), isChosen: !base },
      ...options.map((each) => ({ id: each.id, text: baseWord(each, language), isChosen: each.id === base?.id })),
    ],
  };
}

function basisOf(scale: ClassScale, asked: number, language: Language): LegendBasis | undefined {
  if (scale.isFixed) return undefined;
  const { method, metric, level, values } = scale;
  const methods = offeredMethods(metric.breaks, method);
  const classing = kindOf(metric).classing(metric);
  const middle = classing.by === 'values' ? classing.middle : undefined;
  // Breaks of the feed are no round numbers that were looked for.
  const methodName = (id: ClassMethod): string => {
    const { isPublishers, label } = methodOf(id);
    if (label) return inLanguage(label, language);
    return say(
      language,
      metric.breaks && isPublishers ? 'legend.method.publisher' : (`legend.method.${id}` as WordKey),
    );
  };
  return {
    method: methodName(method),
    from: [
      ...(middle === undefined
        ? []
        : [say(language, 'legend.middle', { value: formatValue(metric, middle, language) })]),
      say(language, `legend.basis.${level}`, { count: values.length }),
    ].join(say(language, 'text.comma')),
    methods: {
      label: say(language, 'legend.method'),
      options: methods.map((id) => ({ id, text: methodName(id), isChosen: id === method })),
    },
    counts: {
      label: say(language, 'legend.classes'),
      options: Array.from({ length: MAX_CLASSES - 1 }, (_, i) => i + 2).map((id) => ({
        id,
        text: say(language, 'legend.classes.count', { count: id }),
        isChosen: id === asked,
      })),
    },
  };
}

/** What the filter keeps: "Showing 12 of 80", with the ends of its range where it has one. */
function filterLine(
  scale: ClassScale,
  kept: number,
  range: readonly [from: number, to: number] | undefined,
  language: Language,
): string {
  const unit = legendUnit(scale, language);
  const show = (value: number): string => formatIn(unit, value, language);
  const filtered = say(language, 'legend.filtered', { count: kept, all: scale.values.length });
  return range
    ? `${filtered} ${say(language, 'legend.range', { from: show(range[0]), to: show(range[1]) })}`
    : filtered;
}

/** The unit of a legend. Its digits are those of the breaks; the ends are as exact as the data, and would drag all to theirs. */
export function legendUnit(scale: ClassScale, language: Language): DisplayUnit {
  const ends =
    scale.values.length > 0 ? [scale.values[0] as number, scale.values[scale.values.length - 1] as number] : [];
  const breaks = isWhole(scale.metric) ? scale.breaks.map(Math.ceil) : scale.breaks;
  return displayUnit(scale.metric, [...scale.breaks, ...ends], language, breaks.length > 0 ? breaks : ends);
}

/** Do classes begin and end with whole numbers? */
function isWhole(metric: Metric): boolean {
  const classing = kindOf(metric).classing(metric);
  return classing.by === 'values' && classing.isWhole;
}

/** One label for each class, in the legend's unit: "2,035–2,480", or "2" where a class holds one number of a count. */
export function classLabels(scale: ClassScale, language: Language): string[] {
  const classing = kindOf(scale.metric).classing(scale.metric);
  if (classing.by === 'kind')
    return classing.labels.map((label) =>
      typeof label === 'string' ? say(language, label) : inLanguage(label, language),
    );
  const [least] = scale.values;
  const most = scale.values[scale.values.length - 1];
  const unit = legendUnit(scale, language);
  const show = (value: number): string => formatIn(unit, value, language);
  const named = authorsNames(scale);
  const ranges = scale.classes.map(({ from, to, values }) => {
    // Where nobody has a value no class has ends but those that it was given.
    if (least === undefined && !Number.isFinite(from))
      return Number.isFinite(to) ? say(language, 'legend.below', { to: show(to) }) : '';
    if (least === undefined && !Number.isFinite(to)) return say(language, 'legend.from', { from: show(from) });
    const low = Number.isFinite(from)
      ? classing.isWhole
        ? Math.ceil(from)
        : from
      : Math.min(least ?? to, values?.[0] ?? to);
    // A class of whole numbers ends with the last one below the next class.
    const high = Number.isFinite(to)
      ? classing.isWhole
        ? Math.ceil(to) - 1
        : to
      : Math.max(most ?? from, values?.[1] ?? from);
    // Those who give may lie beyond all who receive: then the outer classes have no end that the legend could name.
    if (scale.reach && Number.isFinite(to) && !Number.isFinite(from) && scale.reach[0] < low)
      return say(language, 'legend.below', { to: show(to) });
    if (scale.reach && Number.isFinite(from) && !Number.isFinite(to) && scale.reach[1] > high)
      return say(language, 'legend.from', { from: show(from) });
    if (low >= high) return show(low);
    // "-5%–-2%" cannot be read.
    const range = unit.isSigned || low < 0 ? 'legend.range.signed' : 'legend.range';
    return say(language, range, { from: show(low), to: show(high) });
  });
  return ranges.map((range, i) =>
    named ? say(language, 'legend.named', { label: inLanguage(named[i], language), range }) : range,
  );
}

/** The feed's names of the classes, while the breaks are the feed's. */
function authorsNames({ metric, breaks }: ClassScale): Metric['classLabels'] {
  const { classLabels, breaks: own = [] } = metric;
  const isOwn = own.length === breaks.length && breaks.every((at) => own.includes(at));
  return isOwn && classLabels?.length === breaks.length + 1 ? classLabels : undefined;
}

export type OtherKind = Exclude<Fill['kind'], 'class'>;

type Other = Exclude<Datum, ValueDatum>;
interface OtherCount {
  readonly datum: Other;
  readonly count: number;
}

/** What the regions of a level that carry no class are: kinds that do not occur are left out, but for no data. */
export function othersOf(dataset: Dataset, { level, metric, period }: ClassScale): OtherCount[] {
  const { counties, prefectures, provinces } = dataset.regions;
  const found = new Map<string, OtherCount>([['no-data', { datum: { kind: 'no-data' }, count: 0 }]]);
  for (const code of { county: counties, prefecture: prefectures, province: provinces }[level]) {
    const datum = dataset.datum(code, metric.id, period);
    if (datum.kind === 'value') continue;
    const key = keyOf(datum);
    found.set(key, { datum, count: (found.get(key)?.count ?? 0) + 1 });
  }
  const isNeeded = ({ datum, count }: OtherCount): boolean =>
    keyOf(datum) !== 'no-data' || count > 0 || !found.has('not-summed');
  return [...found.values()].filter(isNeeded).sort((a, b) => ORDER.indexOf(a.datum.kind) - ORDER.indexOf(b.datum.kind));
}

const ORDER: readonly OtherKind[] = ['special', 'no-data', 'city-only', 'outside'];
const keyOf = (datum: Other): string =>
  datum.kind === 'special'
    ? `special ${datum.special}`
    : datum.kind === 'no-data' && datum.isNotSummed
      ? 'not-summed'
      : datum.kind;
const isNotSummed = (others: readonly OtherCount[]): boolean =>
  others.some(({ datum }) => keyOf(datum) === 'not-summed');
