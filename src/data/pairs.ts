/** Who helps whom, both ways, with each partner's share of a county. */
import type { Status } from './status.js';
import type { LocalText, PairRow, Period, RegionCode, Share } from './types.js';

/** One end of a pair as seen from the other. */
export interface Partner {
  readonly code: RegionCode;
  /**
   * The part of the receiver's value that belongs to this pair: its weight over the weights of all its pairs. Of a partner that
   * several counties of one unit have, the sum of these: a number of counties, and no part of the unit.
   */
  readonly share: Share;
  /** Several counties of the unit that was asked for have this partner. */
  readonly isMerged?: boolean;
  readonly status: Status;
  readonly source?: string;
  readonly note?: LocalText;
  /** The city of the region that was asked for is the partner; which of its counties is was not published. */
  readonly isCitys?: boolean;
}

export interface PairIndex {
  /** Those who help `to`, in the order of the feed. */
  giversTo(to: RegionCode, period: Period): readonly Partner[];
  /** Those whom `from` helps. Asks for the code itself: a city's pairs are not its counties'. */
  receiversOf(from: RegionCode, period: Period): readonly Partner[];
  /** All codes that give, or receive, in a period. */
  givers(period: Period): ReadonlySet<RegionCode>;
}

/** A pair without a period holds in all. A pair with weight 0 is drawn and gets no share. */
export function indexPairs(pairs: readonly PairRow[]): PairIndex {
  const byPeriod = new Map<Period, Links>();
  const linksOf = (period: Period): Links => {
    let links = byPeriod.get(period);
    if (!links)
      byPeriod.set(period, (links = link(pairs.filter((pair) => pair.period === undefined || pair.period === period))));
    return links;
  };
  return {
    giversTo: (to, period) => linksOf(period).givers.get(to) ?? [],
    receiversOf: (from, period) => linksOf(period).receivers.get(from) ?? [],
    givers: (period) => linksOf(period).giving,
  };
}

interface Links {
  readonly givers: Map<RegionCode, Partner[]>;
  readonly receivers: Map<RegionCode, Partner[]>;
  readonly giving: Set<RegionCode>;
}

function link(pairs: readonly PairRow[]): Links {
  const totals = new Map<RegionCode, number>();
  for (const { to, weight } of pairs) totals.set(to, (totals.get(to) ?? 0) + weight);
  const givers = new Map<RegionCode, Partner[]>();
  const receivers = new Map<RegionCode, Partner[]>();
  for (const { from, to, weight, status, source, note } of pairs) {
    const total = totals.get(to) ?? 0;
    const rest = { share: total > 0 ? weight / total : 0, status, source, note };
    append(givers, to, { code: from, ...rest });
    append(receivers, from, { code: to, ...rest });
  }
  return { givers, receivers, giving: new Set(receivers.keys()) };
}

export function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
