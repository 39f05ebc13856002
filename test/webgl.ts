/** Whether this browser can run a test of MapLibre. Where it gives no WebGL 2, the test is skipped, and the console says why. */
import type { Context } from 'mocha';

let canDraw: boolean | undefined;

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
