import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset, Datum } from '../../src/data/dataset.js';
import { reconcile } from '../../src/data/reconcile.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { STATUSES, lessSure } from '../../src/data/status.js';
import { feedWith, goodFeed } from '../fixtures/feeds.js';
import { datasetOf, realRegions } from '../fixtures/world.js';

const valueOf = (datum: Datum): number => (datum.kind === 'value' ? datum.value : Number.NaN);

describe('a dataset', () => {
  let regions: RegionIndex;
  let dataset: Dataset;
  before(async () => {
    regions = await realRegions();
    dataset = datasetOf(goodFeed(), regions);
  });
  const value = (code: string, metric = 'funding', from = dataset): number => valueOf(from.datum(code, metric, '2018'));

  it('gives a county its own value, with status and source', () => {
    expect(dataset.datum('513221', 'funding', '2018')).to.deep.equal({
      kind: 'value',
      value: 20_000_000,
      status: 'reported',
      source: 'gov',
      origin: 'own',
      counties: 1,
      missing: 0,
    });
  });

  it('adds up prefectures and provinces from their counties', () => {
    expect(value('513200')).to.equal(100_000_000);
    expect(value('510000')).to.equal(100_000_000);
    expect(dataset.datum('513200', 'cadres', '2018')).to.deep.include({
      value: 7,
      counties: 4,
      missing: 0,
      origin: 'sum',
    });
  });

  it('gives a district what its counterparts receive, by its share', () => {
    expect(value('330106')).to.equal(10_000_000 + 20_000_000 / 4);
    expect(value('330782')).to.equal(15_000_000);
    expect(dataset.datum('330106', 'funding', '2018')).to.deep.include({
      origin: 'given',
      status: 'inferred',
      counties: 2,
    });
    expect(value('330000')).to.equal(30_000_000);
  });

  it('derives coverage: a county has it or not, others have a share', () => {
    expect(['513201', '513222', '513200', '330106'].map((code) => value(code, 'coverage'))).to.deep.equal([
      1, 0, 0.75, 1,
    ]);
  });

  it('calls coverage reported where full coverage was', () => {
    const reported = datasetOf(
      feedWith((feed) => {
        for (const row of feed.values) row.status = 'illustrative';
        Object.assign((feed.metrics as object[])[2]!, { total: 1, source: 'gov' });
      }),
      regions,
    );
    expect(reported.datum('513201', 'coverage', '2018')).to.deep.include({
      value: 1,
      status: 'reported',
      source: 'gov',
    });
    expect(reported.datum('513222', 'coverage', '2018')).to.deep.include({ value: 0, status: 'illustrative' });
    expect(reported.datum('513201', 'cadres', '2018')).to.deep.include({ status: 'illustrative' });
  });

  it('counts a county without data as not covered, and says that it is missing', () => {
    const partial = datasetOf(
      feedWith((feed) => {
        feed.values.pop();
      }),
      regions,
    );
    expect(partial.datum('513223', 'cadres', '2018')).to.deep.equal({ kind: 'no-data' });
    expect(partial.datum('513200', 'coverage', '2018')).to.deep.include({ value: 0.5, missing: 1, counties: 4 });
  });

  it('tells outside, no data and city-only apart', () => {
    const cities = datasetOf(
      feedWith((feed) => {
        feed.pairs.push({ from: '330400', to: '513222', period: '2018' });
      }),
      regions,
    );
    expect(cities.datum('330483', 'funding', '2018')).to.deep.equal({ kind: 'city-only', city: '330400' });
    expect(value('330400', 'funding', cities)).to.equal(30_000_000);
    expect(cities.partnersOf('330483', '2018')).to.deep.include.members([
      { code: '513222', share: 1, status: 'reported', source: undefined, note: undefined, isCitys: true },
    ]);
    expect(cities.datum('510104', 'funding', '2018')).to.deep.equal({ kind: 'outside' });
    expect(cities.datum('999999', 'funding', '2018')).to.deep.equal({ kind: 'outside' });
    expect(cities.datum('513221', 'ghosts', '2018')).to.deep.equal({ kind: 'outside' });
    expect(cities.datum('513221', 'funding', '1999')).to.deep.equal({ kind: 'no-data' });
    expect(cities.datum('513200', 'funding', '1999')).to.deep.equal({ kind: 'no-data' });
  });

  it('finds partners both ways, and of whole prefectures', () => {
    const codes = (code: string): string[] => dataset.partnersOf(code, '2018').map((partner) => partner.code);
    expect(codes('513221')).to.deep.equal(['330782', '330106']);
    expect(codes('330106')).to.deep.equal(['513201', '513221']);
    expect(codes('513200')).to.deep.equal(['330106', '330782']);
    expect(codes('330000')).to.deep.equal(['513201', '513221']);
    expect(codes('510104')).to.deep.equal([]);
    expect(dataset.partnersOf('513200', '2018')[0]).to.deep.include({ share: 1.25, status: 'inferred' });
  });

  it('lets a pair hold in its own period only, and one without a period in all', () => {
    const periods = datasetOf(
      feedWith((feed) => {
        delete feed.pairs[0]!.period;
      }),
      regions,
    );
    expect(periods.partnersOf('330106', '1999').map(({ code }) => code)).to.deep.equal(['513201']);
  });

  it('takes the less sure of two statuses', () => {
    for (const a of STATUSES) for (const b of STATUSES) expect(lessSure(a, b)).to.equal(lessSure(b, a));
    expect(lessSure('reported', 'illustrative')).to.equal('illustrative');
    expect(lessSure('confirmed', 'inferred')).to.equal('inferred');
  });

  it('takes prefectures as participants', () => {
    const prefectures = datasetOf(
      feedWith((feed) => {
        feed.regions = ['513200', '511100'];
        feed.values = [
          { code: '513200', period: '2018', funding: 5 },
          { code: '511100', period: '2018', funding: 7 },
        ];
        feed.pairs = [{ from: '330106', to: '513200', period: '2018' }];
      }),
      regions,
    );
    expect(value('513200', 'funding', prefectures)).to.equal(5);
    expect(value('510000', 'funding', prefectures)).to.equal(12);
    expect(value('330106', 'funding', prefectures)).to.equal(5);
  });

  it('agrees on both sides of the pairs, whoever helps whom', () => {
    const receivers = ['513201', '513221', '513222', '513223'];
    const pair = fc.record({
      from: fc.constantFrom('330106', '330782', '330100', '330400', '330304'),
      to: fc.constantFrom(...receivers),
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
    });
    const amounts = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: ({ from, to }) => from + to }), amounts, (pairs, funding) => {
        const each = datasetOf(
          feedWith((feed) => {
            feed.pairs = pairs;
            feed.values.forEach((row, i) => {
              row.funding = funding[i];
            });
          }),
          regions,
        );
        const total = funding.reduce((sum, amount) => sum + amount, 0);
        const { received, givenByCounties, givenByCities, unattributed } = reconcile(each, 'funding', '2018');
        expect(received).to.equal(total);
        expect(givenByCounties + givenByCities + unattributed).to.be.closeTo(total, 1e-6 * total + 1e-6);
        const given = ['330106', '330782', '330304']
          .map((code) => value(code, 'funding', each))
          .filter(Number.isFinite)
          .reduce((sum, amount) => sum + amount, 0);
        expect(given).to.be.closeTo(givenByCounties, 1e-6 * total + 1e-6);
        const province = value('330000', 'funding', each);
        if (pairs.length > 0) expect(province).to.be.closeTo(givenByCounties + givenByCities, 1e-6 * total + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  it('reconciles nothing for a metric that it does not have', () => {
    expect(reconcile(dataset, 'ghosts', '2018')).to.deep.equal({
      received: 0,
      givenByCounties: 0,
      givenByCities: 0,
      unattributed: 0,
    });
  });

  it('splits what a county receives among three partners, by weight', () => {
    const three = datasetOf(
      feedWith((feed) => {
        feed.pairs = ['330106', '330782', '330304'].map((from, i) => ({
          from,
          to: '513201',
          period: '2018',
          weight: [1, 2, 5][i],
        }));
      }),
      regions,
    );
    expect(['330106', '330782', '330304'].map((code) => value(code, 'funding', three))).to.deep.equal([
      1_250_000, 2_500_000, 6_250_000,
    ]);
    expect(three.partnersOf('513201', '2018').map(({ share }) => share)).to.deep.equal([0.125, 0.25, 0.625]);
  });

  it('is as sure of a sum as of the least sure of its parts', () => {
    for (const status of STATUSES) {
      const mixed = datasetOf(
        feedWith((feed) => {
          feed.values[2]!.status = status;
          feed.pairs = [{ from: '330304', to: '513222', status: 'confirmed' }];
        }),
        regions,
      );
      expect(mixed.datum('513200', 'funding', '2018')).to.deep.include({ origin: 'sum', status });
      expect(mixed.datum('330304', 'funding', '2018')).to.deep.include({
        origin: 'given',
        status: lessSure(status, 'confirmed'),
      });
    }
  });

  it('names a source of a sum only where all its parts have the same', () => {
    const mixed = datasetOf(
      feedWith((feed) => {
        delete feed.values[1]!.source;
      }),
      regions,
    );
    expect(mixed.datum('513200', 'funding', '2018')).to.deep.include({ source: undefined });
    expect(dataset.datum('513200', 'funding', '2018')).to.deep.include({ source: 'gov' });
  });

  it('has in each prefecture and province what its counties have, whatever they have', () => {
    const within = ['513201', '513221', '511102', '511111', '520102', '520103'];
    const amount = fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: null });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 6, maxLength: 6 }), (amounts) => {
        const each = datasetOf(
          feedWith((feed) => {
            feed.regions = within;
            feed.values = within.map((code, i) => ({ code, period: '2018', funding: amounts[i] }));
            feed.pairs = [];
          }),
          regions,
        );
        const sum = (prefix: string): number =>
          within.reduce((total, code, i) => (code.startsWith(prefix) ? total + (amounts[i] ?? 0) : total), 0);
        const known = (prefix: string): boolean =>
          within.some((code, i) => code.startsWith(prefix) && amounts[i] !== null);
        for (const code of ['513200', '511100', '510000', '520100', '520000']) {
          const prefix = code.replace(/(00){1,2}$/, '');
          if (known(prefix)) expect(value(code, 'funding', each), code).to.equal(sum(prefix));
          else expect(each.datum(code, 'funding', '2018'), code).to.deep.equal({ kind: 'no-data' });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('finds sources, metrics and notes by what they are called', () => {
    const noted = datasetOf(
      feedWith((feed) => {
        feed.notes = [
          { code: '513221', title: 'a', text: 'a' },
          { code: '513201', title: 'b', text: 'b' },
        ];
      }),
      regions,
    );
    expect(noted.notesOf('513201').map(({ title }) => title['zh-CN'])).to.deep.equal(['b']);
    expect([noted.source('gov')?.name.en, noted.source('toString'), noted.source(undefined)]).to.deep.equal([
      'Gazette',
      undefined,
      undefined,
    ]);
    expect([noted.metric('cadres')?.kind, noted.metric('constructor')]).to.deep.equal(['count', undefined]);
  });
});
