import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset, Datum } from '../../src/data/dataset.js';
import { periodNear } from '../../src/data/periods.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { classScale } from '../../src/scene/classes/scale.js';
import { csvOf } from '../../src/scene/parts/csv.js';
import { describe as describeRegion } from '../../src/scene/text/description.js';
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

  describe('of which one is empty', () => {
    const FULL = { code: A, period: '2018', funding: 5 };
    const EMPTY = { code: A, period: '2018', funding: null };
    const of = (...values: RawFeed['values']): Dataset => made((feed) => (feed.values = values));

    it('show what the other says, whichever comes first, and the empty one is named', () => {
      for (const values of [
        [EMPTY, FULL],
        [FULL, EMPTY],
      ]) {
        const dataset = of(...values);
        expect(valueOf(dataset.datum(A, 'funding', '2018'))).to.equal(5);
        const [empty, full] = [values.indexOf(EMPTY), values.indexOf(FULL)].map((i) => `values[${i}]`);
        expect(dataset.ledger.duplicates).to.deep.equal([{ path: empty, code: A, kept: full }]);
      }
      expect(of(EMPTY, { ...EMPTY, funding: 'suppressed' }).datum(A, 'funding', '2018').kind).to.equal('special');
    });

    it('complete each other where only a cell is empty', () => {
      for (const values of [
        [{ ...EMPTY, cadres: 3 }, FULL],
        [FULL, { ...EMPTY, cadres: 3 }],
      ]) {
        const dataset = of(...values);
        expect(dataset.ledger.duplicates).to.deep.equal([]);
        expect(valueOf(dataset.datum(A, 'funding', '2018'))).to.equal(5);
        expect(valueOf(dataset.datum(A, 'cadres', '2018'))).to.equal(3);
      }
    });

    it('are doubles where both say something, though the first is refused', () => {
      const dataset = of({ ...FULL, funding: -5 }, FULL);
      expect(dataset.datum(A, 'funding', '2018').kind).to.equal('no-data');
      expect(dataset.ledger.duplicates).to.deep.equal([{ path: 'values[1]', code: A, kept: 'values[0]' }]);
    });

    it('keep the empty one in the periods in which there is no other', () => {
      const dataset = of({ ...EMPTY, period: ['2017', '2018'] }, FULL);
      expect(dataset.join.row(A, '2017')?.path).to.equal('values[0]');
      expect(dataset.join.rows(A, '2018').map(({ path }) => path)).to.deep.equal(['values[1]']);
      expect(dataset.ledger.duplicates).to.have.length(1);
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

    it('are no doubles of themselves where the list names one twice', () => {
      const dataset = made((feed) => {
        feed.values[0]!.period = ['2018', 2018, '2017'];
      });
      expect(dataset.ledger.duplicates).to.deep.equal([]);
      expect(dataset.feed.values[0]).to.deep.include({ period: '2018', also: ['2017'] });
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
