import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset } from '../../../src/data/dataset.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import { classScale } from '../../../src/scene/classes/scale.js';
import { detailsPart, tooltipPart } from '../../../src/scene/parts/details.js';
import { seriesPart, type SeriesPart } from '../../../src/scene/parts/series.js';
import type { PictureNode } from '../../../src/scene/picture/picture.js';
import { seriesPicture } from '../../../src/scene/picture/series-picture.js';
import { paletteOf } from '../../../src/scene/picture/tokens.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { builtInDataset, datasetOf, realRegions } from '../../fixtures/world.js';

const A = '513201';
const YEARS = ['2016', '2017', '2018', '2019', '2020'];
const palette = paletteOf('light', 'teal', 5);

describe('the series of a region', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  type Cell = number | string | null;
  const world = (cells: readonly Cell[], status: (i: number) => string = () => 'reported', kind = 'index'): Dataset =>
    datasetOf(
      feedWith((feed) => {
        feed.metrics = [{ id: 'm', label: { 'zh-CN': '数', en: 'Number' }, kind, unit: 'x' }];
        feed.values = [
          ...cells.map((cell, i) => ({ code: A, period: YEARS[i], m: cell, status: status(i) })),
          // Another county has all periods: they are the metric's.
          ...YEARS.map((period) => ({ code: '513221', period, m: 1 })),
        ];
      }),
      regions,
    );
  const seriesOf = (
    dataset: Dataset,
    metric: string,
    code: string,
    period: string,
    language: 'zh-CN' | 'en' = 'zh-CN',
  ) =>
    seriesPart(
      dataset,
      classScale(dataset, dataset.metric(metric)!, period, 'county', { method: 'quantile', classes: 3 }),
      code,
      language,
    );
  const namedIn = (part: SeriesPart, name: string): PictureNode[] =>
    seriesPicture(part, palette, 'x').children.filter(
      (child): child is PictureNode => typeof child !== 'string' && child.name === name,
    );

  it('has a point for each value, a line between neighbours alone, and nothing over a gap', () => {
    const part = seriesOf(world([10, null, 30, 40, null]), 'm', A, '2018')!;
    expect(part.points.map(({ at }) => at)).to.deep.equal([0.25, undefined, 0.75, 1, undefined]);
    expect(part.points.map(({ isShown }) => isShown)).to.deep.equal([false, false, true, false, false]);
    expect(namedIn(part, 'circle')).to.have.length(3);
    // One is the ground.
    expect(namedIn(part, 'line')).to.have.length(2);
    expect(part.labels).to.deep.equal(YEARS);
    expect(part.spoken).to.equal('2016：10x；2017：无数据；2018：30x；2019：40x；2020：无数据');
    expect(seriesPicture(part, palette, 'x').attributes).to.include({ role: 'img', 'aria-label': part.spoken });
  });

  it('keeps its gaps whatever they are, and stays in its box', () => {
    const cell = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 5, maxLength: 5 }), (cells) => {
        const part = seriesOf(world(cells), 'm', A, '2018');
        if (cells.every((each) => each === null)) return void expect(part).to.equal(undefined);
        const known = cells.map((each) => each !== null);
        expect(part!.points.map(({ at }) => at !== undefined)).to.deep.equal(known);
        for (const { at } of part!.points) if (at !== undefined) expect(at).to.be.within(0, 1);
        expect(namedIn(part!, 'circle')).to.have.length(known.filter(Boolean).length);
        expect(namedIn(part!, 'line')).to.have.length(1 + known.filter((each, i) => each && known[i - 1]).length);
        expect(part!.zero !== undefined).to.equal(cells.some((each) => each !== null && each < 0));
      }),
      { numRuns: 40 },
    );
  });

  it('says which points nobody published, and draws them hollow, with a broken line', () => {
    const part = seriesOf(
      world([10, 20, 30], (i) => (i === 1 ? 'illustrative' : 'reported')),
      'm',
      A,
      '2018',
      'en',
    )!;
    expect(part.points.map(({ isHollow }) => isHollow)).to.deep.equal([false, true, false, false, false]);
    expect(part.note).to.equal('hollow: illustrative');
    expect(part.spoken).to.include('Illustrative, not a published figure');
    const [first, second] = namedIn(part, 'circle');
    expect(second!.attributes.fill).to.equal(palette.paper);
    expect(first!.attributes.fill).not.to.equal(palette.paper);
    expect(namedIn(part, 'line').filter(({ attributes }) => 'stroke-dasharray' in attributes)).to.have.length(2);
    expect(seriesOf(world([10, 20]), 'm', A, '2018')!.note).to.equal(undefined);
  });

  it('is not there of a metric with one period, nor of a region that has nothing', async () => {
    const dataset = await builtInDataset();
    expect(seriesOf(dataset, 'funding', A, '2018')).to.equal(undefined);
    expect(seriesOf(dataset, 'exit', '510104', '2020')).to.equal(undefined);
  });

  it('of names has cells in the colours of the maps, of a unit above too, and stands in panel and tooltip', async () => {
    const dataset = await builtInDataset();
    const part = seriesOf(dataset, 'exit', A, '2018')!;
    expect(part.isNamed).to.equal(true);
    expect(part.points.map(({ fill }) => fill.kind === 'class' && fill.index)).to.deep.equal([0, 2, 2, 2, 2]);
    expect(part.spoken).to.match(/^2016：尚未退出；2017：2017年度（2018年批准）；2018：2017年度/);
    // All have the cell of the period shown a mark besides.
    expect(namedIn(part, 'rect')).to.have.length(6);
    const never = seriesOf(dataset, 'exit', '522601', '2018')!;
    expect(never.points.every(({ fill }) => fill.kind === 'special')).to.equal(true);
    const inferred = seriesOf(dataset, 'exit', '222402', '2018')!;
    expect(inferred.note).to.equal('斜纹为推断');
    expect(seriesOf(dataset, 'exit', '510000', '2018')!.spoken).to.include('2016：以“尚未退出”居多');
    const scale = classScale(dataset, dataset.metric('exit')!, '2018', 'county', { method: 'quantile', classes: 3 });
    const details = detailsPart(dataset, scale, A, 'zh-CN')!;
    expect(details.blocks[1]!.kind).to.equal('series');
    expect(tooltipPart(details, 'zh-CN').blocks[1]!.kind).to.equal('series');
  });

  it('of very many periods has those around the one shown', () => {
    const months = Array.from(
      { length: 300 },
      (_, i) => `${2000 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    );
    const dataset = datasetOf(
      feedWith((feed) => {
        feed.metrics = [{ id: 'm', label: { 'zh-CN': '数', en: 'Number' }, kind: 'index', unit: 'x' }];
        feed.values = months.map((period, i) => ({ code: A, period, m: i }));
      }),
      regions,
    );
    const around = (i: number): (string | undefined)[] => {
      const { points } = seriesOf(dataset, 'm', A, months[i]!)!;
      expect(points).to.have.length(120);
      expect(points.filter(({ isShown }) => isShown).map(({ period }) => period)).to.deep.equal([months[i]]);
      return [points[0]!.period, points.at(-1)!.period];
    };
    expect(around(0)).to.deep.equal([months[0], months[119]]);
    expect(around(150)).to.deep.equal([months[90], months[209]]);
    expect(around(299)).to.deep.equal([months[180], months[299]]);
  });

  it('names the first and the last of many periods', () => {
    const dataset = datasetOf(
      feedWith((feed) => {
        feed.values = Array.from({ length: 20 }, (_, i) => ({ code: A, period: String(2001 + i), funding: 1000 * i }));
      }),
      regions,
    );
    expect(seriesOf(dataset, 'funding', A, '2018')!.labels.filter(Boolean)).to.deep.equal(['2001', '2020']);
  });
});
