/** A tour through a feed: who helps, one after the other, each with those who are helped; without pairs, all who take part. */
import type { Dataset } from '../../data/dataset.js';
import type { Period, RegionCode } from '../../data/types.js';

/** In the order of codes, so that neighbours follow one another. Codes that no map can show are left out. */
export function tourStops({ pairs, regions, participants }: Dataset, period: Period): readonly RegionCode[] {
  const givers = [...pairs.givers(period)].filter((code) => regions.has(code));
  return (givers.length > 0 ? givers : [...participants].filter((code) => regions.has(code))).sort();
}
