import { expect } from '@open-wc/testing';
import type { PairAtlas } from '../../../src/index.js';
import { goodFeed } from '../../fixtures/feeds.js';
import { clearPage, parts, settled, showAtlas, textOf, until } from '../../harness.js';

describe('a layout other than a page’s', () => {
  afterEach(clearPage);
  const show = (markup: string): Promise<PairAtlas> => showAtlas(markup, (atlas) => (atlas.feed = goodFeed()));

  it('leaves nothing behind when it is taken back', async () => {
    const atlas = await show('<pair-atlas layout="wall"></pair-atlas>');
    await until(() => atlas.dataset.shape);
    expect(parts(atlas, 'pair-legend').every((part) => part.dataset.text === 'wall')).to.equal(true);
    atlas.layout = '';
    await until(() => atlas.renderRoot.querySelector('.layout'));
    expect([atlas.dataset.text, atlas.dataset.shape, atlas.style.getPropertyValue('--_unit')]).to.deep.equal([
      undefined,
      undefined,
      '',
    ]);
  });

  it('is a page’s while there is no room for a big screen', async () => {
    const atlas = await show('<pair-atlas layout="wall"></pair-atlas>');
    await until(() => atlas.dataset.shape);
    const box = atlas.parentElement!;
    box.style.width = '900px';
    await until(() => atlas.renderRoot.querySelector('.layout'));
    await until(() => parts(atlas, 'pair-legend').every(({ dataset }) => dataset.text === undefined));
    expect([atlas.dataset.text, atlas.dataset.shape]).to.deep.equal([undefined, undefined]);
    box.style.width = '1200px';
    await until(() => atlas.renderRoot.querySelector('.wall') && atlas.dataset.shape);
    expect(atlas.dataset.text).to.equal('wall');
  });

  it('has the legend where the eye has it, beside the maps or before them', async () => {
    const orderOf = (atlas: PairAtlas): string[] =>
      parts(atlas, 'pair-map, pair-legend, pair-details, pair-table').map(
        ({ localName, className }) => className || localName.slice(5),
      );
    const maps = ['pivot', 'map', 'map', 'map', 'map'];
    const atlas = await showAtlas();
    expect(orderOf(atlas)).to.deep.equal([...maps, 'legend', 'details', 'table']);
    const [pivot] = parts(atlas, '.pivot');
    atlas.parentElement!.style.width = '500px';
    await until(() => orderOf(atlas)[0] === 'legend');
    expect(orderOf(atlas)).to.deep.equal(['legend', ...maps, 'details', 'table']);
    expect(parts(atlas, '.pivot')[0]).to.equal(pivot);
    atlas.text = 'large';
    await until(() => atlas.renderRoot.querySelector('.large'));
    expect(orderOf(atlas)).to.deep.equal(['pivot', 'legend', 'details', ...maps.slice(1), 'table']);
  });

  it('is no more of a part that goes to another atlas', async () => {
    const large = await show('<pair-atlas text="large"><pair-details></pair-details></pair-atlas>');
    const plain = await show('<pair-atlas><pair-legend></pair-legend></pair-atlas>');
    const [details] = parts(large, 'pair-details');
    await until(() => details!.dataset.text === 'large');
    plain.append(details!);
    await settled(plain);
    expect(details!.dataset.text).to.equal(undefined);
  });

  it('is told of where there is none such, and of sizes of text as well', async () => {
    const said: string[] = [];
    const hear = (event: HTMLElementEventMap['pair-error']): void =>
      void said.push(...event.detail.faults.map(({ path, message }) => `${path}: ${message}`));
    document.addEventListener('pair-error', hear as EventListener);
    const atlas = await show('<pair-atlas layout="wide" text="big"></pair-atlas>');
    await until(() => said.length >= 2);
    document.removeEventListener('pair-error', hear as EventListener);
    expect(said.sort().map((each) => /^(layout|text): .*(wall|large)/.test(each))).to.deep.equal([true, true]);
    expect(atlas.dataset.text).to.equal(undefined);
  });

  it('has no switch for text beside a wall, which has sizes of its own', async () => {
    const atlas = await show('<pair-atlas layout="wall"><pair-text-size></pair-text-size></pair-atlas>');
    const [size] = parts(atlas, 'pair-text-size');
    await until(() => size!.dataset.text === 'wall');
    await settled(atlas);
    expect(textOf(size!)).to.equal('');
  });

  it('gives the built-in feed as a file where a host has taken its own away', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (each) => (each.feed = null as never));
    const { id } = JSON.parse(await (await atlas.exportAs('feed')).text()) as { id: string };
    expect(id).to.equal('zhejiang-2018');
  });
});
