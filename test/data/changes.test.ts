import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { changesOf, isSameFigure, type Change } from '../../src/data/changes.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { feedWith, goodFeed, type RawFeed } from '../fixtures/feeds.js';
import { datasetOf, realRegions } from '../fixtures/world.js';

describe('what a feed says otherwise than the version before', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  const changes = (change: (feed: RawFeed) => void, first: object = goodFeed()): string[] =>
    changesOf(datasetOf(first, regions), datasetOf(feedWith(change), regions)).list.map(said);
  const said = ({ kind, code, metric, period, from, to }: Change): string =>
    `${kind} ${code} ${metric} ${period} ${from} ${to}`;

  it('is nothing where values are the same, wherever they stand', () => {
    expect(
      changes((feed) => {
        feed.values.reverse();
        feed.updated = '2018-09-01';
        feed.values[0]!.code = Number(feed.values[0]!.code);
      }),
    ).to.deep.equal([]);
  });

  it('is a revision where there was another value, in each metric that has a column', () => {
    expect(
      changes((feed) => {
        feed.values[0]!.funding = 5;
        feed.values[2]!.cadres = 3;
      }),
    ).to.deep.equal(['revised 513201 funding 2018 10000000 5', 'revised 513222 cadres 2018 0 3']);
  });

  it('is an update where there was no value, or no such period', () => {
    const without = feedWith((feed) => {
      feed.values[1]!.funding = null;
    });
    expect(
      changes((feed) => {
        feed.values.push({ code: '513201', period: '2019', funding: 7 });
      }, without),
    ).to.deep.equal(['updated 513221 funding 2018 undefined 20000000', 'updated 513201 funding 2019 undefined 7']);
  });

  it('is a withdrawal where there is no value any more, and a county that has left withdraws all of its own', () => {
    expect(
      changes((feed) => {
        feed.values[0]!.funding = '—';
        feed.regions = ['513201', '513221', '513222'];
      }),
    ).to.have.members([
      'withdrawn 513201 funding 2018 10000000 undefined',
      'withdrawn 513223 funding 2018 40000000 undefined',
      'withdrawn 513223 cadres 2018 4 undefined',
    ]);
  });

  it('is an update or a withdrawal of a word in place of a value, too', () => {
    const withCell = (cell: unknown): RawFeed => feedWith((feed) => (feed.values[0]!.funding = cell));
    const kinds = (before: unknown, after: unknown): string[] =>
      changesOf(datasetOf(withCell(before), regions), datasetOf(withCell(after), regions)).list.map(({ kind }) => kind);
    expect(kinds(null, 'suppressed')).to.deep.equal(['updated']);
    expect(kinds('suppressed', null)).to.deep.equal(['withdrawn']);
    expect(kinds('suppressed', 'below-limit')).to.deep.equal(['revised']);
    expect(kinds('suppressed', 5)).to.deep.equal(['updated']);
    expect(kinds(5, 'suppressed')).to.deep.equal(['withdrawn']);
  });

  it('is not the same figure where it is known otherwise', () => {
    const withStatus = (status: string) =>
      datasetOf(
        feedWith((feed) => (feed.values[0]!.status = status)),
        regions,
      );
    const isSame = (code: string, status: string): boolean =>
      isSameFigure(withStatus('reported'), withStatus(status), code, 'funding', '2018');
    for (const code of ['513201', '513200', '510000']) {
      expect(isSame(code, 'reported'), code).to.equal(true);
      expect(isSame(code, 'estimated'), code).to.equal(false);
    }
    expect(isSame('513221', 'estimated')).to.equal(true);
    expect(isSame('110000', 'estimated')).to.equal(true);
    const { list } = changesOf(withStatus('reported'), withStatus('estimated'));
    expect(list.filter(({ metric }) => metric === 'funding')).to.deep.equal([
      { kind: 'revised', code: '513201', metric: 'funding', period: '2018', from: 10_000_000, to: 10_000_000 },
    ]);
  });

  it('there and back again are the same changes, turned round', () => {
    const someFeed = fc
      .array(
        fc.record({
          code: fc.constantFrom('513201', '513221', '513222', '513223'),
          period: fc.constantFrom('2017', '2018'),
          funding: fc.constantFrom(null, 0, 1, 2, -1, 'suppressed', 'below-limit'),
        }),
        { maxLength: 10 },
      )
      .map((values) => datasetOf({ ...goodFeed(), values }, regions));
    const turned = { updated: 'withdrawn', revised: 'revised', withdrawn: 'updated' } as const;
    fc.assert(
      fc.property(someFeed, someFeed, (one, other) => {
        const there = changesOf(one, other);
        const back = changesOf(other, one);
        expect(
          back.list.map((each) => said({ ...each, kind: turned[each.kind], from: each.to, to: each.from })),
        ).to.have.members(there.list.map(said));
        expect(there.list).to.have.length(Object.values(there.counts).reduce((a, b) => a + b));
      }),
      { numRuns: 60 },
    );
  });
});
