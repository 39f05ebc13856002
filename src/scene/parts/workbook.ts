/** A feed as the sheets of a workbook: its figures for people, and every other list as the feed has it, so that it can be read again. */
import type { Dataset } from '../../data/dataset.js';
import type { Fault } from '../../data/faults.js';
import { COLUMN_FIELDS, FEED_SHEET } from '../../data/tables/own-workbook.js';
import { inLanguage, say, type Language } from '../words/index.js';
import { feedTable, type FeedCell, type FeedColumn } from './feed-table.js';
import { ledgerBlocks, ledgerLine } from './ledger.js';

export interface SheetPart {
  readonly name: string;
  readonly rows: readonly (readonly FeedCell[])[];
  /** The first row has headings. */
  readonly hasHeadings: boolean;
  /** Columns that are shown in per cent. */
  readonly percents: ReadonlySet<number>;
}

/** Excel takes no longer text in a cell. */
const LONGEST = 32_000;
const NO_COLUMNS: ReadonlySet<number> = new Set();

export function workbookSheets(dataset: Dataset, faults: readonly Fault[], language: Language): SheetPart[] {
  const { feed, join, participants } = dataset;
  const { columns, rows } = feedTable(dataset, { language });
  const figures: SheetPart = {
    name: say(language, 'file.figures'),
    hasHeadings: true,
    rows: [columns.map(({ heading }) => heading), ...rows.map((row) => row.map(cut))],
    percents: new Set(columns.flatMap(({ isShare }, i) => (isShare ? [i] : []))),
  };
  const { id, title, updated, boundaries, bases } = feed;
  const lists = {
    // Rows tell who takes part, unless others have rows as well.
    regions: feed.metrics.some(({ givers }) => givers) ? [...participants].map((code) => ({ code })) : [],
    metrics: feed.metrics.map((metric) => ({ ...headingsOf(metric.id, columns), ...metric })),
    pairs: join.pairs.map(withoutPath),
    notes: join.notes.flatMap((note) => inParts(withoutPath(note))),
    names: join.names.map(withoutPath),
    sources: feed.sources,
    headlines: feed.headlines,
  };
  const sheets = Object.entries(lists).flatMap(([name, list]) => (list.length > 0 ? [listSheet(name, list)] : []));
  const about: SheetPart = {
    name: FEED_SHEET,
    hasHeadings: false,
    rows: flatten({ id, title, updated, boundaries, bases: bases.length > 0 ? bases : undefined }),
    percents: NO_COLUMNS,
  };
  return [figures, ...sheets, about, accountSheet(dataset, faults, language)];
}

/** The headings of a metric's columns among the figures. */
function headingsOf(id: string, columns: readonly FeedColumn[]): Readonly<Record<string, string>> {
  const own = columns.filter(({ metric }) => metric?.id === id);
  return Object.fromEntries(own.map(({ heading, end }) => [COLUMN_FIELDS[end ?? 'value'], heading]));
}

function withoutPath<Row extends { readonly path: string }>({ path, ...row }: Row): Omit<Row, 'path'> {
  void path;
  return row;
}

const cut = (cell: FeedCell): FeedCell =>
  typeof cell === 'string' && cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell;

type Json = Readonly<Record<string, unknown>>;

/** A note that is too long for a cell is several: nothing of it is lost. */
function inParts(note: Json & { readonly text: Readonly<Record<string, string>> }): Json[] {
  const count = Math.max(1, ...Object.values(note.text).map((text) => Math.ceil(text.length / LONGEST)));
  return Array.from({ length: count }, (_, i) => ({
    ...note,
    text: Object.fromEntries(
      Object.entries(note.text).map(([tag, text]) => [tag, text.slice(i * LONGEST, (i + 1) * LONGEST)]),
    ),
  }));
}

/** A row for each, a column for each field that any of them has. */
function listSheet(name: string, list: readonly object[]): SheetPart {
  const flat = list.map((each) => new Map(flatten(each as Json)));
  const fields = [...new Set(flat.flatMap((each) => [...each.keys()]))];
  return {
    name,
    hasHeadings: true,
    rows: [fields, ...flat.map((each) => fields.map((field) => each.get(field) ?? null))],
    percents: NO_COLUMNS,
  };
}

/** "label.en" for a field of a field; lists as JSON. */
function flatten(json: Json, before = ''): [field: string, cell: FeedCell][] {
  return Object.entries(json).flatMap(([key, value]): [string, FeedCell][] => {
    const field = before + key;
    if (value === undefined || value === null) return [];
    if (typeof value === 'number' || typeof value === 'string') return [[field, value]];
    return Array.isArray(value) ? [[field, JSON.stringify(value)]] : flatten(value as Json, `${field}.`);
  });
}

/** What was found wrong, and what was repaired: the figures are those that were left. */
function accountSheet(dataset: Dataset, faults: readonly Fault[], language: Language): SheetPart {
  const blocks = ledgerBlocks(dataset, faults, language).filter(({ isFault, isRepair }) => isFault || isRepair);
  return {
    name: say(language, 'csv.ledger'),
    hasHeadings: false,
    rows: [
      [inLanguage(dataset.feed.title, language), ledgerLine(dataset, language)],
      ...blocks.flatMap(({ heading, lines }) => lines.map((line): FeedCell[] => [heading, cut(line)])),
    ],
    percents: NO_COLUMNS,
  };
}
