/** A table read, checked and told of like any other feed: only the places are those of the file. */
import type { Dataset } from '../dataset.js';
import type { Fault } from '../faults.js';
import type { DuplicateRow } from '../join.js';
import { feedInSteps, type FeedReading } from '../feed.js';
import { checkAtOnce } from '../schema-faults.js';
import { runThrough } from '../slices.js';
import type { RegionIndex } from '../topology.js';
import type { ColumnReading } from './columns.js';
import { ownWorkbook } from './own-workbook.js';
import { placeIn, readTable, type TableAccount, type TableOptions } from './read-table.js';
import type { FileAccount, Sheet } from './sheet.js';

export type TableFeedReading =
  | (Extract<FeedReading, { kind: 'feed' }> & { readonly account: TableAccount; readonly json: object })
  | (Extract<FeedReading, { kind: 'unusable' }> & { readonly columns?: readonly ColumnReading[] });

/** Reads the first sheet that holds a table with places and numbers; where none does, the faults of the first are given. */
export function parseSheets(
  sheets: readonly Sheet[],
  file: Omit<FileAccount, 'sheet' | 'otherSheets'>,
  regions: RegionIndex,
  options?: TableOptions,
): TableFeedReading {
  const own = ownWorkbook(sheets);
  if (own)
    return parseSheet(own.figures, { ...file, sheet: own.figures.name, otherSheets: [] }, regions, { ...options, own });
  let first: TableFeedReading | undefined;
  for (const sheet of sheets) {
    const otherSheets = sheets.flatMap((other) => (other !== sheet && other.name !== undefined ? [other.name] : []));
    const reading = parseSheet(sheet, { ...file, sheet: sheet.name, otherSheets }, regions, options);
    if (reading.kind === 'feed') return reading;
    first ??= reading;
  }
  return first ?? { kind: 'unusable', faults: [{ code: 'empty', path: file.file, severity: 'fatal', args: {} }] };
}

function parseSheet(sheet: Sheet, file: FileAccount, regions: RegionIndex, options?: TableOptions): TableFeedReading {
  const table = readTable(sheet, file, regions, options);
  if (table.kind === 'unusable') return table;
  const { account, readNumbers } = table;
  const reading = runThrough(feedInSteps(table.feed, checkAtOnce));
  const placed = placedIn(account);
  const faults: Fault[] = [...table.faults, ...placed(reading.faults)];
  if (reading.kind === 'unusable') return { kind: 'unusable', faults, columns: account.columns };
  const { feed } = reading;
  return {
    kind: 'feed',
    account,
    json: table.feed,
    faults,
    // Codes were repaired when the table was read; those of other sheets are text.
    codes: new Map(),
    feed: { ...feed, readNumbers: [...readNumbers, ...placed(feed.readNumbers)] },
  };
}

/** What is said of places in the feed, said of those in the file. */
const placedIn =
  (account: TableAccount) =>
  <Entry extends { readonly path: string }>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({ ...entry, path: placeIn(account, entry.path) }));

/** The dataset of a feed that was made of a table: its rows are where they are in the file. */
export function tableDataset(dataset: Dataset, account: TableAccount): Dataset {
  const { feed, ledger } = dataset;
  const placed = placedIn(account);
  return {
    ...dataset,
    table: account,
    feed: { ...feed, values: placed(feed.values), pairs: placed(feed.pairs), notes: placed(feed.notes) },
    ledger: {
      ...ledger,
      unmatched: placed(ledger.unmatched),
      duplicates: [
        ...doubleColumns(account),
        ...placed(ledger.duplicates).map((entry) => ({ ...entry, kept: placeIn(account, entry.kept) })),
      ],
      repaired: [...account.repairs, ...placed(ledger.repaired)],
      outOfRange: placed(
        ledger.outOfRange.map((entry) => ({ ...entry, cell: placeIn(account, `${entry.path}.${entry.metric}`) })),
      ),
      notTakingPart: placed(ledger.notTakingPart),
    },
  };
}

/** Columns of figures that another has already. */
const doubleColumns = ({ columns }: TableAccount): DuplicateRow[] =>
  columns.flatMap(({ role, path, letter, heading }) =>
    role.as === 'ignored' && role.because === 'double'
      ? [
          {
            path: path ?? letter,
            code: heading || letter,
            kept: columns.find((other) => other.letter === role.of)?.path ?? role.of,
          },
        ]
      : [],
  );
