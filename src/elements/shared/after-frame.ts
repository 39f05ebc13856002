/** For what may be drawn later than the maps. */

/** Milliseconds after which a frame is no longer waited for: a page that is hidden makes none. */
const PATIENCE = 100;

/** When the next frame is done. */
export function afterFrame(): Promise<unknown> {
  return Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
