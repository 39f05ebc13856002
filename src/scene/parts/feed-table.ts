/** All figures of a feed as one table: a row for each place and period, a column for each metric that is not derived of others. */
import type { Dataset } from '../../data/dataset.js';
import { kindOf } from '../../data/kinds/index.js';
import { memo } from '../../data/memo.js';
import { append } from '../../data/pairs.js';
import { DEFAULT_STATUS, type Status } from '../../data/status.js';
import { scaled } from '../../data/tables/cells.js';
import type { Metric, MetricId, Period, RegionCode, ValueRow } from '../../data/types.js';
import { saySpecial } from '../text/value-line.js';
import { nameOf } from '../text/names.js';
import { baseUnitWord } from '../text/numbers.js';
import { inLanguage, say, type Language } from '../words/index.js';
import '../words/deferred.js';

export interface FeedColumn {
  /** As the feed calls it: "code", "period", a metric's id. */
  readonly field: string;
  /** In the reader's language, with the unit; no two are the same. */
  readonly heading: string;
  readonly metric?: Metric;
  /** Of a metric: which end of the interval around the value. */
  readonly end?: 'low' | 'high';
  /** Parts of one, which readers see in per cent. */
  readonly isShare: boolean;
}

/** Null where there is nothing. */
export type FeedCell = string | number | null;

export interface FeedTable {
  readonly columns: readonly FeedColumn[];
  readonly rows: readonly (readonly FeedCell[])[];
}

export interface FeedTableOptions {
  readonly language: Language;
  /** Names a column in per cent so, and has its numbers in hundredths: for files that cannot show a number otherwise than it is. */
  readonly inPercent?: boolean;
  /** Partners in a column, for files that have no other place for them. */
  readonly hasPairs?: boolean;
}

export function feedTable(dataset: Dataset, options: FeedTableOptions): FeedTable {
  const { language } = options;
  const columns = columnsOf(dataset, options);
  const noted = new Set<RegionCode>();
  const paired = new Set<string>();
  const { participants, feed, join } = dataset;
  const rows = [...participants, ...join.owners].flatMap((code) => {
    const found = feed.periods.flatMap((period) => join.rows(code, period).map((row) => ({ row, period })));
    // Who takes part and has nothing is there all the same.
    return (found.length > 0 ? found : [{ row: undefined, period: undefined }]).map(({ row, period }) => {
      const note = noted.has(code) ? null : noteOf(dataset, code, language);
      noted.add(code);
      // Rows that complete each other are of the same partners.
      const pairs = `${code} ${period ?? ''}`;
      const partners = paired.has(pairs) ? null : partnersOf(dataset, code, period, row?.status, language);
      paired.add(pairs);
      return columns.map(({ field, metric, end, isShare }): FeedCell => {
        if (metric) {
          const cell = row ? cellOf(row, metric, end, language) : null;
          return typeof cell === 'number' && isShare && options.inPercent ? scaled(String(cell), 2) : cell;
        }
        switch (field) {
          case 'code':
            return code;
          case 'name':
            return nameOf(dataset.regions, code, language);
          case 'period':
            return period ?? null;
          case 'status':
            return row ? say(language, `status.${row.status}`) : null;
          case 'pair':
            return partners;
          case 'note':
            return note;
          default:
            return row?.source === undefined
              ? null
              : inLanguage(dataset.source(row.source)?.name, language) || row.source;
        }
      });
    });
  });
  return { columns, rows };
}

function columnsOf(dataset: Dataset, { language, inPercent, hasPairs }: FeedTableOptions): FeedColumn[] {
  const taken = new Set<string>();
  const plain = (field: 'code' | 'name' | 'period' | 'status' | 'pair' | 'note' | 'source'): FeedColumn => {
    const heading = say(language, `file.${field}`);
    taken.add(heading);
    return { field, heading, isShare: false };
  };
  const first = [plain('code'), plain('name'), plain('period')];
  const last = [
    plain('status'),
    ...(hasPairs && dataset.join.pairs.length > 0 ? [plain('pair')] : []),
    plain('note'),
    plain('source'),
  ];
  const ofMetric = (field: MetricId, label: string, metric: Metric, end?: FeedColumn['end']): FeedColumn => {
    const isShare = kindOf(metric).notation(metric).steps === 'share';
    const unit = isShare ? (inPercent ? '%' : '') : isNamed(metric) ? '' : baseUnitWord(metric, language);
    const withUnit = (name: string): string => (unit ? say(language, 'table.value', { metric: name, unit }) : name);
    // A label that another column has, too, is told apart by the name of the field.
    const heading = [withUnit(label), withUnit(`${label} ${field}`)].find((each) => !taken.has(each)) ?? field;
    taken.add(heading);
    return { field, heading, metric, isShare, ...(end ? { end } : {}) };
  };
  const metrics = dataset.feed.metrics
    .filter((metric) => kindOf(metric).isColumn(metric))
    .flatMap((metric) => {
      const { id, low, high } = metric;
      const label = inLanguage(metric.label, language) || id;
      const ends =
        low !== undefined && high !== undefined
          ? [
              ofMetric(low, say(language, 'file.low', { metric: label }), metric, 'low'),
              ofMetric(high, say(language, 'file.high', { metric: label }), metric, 'high'),
            ]
          : [];
      return [ofMetric(id, label, metric), ...ends];
    });
  return [...first, ...metrics, ...last];
}

const isNamed = ({ categories }: Metric): boolean => categories !== undefined;

function cellOf(row: ValueRow, metric: Metric, end: FeedColumn['end'], language: Language): FeedCell {
  if (end) return row.ranges?.get(metric.id)?.[end === 'low' ? 0 : 1] ?? null;
  const special = row.specials?.get(metric.id);
  if (special !== undefined) return saySpecial(metric, special, language);
  const value = row.numbers.get(metric.id) ?? null;
  if (value === null) return null;
  const label = kindOf(metric).cell?.(value, metric);
  return label ? inLanguage(label, language) : value;
}

/** Notes and pairs by the place that they are of. */
const byPlace = memo(({ join }: Dataset) => {
  const notes = new Map<RegionCode, (typeof join.notes)[number][]>(),
    pairs = new Map<RegionCode, (typeof join.pairs)[number][]>();
  for (const note of join.notes) append(notes, note.code, note);
  for (const pair of join.pairs) append(pairs, pair.to, pair);
  return { notes, pairs };
});

const noteOf = (dataset: Dataset, code: RegionCode, language: Language): string | null =>
  (byPlace(dataset).notes.get(code) ?? [])
    .map(({ title, text }) =>
      say(language, 'text.labelled', { label: inLanguage(title, language), text: inLanguage(text, language) }),
    )
    .join('\n') || null;

/** "西湖区 330106、上城区 330102（推断）": people read the name, and the code is certain. How sure a pair is, where its row says otherwise. */
const partnersOf = (
  dataset: Dataset,
  code: RegionCode,
  period: Period | undefined,
  ofRow: Status = DEFAULT_STATUS,
  language: Language,
): string | null =>
  (byPlace(dataset).pairs.get(code) ?? [])
    .filter((pair) => pair.period === undefined || pair.period === period)
    .map(({ from, status }) => {
      const name = `${nameOf(dataset.regions, from, language)} ${from}`;
      return status === ofRow
        ? name
        : say(language, 'table.value', { metric: name, unit: say(language, `status.${status}`) });
    })
    .join(say(language, 'text.list')) || null;
