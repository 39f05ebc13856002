/** A feed read in one go, whatever the schema has against it. */
import { feedInSteps, type FeedReading } from './feed.js';
import { checkAtOnce } from './schema-faults.js';
import { runThrough } from './slices.js';

/** Reads a feed of version 1. Rows with a fault are left out and named; a fault of the frame makes the feed unusable. */
export const parseFeed = (json: unknown): FeedReading => runThrough(feedInSteps(json, checkAtOnce));
