import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { changesOf } from '../../src/data/changes.js';
import type { Dataset, Datum } from '../../src/data/dataset.js';
import { periodNear } from '../../src/data/periods.js';
import { reconcile } from '../../src/data/reconcile.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { classScale } from '../../src/scene/classes/scale.js';
import { csvOf } from '../../src/scene/parts/csv.js';
import { reconciliationLine } from '../../src/scene/parts/ledger.js';
import { totalsOf } from '../../src/scene/parts/totals.js';
import { describe as describeRegion } from '../../src/scene/text/description.js';
import { figureNotes } from '../../src/scene/text/notes.js';
import '../../src/scene/words/all.js';
import { feedWith, goodFeed, type RawFeed } from '../fixtures/feeds.js';
import { datasetOf, realRegions } from '../fixtures/world.js';

const [A, B, C, D] = ['513201', '513221', '513222', '513223'] as const;
const GIVER = '330106',
  HANGZHOU = '330100';

describe('rows of one region', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  const made = (change: (feed: RawFeed) => void): Dataset => datasetOf(feedWith(change), regions);
  const valueOf = (datum: Datum): number => (datum.kind === 'value' ? datum.value : Number.NaN);
  const scaleOf = (dataset: Dataset, metric: string, period: string, level: 'county' | 'prefecture' = 'county') =>
    classScale(dataset, dataset.metric(metric)!, period, level, { method: 'quantile', classes: 3 });

  describe('and one period', () => {
    const split = (feed: RawFeed): void => {
      feed.values = feed.values.flatMap(({ funding, cadres, ...row }) => [
        { ...row, funding, status: 'illustrative' },
        { ...row, cadres },
      ]);
    };

    it('complete each other, each with its status', () => {
      const dataset = made(split);
      expect(dataset.ledger.duplicates).to.deep.equal([]);
      expect(dataset.datum(A, 'funding', '2018')).to.include({ value: 10_000_000, status: 'illustrative' });
      expect(dataset.datum(A, 'cadres', '2018')).to.include({ value: 1, status: 'reported' });
      expect(dataset.datum(A, 'coverage', '2018')).to.include({ value: 1, status: 'reported' });
    });

    it('give the same dataset in any order, and as one row', () => {
      const whole = datasetOf(goodFeed(), regions);
      fc.assert(
        fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
          const dataset = made((feed) => {
            split(feed);
            feed.values = order.map((i) => ({ ...feed.values[i]!, status: 'reported' }));
          });
          for (const code of [A, B, C, D, GIVER, HANGZHOU, '513200'])
            for (const metric of ['funding', 'cadres', 'coverage'])
              expect(dataset.datum(code, metric, '2018')).to.deep.equal(whole.datum(code, metric, '2018'));
        }),
        { numRuns: 20 },
      );
    });

    it('are doubles where a column stands in both: the first is kept, and the other named', () => {
      const dataset = made((feed) => {
        feed.values.push({ code: A, period: '2018', funding: 1 }, { code: A, period: '2018', cadres: 9, funding: 1 });
      });
      expect(dataset.ledger.duplicates).to.deep.equal([
        { path: 'values[4]', code: A, kept: 'values[0]' },
        { path: 'values[5]', code: A, kept: 'values[0]' },
      ]);
      expect(valueOf(dataset.datum(A, 'cadres', '2018'))).to.equal(1);
    });
  });

  describe('and several periods', () => {
    it('are one row for all of a list, and read in any notation', () => {
      const dataset = made((feed) => {
        feed.values[0]!.period = ['2016', 2017, '2018'];
      });
      expect(dataset.feed.periods).to.deep.equal(['2016', '2017', '2018']);
      for (const period of dataset.feed.periods)
        expect(valueOf(dataset.datum(A, 'funding', period))).to.equal(10_000_000);
      expect(dataset.datum(B, 'funding', '2017').kind).to.equal('no-data');
      expect(dataset.ledger.drawn).to.have.length(4);
    });

    it('are named once where they double others in some, and hold in the rest', () => {
      const dataset = made((feed) => {
        feed.values.push({ code: A, period: ['2017', '2018', '2019'], funding: 7 });
      });
      expect(dataset.ledger.duplicates).to.deep.equal([{ path: 'values[4]', code: A, kept: 'values[0]' }]);
      expect(['2017', '2018', '2019'].map((period) => valueOf(dataset.datum(A, 'funding', period)))).to.deep.equal([
        7, 10_000_000, 7,
      ]);
    });

    it('are named once where no region has their code, or a number is out of range', () => {
      const dataset = made((feed) => {
        feed.values.push({ code: '999999', period: ['2017', '2018'], funding: 7 });
        feed.values.push({ code: A, period: ['2016', '2017'], funding: -7 });
      });
      expect(dataset.ledger.unmatched.map(({ path }) => path)).to.deep.equal(['values[4]']);
      expect(dataset.ledger.outOfRange.map(({ path }) => path)).to.deep.equal(['values[5]']);
    });

    it('name no period by an empty list', () => {
      const dataset = made((feed) => {
        feed.values[0]!.period = [];
      });
      expect(dataset.ledger.faulty.map(({ path }) => path)).to.deep.equal(['values[0].period']);
    });

    it('say the base of each, where it is of another', () => {
      const dataset = made((feed) => {
        (feed.metrics as object[]).push(
          { id: 'people', label: '人口', kind: 'count', unit: 'person' },
          { id: 'per-head', label: '人均', kind: 'rate', of: 'funding', per: 'people' },
        );
        feed.values[0]!.period = ['2016', '2018'];
        feed.values.push({ code: A, period: '2018', people: 1000 });
      });
      expect(dataset.datum(A, 'per-head', '2016')).to.include({ value: 10_000, base: '2018' });
      expect(dataset.datum(A, 'per-head', '2018'))
        .to.include({ value: 10_000 })
        .and.not.to.have.property('base');
      expect(dataset.periodsOf('per-head')).to.deep.equal(['2016', '2018']);
    });
  });

  describe('that helps', () => {
    const withPeople = (feed: RawFeed): void => {
      (feed.metrics as object[]).push({
        id: 'people',
        label: { 'zh-CN': '人口', en: 'People' },
        kind: 'count',
        unit: 'person',
        givers: 'own',
      });
      for (const pair of feed.pairs) delete pair.period;
      [A, B, C, D, GIVER, '330102'].forEach((code, i) =>
        feed.values.push({ code, period: '2020', people: 1000 * (i + 1), source: 'gov' }),
      );
    };

    it('are its own where the metric says so, and what those have whom it helps where not', () => {
      const dataset = made(withPeople);
      expect(dataset.ledger.notTakingPart).to.deep.equal([]);
      expect(dataset.datum(GIVER, 'people', '2020')).to.include({ value: 5000, origin: 'own', source: 'gov' });
      expect(dataset.datum(GIVER, 'funding', '2018')).to.include({ origin: 'given' });
      // One that helps nobody has its own too.
      expect(dataset.datum('330102', 'people', '2020')).to.include({ value: 6000, origin: 'own' });
      expect(dataset.datum('330102', 'funding', '2018').kind).to.equal('outside');
      // One that helps, and has no row.
      expect(dataset.datum('330782', 'people', '2020').kind).to.equal('no-data');
      expect(dataset.datum(HANGZHOU, 'people', '2020')).to.include({ value: 11_000, origin: 'sum', counties: 2 });
      expect(dataset.datum('513200', 'people', '2020')).to.include({ value: 10_000, counties: 4 });
      expect(dataset.datum('510104', 'people', '2020').kind).to.equal('outside');
    });

    it('make no participant of it: coverage, the ledger and the sides stay what they were', () => {
      const dataset = made(withPeople);
      expect([...dataset.participants]).to.deep.equal([A, B, C, D]);
      expect(dataset.ledger.drawn).to.have.length(4);
      expect([...dataset.membersOf('people')]).to.include.members([A, GIVER, '330102']);
      expect(dataset.membersOf('funding').has(GIVER)).to.equal(false);
      expect(reconciliationLine(dataset, dataset.metric('people')!, '2020', 'en')).to.equal(undefined);
      expect(reconcile(dataset, 'people', '2020').received).to.equal(21_000);
    });

    it('shape the scale with all others, and are totalled apart from those who are helped', () => {
      const dataset = made(withPeople);
      const scale = scaleOf(dataset, 'people', '2020');
      expect(scale.values).to.deep.equal([1000, 2000, 3000, 4000, 5000, 6000]);
      expect(totalsOf(dataset, scale, [A, GIVER, '330102']).sides).to.deep.include.members([
        { side: 'received', value: 1000, regions: 1, counties: 1, share: 1 / 21, status: 'reported' },
        { side: 'given', value: 11_000, regions: 2, counties: 2, share: 11 / 21, status: 'reported' },
      ]);
      expect(figureNotes(dataset, scale, 'en', [GIVER])).to.not.include(
        'those who help: colours of the counties helped',
      );
      expect(figureNotes(dataset, scaleOf(dataset, 'funding', '2018'), 'en', [GIVER])).to.include(
        'those who help: colours of the counties helped',
      );
    });

    it('take no part with another column beside it: the row is named, and not drawn', () => {
      const dataset = made((feed) => {
        withPeople(feed);
        feed.values.push({ code: '330103', period: '2020', people: 1, funding: 2 });
      });
      expect(dataset.ledger.notTakingPart).to.deep.equal([
        { path: `values[${goodFeed().values.length + 6}]`, code: '330103' },
      ]);
      expect(dataset.datum('330103', 'people', '2020').kind).to.equal('outside');
    });

    it('are compared with those of the version before', () => {
      const before = made(withPeople);
      const after = made((feed) => {
        withPeople(feed);
        feed.values.find(({ code }) => code === GIVER)!.people = 5001;
      });
      expect(changesOf(before, after).list).to.deep.equal([
        { kind: 'revised', code: GIVER, metric: 'people', period: '2020', from: 5000, to: 5001 },
      ]);
    });
  });

  describe('in metrics of other periods', () => {
    const withPeople = (feed: RawFeed): void => {
      (feed.metrics as object[]).push({ id: 'people', label: { 'zh-CN': '人口', en: 'People' }, kind: 'count' });
      feed.values.push({ code: A, period: '2016', people: 7 }, { code: A, period: '2020', people: 9 });
    };

    it('are shown of the nearest, earlier before later, which the label names', () => {
      const dataset = made(withPeople);
      expect(periodNear(dataset, 'people', '2018')).to.equal('2016');
      expect(periodNear(dataset, 'people', '2020')).to.equal('2020');
      expect(periodNear(dataset, 'funding', '2020')).to.equal('2018');
      const { others } = describeRegion(dataset, scaleOf(dataset, 'funding', '2018'), A, 'en')!;
      expect(others.find(({ label }) => label.startsWith('People'))).to.include({ label: 'People (2016)', text: '7' });
      expect(others.find(({ label }) => label.startsWith('Cadres'))).to.include({ label: 'Cadres' });
      const file = csvOf(dataset, scaleOf(dataset, 'funding', '2018'), { language: 'en', isReclassed: false });
      expect(file).to.include('"People (2016)"');
    });
  });
});

