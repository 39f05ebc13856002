import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset, Datum } from '../../src/data/dataset.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { classScale } from '../../src/scene/classes/scale.js';
import { csvOf } from '../../src/scene/parts/csv.js';
import { legendPart } from '../../src/scene/parts/legend.js';
import { describe as describeRegion } from '../../src/scene/text/description.js';
import { metricLabel } from '../../src/scene/text/metric-label.js';
import { formatValue, unitWord } from '../../src/scene/text/numbers.js';
import '../../src/scene/words/all.js';
import { chosenMetricOf, metricOf } from '../../src/state/derive.js';
import { Store } from '../../src/state/store.js';
import type { AtlasKey } from '../../src/state/values.js';
import { feedWith, type RawFeed } from '../fixtures/feeds.js';
import { datasetOf, realRegions } from '../fixtures/world.js';

const [A, B, C, D] = ['513201', '513221', '513222', '513223'] as const;
const NGAWA = '513200',
  GIVER = '330106';
const PLAIN = { isOneOf: false, isReclassed: false };

describe('a base of the feed', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  const withBases = (feed: RawFeed, people: readonly number[] = [1000, 2000, 3000, 4000]): void => {
    (feed.metrics as object[]).push(
      { id: 'people', label: { 'zh-CN': '人口', en: 'People' }, kind: 'count', unit: 'person' },
      { id: 'area', label: { 'zh-CN': '面积', en: 'Area' }, kind: 'amount', unit: 'km²' },
    );
    feed.bases = ['people', 'county', 'area'];
    [A, B, C, D].forEach((code, i) =>
      feed.values.push({ code, period: '2020', people: people[i], area: 10 * (i + 1) }),
    );
  };
  const made = (change: (feed: RawFeed) => void = withBases): Dataset => datasetOf(feedWith(change), regions);
  const valueOf = (datum: Datum): number => (datum.kind === 'value' ? datum.value : Number.NaN);
  const scaleOf = (dataset: Dataset, id: string) =>
    classScale(dataset, dataset.metric(id)!, '2018', 'county', { method: 'quantile', classes: 3 });

  it('makes a rate of each amount and count, and of nothing else, nor of itself', () => {
    const dataset = made();
    for (const id of [
      'funding/people',
      'funding/county',
      'funding/area',
      'cadres/people',
      'people/county',
      'people/area',
    ])
      expect(dataset.metric(id), id).to.include({ kind: 'rate' });
    for (const id of ['people/people', 'coverage/people', 'funding/cadres', 'funding/'])
      expect(dataset.metric(id)).to.equal(undefined);
    expect(dataset.feed.metrics.map(({ id }) => id)).to.deep.equal(['funding', 'cadres', 'coverage', 'people', 'area']);
  });

  it('of a unit divides the sum by the sum, of a giver what it gives by those whom it helps, per county by their number', () => {
    const number = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(
        fc.tuple(number, number, number, number),
        fc.tuple(number, number, number, number),
        (money, people) => {
          const dataset = made((feed) => {
            withBases(feed, people);
            money.forEach((each, i) => (feed.values[i]!.funding = each));
          });
          const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
          const close = (got: number, expected: number): void =>
            void expect(Math.abs(got - expected)).to.be.at.most(1e-9 * expected);
          close(valueOf(dataset.datum(NGAWA, 'funding/people', '2018')), sum(money) / sum(people));
          close(valueOf(dataset.datum(NGAWA, 'funding/county', '2018')), sum(money) / 4);
          close(valueOf(dataset.datum(A, 'funding/county', '2018')), money[0]!);
          // The giver has all of A and a quarter of B.
          close(
            valueOf(dataset.datum(GIVER, 'funding/people', '2018')),
            (money[0]! + money[1]! / 4) / (people[0]! + people[1]! / 4),
          );
          close(valueOf(dataset.datum(GIVER, 'funding/county', '2018')), (money[0]! + money[1]! / 4) / 1.25);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is of the nearest period, which is said beside how both parts are known', () => {
    const dataset = made((feed) => {
      withBases(feed);
      for (const row of feed.values.slice(0, 4)) row.status = 'illustrative';
    });
    expect(dataset.datum(A, 'funding/people', '2018')).to.include({ base: '2020', status: 'illustrative' });
    const { remarks, value } = describeRegion(dataset, scaleOf(dataset, 'funding/people'), A, 'zh-CN')!;
    expect(value).to.include({
      label: '人均资金',
      text: '10,000元/人'.replace('10,000', '1万'),
      status: '示意值，非公布数字',
    });
    expect(remarks[0]).to.equal('分子为2018（示意），分母为2020（公布）');
    expect(dataset.periodsOf('funding/people')).to.deep.equal(['2018']);
  });

  it('counts things for 10,000 people, and says so in label and unit, in both languages', () => {
    const dataset = made();
    expect(valueOf(dataset.datum(B, 'cadres/people', '2018'))).to.be.closeTo(10, 1e-9);
    const labels = (language: 'zh-CN' | 'en'): string[] =>
      ['funding/people', 'cadres/people', 'funding/county', 'funding/area'].map((id) =>
        metricLabel(dataset.metric(id), language),
      );
    expect(labels('zh-CN')).to.deep.equal(['人均资金', '每万人干部', '县均资金', '按面积平均资金']);
    expect(labels('en')).to.deep.equal([
      'Funding per head',
      'Cadres per 10,000 people',
      'Funding per county',
      'Funding per Area',
    ]);
    const units = (language: 'zh-CN' | 'en'): string[] =>
      ['funding/people', 'cadres/people', 'funding/county', 'cadres/county', 'funding/area'].map((id) =>
        unitWord(dataset.metric(id)!.unit, language),
      );
    expect(units('zh-CN')).to.deep.equal(['元/人', '人/万人', '元/县', '人/县', '元/km²']);
    expect(units('en')).to.deep.equal([
      'yuan per person',
      'people per 10,000 people',
      'yuan per county',
      'people per county',
      'yuan/km²',
    ]);
    expect(unitWord('µg/m³', 'en')).to.equal('µg/m³');
    expect(formatValue(dataset.metric('cadres/people')!, 0.0123456, 'en')).to.match(/^0\.0123/);
  });

  it('that is no amount, no count and no county is named, and not offered; a list that is none likewise', () => {
    const dataset = made((feed) => {
      withBases(feed);
      feed.bases = ['people', 'coverage', 'ghosts'];
    });
    expect(dataset.feed.bases).to.deep.equal(['people']);
    expect(dataset.ledger.faulty.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      'unknown-metric bases[1]',
      'unknown-metric bases[2]',
    ]);
    const broken = made((feed) => {
      feed.bases = 'people';
    });
    expect(broken.feed.bases).to.deep.equal([]);
    expect(broken.ledger.faulty.map(({ path }) => path)).to.deep.equal(['bases']);
  });

  it('that is named twice is offered once', () => {
    const dataset = made((feed) => {
      withBases(feed);
      feed.bases = ['people', 'county', 'people', 'county'];
    });
    expect(dataset.feed.bases).to.deep.equal(['people', 'county']);
    expect(dataset.ledger.faulty).to.deep.equal([]);
    const { bases } = legendPart(dataset, scaleOf(dataset, 'funding'), 'zh-CN', PLAIN);
    expect(bases?.options.map(({ text }) => text)).to.deep.equal(['总数', '人均', '县均']);
  });

  it('is offered by the legend, of what can be divided alone', () => {
    const dataset = made();
    const bases = (id: string): string[] =>
      legendPart(dataset, scaleOf(dataset, id), 'zh-CN', PLAIN).bases?.options.map(
        ({ text, isChosen }) => (isChosen ? '*' : '') + text,
      ) ?? [];
    expect(bases('funding')).to.deep.equal(['*总数', '人均', '县均', '按面积平均']);
    expect(bases('funding/county')).to.deep.equal(['总数', '人均', '*县均', '按面积平均']);
    expect(bases('cadres')).to.deep.equal(['*总数', '每万人', '县均', '按面积平均']);
    expect(bases('coverage')).to.deep.equal([]);
    expect(
      legendPart(
        made(() => {}),
        scaleOf(dataset, 'funding'),
        'en',
        PLAIN,
      ).bases,
    ).to.equal(undefined);
  });

  it('stands in the file beside what it divides, while it is shown', () => {
    const dataset = made();
    const heading = (id: string): string =>
      csvOf(dataset, scaleOf(dataset, id), { language: 'en', isReclassed: false })
        .split('\r\n')
        .find((line) => line.startsWith('"Code"'))!;
    expect(heading('funding/people')).to.match(
      /"Funding \(yuan\)","[^"]*Funding","Funding per head \(yuan per person\)"/,
    );
    expect(heading('funding')).to.not.include('per head');
  });

  it('goes with the reader from metric to metric, and is another metric to all that show one', () => {
    const store = new Store();
    const heard: AtlasKey[][] = [];
    store.change({ dataset: made(), metric: 'funding' });
    store.subscribe((changed) => heard.push([...changed]), new AbortController().signal);
    store.change({ filter: { kind: 'classes', level: 'county', classes: new Set([0]) } });
    store.change({ per: 'people' }, 'reader');
    expect(metricOf(store.values)?.id).to.equal('funding/people');
    expect(chosenMetricOf(store.values)?.id).to.equal('funding');
    expect(heard[1]).to.include.members(['per', 'metric', 'filter']);
    expect(store.values.filter).to.equal(undefined);
    store.change({ metric: 'coverage' }, 'reader');
    expect(metricOf(store.values)?.id).to.equal('coverage');
    store.change({ metric: 'cadres' }, 'reader');
    expect(metricOf(store.values)?.id).to.equal('cadres/people');
    store.change({ metric: 'people' }, 'reader');
    expect(metricOf(store.values)?.id).to.equal('people');
    store.change({ per: undefined, metric: 'funding' }, 'reader');
    expect(metricOf(store.values)?.id).to.equal('funding');
  });
});
