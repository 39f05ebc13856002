import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseFeed } from '../../src/data/parse-feed.js';
import { joinFeed } from '../../src/data/build-dataset.js';
import { hasFaults, type Join } from '../../src/data/join.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { feedWith, goodFeed, type RawFeed } from '../fixtures/feeds.js';
import { realRegions } from '../fixtures/world.js';

describe('the join', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });

  function join(feed: object): Join {
    const reading = parseFeed(feed);
    if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
    return joinFeed(reading.feed, reading.codes, regions, reading.faults);
  }

  it('has a clean ledger for a clean feed', () => {
    const { ledger } = join(goodFeed());
    expect(ledger).to.deep.include({
      drawn: ['513201', '513221', '513222', '513223'],
      noData: [],
      unpaired: ['513222', '513223'],
      onMap: 523,
    });
    expect(hasFaults(ledger)).to.equal(false);
  });

  it('puts each kind of fault in its list', () => {
    const { ledger, row, pairs, notes } = join(
      feedWith((feed) => {
        feed.regions = ['513201', '513221', '513222', '513223', '513201', '888888'];
        feed.values[0]!.code = '51320';
        feed.values[1]!.code = 513221;
        feed.values[2]!.funding = -1;
        feed.values.push(
          { code: '513223', period: '2018', funding: 7 },
          { code: '510104', period: '2018', funding: 7 },
        );
        feed.pairs.push({ ...feed.pairs[0]! }, { from: '330106', to: '510104' }, { from: '330106', to: 'nowhere' });
        feed.notes = [
          { code: '990000', title: 'x', text: 'x' },
          { code: '330185', title: 'x', text: 'x' },
        ];
      }),
    );
    expect(ledger.unmatched).to.deep.equal([
      { path: 'regions[5]', code: '888888' },
      { path: 'values[0]', code: '51320' },
      { path: 'pairs[5]', code: 'nowhere' },
      { path: 'notes[0]', code: '990000' },
    ]);
    expect(ledger.repaired).to.deep.equal([
      { path: 'values[1].code', from: '513221', to: '513221', how: ['number'] },
      { path: 'notes[1].code', from: '330185', to: '330112', how: ['recoded'] },
    ]);
    expect(ledger.outOfRange).to.deep.equal([
      { path: 'values[2]', code: '513222', metric: 'funding', value: -1, reason: 'negative' },
    ]);
    expect(ledger.duplicates).to.deep.equal([
      { path: 'regions[4]', code: '513201', kept: 'regions[0]' },
      { path: 'values[4]', code: '513223', kept: 'values[3]' },
      { path: 'pairs[3]', code: '330106 → 513201', kept: 'pairs[0]' },
    ]);
    expect(ledger.notTakingPart).to.deep.equal([
      { path: 'values[5]', code: '510104' },
      { path: 'pairs[4]', code: '510104' },
    ]);
    expect(ledger.noData).to.deep.equal(['513201']);
    expect(hasFaults(ledger)).to.equal(true);
    expect(row('513223', '2018')!.numbers.get('funding')).to.equal(40_000_000);
    expect(row('513222', '2018')!.numbers.get('funding')).to.equal(null);
    expect(pairs).to.have.length(3);
    expect(notes.map(({ code }) => code)).to.deep.equal(['330112']);
  });

  it('names nobody as unpaired where a feed has no pairs', () => {
    expect(
      join(
        feedWith((feed) => {
          feed.pairs = [];
        }),
      ).ledger.unpaired,
    ).to.deep.equal([]);
  });

  it('carries the faults of single rows', () => {
    expect(
      join(
        feedWith((feed) => {
          feed.values[0]!.funding = 'x';
        }),
      ).ledger.faulty.map(({ path }) => path),
    ).to.deep.equal(['values[0].funding']);
  });

  const code = fc.constantFrom('513201', '513221', '513222', '330106', '999999', 'x', ' 513223 ', 513223);
  const someRows = fc.array(
    fc.record({
      code,
      period: fc.constantFrom('2017', '2018'),
      funding: fc.oneof(fc.integer({ min: -5, max: 100 }), fc.constant(null)),
    }),
    { maxLength: 30 },
  );

  it('refuses what is too large to be true, each kind by its own measure', () => {
    const { ledger, row } = join(
      feedWith((feed) => {
        Object.assign(feed.values[0]!, { funding: 1e300, cadres: 1e12 + 1 });
        Object.assign(feed.values[1]!, { funding: 1e15, cadres: 1e12 });
      }),
    );
    expect(ledger.outOfRange.map(({ path, metric, reason }) => `${path} ${metric} ${reason}`)).to.deep.equal([
      'values[0] funding too-large',
      'values[0] cadres too-large',
    ]);
    expect(row('513201', '2018')!.numbers.get('funding')).to.equal(null);
    expect(row('513221', '2018')!.numbers.get('funding')).to.equal(1e15);
  });

  it('puts every row in exactly one place', () => {
    fc.assert(
      fc.property(someRows, (values) => {
        const { ledger, row } = join({ ...goodFeed(), values } as RawFeed);
        const kept = new Set<string>();
        for (const region of ['513201', '513221', '513222', '513223'])
          for (const period of ['2017', '2018']) {
            const path = row(region, period)?.path;
            if (path) kept.add(path);
          }
        const named = [...ledger.unmatched, ...ledger.duplicates, ...ledger.notTakingPart]
          .map(({ path }) => path)
          .filter((path) => path.startsWith('values'));
        expect([...kept, ...named].sort()).to.deep.equal(values.map((_, i) => `values[${i}]`).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('puts every pair in exactly one place, too', () => {
    const somePairs = fc.array(fc.record({ from: fc.constantFrom('330106', '330782', '330100', 'x'), to: code }), {
      maxLength: 15,
    });
    fc.assert(
      fc.property(somePairs, (raw) => {
        const { ledger, pairs } = join({ ...goodFeed(), pairs: raw } as RawFeed);
        const named = [...ledger.unmatched, ...ledger.duplicates, ...ledger.notTakingPart].map(({ path }) => path);
        const places = [...pairs.map(({ path }) => path), ...new Set(named.filter((path) => path.startsWith('pairs')))];
        expect(places.sort()).to.deep.equal(raw.map((_, i) => `pairs[${i}]`).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('puts every region that takes part in exactly one place, too', () => {
    fc.assert(
      fc.property(fc.array(code, { maxLength: 12 }), (raw) => {
        const { ledger, participants } = join({ ...goodFeed(), regions: raw } as unknown as RawFeed);
        const named = [...ledger.unmatched, ...ledger.duplicates].filter(({ path }) => path.startsWith('regions'));
        expect(named.length + participants.size).to.equal(raw.length);
        expect([...ledger.drawn, ...ledger.noData].sort()).to.deep.equal([...participants].sort());
      }),
      { numRuns: 60 },
    );
  });

  it('names a region that is no code in one place', () => {
    const { ledger } = join(
      feedWith((feed) => {
        (feed.regions as unknown[])[0] = null;
      }),
    );
    // BUG: it is in `faulty`, and as the code "null" in `unmatched` as well.
    expect([...ledger.faulty, ...ledger.unmatched].filter(({ path }) => path === 'regions[0]')).to.have.length(1);
  });

  it('takes a pair that stands once with its period and once without as a duplicate in that period', () => {
    const { ledger } = join(
      feedWith((feed) => {
        feed.pairs = [
          { from: '330106', to: '513201', period: '2018' },
          { from: '330106', to: '513201' },
        ];
      }),
    );
    // BUG: both count, and this giver gets twice its share beside another partner.
    expect(ledger.duplicates.map(({ path, kept }) => [path, kept])).to.deep.equal([['pairs[1]', 'pairs[0]']]);
  });

  it('draws the same values and pairs whatever the order of the rows, where none stands twice', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const numbersOf = ({ row }: Join): unknown[] =>
      goodFeed().values.map(({ code: each }) => [...row(each as string, '2018')!.numbers]);
    const pairsOf = ({ pairs }: Join): string[] =>
      pairs.map(({ from, to, weight }) => `${from} ${to} ${weight}`).sort();
    const straight = join(goodFeed());
    fc.assert(
      fc.property(order, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (rows, links) => {
        const good = goodFeed();
        const turned = join({
          ...good,
          values: rows.map((i) => good.values[i]!),
          pairs: links.map((i) => good.pairs[i]!),
        } as RawFeed);
        expect(numbersOf(turned)).to.deep.equal(numbersOf(straight));
        expect(pairsOf(turned)).to.deep.equal(pairsOf(straight));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the first of two rows, whichever comes first', () => {
    const twice = (first: number, second: number): Join =>
      join(
        feedWith((feed) => {
          feed.values = [first, second].map((funding) => ({ code: '513201', period: '2018', funding }));
        }),
      );
    expect([twice(5, 7), twice(7, 5)].map(({ row }) => row('513201', '2018')!.numbers.get('funding'))).to.deep.equal([
      5, 7,
    ]);
  });

  it('names what is no code once, among the faults', () => {
    const { ledger } = join(feedWith((feed) => (feed.regions = [...(feed.regions as unknown[]), null])));
    expect(ledger.faulty.filter(({ path }) => path.startsWith('regions['))).to.have.length(1);
    expect(ledger.unmatched).to.deep.equal([]);
  });

  it('takes a pair with a period and the same one without for one, whichever comes first', () => {
    for (const periods of [
      ['2018', undefined],
      [undefined, '2018'],
    ]) {
      const { pairs, ledger } = join(
        feedWith((feed) => {
          const [pair] = feed.pairs;
          feed.pairs = periods.map((period) => ({
            from: pair!.from,
            to: pair!.to,
            ...(period === undefined ? {} : { period }),
          }));
        }),
      );
      expect(pairs).to.have.length(1);
      expect(ledger.duplicates).to.have.length(1);
    }
    const { pairs } = join(
      feedWith((feed) => {
        const [pair] = feed.pairs;
        feed.pairs = ['2017', '2018'].map((period) => ({ from: pair!.from, to: pair!.to, period }));
      }),
    );
    expect(pairs, 'two periods are two pairs').to.have.length(2);
  });
});
