import { expect } from '@open-wc/testing';
import type { PairAtlas, PairTimeline } from '../../../src/index.js';
import { expectClean } from '../../axe.js';
import { goodFeed } from '../../fixtures/feeds.js';
import { clearPage, part, parts, settled, showAtlas, switchMetric, textOf, until } from '../../harness.js';
import { scaleAt } from '../../../src/state/derive.js';

describe('pair-timeline', () => {
  afterEach(clearPage);
  const timelineOf = (atlas: PairAtlas): PairTimeline => parts<PairTimeline>(atlas, 'pair-timeline')[0]!;
  const feed = (): object => {
    const good = goodFeed() as { values: Record<string, unknown>[] };
    const more = ['2016', '2017'].flatMap((period, i) =>
      good.values
        .filter((_, row) => row !== i)
        .map((row) => ({ ...row, period, funding: Number(row.funding ?? 1e6) * (i + 2) })),
    );
    return { ...good, values: [...good.values, ...more] };
  };
  const showPeriods = (): Promise<PairAtlas> =>
    showAtlas('<pair-atlas></pair-atlas>', (atlas) => (atlas.feed = feed()));
  const slider = (atlas: PairAtlas): HTMLInputElement => timelineOf(atlas).renderRoot.querySelector('input')!;

  it('is hidden while the feed has one period', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (each) => (each.feed = goodFeed()));
    expect(timelineOf(atlas).renderRoot.querySelectorAll('*:not(style)')).to.have.length(0);
  });

  it('names the one period of a metric where others have more, and comes back to the one the reader chose', async () => {
    const atlas = await showAtlas();
    slider(atlas).value = '1';
    slider(atlas).dispatchEvent(new InputEvent('input'));
    await settled(atlas);
    expect(atlas.period).to.equal('2017');
    const { height } = timelineOf(atlas).getBoundingClientRect();
    for (const [metric, period] of [
      ['residents', '2020'],
      ['funding', '2018'],
    ] as const) {
      await switchMetric(atlas, metric);
      expect([...timelineOf(atlas).renderRoot.querySelectorAll('input, button')]).to.have.length(0);
      expect(textOf(timelineOf(atlas))).to.include(period);
      expect(textOf(part(atlas, 'pair-legend'))).to.include(period);
      expect(timelineOf(atlas).getBoundingClientRect().height).to.equal(height);
    }
    await switchMetric(atlas, 'exit');
    expect(slider(atlas).value).to.equal('1');
    expect(atlas.period).to.equal('2017');
  });

  it('fills the map of the built-in case as the years go on', async () => {
    const atlas = await showAtlas();
    const left: number[] = [];
    for (const year of ['2016', '2017', '2018', '2019', '2020']) {
      atlas.period = year;
      await settled(atlas);
      const [listed, ...batches] = scaleAt(atlas.state.values, 'county')!.classes;
      left.push(batches.reduce((sum, { codes }) => sum + codes.length, 0));
      expect(listed!.codes.length + left[left.length - 1]!).to.equal(75);
    }
    expect(left).to.deep.equal([2, 12, 38, 71, 75]);
  });

  it('shows a period on one scale for all, and no data where it has none', async () => {
    const atlas = await showPeriods();
    await expectClean(timelineOf(atlas));
    const { breaks } = scaleAt(atlas.state.values, 'county')!;
    slider(atlas).value = '0';
    slider(atlas).dispatchEvent(new InputEvent('input'));
    await settled(atlas);
    expect(atlas.period).to.equal('2016');
    expect(slider(atlas).getAttribute('aria-valuetext')).to.equal('2016');
    expect(scaleAt(atlas.state.values, 'county')!.breaks).to.deep.equal(breaks);
    const missing = String((goodFeed() as { values: Record<string, unknown>[] }).values[0]!.code);
    expect(atlas.state.values.dataset!.datum(missing, 'funding', '2016').kind).to.equal('no-data');
    await switchMetric(atlas, 'cadres');
    expect(atlas.period).to.equal('2016');
  });

  it('plays to the end, and stops there', async () => {
    const atlas = await showPeriods();
    const button = timelineOf(atlas).renderRoot.querySelector('button')!;
    expect(button.getAttribute('aria-label')).to.equal('播放');
    button.click();
    await settled(atlas);
    expect(atlas.period).to.equal('2016');
    expect(button.getAttribute('aria-label')).to.equal('暂停');
    await until(() => atlas.period === '2018');
    await settled(atlas);
    expect(button.getAttribute('aria-label')).to.equal('播放');
  });
});
