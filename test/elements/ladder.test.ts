/** The ladder of renderers on real maps: up without a flash, down without a loss, detail and basemaps on the way. */
import { expect } from '@open-wc/testing';
import type { PairAtlas, PairEventDetails, PairMap } from '../../src/index.js';
import { heldContexts, setContextLimit } from '../../src/render/budget.js';
import { goodFeed } from '../fixtures/feeds.js';
import {
  clearPage,
  focusMap,
  frame,
  hover,
  mapOf,
  mapsOf,
  parts,
  press,
  regionBox,
  regionPath,
  settled,
  showAtlas,
  tooltipText,
  until,
} from '../harness.js';
import { keepDrawingBuffers } from '../render/harness.js';
import { colourOf, hasPicture, hasWebGl2 } from '../webgl.js';

keepDrawingBuffers();

const ZHEJIANG = '<pair-atlas><pair-map region="330000"></pair-map><pair-details></pair-details></pair-atlas>';
const stageOf = (map: PairMap): HTMLElement => map.renderRoot.querySelector('.stage')!;
const rendererOf = (map: PairMap): string | undefined => map.dataset.renderer;
const show = (markup: string): Promise<PairAtlas> => showAtlas(markup, (atlas) => (atlas.feed = goodFeed()));
const fixture = (name: string): string => new URL(`../fixtures/basemaps/${name}`, import.meta.url).href;

let changes: PairEventDetails['pair-renderer'][] = [];
let faults: PairEventDetails['pair-error'][] = [];
const noteChange = (event: Event): number => changes.push((event as HTMLElementEventMap['pair-renderer']).detail);
const noteFault = (event: Event): number => faults.push((event as HTMLElementEventMap['pair-error']).detail);
const said = (): string[] => changes.map(({ renderer, reason }) => `${renderer} ${reason}`);
const fetching = globalThis.fetch;

beforeEach(() => {
  changes = [];
  faults = [];
  document.addEventListener('pair-renderer', noteChange);
  document.addEventListener('pair-error', noteFault);
});
afterEach(() => {
  document.removeEventListener('pair-renderer', noteChange);
  document.removeEventListener('pair-error', noteFault);
  globalThis.fetch = fetching;
  Reflect.deleteProperty(navigator, 'connection');
  clearPage();
  setContextLimit(8);
});

const saveData = (): unknown =>
  Object.defineProperty(navigator, 'connection', { value: { saveData: true }, configurable: true });
async function zoomIn(map: PairMap, halfSteps: number): Promise<void> {
  for (let i = 0; i < halfSteps; i++) await press(map, '+');
}

