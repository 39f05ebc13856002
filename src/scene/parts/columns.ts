/**
 * The columns of the table: a list in which each says itself where it stands (on a page, with script or without; in the line
 * of a region in a picture; in a file), and what it holds there. Their order is that of all of these.
 */
import type { Dataset, ValueDatum } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import { periodNear } from '../../data/periods.js';
import type { Metric, Period } from '../../data/types.js';
import { sayOrigin } from '../text/said.js';
import { insteadOf } from '../text/value-line.js';
import { baseUnitWord } from '../text/numbers.js';
import type { ClassScale, Fill } from '../classes/scale.js';
import { inLanguage, say, type Language } from '../words/index.js';
import '../words/deferred.js';
import type { TableContext, TableRow } from './table.js';
import { metricLabel } from '../text/metric-label.js';

export interface TableColumn {
  /** Its class on the page, and what a reader sorts by. */
  readonly key: string;
  /** Is there something for it to say? */
  readonly isThere?: (context: TableContext) => boolean;
  readonly page?: {
    /** The first column heads its row. */
    readonly isHead?: boolean;
    /** Numbers are asked for from the highest, names from the first. */
    readonly startsDescending?: boolean;
    heading(context: TableContext): string;
    cell(row: TableRow, context: TableContext): Cell;
    /** Undefined for what has nothing to be sorted by: it comes last. */
    sortBy(row: TableRow): string | number | undefined;
  };
  /** In running text; empty where there is nothing to say of a region. */
  picture?(row: TableRow, context: TableContext): string;
  /** A file may have several columns for it. A cell is text, or a number in the base unit. */
  readonly file?: {
    headings(context: TableContext): readonly string[];
    cells(row: TableRow, context: TableContext): readonly (string | number)[];
  };
}

export type PageColumn = TableColumn & { readonly page: NonNullable<TableColumn['page']> };

export interface Cell {
  readonly runs: readonly { readonly text: string; readonly isMark?: boolean; readonly lang?: string }[];
  /** Beside the text; regions that take no part have none. */
  readonly swatch?: Fill;
  /** More than there is room for. */
  readonly title?: string;
  readonly isSoft?: boolean;
}

const text = (of: string): Cell => ({ runs: [{ text: of }] });

