/** Units that take part themselves, beside counties that lie in them. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset, Datum } from '../../src/data/dataset.js';
import { reconcile } from '../../src/data/reconcile.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { feedWith } from '../fixtures/feeds.js';
import { datasetOf, realRegions } from '../fixtures/world.js';

const SICHUAN = '510000',
  NGAWA = '513200',
  GARZE = '513300';

describe('a unit that takes part', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  interface Row {
    readonly code: string;
    readonly funding?: unknown;
    readonly cadres?: number;
  }
  const made = (codes: readonly string[], rows: readonly Row[], bases: readonly string[] = []): Dataset =>
    datasetOf(
      feedWith((feed) => {
        feed.regions = codes;
        feed.bases = bases;
        feed.pairs = [];
        feed.values = rows.map((row) => ({ ...row, period: '2018' }));
      }),
      regions,
    );
  const valueOf = (datum: Datum): number | undefined => (datum.kind === 'value' ? datum.value : undefined);
  const values = (dataset: Dataset, codes: readonly string[], metric = 'funding'): (number | undefined)[] =>
    codes.map((code) => valueOf(dataset.datum(code, metric, '2018')));

  it('is not counted again in its counties, which keep their own', () => {
    const dataset = made(
      [NGAWA, '513201', '513323'],
      [
        { code: NGAWA, funding: 100 },
        { code: '513201', funding: 10 },
        { code: '513323', funding: 7 },
      ],
    );
    expect(values(dataset, ['513201', NGAWA, GARZE, SICHUAN])).to.deep.equal([10, 100, 7, 107]);
    expect(reconcile(dataset, 'funding', '2018')).to.include({ received: 107, unattributed: 107 });
  });

  it('is given once, as it is received once', () => {
    const dataset = datasetOf(
      feedWith((feed) => {
        feed.regions = [NGAWA, '513221'];
        feed.values = [
          { code: NGAWA, period: '2018', funding: 100 },
          { code: '513221', period: '2018', funding: 30 },
        ];
        feed.pairs = [
          { from: '330782', to: NGAWA, weight: 1, status: 'confirmed' },
          { from: '330783', to: '513221', weight: 1, status: 'confirmed' },
        ];
      }),
      regions,
    );
    expect(values(dataset, [SICHUAN, '330000', '330700', '330783'])).to.deep.equal([100, 100, 100, 30]);
    const { received, givenByCounties } = reconcile(dataset, 'funding', '2018');
    expect([received, givenByCounties]).to.deep.equal([100, 100]);
  });

  it('leaves a metric that it says nothing of to its counties, in each metric by itself', () => {
    const dataset = made(
      [NGAWA, '513201', '513221'],
      [
        { code: NGAWA, cadres: 9 },
        { code: '513201', funding: 10, cadres: 1 },
        { code: '513221', funding: 20, cadres: 2 },
      ],
    );
    expect(values(dataset, [NGAWA, SICHUAN])).to.deep.equal([30, 30]);
    expect(values(dataset, [NGAWA, SICHUAN], 'cadres')).to.deep.equal([9, 9]);
    expect(reconcile(dataset, 'funding', '2018').received).to.equal(30);
    expect(reconcile(dataset, 'cadres', '2018').received).to.equal(9);
  });

  it('counts the counties in it, where something is said per county', () => {
    const { length } = regions.countiesWithin(NGAWA);
    expect(length).to.equal(13);
    const dataset = made(
      [NGAWA, '513323'],
      [
        { code: NGAWA, funding: 1300 },
        { code: '513323', funding: 100 },
      ],
      ['county'],
    );
    expect(values(dataset, [NGAWA, '513323', SICHUAN], 'funding/county')).to.deep.equal([100, 100, 100]);
  });

  it('or lies within another one is counted once, whoever says something', () => {
    const codes = [SICHUAN, NGAWA, '513201', '513221', GARZE, '513323', '513322'];
    const within = (unit: string): string[] => codes.filter((code) => code !== unit && regions.isWithin(code, unit));
    fc.assert(
      fc.property(
        fc.subarray(codes, { minLength: 1 }),
        fc.array(fc.option(fc.nat(1e6)), { minLength: codes.length, maxLength: codes.length }),
        (members, amounts) => {
          const said = new Map(
            codes.flatMap((code, i) => (members.includes(code) && amounts[i] !== null ? [[code, amounts[i]!]] : [])),
          );
          const dataset = made(
            members,
            [...said].map(([code, funding]) => ({ code, funding })),
          );
          // What the highest of them say that say something.
          const highest = [...said].filter(([code]) => ![...said.keys()].some((unit) => within(unit).includes(code)));
          const sum = highest.length === 0 ? undefined : highest.reduce((all, [, amount]) => all + amount, 0);
          expect(values(dataset, [SICHUAN])[0]).to.equal(sum);
          expect(reconcile(dataset, 'funding', '2018').received).to.equal(sum ?? 0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
