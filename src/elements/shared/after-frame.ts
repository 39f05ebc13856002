/** For what may be drawn later than the maps. */

/**
 * Milliseconds after which a frame is no longer waited for: a page may be held back without being hidden, in a frame that is
 * scrolled away. Long beyond a slow machine's frame, for otherwise what can wait would hold up what it waits for.
 */
const PATIENCE = 1_000;

/** When the next frame is done; at once in a page that is hidden, for it makes none. */
export async function afterFrame(): Promise<void> {
  if (document.hidden) return;
  await Promise.race([
    new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
}