export const COLUMNS: readonly TableColumn[] = [
  {
    key: 'code',
    file: { headings: ({ language }) => [say(language, 'csv.code')], cells: ({ code }) => [code] },
  },
  {
    key: 'name',
    page: {
      isHead: true,
      heading: ({ language }) => say(language, 'table.name'),
      cell: ({ name }) => text(name),
      sortBy: ({ sortName }) => sortName,
    },
    file: {
      headings: ({ language }) => [say(language, 'table.name')],
      cells: ({ name }) => [name],
    },
  },
  {
    key: 'second',
    isThere: ({ dataset, scale }) =>
      dataset.join.names.some(({ code }) => dataset.regions.get(code)?.level === scale.level),
    page: {
      heading: ({ language }) => say(language, 'table.second'),
      cell: ({ code }, { dataset, language }) => ({
        runs: dataset
          .namesOf(code)
          .flatMap((name, i) => [...(i > 0 ? [{ text: say(language, 'text.list') }] : []), name]),
      }),
      sortBy: ({ second }) => second[0],
    },
    file: {
      headings: ({ language }) => [say(language, 'table.second')],
      cells: ({ second }, { language }) => [second.join(say(language, 'text.semicolon'))],
    },
  },
  {
    key: 'pinyin',
    file: {
      headings: ({ language }) => [say(language, 'csv.pinyin')],
      cells: ({ code }, { dataset }) => [dataset.regions.get(code)?.pinyin ?? ''],
    },
  },
  {
    key: 'place',
    page: {
      heading: ({ language }) => say(language, 'table.place'),
      cell: ({ place }) => text(place),
      sortBy: ({ code }) => code,
    },
    file: { headings: ({ language }) => [say(language, 'table.place')], cells: ({ place }) => [place] },
  },
  {
    key: 'origin',
    file: {
      headings: ({ language }) => [say(language, 'csv.kind')],
      cells: ({ datum }, { scale: { metric }, language }) => [
        datum.kind === 'value' ? originOf(metric, datum, language) : insteadOf(metric, datum, language),
      ],
    },
  },
  {
    key: 'value',
    page: {
      startsDescending: true,
      heading: ({ scale, unit, language }) => withUnit(metricLabel(scale.metric, language), unit.word, language),
      cell: ({ text: number, value, exact, interval, whose, fill }) => ({
        runs: [{ text: number }, ...[interval, whose].flatMap((mark) => (mark ? [{ text: mark, isMark: true }] : []))],
        title: exact,
        isSoft: value === undefined,
        ...(fill.kind === 'outside' ? {} : { swatch: fill }),
      }),
      sortBy: ({ value }) => value,
    },
    picture: ({ said, interval, whose, status }, { language }) =>
      [whose, said, interval, status].filter(Boolean).join(say(language, 'text.comma')),
    // All metrics; the columns at the end speak of the one shown, and of the others each says itself whether it was published.
    file: {
      headings: ({ dataset, scale, language }) =>
        metricsOf({ dataset, scale }).flatMap((each) => {
          const label = metricLabel(each, language);
          const period = periodIn(dataset, scale, each);
          const metric = period === scale.period ? label : say(language, 'details.of-period', { label, period });
          const heading = withUnit(metric, baseUnitWord(each, language), language);
          const ends = each.low && each.high ? [`${metric} ${each.low}`, `${metric} ${each.high}`] : [];
          return each.id === scale.metric.id
            ? [heading, ...ends]
            : [heading, ...ends, say(language, 'csv.status.of', { metric })];
        }),
      cells: ({ code }, { dataset, scale, language }) =>
        metricsOf({ dataset, scale }).flatMap((metric) => {
          const { id } = metric;
          const datum = dataset.datum(code, id, periodIn(dataset, scale, metric));
          const [value, status] =
            datum.kind === 'value'
              ? [fileCell(metric, datum.value, language), say(language, `status.${datum.status}`)]
              : [datum.kind === 'special' ? insteadOf(metric, datum, language) : '', ''];
          const range = datum.kind === 'value' ? datum.range : undefined;
          const ends = metric.low && metric.high ? (range ?? ['', '']) : [];
          return id === scale.metric.id ? [value, ...ends] : [value, ...ends, status];
        }),
    },
  },
  {
    key: 'before',
    isThere: ({ before }) => before !== undefined,
    page: {
      startsDescending: true,
      heading: ({ language }) => say(language, 'compare.heading'),
      cell: ({ compared }, { language }) => ({
        runs: [{ text: compared?.before ?? say(language, 'compare.same') }],
        isSoft: !compared,
        ...(compared ? { title: compared.text } : {}),
      }),
      // What is no number, and differs, is more than any difference.
      sortBy: ({ compared }) => compared && Math.abs(compared.difference ?? Infinity),
    },
    file: {
      headings: ({ language }) => [say(language, 'compare.heading')],
      cells: ({ compared }, { language }) => [compared?.before ?? say(language, 'compare.same')],
    },
  },
  {
    key: 'status-word',
    file: {
      headings: ({ language }) => [say(language, 'csv.status')],
      cells: ({ datum }, { language }) => [datum.kind === 'value' ? say(language, `status.${datum.status}`) : ''],
    },
  },
  {
    key: 'class',
    file: {
      headings: ({ language }) => [say(language, 'csv.class.column')],
      cells: ({ classIndex }, { labels }) => [classIndex === undefined ? '' : (labels[classIndex] ?? '')],
    },
  },
  {
    key: 'partners',
    page: {
      startsDescending: true,
      heading: ({ language }) => say(language, 'table.partners.receives'),
      cell: ({ partners }, { language }) => ({
        runs: partners.flatMap(({ name, marks }, i) => [
          { text: (i > 0 ? say(language, 'text.list') : '') + name },
          ...marks.map((mark) => ({ text: mark, isMark: true })),
        ]),
      }),
      sortBy: ({ partners }) => partners.length,
    },
    picture({ partners, partnersHeading }, { language }) {
      if (partners.length === 0) return '';
      const names = partners.map(({ name, marks }) =>
        marks.length > 0 ? `${name}（${marks.join(say(language, 'text.comma'))}）` : name,
      );
      return say(language, 'text.labelled', { label: partnersHeading, text: names.join(say(language, 'text.list')) });
    },
    file: {
      headings: ({ language }) => [say(language, 'table.partners.receives')],
      cells: ({ partners }, { language }) => [
        partners
          .map(({ name, marks }) => (marks.length > 0 ? `${name} (${marks.join(' ')})` : name))
          .join(say(language, 'text.semicolon')),
      ],
    },
  },
  {
    key: 'status',
    page: {
      heading: ({ language }) => say(language, 'table.status'),
      cell: ({ status }) => text(status),
      sortBy: ({ status }) => status,
    },
  },
  {
    key: 'source',
    file: {
      headings: ({ language }) => [say(language, 'csv.source')],
      cells({ datum }, { dataset, language }) {
        const source = datum.kind === 'value' || datum.kind === 'special' ? dataset.source(datum.source) : undefined;
        return [inLanguage(source?.name, language)];
      },
    },
  },
];

/** Those of the feed, and what is made of one and a base while that is shown. */
const metricsOf = ({ dataset, scale: { metric } }: Pick<TableContext, 'dataset' | 'scale'>): readonly Metric[] =>
  dataset.feed.metrics.flatMap((each) => (metric.base && metric.of === each.id ? [each, metric] : each));

/** How a value came about: what does not add up is no sum. */
function originOf(metric: Metric, { origin, counties }: ValueDatum, language: Language): string {
  return origin === 'own' || kindOf(metric).reconciles
    ? say(language, `csv.${origin}`)
    : sayOrigin(metric, origin, counties, language);
}

/** The period of a metric's column: the one shown, or of another metric the nearest that it has. */
const periodIn = (dataset: Dataset, { metric, period }: ClassScale, { id }: Metric): Period =>
  id === metric.id ? period : periodNear(dataset, id, period);

/** The number in the base unit, or what stands for it. */
function fileCell(metric: Metric, value: number, language: Language): string | number {
  const label = kindOf(metric).cell?.(value, metric);
  return label ? inLanguage(label, language) : value;
}

const withUnit = (metric: string, unit: string, language: TableContext['language']): string =>
  unit ? say(language, 'table.value', { metric, unit }) : metric;
