import { expect } from '@open-wc/testing';
import { paint } from '../../../src/render/svg/paint.js';
import { toMarkup } from '../../../src/scene/picture/markup.js';
import { node, type PictureNode } from '../../../src/scene/picture/picture.js';
import { sheet } from '../../../src/scene/sheet/sheet.js';
import { Store } from '../../../src/state/store.js';
import type { AtlasValues } from '../../../src/state/values.js';
import { snapshotOf, wholeViews } from '../../../src/state/snapshot.js';
import { builtInDataset } from '../../fixtures/world.js';
import '../../../src/scene/words/all.js';

/** Pixels of a PNG for one of the picture. */
const SCALE = 2;
/** Of 0 to 255: what the eye does not see. Edges are smoothed in other ways, and differ by more. */
const SLIGHT = 40;

function painted(tree: PictureNode): ImageData {
  const canvas = document.createElement('canvas');
  paint(tree, canvas, SCALE);
  return canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
}

/** Lines that do not scale do not do so in an image that is drawn larger; on a finer screen, and in our file, they do. */
function magnified(tree: PictureNode): PictureNode {
  const { attributes, children } = tree;
  const isStill = attributes['vector-effect'] === 'non-scaling-stroke';
  const dashes = String(attributes['stroke-dasharray'] ?? '')
    .split(' ')
    .map((part) => Number(part) * SCALE)
    .join(' ');
  return {
    ...tree,
    attributes: isStill
      ? {
          ...attributes,
          'stroke-width': Number(attributes['stroke-width']) * SCALE,
          ...('stroke-dasharray' in attributes ? { 'stroke-dasharray': dashes } : {}),
        }
      : attributes,
    children: children.map((child) => (typeof child === 'string' ? child : magnified(child))),
  };
}

/** The same picture as the browser draws its SVG. */
async function drawn(tree: PictureNode): Promise<ImageData> {
  const url = URL.createObjectURL(new Blob([toMarkup(magnified(tree))], { type: 'image/svg+xml' }));
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Number(tree.attributes.width) * SCALE;
  canvas.height = Number(tree.attributes.height) * SCALE;
  const context = canvas.getContext('2d')!;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

function differing(a: ImageData, b: ImageData): number {
  expect([a.width, a.height]).to.deep.equal([b.width, b.height]);
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4)
    if ([0, 1, 2, 3].some((channel) => Math.abs(a.data[i + channel]! - b.data[i + channel]!) > SLIGHT)) count++;
  return count / (a.width * a.height);
}

async function sheetWith(patch: Partial<AtlasValues>): Promise<PictureNode> {
  const state = new Store();
  state.change({ dataset: await builtInDataset(), ...patch });
  const views = wholeViews(state.values);
  return sheet(snapshotOf(state.values, views)!);
}

describe('paint', () => {
  it('gives the pixels of the SVG, for the whole sheet', async () => {
    const tree = await sheetWith({});
    const picture = painted(tree);
    expect(picture.width).to.equal(2400);
    expect(differing(picture, await drawn(tree))).to.be.below(0.01);
  });

  it('does so with a selection, faded, in the dark, in English', async () => {
    const tree = await sheetWith({ selected: ['330782', '330100'], theme: 'dark', language: 'en', metric: 'cadres' });
    expect(differing(painted(tree), await drawn(tree))).to.be.below(0.01);
  });

  it('notices what is missing: a picture without its patterns is another', async () => {
    const tree = await sheetWith({ theme: 'contrast', metric: 'funding' });
    const without = (at: PictureNode): PictureNode => ({
      ...at,
      children: at.children
        .map((child) => (typeof child === 'string' ? child : without(child)))
        .filter((child) => typeof child === 'string' || child.attributes.class !== 'textures'),
    });
    expect(differing(painted(tree), await drawn(tree))).to.be.below(0.01);
    expect(differing(painted(without(tree)), await drawn(tree))).to.be.above(0.015);
  });

  it('knows transforms, patterns, dashes, fading and pictures within pictures', async () => {
    const stripes = node(
      'pattern',
      { id: 'p', patternUnits: 'userSpaceOnUse', width: 6, height: 6, patternTransform: 'scale(0.5) rotate(45)' },
      [node('rect', { width: 2, height: 6, fill: '#a00' })],
    );
    const tree = node('svg', { xmlns: 'http://www.w3.org/2000/svg', width: 200, height: 120, viewBox: '0 0 200 120' }, [
      node('defs', {}, [stripes]),
      node('rect', { width: 200, height: 120, fill: '#fff' }),
      node('svg', { x: 10, y: 10, width: 80, height: 80, viewBox: '0 0 40 40' }, [
        node('g', { transform: 'translate(5 5) scale(2)', opacity: 0.5 }, [
          node('path', { d: 'M0 0H30V30H0ZM5 5H10V10H5Z', 'fill-rule': 'evenodd', fill: '#06c' }),
          node('path', {
            d: 'M0 0H8V8',
            fill: 'none',
            stroke: '#000',
            'stroke-width': 4,
            'vector-effect': 'non-scaling-stroke',
          }),
        ]),
      ]),
      node('g', { transform: 'translate(110 10) scale(2)' }, [
        node('rect', { width: 35, height: 20, fill: 'url(#p)' }),
      ]),
      node('circle', { cx: 120, cy: 80, r: 14, fill: '#fc0', stroke: '#333', 'stroke-width': 3 }),
      node('path', { d: 'M140 70H195', fill: 'none', stroke: '#000', 'stroke-width': 4, 'stroke-dasharray': '8 6' }),
      node('rect', { x: 145, y: 85, width: 40, height: 26, rx: 6, fill: 'none', stroke: '#080', 'stroke-width': 2 }),
    ]);
    const picture = painted(tree);
    const at = (x: number, y: number): number[] => [
      ...picture.data.slice((y * SCALE * picture.width + x * SCALE) * 4).slice(0, 3),
    ];
    // A hole, the fading over white, and the edge of the inner picture.
    expect(at(44, 50)).to.deep.equal([255, 255, 255]);
    expect(at(70, 70)[0]).to.be.within(126, 129);
    expect(at(95, 50)).to.deep.equal([255, 255, 255]);
    expect(differing(picture, await drawn(tree))).to.be.below(0.03);
  });

  it('refuses what it does not know, rather than leave it out', () => {
    const tree = node('svg', { width: 10, height: 10, viewBox: '0 0 10 10' }, [node('ellipse', {})]);
    expect(() => painted(tree)).to.throw('ellipse');
  });
});