describe('names, of several counties', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  const year = {
    id: 'year',
    label: { 'zh-CN': '年份', en: 'Year' },
    kind: 'ordered',
    categories: [2016, 2017].map((each) => ({ id: each, label: { 'zh-CN': `${each}年`, en: String(each) } })),
    special: [{ id: 'never', label: { 'zh-CN': '未列入', en: 'never listed' } }],
  };
  const world = (cells: readonly (number | string | null)[]): Dataset =>
    datasetOf(
      feedWith((feed) => {
        feed.metrics = [year];
        feed.values = [A, B, C, D].map((code, i) => ({ code, period: '2018', year: cells[i], source: 'gov' }));
      }),
      regions,
    );
  const said = (dataset: Dataset, code: string, language: 'zh-CN' | 'en') =>
    describeRegion(
      dataset,
      classScale(dataset, dataset.metric('year')!, '2018', 'county', { method: 'quantile', classes: 2 }),
      code,
      language,
    )!;

  it('say how many have which, in the feed’s order, and what is no name last', () => {
    const dataset = world(['never', 2017, 2016, 2017]);
    const unit = said(dataset, '513200', 'zh-CN');
    expect(unit.value.text).to.equal('以“2017年”居多');
    expect(unit.remarks).to.deep.equal(['辖区内4个县（市、区）中最多的一类', '各县：2016年1个、2017年2个、未列入1个']);
    expect(said(dataset, '513200', 'en').remarks[1]).to.equal('Counties: 1 “2016”, 2 “2017”, 1 “never listed”');
    expect(dataset.datum('513200', 'year', '2018')).to.include({ missing: 0, counties: 4 });
  });

  it('say so too where most have no name at all, and count what is missing as missing', () => {
    const most = world(['never', 'never', 2016, 2017]);
    expect(most.datum('513200', 'year', '2018')).to.deep.equal({
      kind: 'special',
      special: 'never',
      most: { origin: 'sum', counties: 4 },
    });
    expect(said(most, '513200', 'zh-CN').value.text).to.equal('以“未列入”居多');
    expect(world(['never', 2016, null, 2016]).datum('513200', 'year', '2018')).to.include({ missing: 1 });
    expect(world(['never', 'never', 'never', 'never']).datum('513200', 'year', '2018')).to.deep.equal({
      kind: 'special',
      special: 'never',
    });
    // As many of each: a name goes before what is none.
    expect(world(['never', 'never', 2016, 2016]).datum('513200', 'year', '2018')).to.include({ kind: 'value' });
  });

  it('are those of the counties helped, which the label says of a giver, in table and file too', () => {
    const dataset = world([2016, 2017, 2017, 2017]);
    const giver = said(dataset, GIVER, 'zh-CN');
    expect(giver.value).to.include({ label: '所帮扶各县：年份', text: '以“2016年”居多' });
    expect(giver.remarks).to.include('各县：2016年1个、2017年1个');
    expect(said(dataset, A, 'zh-CN')).to.have.nested.property('value.label', '年份');
    expect(said(dataset, A, 'zh-CN').sources[0]).to.include({ name: '公报' });
    const file = csvOf(
      dataset,
      classScale(dataset, dataset.metric('year')!, '2018', 'county', { method: 'quantile', classes: 2 }),
      { language: 'zh-CN', isReclassed: false },
    );
    expect(file).to.include('"所帮扶各县中最多的一类"').and.not.to.include('所帮扶各县之和');
  });

  it('have the source of the row that says that there is none', () => {
    const dataset = world(['never', 2016, 2016, 2016]);
    expect(dataset.datum(A, 'year', '2018')).to.deep.equal({ kind: 'special', special: 'never', source: 'gov' });
    expect(said(dataset, A, 'zh-CN').sources[0]).to.include({ name: '公报' });
  });

  it('written as text are no numbers that were read', () => {
    expect(world(['2016', '2017', 2017, 'never']).ledger.readNumbers).to.deep.equal([]);
  });

  it('have the same commonest and the same spread in any order of rows', () => {
    const cell = fc.constantFrom(2016, 2017, 'never', null);
    fc.assert(
      fc.property(
        fc.tuple(cell, cell, cell, cell),
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        (cells, order) => {
          const dataset = world(cells);
          const shuffled = datasetOf(
            feedWith((feed) => {
              feed.metrics = [year];
              feed.values = order.map((i) => ({
                code: [A, B, C, D][i],
                period: '2018',
                year: cells[i],
                source: 'gov',
              }));
            }),
            regions,
          );
          expect(shuffled.datum('513200', 'year', '2018')).to.deep.equal(dataset.datum('513200', 'year', '2018'));
          expect(said(shuffled, '513200', 'en').remarks).to.deep.equal(said(dataset, '513200', 'en').remarks);
        },
      ),
      { numRuns: 40 },
    );
  });
});
