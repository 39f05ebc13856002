/** A document to a feed: at once where it is small, and with rests where it is large. */
import type { Fault } from '../data/faults.js';
import { feedInSteps } from '../data/feed.js';
import { isSoundFeed } from '../data/feed-sound.js';
import { runThrough } from '../data/slices.js';
import type * as largeFiles from './large.js';
import type { FeedPart, FeedText } from './loader.js';

/** Rows of a feed from which on they are read with rests. */
const MANY_ROWS = 10_000;

export const NO_FEED: FeedPart = { codes: new Map(), faults: [] };

export async function readFeed(
  json: unknown,
  signal: AbortSignal,
  source?: FeedText,
  warning?: Fault,
): Promise<FeedPart> {
  const { values, notes } = (json ?? {}) as Readonly<Record<string, ArrayLike<unknown> | null>>;
  const rows = Math.max(values?.length ?? 0, notes?.length ?? 0);
  const large = rows > MANY_ROWS ? await loadLarge() : undefined;
  const reading = large
    ? await large.feedWithRests(signal, json)
    : isSoundFeed(json)
      ? runThrough(feedInSteps(json))
      : (await import('../data/parse-feed.js')).parseFeed(json);
  if (!reading) return NO_FEED;
  const faults = warning ? [warning, ...reading.faults] : reading.faults;
  return reading.kind === 'feed'
    ? { feed: reading.feed, codes: reading.codes, faults, source, build: large?.datasetWithRests.bind(null, signal) }
    : { ...NO_FEED, faults };
}

/** What reads with rests; undefined where it cannot be had. */
export const loadLarge = (): Promise<typeof largeFiles | undefined> => import('./large.js').catch(() => undefined);
