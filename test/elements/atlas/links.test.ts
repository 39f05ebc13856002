import { expect } from '@open-wc/testing';
import { hasWebGl2 } from '../../webgl.js';
import type { PairAtlas } from '../../../src/index.js';
import {
  choose,
  clearPage,
  hover,
  leave,
  mapWith,
  panelText,
  part,
  parts,
  settled,
  showAtlas,
  textOf,
  until,
} from '../../harness.js';

const links = (atlas: PairAtlas, kind?: string): SVGPathElement[] =>
  parts<SVGPathElement>(atlas, kind ? `[data-link="${kind}"]` : '[data-link]');

describe('the curves between maps', () => {
  afterEach(clearPage);

  it('run from a hovered district to the counties it helps, across the maps, and go with the pointer', async () => {
    const atlas = await showAtlas();
    await hover(atlas, '330782');
    await until(() => links(atlas).length === 1);
    const [link] = links(atlas);
    expect(link!.dataset).to.include({ link: 'confirmed', from: '330782', to: '513221' });
    await leave(atlas);
    await until(() => links(atlas).length === 0);
  });

  it('end at the real places of both ends, and follow a map that is zoomed, whatever draws it', async function () {
    for (const renderer of ['svg', 'maplibre']) {
      if (renderer === 'maplibre' && !hasWebGl2(this)) return;
      const atlas = await showAtlas(`<pair-atlas renderer="${renderer}"></pair-atlas>`);
      atlas.selected = '330782';
      await until(() => links(atlas).length === 1);
      const map = mapWith(atlas, '513221');
      if (renderer === 'maplibre') await until(() => map.dataset.renderer === 'maplibre');
      /** `back`: pixels before the tip, which lies on the very edge. */
      const endOf = (back = 0): DOMPoint => {
        const path = links(atlas)[0]!;
        const point = path.getPointAtLength(path.getTotalLength() - back);
        return new DOMPoint(point.x, point.y).matrixTransform(path.getScreenCTM()!);
      };
      const isThere = (): boolean => {
        const spot = map.spotOf('513221')!;
        const end = endOf(),
          before = endOf(1);
        // At the edge of the region, and not within it.
        const around = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => (i * Math.PI) / 4);
        return (
          !spot.covers(before.x, before.y) &&
          around.some((turn) => spot.covers(end.x + 3 * Math.cos(turn), end.y + 3 * Math.sin(turn)))
        );
      };
      await until(isThere);
      for (let step = 1; step <= 5; step++) {
        const before = endOf();
        map.renderRoot.querySelector<HTMLButtonElement>('.controls button')!.click();
        map.reveal('513221');
        await settled(atlas);
        await until(isThere);
        if (step === 1) expect(Math.hypot(endOf().x - before.x, endOf().y - before.y), renderer).to.be.greaterThan(2);
      }
      clearPage();
    }
  });

  it('have an arrow each, and say what they are once they stay', async () => {
    const atlas = await showAtlas();
    await hover(atlas, '330782');
    await until(() => links(atlas).length === 1);
    expect(parts(atlas, '.near'), 'a curve that goes with the pointer').to.have.length(0);
    await leave(atlas);
    atlas.selected = '513201';
    await until(() => links(atlas).length > 0);
    const titles = parts(atlas, '.near title').map(({ textContent }) => textContent);
    expect(titles).to.deep.equal(['绍兴市 → 马尔康市；只知由市承担']);
    expect(parts(atlas, 'path.head')).to.have.length(links(atlas).length);
  });

  it('look different for what is confirmed, inferred, and known to the city only, and the panel says which', async () => {
    const atlas = await showAtlas();
    const dashes = new Set<string>();
    const { feed } = atlas.state.values.dataset!;
    const inferred = feed.pairs.find(({ status, from }) => status === 'inferred' && !from.endsWith('00'))!.to;
    for (const [code, kind, mark] of [
      ['513221', 'confirmed', ''],
      [inferred, 'inferred', '推断'],
      ['513201', 'city', '市级'],
    ] as const) {
      atlas.selected = code;
      await settled(atlas);
      await until(() => links(atlas, kind).length > 0);
      dashes.add(links(atlas, kind)[0]!.getAttribute('stroke-dasharray')!);
      expect(textOf(parts(atlas, '[part="partners"]')[0])).to.include(mark);
      expect(parts(atlas, '.line-key line')[0]!.getAttribute('stroke-dasharray')).to.be.oneOf([...dashes]);
    }
    expect(dashes.size).to.equal(3);
  });

  it('take a city as one: Hangzhou, with its 24 counties', async () => {
    const atlas = await showAtlas();
    await choose(atlas, '330106');
    const button = parts<HTMLButtonElement>(atlas, 'pair-details .city, .city')[0]!;
    expect(button.textContent).to.include('杭州市').and.to.include('24');
    button.click();
    await settled(atlas);
    expect(atlas.selected).to.equal('330100');
    await until(() => new Set(links(atlas).map(({ dataset }) => dataset.to)).size === 24);
  });

  it('sum up what is selected, each side by itself', async () => {
    const atlas = await showAtlas('<pair-atlas metric="funding"></pair-atlas>');
    const codes = [...atlas.state.values.dataset!.participants].slice(0, 9);
    atlas.selected = codes.join(' ');
    await settled(atlas);
    const { dataset } = atlas.state.values;
    const sum = codes.reduce(
      (total, code) => total + (dataset!.datum(code, 'funding', '2018') as { value: number }).value,
      0,
    );
    expect(panelText(atlas)).to.include('已选9个地区').and.to.include('示意值');
    expect(panelText(atlas)).to.include(`占总数的${((sum / 2_470_000_000) * 100).toFixed(1)}%`);
    const remove = parts<HTMLButtonElement>(atlas, '.chips .remove')[0]!;
    remove.click();
    await settled(atlas);
    expect(atlas.selected.split(' ')).to.deep.equal(codes.slice(1));
  });

  it('make way for a class that the legend points at', async () => {
    const atlas = await showAtlas();
    atlas.selected = '330782';
    await until(() => links(atlas).length === 1);
    [...part(atlas, 'pair-legend').shadowRoot!.querySelectorAll<HTMLButtonElement>('.class')][0]!.dispatchEvent(
      new PointerEvent('pointerenter'),
    );
    await until(() => links(atlas).length === 0);
  });
});
