/** Files and feeds that a page cannot hold, and how a feed of many rows is read otherwise: it is checked bit by bit. */
import type { Fault } from './faults.js';
import { feedInSteps, type FeedReading } from './feed.js';
import { checkPart } from './schema-faults.js';
import { PIECE, type Steps } from './slices.js';
import type { ReadNumber } from './types.js';

/** Beyond these a page stands still, or runs out of memory, before anything is drawn. */
const MOST_ROWS = 1_000_000,
  MOST_MEGABYTES = 64;
const MEGABYTE = 1_000_000;
export const MOST_BYTES = MOST_MEGABYTES * MEGABYTE;

/** The fault of a file of so many bytes, or of more; undefined where a page can hold it. */
export function sizeFault(bytes: number, path: string): Fault | undefined {
  if (bytes <= MOST_BYTES) return undefined;
  const args = { size: String(Math.floor(bytes / MEGABYTE)), limit: String(MOST_MEGABYTES) };
  return { code: 'file-too-large', path, severity: 'fatal', args };
}

/** As `parseFeed`, with rests. */
export function* largeFeedInSteps(json: unknown): Steps<FeedReading> {
  const lists = listsOf(json).sort(([, a], [, b]) => b.length - a.length);
  const count = lists.reduce((sum, [, list]) => sum + list.length, 0);
  if (count <= MOST_ROWS) return yield* feedInSteps(json, checkInPieces);
  const args = { count: count.toLocaleString('en'), limit: MOST_ROWS.toLocaleString('en') };
  const path = lists[0]?.[0] ?? '';
  return { kind: 'unusable', faults: [{ code: 'too-many-rows', path, severity: 'fatal', args }] };
}

/** Long lists are checked apart from the rest. */
function* checkInPieces(json: unknown, read: ReadNumber[]): Steps<Fault[]> {
  const faults = new Map<string, Fault>();
  const long = listsOf(json).filter(([, list]) => list.length > PIECE);
  const rest = long.length > 0 ? Object.assign({}, json, ...long.map(([field]) => ({ [field]: [] }))) : json;
  checkPart(rest, json, faults, read);
  for (const [field, list] of long) {
    for (let from = 0; from < list.length; from += PIECE) {
      yield;
      checkPart({ [field]: list.slice(from, from + PIECE) }, json, faults, read, field, from);
    }
  }
  return [...faults.values()];
}

/** The lists of a feed, by their fields. */
const listsOf = (json: unknown): [field: string, list: unknown[]][] =>
  Object.entries(Object(json) as object).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
