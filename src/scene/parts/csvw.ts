/**
 * A feed as "CSV on the Web" (W3C, Metadata Vocabulary for Tabular Data, 2015): its figures as CSV, and beside it a file of metadata
 * that says what each column is. Readers of CSV alone can do without the second.
 */
import type { Dataset } from '../../data/dataset.js';
import { STATUSES } from '../../data/status.js';
import { saySpecial } from '../text/value-line.js';
import { boundaryNotes, sourceLine, sourceRemarks } from '../text/notes.js';
import { baseUnitWord } from '../text/numbers.js';
import { inLanguage, say, type Language } from '../words/index.js';
import { csvLines } from './csv.js';
import { feedTable, type FeedCell, type FeedColumn } from './feed-table.js';

export interface Csvw {
  readonly csv: string;
  /** As JSON. */
  readonly metadata: string;
}

/** Where processors look for it: the name of the CSV file, and this behind it. */
export const METADATA = '-metadata.json';

/** `url` is the name of the CSV file, beside which the metadata lies. */
export function csvwOf(dataset: Dataset, url: string, language: Language): Csvw {
  const { feed } = dataset;
  const { columns, rows } = feedTable(dataset, { language, inPercent: true, hasPairs: true });
  const at = (field: string): number => columns.findIndex((column) => column.field === field);
  const sources = feed.sources.flatMap((source) => {
    const line = sourceLine(source, language);
    return line
      ? [[line.name, line.url, ...sourceRemarks(line).map(({ text }) => text)].filter(Boolean).join(' ')]
      : [];
  });
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
    url,
    'dc:title': inLanguage(feed.title, language),
    'dc:identifier': feed.id,
    ...(feed.updated === undefined ? {} : { 'dc:modified': feed.updated }),
    ...(sources.length > 0 ? { 'dc:source': sources } : {}),
    'dc:description': boundaryNotes(dataset, language).join(say(language, 'text.semicolon')),
    tableSchema: {
      columns: columns.map((column, i) =>
        columnOf(
          column,
          rows.map((row) => row[i] ?? null),
          language,
        ),
      ),
      // Rows of a place and period may complete each other.
      ...(isKey(rows, [at('code'), at('period')]) ? { primaryKey: ['code', 'period'] } : {}),
    },
  };
  return {
    csv: csvLines([columns.map(({ heading }) => heading), ...rows.map((row) => row.map((cell) => cell ?? ''))]),
    metadata: `${JSON.stringify(metadata, undefined, 2)}\n`,
  };
}

function columnOf({ field, heading, metric, isShare }: FeedColumn, cells: readonly FeedCell[], language: Language) {
  const name = nameOf(field);
  if (!metric) {
    const statuses = STATUSES.map((status) => say(language, `status.${status}`));
    const plain = { name, titles: heading, datatype: 'string' };
    if (field === 'code') return { ...plain, datatype: { base: 'string', format: '[0-9]{6}' }, required: true };
    return field === 'status' ? { ...plain, datatype: { base: 'string', format: statuses.join('|') } } : plain;
  }
  const { categories, special = [] } = metric;
  const unit = isShare ? '%' : baseUnitWord(metric, language);
  // What cells say in place of a value is none: neither a number nor a class.
  const known = ['suppressed', 'not-applicable', 'below-limit', ...special.map(({ id }) => id)];
  const instead = new Set(known.map((id) => saySpecial(metric, id, language)).filter((word) => cells.includes(word)));
  return {
    name,
    titles: heading,
    datatype: categories
      ? { base: 'string', format: categories.map(({ label }) => escaped(inLanguage(label, language))).join('|') }
      : cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell))
        ? 'integer'
        : 'number',
    ...(instead.size > 0 ? { null: ['', ...instead] } : {}),
    'dc:description': inLanguage(metric.label, language),
    'schema:additionalType': metric.kind,
    ...(unit && !categories ? { 'schema:unitText': unit } : {}),
  };
}

/** Is a row told from all others by these columns? */
const isKey = (rows: readonly (readonly FeedCell[])[], columns: readonly number[]): boolean =>
  new Set(rows.map((row) => JSON.stringify(columns.map((i) => row[i])))).size === rows.length;

/** A name is a variable of a URI template (RFC 6570): of other letters, their bytes in hexadecimal. */
const nameOf = (field: string): string =>
  encodeURIComponent(field)
    .replace(/[!'()*~-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    // One that begins so is reserved; and two points are none.
    .replace(/^_/, '%5F')
    .replace(/\.(?=\.|$)|^\./g, '%2E');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
