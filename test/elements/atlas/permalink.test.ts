import { expect } from '@open-wc/testing';
import { choose, clearPage, mapWith, settled, showAtlas, standing, switchMetric, until } from '../../harness.js';

const PAGE = location.pathname + location.search;

// Back and forward: test/node/history.test.ts.
describe('an atlas with permalink', () => {
  afterEach(() => {
    clearPage();
    history.replaceState(null, '', PAGE);
  });

  it('writes what the reader chose, and a page opened with it shows the same', async () => {
    const atlas = await showAtlas('<pair-atlas permalink></pair-atlas>');
    await switchMetric(atlas, 'cadres');
    await choose(atlas, '330782');
    await until(() => location.hash.includes('selected'));
    const { hash } = location;
    expect(hash).to.include('pair.metric=cadres').and.to.include('pair.selected=330782');
    clearPage();
    history.replaceState(null, '', `${PAGE}${hash}`);
    const again = await showAtlas('<pair-atlas permalink></pair-atlas>');
    expect(again.metric).to.equal('cadres');
    expect(again.selected).to.equal('330782');
    expect(standing(again, 'partner')).to.include('513221');
  });

  it('keeps the camera of a map, without a step of its own in the history', async () => {
    const atlas = await showAtlas('<pair-atlas permalink renderer="svg"></pair-atlas>');
    const { length } = history;
    const map = mapWith(atlas, '330106');
    map.renderRoot.querySelector<HTMLButtonElement>('.controls button')!.click();
    await until(() => location.hash.includes('cameras=330000'));
    expect(history.length).to.equal(length);
    const camera = atlas.state.values.cameras.get('330000')!;
    const { hash } = location;
    clearPage();
    history.replaceState(null, '', `${PAGE}${hash}`);
    const again = await showAtlas('<pair-atlas permalink renderer="svg"></pair-atlas>');
    const kept = again.state.values.cameras.get('330000')!;
    expect(kept.zoom).to.be.closeTo(camera.zoom, 1e-4);
    expect(kept.longitude).to.be.closeTo(camera.longitude, 1e-4);
  });

  it('keeps two atlases of a page apart, and the page’s own hash', async () => {
    history.replaceState(null, '', `${PAGE}#chapter`);
    const first = await showAtlas('<pair-atlas permalink></pair-atlas>');
    const second = await showAtlas('<pair-atlas permalink="b"></pair-atlas>');
    await switchMetric(first, 'cadres');
    await switchMetric(second, 'coverage');
    await until(() => location.hash.includes('cadres') && location.hash.includes('coverage'));
    expect(location.hash).to.match(/^#chapter&/);
    await settled(first);
    expect([first.metric, second.metric]).to.deep.equal(['cadres', 'coverage']);
  });

  it('ignores a broken hash', async () => {
    history.replaceState(null, '', `${PAGE}#pair.metric=%E0%A4%A&pair.selected=1.2&pair.classes=nine`);
    const atlas = await showAtlas('<pair-atlas permalink></pair-atlas>');
    expect(atlas.metric).to.equal('exit');
    expect(atlas.selected).to.equal('');
    expect(atlas.classes).to.equal(5);
  });

  it('leaves the address alone where the author did not ask for it', async () => {
    const atlas = await showAtlas();
    await switchMetric(atlas, 'cadres');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(location.hash).to.equal('');
    expect(atlas.permalink).to.equal(null);
  });
});
