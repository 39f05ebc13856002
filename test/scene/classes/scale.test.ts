import { expect } from '@open-wc/testing';
import type { Dataset } from '../../../src/data/dataset.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import type { Level } from '../../../src/data/types.js';
import { classLabels, legendUnit } from '../../../src/scene/parts/legend.js';
import { classScale, fillOf, participantsAt, type ClassScale } from '../../../src/scene/classes/scale.js';
import '../../../src/scene/words/all.js';
import { feedWith, goodFeed, type RawFeed } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

describe('a scale', () => {
  let regions: RegionIndex;
  let dataset: Dataset;
  before(async () => {
    regions = await realRegions();
    dataset = datasetOf(goodFeed(), regions);
  });
  const scaleOf = (
    metric: string,
    { from = dataset, level = 'county' as Level, classes = 5, method = 'quantile' as const, period = '2018' } = {},
  ): ClassScale => classScale(from, from.metric(metric)!, period, level, { method, classes });
  const withValues = (change: (row: RawFeed['values'][number], i: number) => void): Dataset =>
    datasetOf(
      feedWith((feed) => feed.values.forEach(change)),
      regions,
    );

  it('is made by those who take part, and colours those who help on it', () => {
    const scale = scaleOf('funding', { classes: 2 });
    expect(scale.values).to.deep.equal([10_000_000, 20_000_000, 30_000_000, 40_000_000]);
    expect(scale.breaks).to.deep.equal([30_000_000]);
    expect(scale.classes.map(({ codes }) => codes)).to.deep.equal([
      ['513201', '513221'],
      ['513222', '513223'],
    ]);
    expect(fillOf(dataset.datum('330106', 'funding', '2018'), scale)).to.deep.equal({
      kind: 'class',
      index: 0,
      notPublished: true,
    });
    expect(fillOf(dataset.datum('513223', 'funding', '2018'), scale)).to.deep.equal({
      kind: 'class',
      index: 1,
      notPublished: false,
    });
    expect(fillOf(dataset.datum('510104', 'funding', '2018'), scale)).to.deep.equal({ kind: 'outside' });
  });

  it('leaves its outer classes open where those who give lie beyond those who receive', () => {
    const scale = scaleOf('funding', {
      from: datasetOf(
        feedWith((feed) => {
          feed.pairs = feed.values
            .map(({ code }) => ({ from: '330106', to: code }))
            .concat([{ from: '330304', to: '513201' }]);
        }),
        regions,
      ),
      classes: 2,
    });
    expect(scale.reach).to.deep.equal([5_000_000, 95_000_000]);
    expect(classLabels(scale, 'zh-CN')).to.deep.equal(['不足3,000', '3,000及以上']);
    expect(classLabels(scaleOf('funding', { classes: 2 }), 'zh-CN')).to.deep.equal(['1,000–3,000', '3,000–4,000']);
  });

  it('takes each number of a count as a class while they are few', () => {
    const scale = scaleOf('cadres');
    expect(scale.breaks).to.deep.equal([1, 2, 4]);
    expect(classLabels(scale, 'zh-CN')).to.deep.equal(['0', '1', '2–3', '4']);
    expect(scaleOf('cadres', { classes: 2 }).classes).to.have.length(2);
  });

  it('of coverage has none, some and all at every level', () => {
    const scale = scaleOf('coverage');
    expect(scale.method).to.equal('coverage');
    expect(scale.classes.map(({ codes }) => codes.length)).to.deep.equal([1, 0, 3]);
    expect(classLabels(scale, 'zh-CN')).to.deep.equal(['未覆盖', '部分覆盖', '全覆盖']);
    const share = scaleOf('coverage', { level: 'prefecture' });
    expect(share.classes.map(({ codes }) => codes)).to.deep.equal([[], ['513200'], []]);
  });

  it('has its own values at each level', () => {
    expect(scaleOf('funding', { level: 'prefecture' }).values).to.deep.equal([100_000_000]);
    expect(participantsAt(dataset, 'province', 'funding')).to.deep.equal(['510000']);
    const direct = datasetOf(
      feedWith((feed) => {
        (feed.regions as string[]).push('429004');
      }),
      regions,
    );
    expect(participantsAt(direct, 'prefecture', 'funding')).to.deep.equal(['513200', '429004']);
  });

  it('names those without a value, and the least sure status', () => {
    const partial = withValues((row, i) => {
      row.status = ['reported', 'inferred', 'confirmed', 'illustrative'][i];
      if (i === 3) row.funding = null;
    });
    expect(scaleOf('funding', { from: partial })).to.deep.include({ noData: ['513223'], status: 'inferred' });
  });

  it('bears no value, one, and all alike', () => {
    const none = scaleOf('funding', {
      from: withValues((row) => {
        row.funding = null;
      }),
    });
    expect([none.values, none.breaks, none.status, none.classes.length]).to.deep.equal([[], [], undefined, 1]);
    expect(classLabels(none, 'zh-CN')).to.have.length(1);
    const alike = scaleOf('funding', {
      from: withValues((row) => {
        row.funding = 5_000_000;
      }),
    });
    expect(classLabels(alike, 'zh-CN')).to.deep.equal(['500']);
    expect(legendUnit(alike, 'zh-CN').word).to.equal('万元');
  });

  it('can take the breaks of several periods together', () => {
    const years = datasetOf(
      feedWith((feed) => {
        feed.values.push({ code: '513201', period: '2019', funding: 900_000_000 });
      }),
      regions,
    );
    const [first, second] = ['2018', '2019'].map((period) =>
      classScale(years, years.metric('funding')!, period, 'county', {
        method: 'equal',
        classes: 3,
        periods: ['2018', '2019'],
      }),
    );
    expect(first!.breaks).to.deep.equal(second!.breaks);
    expect(first!.classes.map(({ codes }) => codes.length)).to.deep.equal([4, 0, 0]);
  });

  it('labels its classes in one unit, with the digits of its breaks', () => {
    const odd = withValues((row, i) => {
      row.funding = 12_345_678 + i * 10_000_000;
    });
    const labels = classLabels(scaleOf('funding', { from: odd, classes: 2 }), 'zh-CN');
    expect(labels).to.deep.equal(['1,235–3,000', '3,000–4,235']);
    expect(classLabels(scaleOf('funding', { from: odd, classes: 2 }), 'en')).to.deep.equal(['12–30', '30–42']);
  });
});
