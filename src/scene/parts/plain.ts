/**
 * What an atlas says, in five plain sentences: what is shown, who takes part, what it comes to and how that is known, where most and least
 * is, who is paired and whose figures they are. For hosts, for screen readers, and as the long description of a picture.
 */
import type { Dataset } from '../../data/dataset.js';
import { provinceOf } from '../../data/codes.js';
import { kindOf } from '../../data/kinds/index.js';
import { isPublished } from '../../data/status.js';
import type { RegionCode } from '../../data/types.js';
import type { ClassScale } from '../classes/scale.js';
import { metricLabel } from '../text/metric-label.js';
import { nameOf } from '../text/names.js';
import { sourceLine } from '../text/notes.js';
import { formatFigure, formatValue, join } from '../text/numbers.js';
import { valueLine } from '../text/value-line.js';
import { inLanguage, say, type Language } from '../words/index.js';
import { grammarOf } from '../words/languages.js';
import '../words/deferred.js';
import { classLabels, scaleStatus } from './legend.js';
import { sideWords, totalsOf } from './totals.js';

/** Sources that are named; how many more there are is not said. */
const MOST_SOURCES = 2,
  LONGEST_SOURCE = 120;

export function plainSummary(dataset: Dataset, scale: ClassScale, language: Language): readonly string[] {
  return [subject, members, total, extremes, origin].map((sentence) => sentence(dataset, scale, language));
}

/** The same in one. */
export const plainText = (dataset: Dataset, scale: ClassScale, language: Language): string =>
  plainSummary(dataset, scale, language).join(grammarOf(language).sentenceSpace);

type Sentence = (dataset: Dataset, scale: ClassScale, language: Language) => string;

const subject: Sentence = (dataset, { metric, period, level }, language) => {
  const { feed, regions, participants, pairs } = dataset;
  const involved = new Set([...participants, ...pairs.givers(period)].map(provinceOf));
  const places = regions.provinces.filter((code) => involved.has(provinceOf(code)));
  return say(language, `plain.subject.${level}`, {
    title: inLanguage(feed.title, language),
    metric: metricLabel(metric, language),
    // Of a feed that names no period and no day (`feed.ts`).
    period: period === 'all' ? '' : say(language, 'plain.period', { period }),
    places: listed(
      places.map((code) => nameOf(regions, code, language)),
      language,
    ),
  });
};

const members: Sentence = (_, { values, noData, level }, language) => {
  const known = values.length,
    without = noData.length;
  const all = counted(known + without, level, language);
  return without === 0
    ? say(language, 'plain.members.all', { all })
    : say(language, 'plain.members', { all, known, without });
};

/** Honest before all: what nobody published is said to be so where its sum is named. */
const total: Sentence = (dataset, scale, language) => {
  const { metric, values, classes } = scale;
  const status = scaleStatus(scale, language);
  const sure = status
    ? say(language, 'plain.status', { status })
    : say(language, values.length > 0 ? 'plain.reported' : 'plain.none');
  const codes = classes.flatMap((each) => each.codes);
  const { sides } = totalsOf(dataset, scale, codes);
  const published = kindOf(metric).reconciles ? metric.total : undefined;
  // Receivers and givers are never added up together.
  const sums = sides.map((side) => {
    const { value } = sideWords(side, metric, language);
    return sides.length > 1
      ? say(language, `details.selection.${side.side}`, { count: side.regions, value })
      : say(language, 'plain.total', { total: value });
  });
  const amount =
    published === undefined
      ? sums.join(say(language, 'text.semicolon')) || say(language, 'plain.total.none')
      : say(language, 'plain.total.published', { total: formatValue(metric, published, language) });
  return say(language, 'plain.and', { first: amount, second: sure });
};

const extremes: Sentence = (dataset, scale, language) => {
  const { metric, period, classes, values, status, notPublished, isFixed } = scale;
  const least = values[0],
    most = values[values.length - 1];
  if (least === undefined || most === undefined) return say(language, 'plain.none.class');
  if (isFixed) {
    const commonest = classes.reduce((best, each) => (each.codes.length > best.codes.length ? each : best));
    const label = classLabels(scale, language)[commonest.index] ?? '';
    return say(language, 'plain.commonest', { label, count: commonest.codes.length, all: values.length });
  }
  const codes = classes.flatMap((each) => each.codes);
  // Where nobody published any of them it is said of all, else of those.
  const isUnsure = status !== undefined && notPublished.length === values.length && !isPublished(status);
  const textOf = (code: RegionCode): string => {
    const line = valueLine(metric, dataset.datum(code, metric.id, period), language);
    const remark = !isUnsure && notPublished.includes(code) ? line.status : undefined;
    return [line.text, remark].filter(Boolean).join(say(language, 'text.comma'));
  };
  const at = (value: number): string => {
    const those = codes.filter((code) => {
      const datum = dataset.datum(code, metric.id, period);
      return datum.kind === 'value' && datum.value === value;
    });
    const [one = ''] = those;
    return say(language, 'plain.place', {
      place:
        those.length > 1
          ? say(language, 'plain.places', { count: those.length })
          : nameOf(dataset.regions, one, language),
      value: textOf(one),
    });
  };
  const args = { status: isUnsure ? say(language, `status.${status}`) : '' };
  return least === most
    ? say(language, isUnsure ? 'plain.equal.basis' : 'plain.equal', { ...args, value: textOf(codes[0] ?? '') })
    : say(language, isUnsure ? 'plain.extremes.basis' : 'plain.extremes', { ...args, high: at(most), low: at(least) });
};

const origin: Sentence = (dataset, { metric, period, classes }, language) => {
  const { pairs } = dataset;
  const givers = [...pairs.givers(period)];
  const receivers = new Set(givers.flatMap((code) => dataset.partnersOf(code, period).map((partner) => partner.code)));
  const ids = new Set<string | undefined>([metric.source]);
  for (const code of classes.flatMap((each) => each.codes)) {
    const datum = dataset.datum(code, metric.id, period);
    if (datum.kind === 'value') ids.add(datum.source);
  }
  const names = [...ids].flatMap((id) => sourceLine(dataset.source(id), language)?.name ?? []).map(short);
  const sources = names.slice(0, MOST_SOURCES).join(say(language, 'text.semicolon'));
  if (givers.length === 0)
    return sources ? say(language, 'plain.sources.only', { sources }) : say(language, 'plain.sources.nothing');
  return say(language, 'plain.and', {
    first: say(language, 'plain.pairs', { givers: givers.length, receivers: receivers.size }),
    second: sources ? say(language, 'plain.sources', { sources }) : say(language, 'plain.sources.none'),
  });
};

/** Some name of a source is a paragraph: what stands before its colon is its title. */
function short(name: string): string {
  const bare = name.replace(/[。.；;，,\s]+$/, '');
  if (bare.length <= LONGEST_SOURCE) return bare;
  const [, title = ''] = /^(.{4,60}?)[：:]/.exec(bare) ?? [];
  return title || `${bare.slice(0, LONGEST_SOURCE)}…`;
}

const listed = (names: readonly string[], language: Language): string => names.join(say(language, 'text.list'));

/** "80 counties", "1 county". */
function counted(count: number, unit: 'county' | 'prefecture' | 'province', language: Language): string {
  const figure = formatFigure(count, unit, language);
  return join(figure.number, figure.unit, language);
}
