/** What a test of renderers does and sees: a scene, a box to draw in, and the pixels of the picture. */
import { readTopology } from '../../src/data/read-topology.js';
import type { RegionIndex } from '../../src/data/topology.js';
import type { Renderer, RendererFactory, RendererReason } from '../../src/render/renderer.js';
import { fitCamera, pixelsPerWorld, toScreen } from '../../src/scene/geometry/mercator.js';
import { NO_EMPHASIS, type Emphasis, type Scene } from '../../src/scene/picture/scene.js';
import type { Fill } from '../../src/scene/classes/scale.js';
import { mapShapes } from '../../src/scene/geometry/shapes.js';
import { paletteOf } from '../../src/scene/picture/tokens.js';
import { DEFAULT_SCHEME } from '../../src/scene/classes/ramp.js';
import { COUNTIES, smallTopology } from '../fixtures/topology.js';

export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

export const SIZE = { width: 360, height: 260 };
export const CLASSES = 5;

export function smallRegions(): RegionIndex {
  const reading = readTopology(smallTopology());
  if (reading.kind !== 'regions') throw new Error('The fixture is no topology.');
  return reading.regions;
}

/** Classes 0 to 3, then no data, then outside. */
export function someFills(shift = 0): Map<string, Fill> {
  return new Map<string, Fill>(
    COUNTIES.map((code, i) => {
      if (i === 4) return [code, { kind: 'no-data' }];
      if (i === 5) return [code, { kind: 'outside' }];
      return [code, { kind: 'class', index: (i + shift) % CLASSES, notPublished: false }];
    }),
  );
}

export function sceneOf(members: Partial<Scene> = {}): Scene {
  const map = members.map ?? mapShapes(smallRegions(), ['510000'], 'county');
  const size = members.size ?? SIZE;
  return {
    map,
    size,
    fills: someFills(),
    palette: paletteOf('light', DEFAULT_SCHEME, CLASSES),
    emphasis: NO_EMPHASIS,
    camera: fitCamera(map.box, size, 6),
    ...members,
  };
}

export const emphasis = (members: Partial<Emphasis>): Emphasis => ({ ...NO_EMPHASIS, ...members });

export interface Drawing {
  readonly renderer: Renderer;
  readonly box: HTMLElement;
  readonly root: ShadowRoot;
  readonly losses: RendererReason[];
}

const open = new Set<Drawing>();

/** Draws into a positioned box in a shadow root, as the map's element does. */
export function drawWith(create: RendererFactory, scene: Scene, box = document.createElement('div')): Drawing {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  Object.assign(box.style, { position: 'relative', width: `${scene.size.width}px`, height: `${scene.size.height}px` });
  root.append(box);
  document.body.append(host);
  const losses: RendererReason[] = [];
  const drawing = {
    box,
    root,
    losses,
    renderer: create(scene, { box, root, onLost: (reason) => losses.push(reason) }),
  };
  open.add(drawing);
  return drawing;
}

export function clearAll(): void {
  for (const { renderer, root } of open) {
    renderer.destroy();
    root.host.remove();
  }
  open.clear();
}

/** Where a point in map units, by default the label point of a region, stands in the picture. */
export function placeOf(scene: Scene, code: string): [x: number, y: number] {
  const shape = scene.map.byCode.get(code);
  if (!shape) throw new Error(`No region ${code} in the scene.`);
  return pointOf(scene, shape.label);
}

export function pointOf(scene: Scene, [unitX, unitY]: readonly [number, number]): [x: number, y: number] {
  const [x, y] = toScreen(scene.map.origin, scene.camera, scene.size);
  const unit = pixelsPerWorld(scene.camera.zoom) / scene.map.scale;
  return [x + unitX * unit, y + unitY * unit];
}

/** The picture as the reader sees it on white, one pixel for each CSS pixel. */
export async function pixelsOf({ renderer, box }: Drawing, { width, height }: Scene['size']): Promise<ImageData> {
  const surface = document.createElement('canvas');
  surface.width = width;
  surface.height = height;
  const context = surface.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('No canvas.');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  const canvas = box.querySelector('canvas'),
    layers = [...box.querySelectorAll('svg')];
  if (renderer.kind === 'maplibre' && !canvas) throw new Error('Nothing to see.');
  if (canvas) context.drawImage(canvas, 0, 0, width, height);
  // What stands out lies over the rest.
  for (const layer of layers) context.drawImage(await rasterised(layer, width, height), 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

async function rasterised(svg: SVGSVGElement, width: number, height: number): Promise<HTMLImageElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  await image.decode();
  return image;
}

export function pixelAt({ data, width }: ImageData, x: number, y: number): Pixel {
  const at = (Math.floor(y) * width + Math.floor(x)) * 4;
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
}

export function rgbOf(colour: string): Pixel {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return pixelAt(context.getImageData(0, 0, 1, 1), 0, 0);
}

export const distance = (a: Pixel, b: Pixel): number => Math.max(...a.map((part, i) => Math.abs(part - (b[i] ?? 0))));

export const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** Frames go by until `isSo`, or the test's patience ends. */
export async function eventually(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + 50_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It never came to be that ${what}.`);
    await nextFrame();
  }
}

/** WebGL pictures can be read at any time, in tests only. */
export function keepDrawingBuffers(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, attributes?: object) {
    return getContext.call(this, kind, kind === 'webgl2' ? { ...attributes, preserveDrawingBuffer: true } : attributes);
  } as typeof getContext;
}
