/** For tests of maps drawn by MapLibre: whether this browser can run them, and what stands on a map. */
import type { Context } from 'mocha';
import type { PairMap } from '../src/index.js';

let canDraw: boolean | undefined;

/** Where the browser gives no WebGL 2, the test is skipped, and the console says why. */
export function hasWebGl2(test: Context): boolean {
  if (canDraw === undefined) {
    const context = document.createElement('canvas').getContext('webgl2');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    canDraw = context !== null;
    if (!canDraw) console.log('Skipped here: tests of MapLibre, because this browser gives no WebGL 2 context.');
  }
  if (!canDraw) test.skip();
  return canDraw;
}

/** What stands now: an SVG with shapes, or a canvas with something on it; never neither. */
export function hasPicture(map: PairMap): boolean {
  const rung = map.renderRoot.querySelector('.rung:not(.rising)');
  const canvas = rung?.querySelector('canvas');
  return canvas ? alphaOf(canvas) > 0 : (rung?.querySelectorAll('.fills path').length ?? 0) > 0;
}

/** Of the pixel in the middle. */
const alphaOf = (canvas: HTMLCanvasElement): number => colourOf(canvas, 0.5, 0.5)[3] ?? 0;

/** The pixel at a share of a canvas's width and height: red, green, blue, alpha. Needs `keepDrawingBuffers`. */
export function colourOf(canvas: HTMLCanvasElement, x: number, y: number): number[] {
  const copy = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const context = copy.getContext('2d')!;
  context.drawImage(canvas, -Math.round(canvas.width * x), -Math.round(canvas.height * y));
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** Is WebGL drawn by SwiftShader, as it is on machines for tests? Asked of a canvas of its own. */
export function isSwiftShader(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  const debug = gl?.getExtension('WEBGL_debug_renderer_info');
  const name = String(debug && gl?.getParameter(debug.UNMASKED_RENDERER_WEBGL));
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader/i.test(name);
}
