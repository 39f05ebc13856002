import { expect } from '@open-wc/testing';
import { loadMapLibre } from '../../src/render/maplibre/load.js';
import type { RendererFactory } from '../../src/render/renderer.js';
import type { RendererKind } from '../../src/render/renderers.js';
import { createSvgRenderer } from '../../src/render/svg/renderer.js';
import { panBy, pixelsPerWorld, toWorld, zoomAbout } from '../../src/scene/geometry/mercator.js';
import { fillColour } from '../../src/scene/picture/picture.js';
import type { Scene } from '../../src/scene/picture/scene.js';
import { contains, mapShapes } from '../../src/scene/geometry/shapes.js';
import { DEFAULT_SCHEME } from '../../src/scene/classes/ramp.js';
import { textured } from '../../src/scene/picture/textures.js';
import { paletteOf } from '../../src/scene/picture/tokens.js';
import { hasWebGl2, isSwiftShader } from '../webgl.js';
import { COUNTIES, IN_THE_HOLE } from '../fixtures/topology.js';
import {
  CLASSES,
  clearAll,
  distance,
  drawWith,
  emphasis,
  eventually,
  keepDrawingBuffers,
  pixelAt,
  pixelsOf,
  placeOf,
  pointOf,
  rgbOf,
  sceneOf,
  smallRegions,
  someFills,
  type Drawing,
  type Pixel,
} from './harness.js';

const FACTORIES: Readonly<Record<RendererKind, () => Promise<RendererFactory>>> = {
  svg: () => Promise.resolve(createSvgRenderer),
  maplibre: loadMapLibre,
};
/** Of 255 in any channel: what rounding of colours may differ by. */
const ROUNDING = 3;

keepDrawingBuffers();
afterEach(clearAll);

async function colourAt(drawing: Drawing, scene: Scene, code: string): Promise<Pixel> {
  return pixelAt(await pixelsOf(drawing, scene.size), ...placeOf(scene, code));
}

async function shows(drawing: Drawing, scene: Scene, code: string, colour: string): Promise<void> {
  const expected = rgbOf(colour);
  await eventually(
    async () => distance(await colourAt(drawing, scene, code), expected) <= ROUNDING,
    `${code} is ${colour}`,
  );
}

/** How many pixels near the border of a region have a colour. */
async function countOf(drawing: Drawing, scene: Scene, colour: string): Promise<number> {
  const { data } = await pixelsOf(drawing, scene.size);
  const expected = rgbOf(colour);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) {
    if (distance([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, 255], expected) <= 24) count++;
  }
  return count;
}

