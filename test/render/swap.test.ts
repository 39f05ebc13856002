import { expect } from '@open-wc/testing';
import { readTopology } from '../../src/data/read-topology.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { loadMapLibre } from '../../src/render/maplibre/load.js';
import { createSvgRenderer } from '../../src/render/svg/renderer.js';
import { panBy, zoomAbout } from '../../src/scene/geometry/mercator.js';
import type { Fill } from '../../src/scene/classes/scale.js';
import type { Scene } from '../../src/scene/picture/scene.js';
import { DEFAULT_SCHEME } from '../../src/scene/classes/ramp.js';
import { mapShapes } from '../../src/scene/geometry/shapes.js';
import { paletteOf } from '../../src/scene/picture/tokens.js';
import { hasWebGl2 } from '../webgl.js';
import {
  CLASSES,
  SIZE,
  clearAll,
  distance,
  drawWith,
  emphasis,
  keepDrawingBuffers,
  nextFrame,
  pixelAt,
  pixelsOf,
  placeOf,
  sceneOf,
} from './harness.js';

keepDrawingBuffers();
afterEach(clearAll);

/** Of the two renderers' pictures: the share of pixels that differ visibly, and the mean difference of 255. */
async function differenceOf(scene: Scene, from = scene): Promise<{ share: number; mean: number; atLabels: number }> {
  const svg = drawWith(createSvgRenderer, from),
    maplibre = drawWith(await loadMapLibre(), from);
  await maplibre.renderer.ready;
  if (scene !== from) {
    for (const { renderer } of [svg, maplibre]) renderer.draw(scene);
    // MapLibre cuts tiles for another camera; what it has drawn by now is what the reader sees.
    for (let i = 0; i < 20; i++) await nextFrame();
  }
  const a = await pixelsOf(svg, scene.size),
    b = await pixelsOf(maplibre, scene.size);
  let different = 0,
    sum = 0;
  for (let y = 0; y < scene.size.height; y++) {
    for (let x = 0; x < scene.size.width; x++) {
      const step = distance(pixelAt(a, x, y), pixelAt(b, x, y));
      sum += step;
      if (step > 40) different++;
    }
  }
  const pixels = scene.size.width * scene.size.height;
  const atLabels = Math.max(
    ...scene.map.shapes.map(({ code }) =>
      distance(pixelAt(a, ...placeOf(scene, code)), pixelAt(b, ...placeOf(scene, code))),
    ),
  );
  return { share: different / pixels, mean: sum / pixels, atLabels };
}

describe('the swap from SVG to MapLibre', () => {
  before(function () {
    hasWebGl2(this);
  });

  const plain = sceneOf(),
    hatched = new Map(
      [...plain.fills].map(
        ([code, fill]) => [code, fill.kind === 'class' ? { ...fill, notPublished: true } : fill] as const,
      ),
    ).set('510102', { kind: 'city-only' });
  const cases: Readonly<Record<string, Scene>> = {
    'plain classes': plain,
    'hatches and dots': { ...plain, fills: hatched },
    'hatches, zoomed in': { ...plain, fills: hatched, camera: zoomAbout(plain.camera, 1.7, 150, 100, SIZE) },
    emphasis: {
      ...plain,
      emphasis: emphasis({ active: '510102', partners: new Set(['510101']), selected: new Set(['510202']) }),
    },
    fading: {
      ...plain,
      fills: hatched,
      emphasis: emphasis({
        active: '510102',
        partners: new Set(['510101']),
        cityPartners: new Set(['510203']),
        isFading: true,
      }),
    },
    'what the legend keeps': {
      ...plain,
      fills: hatched,
      emphasis: emphasis({ active: '510102', kept: new Set(['510103', '510201', '510202']), isFading: true }),
    },
  };
  for (const [name, scene] of Object.entries(cases)) {
    it(`is not visible: ${name}`, async () => {
      const { share, mean, atLabels } = await differenceOf(scene);
      console.log(
        `swap, ${name}: ${(share * 100).toFixed(2)} % of pixels, mean ${mean.toFixed(2)} of 255, at labels ${atLabels}`,
      );
      expect(share).to.be.below(0.01);
      expect(mean).to.be.below(3);
    });
  }
});

describe('the two pictures', () => {
  before(function () {
    hasWebGl2(this);
  });

  it('stay the same when camera, size, palette and what stands out change', async () => {
    const from = sceneOf({ emphasis: emphasis({ active: '510102', partners: new Set(['510101']) }) });
    const size = { width: SIZE.width + 20, height: SIZE.height + 10 };
    const moved = { ...from, camera: panBy(from.camera, 30, -20) };
    const dark = paletteOf('dark', DEFAULT_SCHEME, CLASSES);
    for (const scene of [
      moved,
      { ...moved, size },
      { ...from, palette: dark },
      { ...from, emphasis: emphasis({ selected: new Set(['510202']), isFading: true }) },
      { ...from, emphasis: emphasis({ kept: new Set(['510202', '510101']), isFading: true }) },
    ]) {
      const { share } = await differenceOf(scene, from);
      expect(share).to.be.below(0.01);
    }
  });

  it('are the same again after what the legend kept is let go', async () => {
    const plain = sceneOf();
    const { share } = await differenceOf(plain, {
      ...plain,
      emphasis: emphasis({ kept: new Set(['510202']), isFading: true }),
    });
    expect(share).to.be.below(0.01);
  });
});

describe('the built-in geometry', () => {
  let regions: RegionIndex;

  before(async function () {
    if (!hasWebGl2(this)) return;
    const reading = readTopology(await (await fetch(new URL('../../data/counties-2018.json', import.meta.url))).json());
    if (reading.kind !== 'regions') throw new Error('The built-in geometry is unusable.');
    regions = reading.regions;
  });

  const sceneFor = (province: string, shift = 0): Scene => {
    const map = mapShapes(regions, [province], 'county');
    const fills = new Map(
      map.shapes.map(({ code }, i): [string, Fill] => [
        code,
        i % 9 === 8
          ? { kind: 'no-data' }
          : { kind: 'class', index: (i * 7 + shift) % CLASSES, notPublished: i % 2 === 0 },
      ]),
    );
    return sceneOf({ map, fills, size: { width: 480, height: 380 } });
  };

  for (const province of ['510000', '330000']) {
    it(`looks the same before and after the swap: ${province}`, async () => {
      const { share, mean } = await differenceOf(sceneFor(province));
      expect(share).to.be.below(0.01);
      expect(mean).to.be.below(4);
    });
  }
});
