import { expect } from '@open-wc/testing';
import type { PairAtlas, PairMap } from '../../src/index.js';
import { heldContexts } from '../../src/render/budget.js';
import { goodFeed } from '../fixtures/feeds.js';
import { clearPage, frame, hover, mapOf, press, settled, showAtlas, until } from '../harness.js';
import { keepDrawingBuffers } from '../render/harness.js';
import { hasPicture, hasWebGl2 } from '../webgl.js';

keepDrawingBuffers();
afterEach(clearPage);

const ZHEJIANG = '<pair-atlas><pair-map region="330000"></pair-map><pair-details></pair-details></pair-atlas>';
const stageOf = (map: PairMap): HTMLElement => map.renderRoot.querySelector('.stage')!;
const rendererOf = (map: PairMap): string | undefined => map.dataset.renderer;
const show = (markup: string): Promise<PairAtlas> => showAtlas(markup, (atlas) => (atlas.feed = goodFeed()));

describe('a map in an unquiet page', () => {
  const sizeOf = (map: PairMap): string => map.renderRoot.querySelector('.rung svg')!.getAttribute('viewBox')!;

  it('draws once it gets a size, and again when it was hidden', async () => {
    const atlas = await show('<pair-atlas><div hidden><pair-map region="330000"></pair-map></div></pair-atlas>');
    const map = mapOf(atlas, '330000');
    expect(map.renderRoot.querySelector('.rung')).to.equal(null);
    map.parentElement!.hidden = false;
    await frame();
    await frame();
    await map.updateComplete;
    expect(hasPicture(map)).to.equal(true);
    const before = sizeOf(map);
    map.parentElement!.hidden = true;
    await settled(map);
    map.parentElement!.hidden = false;
    await settled(map);
    expect(sizeOf(map)).to.equal(before);
    expect(hasPicture(map)).to.equal(true);
  });

  for (const renderer of ['svg', 'maplibre'] as const) {
    it(`follows a new size in the next frame: ${renderer}`, async function () {
      if (renderer === 'maplibre' && !hasWebGl2(this)) return;
      const atlas = await show(ZHEJIANG.replace('<pair-map', `<pair-map renderer="${renderer}"`));
      const map = mapOf(atlas, '330000');
      await until(() => rendererOf(map) === renderer);
      (atlas.parentElement as HTMLElement).style.width = '420px';
      await frame();
      await frame();
      await map.updateComplete;
      const { clientWidth, clientHeight } = stageOf(map);
      if (renderer === 'svg') expect(sizeOf(map)).to.equal(`0 0 ${clientWidth} ${clientHeight}`);
      else {
        const canvas = map.renderRoot.querySelector('canvas')!;
        expect([canvas.clientWidth, canvas.clientHeight]).to.deep.equal([clientWidth, clientHeight]);
      }
      expect(hasPicture(map)).to.equal(true);
    });

    it(`stands again in the same frame when it is moved in the page: ${renderer}`, async function () {
      if (renderer === 'maplibre' && !hasWebGl2(this)) return;
      const atlas = await show(ZHEJIANG.replace('<pair-map', `<pair-map renderer="${renderer}"`));
      const map = mapOf(atlas, '330000');
      await until(() => rendererOf(map) === renderer);
      await press(map, '+');
      const held = heldContexts();
      atlas.append(map);
      await map.updateComplete;
      expect(hasPicture(map)).to.equal(true);
      await until(() => rendererOf(map) === renderer);
      expect(heldContexts()).to.equal(held);
      if (renderer === 'maplibre') return;
      await hover(atlas, '330106');
      expect(atlas.state.values.active).to.equal('330106');
    });
  }
});