for (const [kind, factory] of Object.entries(FACTORIES)) {
  describe(`a map drawn with ${kind}`, () => {
    let create: RendererFactory;

    before(async function () {
      if (kind === 'maplibre' && !hasWebGl2(this)) return;
      create = await factory();
    });

    async function draw(scene: Scene): Promise<Drawing> {
      const drawing = drawWith(create, scene);
      await drawing.renderer.ready;
      return drawing;
    }

    it('says what it is, and that it is slow where it draws for a GPU and there is none', async () => {
      const { renderer } = await draw(sceneOf());
      expect(renderer.kind).to.equal(kind);
      expect(renderer.isSlow).to.equal(kind === 'maplibre' && isSwiftShader());
    });

    it('paints each region in the colour of its class as soon as it is ready', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      const pixels = await pixelsOf(drawing, scene.size);
      for (const code of COUNTIES.filter(
        (each) => scene.fills.get(each)?.kind === 'class' || scene.fills.get(each)?.kind === 'outside',
      )) {
        const fill = scene.fills.get(code);
        if (!fill) throw new Error(code);
        expect(
          distance(pixelAt(pixels, ...placeOf(scene, code)), rgbOf(fillColour(fill, scene.palette))),
          code,
        ).to.be.at.most(ROUNDING);
      }
    });

    it('leaves holes, and what is around the map, to the paper', async () => {
      const scene = sceneOf({ palette: { ...sceneOf().palette, halo: '#f00' } });
      const drawing = await draw(scene);
      const pixels = await pixelsOf(drawing, scene.size);
      const [x, y] = toWorld(...(IN_THE_HOLE as [number, number])),
        { origin, scale } = scene.map;
      const inHole = pointOf(scene, [(x - origin[0]) * scale, (y - origin[1]) * scale]);
      expect(pixelAt(pixels, ...inHole)).to.deep.equal([255, 255, 255, 255]);
      expect(pixelAt(pixels, 1, 1)).to.deep.equal([255, 255, 255, 255]);
    });

    it('hatches what has no data', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      expect(await countOf(drawing, scene, scene.palette.noDataLine)).to.be.above(100);
    });

    it('draws the textures of classes where they stand, beside each other, and takes them away again', async () => {
      const plain = sceneOf();
      const scene = { ...plain, palette: textured(plain.palette, { kind: 'sequential' }) };
      const drawing = await draw(plain);
      drawing.renderer.draw(scene);
      // Class 0 is plain, 1 has upright lines, 2 crossed ones, seven pixels apart.
      await shows(drawing, scene, '510101', scene.palette.classes[0] ?? '');
      const [left, top] = pointOf(scene, [0, 0]);
      const isLine = (pixels: ImageData, x: number, y: number): boolean => pixelAt(pixels, x, y)[1] < 128;
      const linesOf = async (code: string): Promise<{ wrong: number; lines: number }> => {
        const pixels = await pixelsOf(drawing, scene.size);
        const [x, y] = placeOf(scene, code).map(Math.floor) as [number, number];
        let wrong = 0,
          lines = 0;
        for (let dx = -8; dx < 8; dx++)
          for (let dy = -8; dy < 8; dy++) {
            const off = (at: number, from: number): number => (((at + 0.5 - from) % 7) + 7) % 7;
            const [across, down] = [off(x + dx, left), off(y + dy, top)];
            // A pixel that is half a line is neither.
            const isUpright = across < 1,
              isLevel = code === '510103' && down < 1;
            const isSure = [across, code === '510103' ? down : 3].every(
              (at) => Math.abs(at - 0.5) < 0.2 || (at > 2 && at < 6),
            );
            if (isUpright || isLevel) lines++;
            if (isSure && isLine(pixels, x + dx, y + dy) !== (isUpright || isLevel)) wrong++;
          }
        return { wrong, lines };
      };
      for (const code of ['510102', '510103'])
        await eventually(async () => (await linesOf(code)).wrong === 0, `${code} has its lines`);
      expect((await linesOf('510103')).lines).to.be.above((await linesOf('510102')).lines);
      drawing.renderer.draw(plain);
      await shows(drawing, plain, '510103', plain.palette.classes[2] ?? '');
    });

    it('repaints on new values', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      const next = { ...scene, fills: someFills(1) };
      drawing.renderer.draw(next);
      await shows(drawing, next, '510101', scene.palette.classes[1] ?? '');
      await shows(drawing, next, '510103', scene.palette.classes[3] ?? '');
    });

    it('repaints in a new palette, of any colours that CSS knows', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      const dark = paletteOf('dark', DEFAULT_SCHEME, CLASSES, (name) => (name === 'class-1' ? 'hsl(300 80% 40%)' : ''));
      drawing.renderer.draw({ ...scene, palette: dark });
      await shows(drawing, scene, '510101', 'hsl(300 80% 40%)');
      await shows(drawing, scene, '510203', dark.outside);
    });

    it('draws the scene asked for last, also before it is ready', async () => {
      const drawing = drawWith(create, sceneOf());
      const next = sceneOf({ fills: someFills(2) });
      drawing.renderer.draw(next);
      await drawing.renderer.ready;
      await shows(drawing, next, '510101', next.palette.classes[2] ?? '');
    });

    it('outlines the region pointed at, and only as long as it is', async () => {
      const scene = sceneOf({ palette: { ...sceneOf().palette, accent: '#ff00ff' } });
      const drawing = await draw(scene);
      expect(await countOf(drawing, scene, '#ff00ff')).to.equal(0);
      drawing.renderer.draw({ ...scene, emphasis: emphasis({ active: '510102' }) });
      await eventually(async () => (await countOf(drawing, scene, '#ff00ff')) > 100, 'the outline shows');
      drawing.renderer.draw(scene);
      await eventually(async () => (await countOf(drawing, scene, '#ff00ff')) === 0, 'the outline is gone');
    });

    it('outlines partners in their own colour, and dashes where only the city is known', async () => {
      const scene = sceneOf({ palette: { ...sceneOf().palette, partner: '#00ff00' } });
      const drawing = await draw(scene);
      drawing.renderer.draw({ ...scene, emphasis: emphasis({ partners: new Set(['510101']) }) });
      await eventually(async () => (await countOf(drawing, scene, '#00ff00')) > 60, 'the partner is outlined');
      const whole = await countOf(drawing, scene, '#00ff00');
      drawing.renderer.draw({ ...scene, emphasis: emphasis({ cityPartners: new Set(['510101']) }) });
      await eventually(async () => {
        const dashed = await countOf(drawing, scene, '#00ff00');
        return dashed > 0 && dashed < whole * 0.8;
      }, 'the outline is dashed');
    });

    it('fades all but what stands out', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      drawing.renderer.draw({ ...scene, emphasis: emphasis({ active: '510101', isFading: true }) });
      const [red, green, blue] = rgbOf(scene.palette.classes[3] ?? '');
      const faded = [red, green, blue].map((part) => Math.round(255 - (255 - part) * 0.4));
      await shows(drawing, scene, '510201', `rgb(${faded.join(' ')})`);
      await shows(drawing, scene, '510101', scene.palette.classes[0] ?? '');
    });

    it('gives what stands out its new colour too, whether the rest fades or not', async () => {
      const scene = sceneOf({ emphasis: emphasis({ active: '510101' }) });
      const drawing = await draw(scene);
      const next = { ...scene, fills: someFills(2) };
      drawing.renderer.draw(next);
      await shows(drawing, next, '510101', next.palette.classes[2] ?? '');
    });

    it('keeps the full fill of what the legend keeps, without an outline', async () => {
      const palette = { ...sceneOf().palette, accent: '#ff00ff', partner: '#00ff00' };
      const scene = sceneOf({ palette });
      const drawing = await draw(scene);
      drawing.renderer.draw({ ...scene, emphasis: emphasis({ kept: new Set(['510101']), isFading: true }) });
      const faded = rgbOf(palette.classes[3] ?? '').map((part) => Math.round(255 - (255 - part) * 0.4));
      await shows(drawing, scene, '510201', `rgb(${faded.slice(0, 3).join(' ')})`);
      await shows(drawing, scene, '510101', palette.classes[0] ?? '');
      expect((await countOf(drawing, scene, '#ff00ff')) + (await countOf(drawing, scene, '#00ff00'))).to.equal(0);
    });

    for (const standing of ['active', 'selected', 'partner', 'city-partner'] as const) {
      it(`leaves a county of 6 px its colour while it stands out: ${standing}`, async () => {
        const whole = sceneOf();
        const shape = whole.map.byCode.get('510101');
        if (!shape) throw new Error('No 510101.');
        const width = (shape.box[2] - shape.box[0]) * (pixelsPerWorld(whole.camera.zoom) / whole.map.scale);
        const small = {
          ...whole,
          camera: zoomAbout(whole.camera, Math.log2(6 / width), ...placeOf(whole, '510101'), whole.size),
        };
        const drawing = await draw(small);
        const set = new Set(['510101', '510102']);
        const members = {
          active: { active: '510101' },
          selected: { selected: set },
          partner: { partners: set },
          'city-partner': { cityPartners: set },
        };
        drawing.renderer.draw({ ...small, emphasis: emphasis(members[standing]) });
        const unit = pixelsPerWorld(small.camera.zoom) / small.map.scale;
        const [left, top] = pointOf(small, [shape.box[0], shape.box[1]]);
        const inside = Array.from(
          { length: 64 },
          (_, i) => [Math.floor(left) + (i % 8) + 0.5, Math.floor(top) + Math.floor(i / 8) + 0.5] as const,
        ).filter(([x, y]) => contains(shape, shape.box[0] + (x - left) / unit, shape.box[1] + (y - top) / unit));
        const colour = rgbOf(small.palette.classes[0] ?? '');
        const middle = pointOf(small, [(shape.box[0] + shape.box[2]) / 2, (shape.box[1] + shape.box[3]) / 2]);
        expect(inside.length).to.be.above(12);
        await eventually(async () => {
          const pixels = await pixelsOf(drawing, small.size);
          const own = inside.filter(([x, y]) => distance(pixelAt(pixels, x, y), colour) <= 40);
          return own.length > inside.length * 0.6 && distance(pixelAt(pixels, ...middle), colour) <= ROUNDING;
        }, 'the fill of a small county shows');
      });
    }

    it('follows the camera', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      const moved = { ...scene, camera: panBy(scene.camera, 40, -30) };
      drawing.renderer.draw(moved);
      await shows(drawing, moved, '510101', scene.palette.classes[0] ?? '');
      const zoomed = { ...scene, camera: zoomAbout(scene.camera, 2.3, ...placeOf(scene, '510203'), scene.size) };
      drawing.renderer.draw(zoomed);
      await shows(drawing, zoomed, '510203', scene.palette.outside);
      // Where the region stood before there is something else now.
      const before = { ...zoomed, camera: moved.camera };
      await eventually(
        async () =>
          distance(await colourAt(drawing, before, '510101'), rgbOf(scene.palette.classes[0] ?? '')) > ROUNDING,
        '510101 has moved on',
      );
    });

    it('takes a new size', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      const size = { width: 500, height: 300 };
      const next = sceneOf({ size, map: scene.map });
      Object.assign(drawing.box.style, { width: '500px', height: '300px' });
      drawing.renderer.draw(next);
      for (const code of ['510101', '510103']) {
        const fill = next.fills.get(code);
        if (fill) await shows(drawing, next, code, fillColour(fill, next.palette));
      }
    });

    it('takes other regions in', async () => {
      const scene = sceneOf();
      const drawing = await draw(scene);
      const map = mapShapes(smallRegions(), ['510000'], 'prefecture');
      const next = sceneOf({ map, fills: new Map([['510100', { kind: 'class', index: 4, notPublished: false }]]) });
      drawing.renderer.draw(next);
      await shows(drawing, next, '510100', next.palette.classes[4] ?? '');
      await shows(drawing, next, '510200', next.palette.outside);
    });

    it('says nothing to assistive technology: the element speaks for it', async () => {
      const drawing = await draw(sceneOf());
      expect(drawing.box.querySelector('svg[aria-hidden="true"], canvas[aria-hidden="true"]')).to.exist;
      expect(drawing.box.querySelector('[role], [tabindex], [aria-label]')).to.equal(null);
    });

    it('leaves nothing behind', async () => {
      const drawing = await draw(sceneOf());
      drawing.renderer.destroy();
      expect(drawing.box.childNodes.length).to.equal(0);
      expect(drawing.root.adoptedStyleSheets.length).to.equal(0);
      expect(drawing.losses).to.deep.equal([]);
    });

    it('can be destroyed twice, before it is ready, and drawn to afterwards', async () => {
      const drawing = drawWith(create, sceneOf());
      drawing.renderer.destroy();
      drawing.renderer.destroy();
      drawing.renderer.draw(sceneOf());
      expect(drawing.box.childNodes.length).to.equal(0);
    });

    it('bears a box without size, and one that is not in the page', async () => {
      drawWith(create, sceneOf({ size: { width: 0, height: 0 } })).renderer.draw(sceneOf());
      const drawing = create(sceneOf(), { box: document.createElement('div'), root: document, onLost: () => {} });
      drawing.destroy();
    });
  });
}
