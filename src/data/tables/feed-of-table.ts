/** A table read, checked and told of like any other feed: only the places are those of the file. */
import type { Fault } from '../faults.js';
import { parseFeed, type FeedReading } from '../feed.js';
import type { RegionIndex } from '../topology.js';
import { readTable, type TableAccount, type TableOptions } from './read-table.js';
import { columnLetter, type FileAccount, type Sheet } from './sheet.js';

export type TableFeedReading =
  | (Extract<FeedReading, { kind: 'feed' }> & { readonly account: TableAccount; readonly json: object })
  | Extract<FeedReading, { kind: 'unusable' }>;

/** Reads the first sheet that holds a table with places and numbers; where none does, the faults of the first are given. */
export function parseSheets(
  sheets: readonly Sheet[],
  file: Omit<FileAccount, 'sheet' | 'otherSheets'>,
  regions: RegionIndex,
  options?: TableOptions,
): TableFeedReading {
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
  const { account } = table;
  const reading = parseFeed(table.feed);
  const faults = [
    ...table.faults,
    ...reading.faults.map((fault): Fault => ({ ...fault, path: placeIn(account, fault.path) })),
  ];
  if (reading.kind === 'unusable') return { kind: 'unusable', faults };
  const { feed } = reading;
  const placed = <Entry extends { readonly path: string }>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({ ...entry, path: placeIn(account, entry.path) }));
  return {
    kind: 'feed',
    account,
    json: table.feed,
    faults,
    // Codes were repaired when the table was read.
    codes: new Map(),
    feed: { ...feed, values: placed(feed.values), pairs: placed(feed.pairs), notes: placed(feed.notes) },
  };
}

/** "values[3].资金" of the feed is "D7" in the file; what is nowhere in the file keeps its place in the feed. */
export function placeIn({ places, columns }: TableAccount, path: string): string {
  const [, row = '', field] = /^(\w+\[\d+\])(?:\.(.+))?$/.exec(path) ?? [];
  const place = places.get(row);
  if (place === undefined) return path;
  const column = columns.findIndex(({ role }) => (role.as === 'metric' ? role.id === field : role.as === field));
  return column < 0 ? place : place.replace(/[A-Z]+(?=\d+$)/, columnLetter(column));
}
