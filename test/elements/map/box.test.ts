/** A map in the box that its host gives it: it fills it, and paints nothing outside. */
import { expect } from '@esm-bundle/chai';
import type { PairMap } from '../../../src/index.js';
import { clearPage, mapsOf, settled, showAtlas } from '../../harness.js';

/** `page` is the style of the box around two maps, `map` of each map; `height` is what a map shall then have, `natural` its own shape. */
const HOSTS: readonly (readonly [name: string, page: string, map: string, height: number | 'natural'])[] = [
  ['a block', '', '', 'natural'],
  ['a height and a width', '', 'width: 400px; height: 320px', 320],
  ['a low box', '', 'height: 180px', 180],
  ['a high box', 'width: 300px', 'height: 700px', 700],
  ['a height in percent', 'height: 500px', 'height: 50%', 250],
  ['a grid row', 'display: grid; grid-template-rows: 200px 200px', '', 200],
  ['a grid of rows that are as high', 'display: grid; grid-auto-rows: 240px', '', 240],
  ['two columns in a row', 'display: grid; grid-template: 260px / 1fr 1fr', '', 260],
  ['rows that share a height', 'display: grid; height: 600px; grid-template-rows: repeat(2, minmax(0, 1fr))', '', 300],
  ['a flex line', 'display: flex; height: 300px', 'flex: 1; min-width: 0', 300],
  ['a flex column', 'display: flex; flex-direction: column; height: 640px', 'flex: 1; min-height: 0', 320],
  ['a flex line of natural height', 'display: flex; align-items: start', 'flex: 1; min-width: 0', 'natural'],
  ['a greatest height', 'width: 800px', 'max-height: 280px', 280],
  ['a least height', 'width: 200px', 'min-height: 500px', 500],
  ['a box that is positioned', 'position: relative; height: 400px', 'position: absolute; inset: 0', 400],
  ['a shape', 'width: 480px', 'aspect-ratio: 16 / 9; width: 480px', 270],
  ['an inline block', '', 'display: inline-block; width: 400px; height: 300px', 300],
  ['a block of the host’s own', '', 'display: block; height: 300px', 300],
  ['border and padding', '', 'height: 320px; border: 5px solid; padding: 10px', 320],
  ['another box model', '', 'box-sizing: content-box; height: 300px; padding: 10px', 320],
  ['columns of text', 'columns: 2', 'height: 300px; break-inside: avoid', 300],
  ['within a table cell', 'display: table-cell; width: 600px', 'height: 300px', 300],
  ['large text', 'font-size: 32px', 'height: 320px; --pair-font-size: 24px', 320],
  ['a narrow box', 'width: 140px', 'height: 300px', 300],
];

describe('the box of a map', () => {
  afterEach(clearPage);

  for (const [name, page, style, height] of HOSTS)
    it(`is ${name}: filled, and nothing is painted outside`, async () => {
      const atlas = await showAtlas(
        '<pair-atlas><div class="page"><pair-map region="510000"></pair-map><pair-map region="330000"></pair-map></div></pair-atlas>',
      );
      (atlas.querySelector('.page') as HTMLElement).style.cssText = page;
      for (const map of mapsOf(atlas)) map.style.cssText = style;
      await settled(atlas);
      await settled(atlas);
      for (const map of mapsOf(atlas)) {
        const box = map.getBoundingClientRect();
        if (height === 'natural') expect(stageOf(map).height).to.be.closeTo(naturalHeight(map), 1);
        else expect(box.height, 'height of the map').to.be.closeTo(height, 1);
        for (const [what, inner] of insidesOf(map)) {
          expect(inner.top, `${what}, top`).to.be.at.least(box.top - 1);
          expect(inner.bottom, `${what}, bottom`).to.be.at.most(box.bottom + 1);
          expect(inner.right, `${what}, right`).to.be.at.most(box.right + 1);
        }
        // What was drawn is as large as its stage.
        const { width, height: high } = stageOf(map);
        expect(map.view?.size.height, 'drawn height').to.be.closeTo(high, 1);
        expect(map.view?.size.width, 'drawn width').to.be.closeTo(width, 1);
        expect(high, 'something to see').to.be.at.least(60);
      }
    });

  it('is no higher than the window without one, and as high as the host says by its token', async () => {
    const atlas = await showAtlas('<pair-atlas><pair-map region="510000"></pair-map></pair-atlas>');
    const [map] = mapsOf(atlas) as [PairMap];
    (map.parentElement as HTMLElement).style.width = '4000px';
    map.style.width = '4000px';
    await settled(atlas);
    expect(stageOf(map).height).to.be.at.most(innerHeight);
    map.style.setProperty('--pair-map-max-height', '200px');
    await settled(atlas);
    expect(stageOf(map).height).to.be.closeTo(200, 1);
    map.style.setProperty('--pair-map-height', '333px');
    await settled(atlas);
    expect(stageOf(map).height).to.be.closeTo(333, 1);
  });
});

const stageOf = (map: PairMap): DOMRect => inside(map, '.stage').getBoundingClientRect();
const inside = (map: PairMap, selector: string): Element => map.renderRoot.querySelector(selector) as Element;

/** As high as the width asks for, within the window. */
function naturalHeight(map: PairMap): number {
  const [x0, y0, x1, y1] = map.view?.map.box as readonly [number, number, number, number];
  return Math.min((stageOf(map).width * (y1 - y0)) / (x1 - x0), innerHeight * 0.85);
}

function insidesOf(map: PairMap): [string, DOMRect][] {
  return ['figure', 'figcaption', '.stage', '.note'].map((selector) => [
    selector,
    inside(map, selector).getBoundingClientRect(),
  ]);
}
