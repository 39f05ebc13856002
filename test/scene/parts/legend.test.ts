// All methods are asked here.
import '../../../src/scene/classes/methods/all.js';
import { expect } from '@open-wc/testing';
import type { Dataset } from '../../../src/data/dataset.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import { CLASS_METHODS, type ClassMethod } from '../../../src/scene/classes/breaks.js';
import { csvOf } from '../../../src/scene/parts/csv.js';
import { classLabels, legendUnit } from '../../../src/scene/parts/legend.js';
import { classScale, type ClassScale } from '../../../src/scene/classes/scale.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

describe('the labels of a legend', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });

  const RECEIVERS = ['513201', '513221', '513222', '513223', '513224', '513225', '513226'];
  /** A feed without givers, whose receivers have these numbers. */
  const withColumn = (column: 'funding' | 'cadres', numbers: readonly number[]): Dataset =>
    datasetOf(
      feedWith((feed) => {
        feed.regions = RECEIVERS.slice(0, numbers.length);
        feed.values = numbers.map((number, i) => ({ code: RECEIVERS[i]!, period: '2018', [column]: number }));
        feed.pairs = [];
      }),
      regions,
    );
  const scaleOf = (dataset: Dataset, metric: string, method: ClassMethod, classes = 5): ClassScale =>
    classScale(dataset, dataset.metric(metric)!, '2018', 'county', { method, classes });

  it('are the numbers themselves for a count of few', () => {
    const scale = scaleOf(withColumn('cadres', [1, 2, 3, 3, 2, 1]), 'cadres', 'quantile');
    expect(classLabels(scale, 'zh-CN')).to.deep.equal(['1', '2', '3']);
    expect(classLabels(scale, 'en')).to.deep.equal(['1', '2', '3']);
  });

  it('have one unit, in which small and large numbers are told alike', () => {
    const scale = scaleOf(
      withColumn('funding', [3_000_000, 80_000_000, 120_000_000, 400_000_000]),
      'funding',
      'quantile',
      4,
    );
    expect(legendUnit(scale, 'zh-CN')).to.deep.include({ divisor: 1e8, word: '亿元' });
    expect(classLabels(scale, 'zh-CN')).to.deep.equal(['0.0–0.5', '0.5–1.0', '1.0–2.0', '2.0–4.0']);
    expect(legendUnit(scale, 'en')).to.deep.include({ divisor: 1e6, word: 'million yuan' });
    expect(classLabels(scale, 'en')).to.deep.equal(['3–50', '50–100', '100–200', '200–400']);
  });

  // BUG: the low end of a class of a count is its break as it is; only the high end is made whole.
  for (const method of CLASS_METHODS) {
    it(`name whole numbers of people, by ${method}`, () => {
      for (const numbers of [
        [0, 1, 3, 7, 11, 13, 20],
        [1, 1, 2, 2, 2],
      ]) {
        const labels = classLabels(scaleOf(withColumn('cadres', numbers), 'cadres', method, 3), 'zh-CN');
        for (const label of labels) expect(label, labels.join()).to.match(/^\d+(–\d+)?$/);
      }
    });
  }

  // BUG: two digits do not part 30,000,002 from 30,000,003 yuan in 万元, and nothing else does: "3,000.00–3,000.00" three times.
  it('are never the same for two classes', () => {
    for (const method of CLASS_METHODS) {
      const labels = classLabels(
        scaleOf(withColumn('funding', [30_000_001, 30_000_002, 30_000_003, 30_000_004]), 'funding', method, 4),
        'zh-CN',
      );
      expect(new Set(labels).size, `${method}: ${labels.join()}`).to.equal(labels.length);
    }
  });

  it('name no end where nobody has a value, in a file neither', () => {
    const dataset = withColumn('funding', []);
    const scale = scaleOf(dataset, 'funding', 'quantile');
    expect(classLabels(scale, 'zh-CN')).to.deep.equal(['']);
    expect(csvOf(dataset, scale, { language: 'zh-CN', isReclassed: false })).to.not.match(/Infinity|第1级/);
    const withBreaks = classScale(dataset, dataset.metric('funding')!, '2018', 'county', {
      method: 'threshold',
      classes: 3,
      thresholds: [10_000, 20_000],
    });
    expect(classLabels(withBreaks, 'zh-CN')).to.deep.equal(['不足1', '1–2', '2及以上']);
  });
});