describe('the detail of a map that is zoomed in', () => {
  const lengthOf = (map: PairMap): number =>
    [...map.renderRoot.querySelectorAll('.fills path')].reduce((sum, path) => sum + path.getAttribute('d')!.length, 0);
  const svg = ZHEJIANG.replace('<pair-map', '<pair-map renderer="svg"');

  it('comes beyond one and a half steps, in the same place and colours, and goes when the whole map is back', async () => {
    const atlas = await show(svg);
    const map = mapOf(atlas, '330000');
    const overview = lengthOf(map);
    await zoomIn(map, 2);
    for (let i = 0; i < 30; i++) await frame();
    expect(lengthOf(map)).to.equal(overview);
    await zoomIn(map, 2);
    const before = regionBox(map, '330106'),
      fill = regionPath(map, '513221')?.getAttribute('fill');
    await until(() => lengthOf(map) > overview * 1.5);
    const after = regionBox(map, '330106');
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(Math.abs(before[side] - after[side])).to.be.below(before.width / 20);
    expect(regionPath(map, '513221')?.getAttribute('fill')).to.equal(fill);
    await hover(atlas, '330106');
    expect(atlas.state.values.active).to.equal('330106');
    expect(tooltipText(atlas)).to.contain('西湖区');
    await press(map, '0');
    await until(() => lengthOf(map) === overview);
  });

  it('leaves the overview where it cannot be had, and is asked for again later', async () => {
    const asked: string[] = [];
    let isThere = false;
    globalThis.fetch = (input, init) => {
      const url = String(input);
      if (!url.includes('/detail/330000.json?') && !url.endsWith('/detail/330000.json')) return fetching(input, init);
      asked.push(url);
      return isThere ? fetching(input, init) : Promise.resolve(new Response('', { status: 404 }));
    };
    const now = performance.now.bind(performance);
    try {
      // Other tests have fetched the detail; an address of its own is asked for anew.
      const geometry = new URL('../../data/counties-2018.json?again', import.meta.url).href;
      const atlas = await show(svg.replace('<pair-atlas', `<pair-atlas geometry="${geometry}"`));
      const regions = atlas.state.values.dataset!.regions as { detail?: string };
      Object.assign(regions, { detail: 'detail/{code}.json?again' });
      const map = mapOf(atlas, '330000');
      const overview = lengthOf(map);
      await zoomIn(map, 4);
      await until(() => asked.length === 1);
      await zoomIn(map, 1);
      for (let i = 0; i < 10; i++) await frame();
      expect([asked.length, lengthOf(map)]).to.deep.equal([1, overview]);
      isThere = true;
      performance.now = () => now() + 60_000;
      await zoomIn(map, 1);
      await until(() => lengthOf(map) > overview * 1.5);
      expect(asked).to.have.length(2);
      expect(faults).to.deep.equal([]);
    } finally {
      performance.now = now;
    }
  });

  it('is not fetched where the browser asks for little traffic', async () => {
    saveData();
    const asked: string[] = [];
    globalThis.fetch = (input, init) => {
      asked.push(String(input));
      return fetching(input, init);
    };
    const map = mapOf(await show(svg), '330000');
    await zoomIn(map, 5);
    for (let i = 0; i < 20; i++) await frame();
    expect(asked.filter((url) => url.includes('detail'))).to.deep.equal([]);
  });

  it('is no matter of a geometry that names none', async () => {
    const topology = (await (
      await fetching(new URL('../../data/counties-2018.json', import.meta.url))
    ).json()) as Record<string, unknown>;
    delete topology.detail;
    globalThis.fetch = (input, init) =>
      String(input).endsWith('hosts.json')
        ? Promise.resolve(new Response(JSON.stringify(topology)))
        : fetching(input, init);
    const map = mapOf(await show(svg.replace('<pair-atlas', '<pair-atlas geometry="hosts.json"')), '330000');
    const overview = lengthOf(map);
    await zoomIn(map, 5);
    for (let i = 0; i < 20; i++) await frame();
    expect(lengthOf(map)).to.equal(overview);
    expect(faults).to.deep.equal([]);
  });

  it('comes on MapLibre too, and no frame is without a picture', async function () {
    if (!hasWebGl2(this)) return;
    const map = mapOf(await show(ZHEJIANG), '330000');
    await press(map, '+');
    await until(() => rendererOf(map) === 'maplibre');
    const taken: number[] = [];
    const { takeShapes } = map;
    map.takeShapes = (shapes) => {
      taken.push(
        shapes.shapes.reduce((sum, { rings }) => sum + rings.reduce((points, ring) => points + ring.length, 0), 0),
      );
      takeShapes.call(map, shapes);
    };
    for (let i = 0; i < 3; i++) await press(map, '+');
    await until(() => taken.length === 1);
    expect(taken[0]).to.be.above(10_000);
    for (let i = 0; i < 60; i++) {
      await frame();
      expect(hasPicture(map), `frame ${i}`).to.equal(true);
    }
    expect(rendererOf(map)).to.equal('maplibre');
  });
});

