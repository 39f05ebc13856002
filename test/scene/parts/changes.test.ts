/** The list of what a feed says otherwise than the version before. */
import { expect } from '@open-wc/testing';
import { changesOf } from '../../../src/data/changes.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import { changesBlock } from '../../../src/scene/parts/ledger.js';
import '../../../src/scene/words/all.js';
import { feedWith, goodFeed, type RawFeed } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

describe('the list of changes', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  function lines(change: (feed: RawFeed) => void): string[] {
    const before = datasetOf(goodFeed(), regions),
      after = datasetOf(feedWith(change), regions);
    return changesBlock(changesOf(before, after), before, after, 'zh-CN').lines.map((line) => line.split('2018：')[1]!);
  }

  it('has what was published to the last yuan', () => {
    const [line] = lines((feed) => (feed.values[0]!.funding = 10_000_001));
    expect(line).to.equal('10,000,000元 → 10,000,001元（修订）');
  });

  it('has the rest as roundly as the panel does, and says how it is known', () => {
    const [line] = lines((feed) => Object.assign(feed.values[0]!, { funding: 123_456_789, status: 'illustrative' }));
    expect(line).to.equal('10,000,000元 → 1.235亿元，示意值，非公布数字（修订）');
  });
});
