import { expect } from '@open-wc/testing';
import type { Dataset, ValueDatum } from '../../../src/data/dataset.js';
import { neighboursOf } from '../../../src/scene/geometry/neighbours.js';
import { classOf } from '../../../src/scene/classes/breaks.js';
import { explain } from '../../../src/scene/text/description.js';
import { findings, sayFinding, type Finding } from '../../../src/scene/text/explanation.js';
import { classScale, type ClassScale } from '../../../src/scene/classes/scale.js';
import { totalsOf } from '../../../src/scene/parts/totals.js';
import { builtInDataset } from '../../fixtures/world.js';
import '../../../src/scene/words/all.js';

const METRICS = ['funding', 'cadres'] as const;

describe('the explanation of a value', () => {
  let dataset: Dataset;
  const scaleOf = (metric: string, level: 'county' | 'prefecture' = 'county'): ClassScale =>
    classScale(dataset, dataset.metric(metric)!, '2018', level, { method: 'quantile', classes: 5 });

  before(async () => {
    dataset = await builtInDataset();
  });

  const own = (code: string, metric: string): number | undefined => {
    const datum = dataset.datum(code, metric, '2018');
    return datum.kind === 'value' ? datum.value : undefined;
  };
  const found = (code: string, metric: string): Map<Finding['kind'], Finding> => {
    const datum = dataset.datum(code, metric, '2018') as ValueDatum;
    return new Map(findings(dataset, scaleOf(metric), code, datum).map((finding) => [finding.kind, finding]));
  };

  it('comes from formulas that can be derived again, for all 80 counties and both metrics', () => {
    const all = [...dataset.participants];
    expect(all).to.have.length(80);
    for (const metric of METRICS) {
      const values = all.map((code) => own(code, metric)!);
      const { breaks } = scaleOf(metric);
      for (const code of all) {
        const value = own(code, metric)!;
        const said = found(code, metric);
        expect(said.get('rank'), code).to.deep.equal({
          kind: 'rank',
          rank: 1 + values.filter((other) => other > value).length,
          ties: values.filter((other) => other === value).length - 1,
          count: 80,
        });
        const share = said.get('share') as Extract<Finding, { kind: 'share' }>;
        expect(share.isOfPublished).to.equal(true);
        expect(share.share).to.be.closeTo(value / dataset.metric(metric)!.total!, 1e-12);
        const mean = said.get('mean') as Extract<Finding, { kind: 'mean' }>;
        const same = all.filter((other) => other.slice(0, 2) === code.slice(0, 2)).map((other) => own(other, metric)!);
        const expected = same.reduce((a, b) => a + b, 0) / same.length;
        expect(mean.province).to.equal(`${code.slice(0, 2)}0000`);
        expect(mean.mean).to.be.closeTo(expected, expected * 1e-12);
        expect(mean.ratio).to.be.closeTo(value / expected - 1, 1e-9);
        const index = classOf(value, breaks);
        const next = said.get('next-class') as Extract<Finding, { kind: 'next-class' }> | undefined;
        expect(next?.difference, code).to.equal(index < breaks.length ? breaks[index]! - value : undefined);
        const around = neighboursOf(dataset.regions, 'county', code).flatMap((other) => own(other, metric) ?? []);
        expect(said.has('highest'), code).to.equal(around.length > 1 && value > Math.max(...around));
        expect(said.has('lowest'), code).to.equal(around.length > 1 && value < Math.min(...around));
      }
    }
    // Both kinds do occur: the loop above has not compared nothing with nothing.
    const kinds = new Set(all.flatMap((code) => [...found(code, 'funding').keys()]));
    expect([...kinds]).to.include.members(['highest', 'lowest', 'top-class', 'next-class']);
  });

  it('neighbours one another, across provinces too', () => {
    for (const code of dataset.regions.counties) {
      for (const other of neighboursOf(dataset.regions, 'county', code)) {
        expect(neighboursOf(dataset.regions, 'county', other), `${code} ${other}`).to.include(code);
      }
    }
    const across = dataset.regions.counties.flatMap((code) =>
      neighboursOf(dataset.regions, 'county', code).filter((other) => other.slice(0, 2) !== code.slice(0, 2)),
    );
    expect(across.length).to.be.greaterThan(0);
  });

  it('is said in both languages, and says first that it rests on values nobody published', () => {
    const scale = scaleOf('funding');
    const [basis, rank, share] = explain(dataset, scale, '513201', 'zh-CN');
    expect(basis).to.equal('以下按示意值算得');
    expect(rank).to.match(/^在80个有数值的县（市、区）中居第\d+位$/);
    expect(share).to.match(/^占公布总数的\d+(\.\d)?%$/);
    expect(explain(dataset, scale, '513201', 'en')[0]).to.equal('Derived from illustrative values');
    expect(explain(dataset, scale, '513201', 'en').join(' ')).not.to.match(/[一-龥]|\{/);
  });

  it('names ties, and has a word for every finding', () => {
    expect(explain(dataset, scaleOf('cadres'), '513201', 'zh-CN')[1]).to.match(/个并列$/);
    const scale = scaleOf('funding');
    const every: Finding[] = [
      { kind: 'share', share: 0.1, isOfPublished: false },
      { kind: 'mean', province: '510000', mean: 10, ratio: 0, count: 4 },
      { kind: 'mean', province: '510000', mean: 10, ratio: 0.5, count: 4 },
      { kind: 'mean', province: '510000', mean: 10, ratio: -0.5, count: 4 },
      { kind: 'highest', count: 3 },
      { kind: 'lowest', count: 3 },
      { kind: 'top-class', difference: 10 },
    ];
    const said = every.map((finding) => sayFinding(finding, dataset, scale, 'zh-CN'));
    expect(new Set(said).size).to.equal(every.length);
    expect(said.join()).not.to.match(/\{|explain\./);
  });

  it('explains neither coverage nor what has no value', () => {
    expect(explain(dataset, scaleOf('coverage'), '513201', 'zh-CN')).to.deep.equal([]);
    expect(explain(dataset, scaleOf('funding'), '510104', 'zh-CN')).to.deep.equal([]);
  });

  it('ranks prefectures among prefectures', () => {
    const scale = scaleOf('funding', 'prefecture');
    const [, rank] = explain(dataset, scale, '513200', 'zh-CN');
    expect(rank).to.equal('在15个有数值的市（州）中居第1位');
  });

  describe('totals', () => {
    it('add up each side by itself, with its share of the published total', () => {
      const scale = scaleOf('funding');
      const codes = ['513201', '513221', '330782', '510104'];
      const totals = totalsOf(dataset, scale, codes);
      expect(totals.regions).to.equal(4);
      expect(totals.without).to.equal(1);
      const [received, given] = [
        totals.sides.find(({ side }) => side === 'received')!,
        totals.sides.find(({ side }) => side === 'given')!,
      ];
      expect(received.value).to.equal(own('513201', 'funding')! + own('513221', 'funding')!);
      expect(received.share).to.be.closeTo(received.value / 2_470_000_000, 1e-12);
      expect(received.status).to.equal('illustrative');
      expect(given.value).to.equal(own('330782', 'funding'));
    });

    it('count a region within another only once, and all 80 counties as the whole', () => {
      const scale = scaleOf('funding');
      expect(totalsOf(dataset, scale, ['513200', '513201', '513201'])).to.deep.equal(
        totalsOf(dataset, scale, ['513200']),
      );
      const [all] = totalsOf(dataset, scale, [...dataset.participants]).sides;
      expect(all!.value).to.be.closeTo(2_470_000_000, 1e-3);
      expect(all!.share).to.be.closeTo(1, 1e-12);
      const [covered] = totalsOf(dataset, scaleOf('coverage'), [...dataset.participants]).sides;
      expect(covered).to.include({ value: 80, counties: 80, share: 1 });
    });
  });
});