describe('the way up', () => {
  it('shows a picture in every frame, and focus, selection, tooltip and gesture go on', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await show(ZHEJIANG);
    const map = mapOf(atlas, '330000'),
      stage = stageOf(map);
    focusMap(map);
    await hover(atlas, '330106');
    atlas.selected = '330782';
    const tooltip = tooltipText(atlas);
    const box = stage.getBoundingClientRect();
    const drag = (type: string, x: number): boolean =>
      stage.dispatchEvent(
        new PointerEvent(type, {
          clientX: box.left + x,
          clientY: box.top + 100,
          pointerType: 'touch',
          pointerId: x > 150 ? 8 : 7,
          bubbles: true,
        }),
      );
    // Two fingers drawn apart, step by step, until MapLibre stands and beyond.
    drag('pointerdown', 100);
    drag('pointerdown', 200);
    const isUp = (): boolean => rendererOf(map) === 'maplibre';
    for (let i = 0, after = 0; after < 10 && i < 600; i++) {
      if (i < 12 || isUp()) drag('pointermove', 200 + Math.min(i, 12) + after);
      if (isUp()) after++;
      await frame();
      expect(hasPicture(map), `frame ${i}`).to.equal(true);
    }
    drag('pointerup', 100);
    drag('pointerup', 200);
    expect(said().slice(-1)).to.deep.equal(['maplibre gesture']);
    expect(map.shadowRoot!.activeElement).to.equal(stage);
    expect([atlas.selected, tooltipText(atlas)]).to.deep.equal(['330782', tooltip]);
  });

  it('is not taken where the browser asks for little traffic, unless the author says so; told once', async function () {
    saveData();
    const atlas = await show(ZHEJIANG);
    const map = mapOf(atlas, '330000');
    await zoomIn(map, 3);
    await until(() => said().includes('svg data-saver'));
    await zoomIn(map, 1);
    expect(said().filter((each) => each === 'svg data-saver')).to.have.length(1);
    if (!hasWebGl2(this)) return;
    map.renderer = 'maplibre';
    await until(() => rendererOf(map) === 'maplibre');
    expect(said().slice(-1)).to.deep.equal(['maplibre forced']);
  });

  it('is left when the author wants the SVG while MapLibre is still coming', async () => {
    const atlas = await show(ZHEJIANG);
    const map = mapOf(atlas, '330000');
    map.renderer = 'maplibre';
    await map.updateComplete;
    map.renderer = 'svg';
    await map.updateComplete;
    for (let i = 0; i < 90; i++) await frame();
    expect([rendererOf(map), heldContexts(), parts(map, 'canvas').length]).to.deep.equal(['svg', 0, 0]);
  });

  it('is open to 24 maps on a page, one after another, within the budget', async function () {
    if (!hasWebGl2(this)) return;
    this.timeout(300_000);
    const many = Array.from(
      { length: 24 },
      (_, i) => `<pair-map id="m${i}" region="${i % 2 ? '330000' : '520000'}"></pair-map>`,
    ).join('');
    const atlas = await show(`<pair-atlas>${many}</pair-atlas>`);
    const maps = mapsOf(atlas);
    expect(maps).to.have.length(24);
    expect(maps.every(hasPicture)).to.equal(true);
    for (const map of maps) {
      await press(map, '+');
      await until(() => rendererOf(map) === 'maplibre');
      expect(heldContexts()).to.be.at.most(8);
      expect(parts(atlas, 'canvas').length).to.be.at.most(8);
    }
    expect(maps.every(hasPicture)).to.equal(true);
    expect(maps.slice(-8).every((map) => rendererOf(map) === 'maplibre')).to.equal(true);
  });
});

