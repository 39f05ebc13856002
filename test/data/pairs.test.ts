import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { indexPairs } from '../../src/data/pairs.js';
import type { PairRow } from '../../src/data/types.js';

const pair = (from: string, to: string, rest: Partial<PairRow> = {}): PairRow => ({
  from,
  to,
  period: '2018',
  weight: 1,
  status: 'reported',
  path: 'pairs[0]',
  ...rest,
});

describe('pairs', () => {
  it('share a county with three partners by weight, seen alike from both ends', () => {
    const index = indexPairs([
      pair('A', 'X', { weight: 1 }),
      pair('B', 'X', { weight: 2 }),
      pair('C', 'X', { weight: 5 }),
      pair('A', 'Y'),
    ]);
    expect(index.giversTo('X', '2018').map(({ code, share }) => [code, share])).to.deep.equal([
      ['A', 1 / 8],
      ['B', 2 / 8],
      ['C', 5 / 8],
    ]);
    expect(index.receiversOf('A', '2018').map(({ code, share }) => [code, share])).to.deep.equal([
      ['X', 1 / 8],
      ['Y', 1],
    ]);
    expect([...index.givers('2018')]).to.deep.equal(['A', 'B', 'C']);
  });

  it('hold in their own period, or in all when they name none', () => {
    const index = indexPairs([pair('A', 'X', { period: '2017' }), pair('B', 'X', { period: undefined })]);
    expect(
      ['2017', '2018'].map((period) => index.giversTo('X', period).map(({ code, share }) => [code, share])),
    ).to.deep.equal([
      [
        ['A', 0.5],
        ['B', 0.5],
      ],
      [['B', 1]],
    ]);
  });

  it('are nothing to those who have none', () => {
    const index = indexPairs([pair('A', 'X')]);
    expect([index.giversTo('A', '2018'), index.receiversOf('X', '2018'), index.giversTo('X', '1999')]).to.deep.equal([
      [],
      [],
      [],
    ]);
  });

  it('carry status, source and note to both ends', () => {
    const rest = { status: 'inferred', source: 'gov', note: { en: 'x' } } as const;
    const index = indexPairs([pair('A', 'X', rest)]);
    expect(index.giversTo('X', '2018')).to.deep.equal([{ code: 'A', share: 1, ...rest }]);
    expect(index.receiversOf('A', '2018')).to.deep.equal([{ code: 'X', share: 1, ...rest }]);
  });

  it('share out the whole of every county, and each share is the same from both ends', () => {
    const some = fc.array(
      fc.tuple(
        fc.constantFrom('A', 'B', 'C'),
        fc.constantFrom('X', 'Y'),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
      ),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const index = indexPairs(rows.map(([from, to, weight]) => pair(from, to, { weight })));
        for (const to of new Set(rows.map((row) => row[1]))) {
          const shares = index.giversTo(to, '2018').map(({ share }) => share);
          expect(shares.reduce((sum, share) => sum + share, 0)).to.be.closeTo(1, 1e-9);
          const back = ['A', 'B', 'C'].flatMap((from) =>
            index.receiversOf(from, '2018').filter(({ code }) => code === to),
          );
          expect(back.map(({ share }) => share).sort()).to.deep.equal([...shares].sort());
        }
      }),
    );
  });
});
