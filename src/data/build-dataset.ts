/** Feed and regions joined in one go, with places found by their names: what a page fetches only where a feed has such names. */
import { datasetInSteps, type Dataset } from './dataset.js';
import type { Fault } from './faults.js';
import type { RawCodes } from './feed.js';
import { joinInSteps, type Join } from './join.js';
import { placesNamed } from './place-names.js';
import { runThrough } from './slices.js';
import type { RegionIndex } from './topology.js';
import type { Feed } from './types.js';

/** Joins by code. Of two rows for the same region and period the first is kept; both are in the ledger. */
export const joinFeed = (feed: Feed, codes: RawCodes, regions: RegionIndex, faults: readonly Fault[] = []): Join =>
  runThrough(joinInSteps(feed, codes, regions, faults, placesNamed));

/** Puts a checked feed on a topology. Pure: the same feed and regions give the same dataset. */
export const buildDataset = (
  feed: Feed,
  codes: RawCodes,
  regions: RegionIndex,
  faults: readonly Fault[] = [],
): Dataset => runThrough(datasetInSteps(feed, codes, regions, faults, placesNamed));