describe('the way down', () => {
  it('leads to the SVG for print, before the page is laid out, and back up afterwards', async function () {
    if (!hasWebGl2(this)) return;
    const map = mapOf(await show(ZHEJIANG), '330000');
    await press(map, '+');
    await until(() => rendererOf(map) === 'maplibre');
    dispatchEvent(new Event('beforeprint'));
    expect([rendererOf(map), map.renderRoot.querySelectorAll('.fills path').length > 0]).to.deep.equal(['svg', true]);
    expect(said().slice(-1)).to.deep.equal(['svg print']);
    await press(map, '+');
    expect(rendererOf(map)).to.equal('svg');
    dispatchEvent(new Event('afterprint'));
    await until(() => rendererOf(map) === 'maplibre');
    expect(said().slice(-1)).to.deep.equal(['maplibre gesture']);
  });

  it('is taken for good when the context is lost a second time', async function () {
    if (!hasWebGl2(this)) return;
    const map = mapOf(await show(ZHEJIANG), '330000');
    const lose = (): void =>
      map.renderRoot.querySelector('canvas')!.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    await press(map, '+');
    await until(() => rendererOf(map) === 'maplibre');
    lose();
    await until(() => said().includes('maplibre context-lost'));
    expect(said().slice(1)).to.deep.equal(['maplibre gesture', 'svg context-lost', 'maplibre context-lost']);
    lose();
    await until(() => rendererOf(map) === 'svg');
    await press(map, '+');
    for (let i = 0; i < 60; i++) await frame();
    expect(said().slice(4)).to.deep.equal(['svg context-lost']);
    expect(hasPicture(map)).to.equal(true);
  });
});

describe('a basemap', () => {
  const withBasemap = (name: string): string =>
    ZHEJIANG.replace('<pair-atlas', `<pair-atlas basemap="${fixture(name)}"`);

  it('lies beneath the regions, and its credit is text', async function () {
    if (!hasWebGl2(this)) return;
    const map = mapOf(await show(withBasemap('ground.json')), '330000');
    await until(() => rendererOf(map) === 'maplibre');
    expect(said().slice(-1)).to.deep.equal(['maplibre basemap']);
    await settled(map);
    const canvas = map.renderRoot.querySelector('canvas')!;
    // A corner, where no region is, and the middle, where one is.
    expect(colourOf(canvas, 0.01, 0.01).slice(0, 3)).to.deep.equal([0x12, 0x34, 0x56]);
    expect(colourOf(canvas, 0.5, 0.5).slice(0, 3)).to.not.deep.equal([0x12, 0x34, 0x56]);
    const note = map.renderRoot.querySelector('[part="boundary"]')!;
    expect(note.textContent).to.contain('Ground © Example');
    expect(note.querySelector('a')).to.equal(null);
    expect(faults).to.deep.equal([]);
  });

  for (const [what, name] of [
    ['whose style is not there', 'nowhere.json'],
    ['whose style is none', '../feeds/cut-off.json'],
    ['whose tiles cannot be had', 'no-tiles.json'],
  ] as const) {
    it(`${what} leaves the SVG, says so with a remedy, and MapLibre is still open to the reader`, async function () {
      if (!hasWebGl2(this)) return;
      const map = mapOf(await show(withBasemap(name)), '330000');
      await until(() => said().includes('svg basemap-failed'));
      expect(hasPicture(map)).to.equal(true);
      const [fault] = faults.flatMap((detail) => detail.faults);
      expect(fault?.code).to.equal('basemap-failed');
      expect(fault?.message).to.contain('底图');
      expect(fault?.remedy).to.contain('basemap');
      await press(map, '+');
      await until(() => rendererOf(map) === 'maplibre');
      expect(said().slice(-1)).to.deep.equal(['maplibre gesture']);
      expect(faults).to.have.length(1);
    });
  }

  it('can be taken away', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await show(withBasemap('ground.json'));
    const map = mapOf(atlas, '330000');
    await until(() => rendererOf(map) === 'maplibre');
    atlas.basemap = '';
    await until(() => rendererOf(map) === 'svg');
    expect(said().slice(-1)).to.deep.equal(['svg basemap']);
    await settled(map);
    expect(map.renderRoot.querySelector('[part="boundary"]')!.textContent).to.not.contain('Example');
  });
});
