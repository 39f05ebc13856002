import { expect } from '@open-wc/testing';
import { heldContexts, setContextLimit } from '../../src/render/budget.js';
import type { PairEventDetails, PairMap } from '../../src/index.js';
import { goodFeed } from '../fixtures/feeds.js';
import {
  choose,
  clearPage,
  hover,
  leave,
  mapOf,
  mapsOf,
  parts,
  press,
  settled,
  showAtlas,
  tooltipText,
  until,
  whereIs,
} from '../harness.js';
import { hasWebGl2 } from '../webgl.js';

const stageOf = (map: PairMap): HTMLElement => map.renderRoot.querySelector('.stage')!;

describe('the renderers of a map', () => {
  let changes: PairEventDetails['pair-renderer'][] = [];
  const note = (event: Event): void => {
    changes.push((event as CustomEvent<PairEventDetails['pair-renderer']>).detail);
  };
  beforeEach(() => {
    changes = [];
    document.addEventListener('pair-renderer', note);
  });
  afterEach(() => {
    document.removeEventListener('pair-renderer', note);
    clearPage();
    setContextLimit(8);
  });

  const two =
    '<pair-atlas><pair-map region="330000"></pair-map><pair-map region="510000"></pair-map><pair-details></pair-details></pair-atlas>';
  const rendererOf = (map: PairMap): string | undefined => map.dataset.renderer;

  it('are SVG first, and MapLibre only for the map that the reader zooms', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    expect(changes.map(({ renderer, reason }) => `${renderer} ${reason}`)).to.deep.equal([
      'svg first-paint',
      'svg first-paint',
    ]);
    await press(mapOf(atlas, '330000'), '+');
    await until(() => rendererOf(mapOf(atlas, '330000')) === 'maplibre');
    expect(changes.at(-1)).to.deep.equal({ regions: ['330000'], renderer: 'maplibre', reason: 'gesture' });
    expect(rendererOf(mapOf(atlas, '510000'))).to.equal('svg');
    expect(parts(atlas, 'canvas')).to.have.length(1);
  });

  it('zoom by the wheel with Ctrl, and leave the plain wheel to the page with a hint', async () => {
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    const map = mapOf(atlas, '330000'),
      stage = stageOf(map);
    const wheel = (init: WheelEventInit): boolean =>
      stage.dispatchEvent(
        new WheelEvent('wheel', { deltaY: -120, bubbles: true, cancelable: true, clientX: 100, clientY: 100, ...init }),
      );
    expect(wheel({})).to.equal(true);
    await until(() => map.renderRoot.querySelector('.hint.is-shown') !== null);
    expect(map.renderRoot.querySelector('.hint.is-shown')?.textContent).to.match(/Ctrl|⌘/);
    expect(map.renderRoot.querySelector('.can-pan')).to.equal(null);
    expect(wheel({ ctrlKey: true })).to.equal(false);
    await settled(atlas);
    expect(map.renderRoot.querySelector('.can-pan')).to.not.equal(null);
  });

  it('zoom by the plain wheel after a click, until the pointer leaves', async () => {
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    const map = mapOf(atlas, '330000'),
      stage = stageOf(map);
    const wheel = (): boolean =>
      stage.dispatchEvent(
        new WheelEvent('wheel', { deltaY: -120, bubbles: true, cancelable: true, clientX: 100, clientY: 100 }),
      );
    expect(wheel()).to.equal(true);
    await choose(atlas, '330106');
    expect(wheel()).to.equal(false);
    await settled(atlas);
    expect(map.renderRoot.querySelector('.can-pan')).to.not.equal(null);
    await leave(atlas);
    expect(wheel()).to.equal(true);
  });

  it('can be forced for a map and for all, and changed at run time', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await showAtlas(
      two.replace('<pair-map region="330000">', '<pair-map region="330000" renderer="maplibre">'),
      (created) => (created.feed = goodFeed()),
    );
    await until(() => rendererOf(mapOf(atlas, '330000')) === 'maplibre');
    expect(changes.at(-1)).to.include({ renderer: 'maplibre', reason: 'forced' });
    mapOf(atlas, '330000').renderer = 'svg';
    await until(() => rendererOf(mapOf(atlas, '330000')) === 'svg');
    expect(parts(atlas, 'canvas')).to.have.length(0);
    atlas.renderer = 'maplibre';
    await until(() => rendererOf(mapOf(atlas, '510000')) === 'maplibre');
    expect(rendererOf(mapOf(atlas, '330000'))).to.equal('svg');
  });

  it('hover, choose and link the same with MapLibre', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    // Where places are is read off the SVG, before it gives way.
    const place = whereIs(atlas, '513221');
    await hover(atlas, '330782');
    const said = tooltipText(atlas);
    atlas.renderer = 'maplibre';
    await until(() => mapsOf(atlas).every((map) => rendererOf(map) === 'maplibre'));
    const point = (type: string): void => {
      stageOf(place.map).dispatchEvent(
        new PointerEvent(type, {
          clientX: place.x,
          clientY: place.y,
          pointerType: 'mouse',
          pointerId: 1,
          button: 0,
          bubbles: true,
        }),
      );
    };
    point('pointermove');
    await settled(atlas);
    expect(atlas.state.values.active).to.equal('513221');
    expect(tooltipText(atlas)).to.contain('汶川县').and.to.not.equal(said);
    point('pointerdown');
    point('pointerup');
    expect(atlas.selected).to.equal('513221');
  });

  it('keep selection and tooltip through the swap', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    await choose(atlas, '513221');
    await hover(atlas, '513222');
    const before = [atlas.selected, tooltipText(atlas)];
    mapOf(atlas, '510000').renderer = 'maplibre';
    await until(() => rendererOf(mapOf(atlas, '510000')) === 'maplibre');
    expect([atlas.selected, tooltipText(atlas)]).to.deep.equal(before);
  });

  it('give way to each other beyond the page’s budget of contexts, the least recently used first', async function () {
    if (!hasWebGl2(this)) return;
    setContextLimit(1);
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    await press(mapOf(atlas, '330000'), '+');
    await until(() => rendererOf(mapOf(atlas, '330000')) === 'maplibre');
    await press(mapOf(atlas, '510000'), '+');
    await until(() => rendererOf(mapOf(atlas, '510000')) === 'maplibre');
    expect(rendererOf(mapOf(atlas, '330000'))).to.equal('svg');
    expect(
      changes.some(
        ({ regions, renderer, reason }) => regions[0] === '330000' && renderer === 'svg' && reason === 'budget',
      ),
    ).to.equal(true);
    expect(heldContexts()).to.equal(1);
  });

  it('come back as SVG within the same task when the context is lost', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    const map = mapOf(atlas, '330000');
    map.renderer = 'maplibre';
    await until(() => rendererOf(map) === 'maplibre');
    const canvas = map.renderRoot.querySelector('canvas')!;
    canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    await until(() => changes.some(({ reason }) => reason === 'context-lost'));
    expect(
      map.renderRoot.querySelectorAll('.fills path').length + map.renderRoot.querySelectorAll('canvas').length,
    ).to.be.above(0);
  });

  it('hold no context once their map is gone', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await showAtlas(two, (created) => (created.feed = goodFeed()));
    atlas.renderer = 'maplibre';
    await until(() => mapsOf(atlas).every((map) => rendererOf(map) === 'maplibre'));
    atlas.remove();
    expect(heldContexts()).to.equal(0);
  });
});
