/** `fit="participants"`: maps that draw the prefectures that take part, and when they do not. */
import { expect } from '@open-wc/testing';
import type { PairAtlas } from '../../src/index.js';
import { feedWith } from '../fixtures/feeds.js';
import { clearPage, mapOf, settled, showAtlas, textOf, until } from '../harness.js';

const HUBEI = '420000';
const drawnOn = (atlas: PairAtlas, region: string): string[] =>
  mapOf(atlas, region).view!.map.shapes.map(({ code }) => code);
const isInEnshi = (code: string): boolean => code.startsWith('4228');
const one = (attributes: string, more = ''): Promise<PairAtlas> =>
  showAtlas(`<pair-atlas ${more}><pair-map region="${HUBEI}" ${attributes}></pair-map></pair-atlas>`);

describe('a map that is fitted to who takes part', () => {
  afterEach(clearPage);

  it('draws their prefectures alone, is named by its province, and says so', async () => {
    const atlas = await one('', 'fit="participants"');
    const drawn = drawnOn(atlas, HUBEI);
    expect(drawn).to.have.length(8);
    expect(drawn.every(isInEnshi)).to.equal(true);
    const map = mapOf(atlas, HUBEI);
    expect(textOf(map.renderRoot.querySelector('figcaption'))).to.contain('湖北省');
    expect(textOf(map.renderRoot.querySelector('.note'))).to.contain('只画');
  });

  it('draws all where the map says so, and where the atlas does not', async () => {
    expect(drawnOn(await one('fit="regions"', 'fit="participants"'), HUBEI)).to.have.length(103);
    clearPage();
    expect(drawnOn(await one(''), HUBEI)).to.have.length(103);
    clearPage();
    expect(drawnOn(await one('fit="participants"'), HUBEI)).to.have.length(8);
  });

  it('draws the province whole where provinces are coloured, and its prefectures below', async () => {
    const atlas = await one('fit="participants"');
    atlas.state.change({ level: 'province' });
    await settled(atlas);
    expect(drawnOn(atlas, HUBEI)).to.deep.equal([HUBEI]);
    atlas.state.change({ level: 'prefecture' });
    await settled(atlas);
    expect(drawnOn(atlas, HUBEI)).to.deep.equal(['422800']);
  });

  it('draws what was opened whole', async () => {
    const atlas = await one('fit="participants"');
    atlas.state.change({ level: 'prefecture' });
    atlas.state.change({ drills: new Map([[HUBEI, '420100']]) });
    await settled(atlas);
    expect(drawnOn(atlas, HUBEI).filter((code) => !code.startsWith('4201'))).to.deep.equal([]);
    expect(drawnOn(atlas, HUBEI).length).to.be.greaterThan(5);
  });

  it('shows a place that is selected elsewhere in the province, and goes back with it', async () => {
    const atlas = await one('fit="participants"');
    atlas.selected = '420102';
    await until(() => drawnOn(atlas, HUBEI).length === 103);
    atlas.selected = '422801';
    await until(() => drawnOn(atlas, HUBEI).length === 8);
  });
});

describe('an atlas whose author asks for a method that comes later', () => {
  afterEach(clearPage);

  it('uses it without a legend, and complains of nothing', async () => {
    const complaints: unknown[] = [];
    const atlas = await showAtlas(
      `<pair-atlas metric="funding" method="jenks"><pair-map region="${HUBEI}"></pair-map></pair-atlas>`,
      (made) => {
        made.feed = feedWith(() => undefined);
        made.addEventListener('pair-error', ({ detail }) => complaints.push(...detail.faults.map(({ code }) => code)));
      },
    );
    await until(() => atlas.state.values.method === 'jenks');
    expect(complaints.filter((code) => /method/.test(String(code)))).to.deep.equal([]);
  });

  it('asks once for all the choices of a page that names no method', async () => {
    const atlas = await showAtlas(`<pair-atlas method="nonsense"><pair-map region="${HUBEI}"></pair-map></pair-atlas>`);
    expect(atlas.state.values.method).to.equal('quantile');
  });
});
