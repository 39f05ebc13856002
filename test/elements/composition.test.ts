import { expect } from '@open-wc/testing';
import { goodFeed } from '../fixtures/feeds.js';
import {
  choose,
  clearPage,
  fillOf,
  frame,
  hover,
  leave,
  mapOf,
  mapsOf,
  once,
  part,
  parts,
  paintedRegions,
  settled,
  showAtlas,
  standing,
  switchMetric,
  textOf,
  until,
} from '../harness.js';
import { PairAtlas } from '../../src/index.js';
import { metricOf, paletteAt } from '../../src/state/derive.js';

const withGoodFeed = (atlas: PairAtlas): void => {
  atlas.feed = goodFeed();
};

describe('an author’s own layout', () => {
  afterEach(clearPage);

  it('draws what the author put there, and nothing else', async () => {
    const atlas = await showAtlas(
      '<pair-atlas><pair-map region="330000"></pair-map><pair-map region="513200"></pair-map></pair-atlas>',
      withGoodFeed,
    );
    expect(mapsOf(atlas)).to.have.length(2);
    expect(paintedRegions(mapOf(atlas, '513200'))).to.have.length(13);
    expect(parts(atlas, 'pair-legend')).to.have.length(0);
  });

  it('draws the default layout when the tag holds only white space', async () => {
    const atlas = await showAtlas('<pair-atlas>\n  \n</pair-atlas>', withGoodFeed);
    expect(mapsOf(atlas).map((map) => map.region)).to.have.members(['330000', '510000']);
  });

  it('is laid out by a grid of the atlas itself, in which what the atlas says has a row of its own', async () => {
    const markup =
      '<pair-atlas style="display: grid; grid-template-columns: 300px 1fr; gap: 10px"><pair-map region="330000"></pair-map><pair-legend></pair-legend></pair-atlas>';
    const atlas = await showAtlas(markup, withGoodFeed);
    const boxOf = (element: Element): number[] => {
      const { left, top } = element.getBoundingClientRect();
      return [left, top].map(Math.round);
    };
    const [x, y] = boxOf(atlas);
    expect(boxOf(mapOf(atlas, '330000'))).to.deep.equal([x, y]);
    expect(boxOf(part(atlas, 'pair-legend'))).to.deep.equal([x! + 310, y]);
    expect(mapOf(atlas, '330000').clientWidth).to.equal(300);
    // What the atlas itself says above them moves them down, and not aside.
    atlas.droppable = true;
    atlas.doctor = true;
    const widthOf = (selector: string): number | undefined =>
      atlas.renderRoot.querySelector(selector)?.getBoundingClientRect().width;
    await until(() => widthOf('.files') === atlas.clientWidth && widthOf('pair-doctor') === atlas.clientWidth);
    expect(boxOf(mapOf(atlas, '330000'))[0]).to.equal(x);
    expect(boxOf(part(atlas, 'pair-legend'))[0]).to.equal(x! + 310);
    atlas.droppable = false;
    atlas.doctor = false;
    await until(() => boxOf(mapOf(atlas, '330000'))[1] === y);
    atlas.layout = 'text';
    await until(() => atlas.renderRoot.querySelector('[part=layout]'));
    expect(atlas.renderRoot.querySelector('[part=layout]')!.clientWidth).to.equal(atlas.clientWidth);
    const failed = await showAtlas(markup, (other) => (other.feed = { version: 1 }));
    expect(failed.renderRoot.querySelector('.failure')!.clientWidth).to.be.within(1190, 1200);
    expect(mapOf(failed, '330000').checkVisibility()).to.equal(false);
  });

  it('draws several provinces in one map', async () => {
    const atlas = await showAtlas(
      '<pair-atlas><pair-map region="510000 520000"></pair-map></pair-atlas>',
      withGoodFeed,
    );
    expect(paintedRegions(mapsOf(atlas)[0]!)).to.have.length(183 + 88);
  });

  it('names each legend by what it shows, so that several are told apart among the landmarks', async () => {
    const atlas = await showAtlas(
      '<pair-atlas lang="en"><pair-map region="510000"></pair-map><pair-legend></pair-legend><pair-legend level="county"></pair-legend><pair-legend level="province"></pair-legend></pair-atlas>',
      withGoodFeed,
    );
    const names = (): (string | null)[] =>
      [...atlas.querySelectorAll('pair-legend')].map(
        (legend) => legend.renderRoot.querySelector('section')?.getAttribute('aria-label') ?? null,
      );
    const { metrics } = atlas.state.values.dataset!.feed;
    for (const { id, label } of metrics) {
      atlas.metric = id;
      await settled(atlas);
      expect(names()).to.deep.equal([
        `Legend: ${label.en}`,
        `Legend: ${label.en} (Counties)`,
        `Legend: ${label.en} (Provinces)`,
      ]);
    }
  });

  it('draws prefectures and provinces with the sums of their counties', async () => {
    const atlas = await showAtlas(
      '<pair-atlas><pair-map region="510000" level="prefecture"></pair-map><pair-legend></pair-legend></pair-atlas>',
      withGoodFeed,
    );
    const { dataset } = atlas.state.values;
    expect(dataset!.datum('513200', 'funding', '2018')).to.include({
      kind: 'value',
      value: 100_000_000,
      origin: 'sum',
    });
    expect(paintedRegions(mapsOf(atlas)[0]!)).to.have.length(21);
    expect(paletteAt(atlas.state.values, 'prefecture').classes).to.include(fillOf(atlas, '513200'));
    expect(textOf(part(atlas, 'pair-legend'))).to.contain('个市（州）');
  });

  it('keeps nothing of maps that have left the page', async () => {
    const atlas = await showAtlas('<pair-atlas><pair-map region="330000"></pair-map></pair-atlas>', withGoodFeed);
    expect([...atlas.state.values.drawnLevels.values()]).to.deep.equal(['county']);
    for (let i = 0; i < 30; i++) {
      const map = document.createElement('pair-map');
      map.setAttribute('region', '510000');
      map.setAttribute('level', 'prefecture');
      atlas.append(map);
      await settled(atlas);
      expect(atlas.state.values.drawnLevels.size).to.equal(2);
      map.remove();
    }
    expect([...atlas.state.values.drawnLevels.values()]).to.deep.equal(['county']);
  });

  it('joins a part that stands elsewhere on the page, before and after its atlas', async () => {
    const atlas = await showAtlas(
      '<pair-legend for="here"></pair-legend><pair-atlas id="here"><pair-map region="510000"></pair-map></pair-atlas><pair-details for="here"></pair-details>',
      withGoodFeed,
    );
    await settled(atlas.parentElement!);
    const [legend] = parts(atlas.parentElement!, 'pair-legend');
    const [details] = parts(atlas.parentElement!, 'pair-details');
    await until(() => textOf(legend).includes('资金'));
    await choose(atlas, '513221');
    await until(() => textOf(details).includes('汶川县'));
  });

  it('finds its atlas from inside another shadow root', async () => {
    const atlas = await showAtlas('<pair-atlas><div class="nest"></div></pair-atlas>', withGoodFeed);
    const nest = atlas.querySelector('.nest')!.attachShadow({ mode: 'open' });
    const map = document.createElement('pair-map');
    map.region = '510000';
    nest.append(map);
    await until(() => paintedRegions(map).length === 183);
  });

  it('goes on when it is moved in the page', async () => {
    const atlas = await showAtlas(undefined, withGoodFeed);
    const box = document.createElement('section');
    atlas.parentElement!.append(box);
    box.append(atlas);
    await settled(atlas);
    await until(() => mapsOf(atlas).every((map) => paintedRegions(map).length > 0));
    await hover(atlas, '330782');
    expect(standing(atlas, 'partner')).to.deep.equal(['513221']);
  });

  it('survives being put in, taken out and put in again within one tick', async () => {
    const atlas = document.createElement('pair-atlas');
    atlas.feed = goodFeed();
    const box = document.createElement('div');
    box.dataset.test = '';
    document.body.append(box);
    box.append(atlas);
    atlas.remove();
    box.append(atlas);
    await once(atlas, 'pair-ready');
    await until(() => mapsOf(atlas).length === 2 && mapsOf(atlas).every((map) => paintedRegions(map).length > 0));
  });

  it('takes attributes and properties in any order, before and after it is in the page', async () => {
    const atlas = await showAtlas(
      '<pair-atlas metric="cadres" selected="513221 513222" scheme="red" classes="3"></pair-atlas>',
      withGoodFeed,
    );
    expect(atlas.metric).to.equal('cadres');
    expect(atlas.state.values).to.deep.include({ selected: ['513221', '513222'], scheme: 'red', classes: 3 });
    const before = fillOf(atlas, '513223');
    atlas.setAttribute('scheme', 'green');
    atlas.metric = 'funding';
    await settled(atlas);
    expect(fillOf(atlas, '513223')).to.not.equal(before);
  });

  it('takes properties that were set before its tag was defined', async () => {
    class LateAtlas extends PairAtlas {}
    const atlas = document.createElement('late-atlas') as LateAtlas;
    Object.assign(atlas, { metric: 'cadres', feed: goodFeed() });
    const box = document.createElement('div');
    box.dataset.test = '';
    document.body.append(box);
    box.append(atlas);
    customElements.define('late-atlas', LateAtlas);
    await until(() => atlas.state?.values.dataset);
    expect(atlas.metric).to.equal('cadres');
    expect(metricOf(atlas.state.values)?.id).to.equal('cadres');
  });

  it('tells the page what the reader did, and not what the page did itself', async () => {
    const atlas = await showAtlas(undefined, withGoodFeed);
    const heard: [string, unknown][] = [];
    for (const name of ['pair-hover', 'pair-select', 'pair-change'] as const)
      document.addEventListener(name, (event) => heard.push([name, (event as CustomEvent).detail]));
    atlas.metric = 'cadres';
    atlas.selected = '513221';
    await settled(atlas);
    expect(heard).to.deep.equal([]);
    await hover(atlas, '330782');
    await choose(atlas, '513222');
    await switchMetric(atlas, 'funding');
    expect(heard).to.deep.include(['pair-hover', { code: '330782' }]);
    expect(heard).to.deep.include(['pair-select', { codes: ['513222'] }]);
    expect(heard).to.deep.include(['pair-change', { metric: 'funding' }]);
  });

  it('obeys the host’s custom properties', async () => {
    const atlas = await showAtlas(undefined, withGoodFeed);
    atlas.style.setProperty('--pair-outside', 'rgb(1, 2, 3)');
    atlas.style.setProperty('--pair-class-1', 'rgb(4, 5, 6)');
    await frame();
    await settled(atlas);
    expect(fillOf(atlas, '510104')).to.equal('rgb(1, 2, 3)');
    expect(fillOf(atlas, '513201')).to.equal('rgb(4, 5, 6)');
  });

  it('is dark only where the page says that it can be', async () => {
    const atlas = await showAtlas(undefined, withGoodFeed);
    expect(atlas.dataset.theme).to.equal('light');
    const light = fillOf(atlas, '510104');
    atlas.style.colorScheme = 'dark';
    await frame();
    await settled(atlas);
    expect(atlas.dataset.theme).to.equal('dark');
    expect(fillOf(atlas, '510104')).to.not.equal(light);
  });

  it('takes it from the head of the page too, and from the styles first', async () => {
    const meta = Object.assign(document.createElement('meta'), { name: 'color-scheme', content: 'dark' });
    document.head.append(meta);
    try {
      const atlas = await showAtlas(undefined, withGoodFeed);
      expect(atlas.dataset.theme).to.equal('dark');
      atlas.style.colorScheme = 'light';
      await frame();
      await settled(atlas);
      expect(atlas.dataset.theme).to.equal('light');
    } finally {
      meta.remove();
    }
  });

  it('is dark on a dark ground, whatever the page says, and no longer than that', async () => {
    const atlas = await showAtlas(undefined, withGoodFeed);
    const { body } = document;
    const themeOn = async (ground: string, own = ''): Promise<string | undefined> => {
      body.style.background = ground;
      atlas.style.setProperty('--pair-paper', own);
      await frame();
      await settled(atlas);
      return atlas.dataset.theme;
    };
    try {
      expect(await themeOn('rgb(10, 20, 40)')).to.equal('dark');
      expect(await themeOn('rgb(10, 20, 40)', '#fff')).to.equal('light');
      expect(await themeOn('rgb(200, 20, 40)')).to.equal('light');
      body.style.transition = 'background-color 50ms';
      body.style.background = 'rgb(0, 0, 0)';
      await until(() => atlas.dataset.theme === 'dark');
      // A ground that one sees through is none.
      body.style.transition = '';
      expect(await themeOn('rgba(0, 0, 0, 0.2)')).to.equal('light');
    } finally {
      body.removeAttribute('style');
    }
  });

  it('brings its own ground for a theme that it was given', async () => {
    const atlas = await showAtlas('<pair-atlas theme="dark"></pair-atlas>', withGoodFeed);
    expect(atlas.dataset.theme).to.equal('dark');
    expect(getComputedStyle(atlas).backgroundColor).to.equal('rgb(22, 25, 27)');
    atlas.setAttribute('theme', 'auto');
    await settled(atlas);
    expect(atlas.dataset.theme).to.equal('light');
    expect(getComputedStyle(atlas).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
  });

  it('points right under a scaled ancestor', async () => {
    const atlas = await showAtlas(undefined, withGoodFeed);
    atlas.parentElement!.style.transform = 'scale(0.5)';
    atlas.parentElement!.style.transformOrigin = '0 0';
    await settled(atlas);
    await hover(atlas, '330782');
    expect(atlas.state.values.active).to.equal('330782');
  });

  it('fits its map when it gets a size late', async () => {
    const atlas = await showAtlas('<pair-atlas style="display:none"></pair-atlas>', withGoodFeed);
    expect(paintedRegions(mapOf(atlas, '510000'))).to.have.length(0);
    atlas.style.display = '';
    await until(() => paintedRegions(mapOf(atlas, '510000')).length === 183);
  });

  it('leaves no listener of the document behind', async () => {
    const atlas = await showAtlas(undefined, withGoodFeed);
    const { state } = atlas;
    atlas.remove();
    await frame();
    const before = state.values;
    document.documentElement.lang = 'en';
    await frame();
    expect(state.values).to.equal(before);
    document.documentElement.removeAttribute('lang');
    await leave(atlas);
  });
});
