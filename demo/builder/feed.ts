/** What the builder reads of a feed, which may have anything wrong with it: the atlas says what, in its ledger. */
import { needsNoRemark, STATUSES, isPublished, type Status } from '../../src/data/status.js';

/** Text of a feed: in one language, or in several. */
export type Said = string | Readonly<Record<string, string>>;

export interface RawMetric {
  readonly id: string;
  readonly label: Said;
  readonly kind: string;
  readonly unit?: string;
  readonly of?: string;
  readonly categories?: readonly unknown[];
  readonly source?: string;
}
export type RawRow = Readonly<Record<string, unknown>>;

/** A feed as its file has it. */
export interface RawFeed {
  readonly title?: Said;
  readonly sources?: readonly RawRow[];
  readonly boundaries?: { readonly approval?: string };
  readonly metrics?: readonly RawMetric[];
  readonly bases?: readonly string[];
  readonly regions?: readonly (string | number)[];
  readonly values?: readonly RawRow[];
  readonly pairs?: readonly RawRow[];
  readonly notes?: readonly RawRow[];
}

/** As the library chooses it: the language asked for, else Chinese, else any. */
export const inLanguage = (said: Said | undefined, language: string): string =>
  said === undefined
    ? ''
    : typeof said === 'string'
      ? said
      : (said[language] ?? said['zh-CN'] ?? Object.values(said)[0] ?? '');

export const metricsOf = ({ metrics = [] }: RawFeed): readonly RawMetric[] => metrics;

export const metricOf = (feed: RawFeed, id: string): RawMetric | undefined =>
  feed.metrics?.find((metric) => metric.id === id) ?? feed.metrics?.[0];

/** Sums whose unit nobody has said. */
export const unitlessIn = ({ metrics = [] }: RawFeed): RawMetric[] =>
  metrics.filter(({ kind, unit }) => ['amount', 'count'].includes(kind) && !unit?.trim());

/** How many classes a metric has by itself; undefined where the author says it. */
export const ownClasses = ({ kind, categories = [] }: RawMetric): number | undefined =>
  kind === 'category' || kind === 'ordered' ? categories.length : kind === 'coverage' ? 3 : undefined;

/** Columns whose cells a metric is made of. */
export const columnOf = ({ id, of }: RawMetric): string => of ?? id;

const says = (row: RawRow, column: string): boolean => row[column] !== undefined && row[column] !== null;

/** The periods that have something of a metric, in their order. */
export function periodsOf({ values = [] }: RawFeed, metric: RawMetric | undefined): string[] {
  if (!metric) return [];
  const column = columnOf(metric);
  const periods = values
    .filter((row) => says(row, column))
    .flatMap(({ period }) => (period ?? []) as string | string[]);
  return [...new Set(periods.map(String))].sort();
}

/** What a metric may be divided by. */
export const basesOf = ({ bases = [] }: RawFeed, metric: RawMetric | undefined): readonly string[] =>
  metric && ['amount', 'count'].includes(metric.kind) ? bases.filter((id) => id !== metric.id) : [];

/** Codes of the provinces of those who help, and then of those who take part. */
export function provincesOf({ regions = [], pairs = [], values = [] }: RawFeed): string[] {
  const provincesIn = (codes: readonly unknown[]): string[] => {
    const known = codes.map(String).filter((code) => /^\d{6}$/.test(code));
    return [...new Set(known.map((code) => `${code.slice(0, 2)}0000`))].sort();
  };
  const taking = [...regions, ...pairs.map(({ to }) => to), ...values.map(({ code }) => code)];
  return [...new Set([...provincesIn(pairs.map(({ from }) => from)), ...provincesIn(taking)])];
}

/** How many numbers of a metric nobody published as they are, and how the least sure of them is known. */
export function unsureOf(
  { values = [] }: RawFeed,
  metric: RawMetric,
): { readonly count: number; readonly status: Status } | undefined {
  const column = columnOf(metric);
  const statuses = values
    .filter((row) => says(row, column))
    .flatMap(({ status }) => STATUSES.find((each) => each === status) ?? [])
    .filter((status) => !needsNoRemark(status) && !isPublished(status));
  const least = STATUSES.filter((status) => statuses.includes(status)).pop();
  return least && { count: statuses.length, status: least };
}

/** Has the row a number of the metric whose source neither of them names? */
const lacksSource = (row: RawRow, metric: RawMetric): boolean =>
  metric.source === undefined && row.source === undefined && says(row, columnOf(metric));

/** Metrics of which at least one number has no source. */
export const unsourcedIn = ({ metrics = [], values = [] }: RawFeed): RawMetric[] =>
  metrics.filter((metric) => values.some((row) => lacksSource(row, metric)));

/** Can one source be named for the whole row? Not where a metric in it names another, for a row's goes before it. */
export const isUnsourced = (row: RawRow, { metrics = [] }: RawFeed): boolean =>
  metrics.some((metric) => lacksSource(row, metric)) &&
  metrics.every((metric) => !says(row, columnOf(metric)) || lacksSource(row, metric));
