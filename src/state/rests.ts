/** Long work with rests, in which the page paints and answers its reader. */
import type { Steps } from '../data/slices.js';

/** Milliseconds of work between two rests: what a reader does not notice, on a machine that is several times slower too. */
const STINT = 40;

/** A task of its own, without the few milliseconds that a browser makes timers wait. */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Until the browser has nothing else to do; without such a promise, half a second. */
export const whenIdle = (): Promise<unknown> =>
  new Promise((resolve) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(resolve) : setTimeout(resolve, 500),
  );

/** Runs work to its end; undefined where it was aborted. */
export async function runWithRests<Result>(
  steps: Steps<Result>,
  signal?: AbortSignal,
  pause: () => Promise<unknown> = rest,
): Promise<Result | undefined> {
  for (let start = performance.now(); !signal?.aborted;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - start < STINT) continue;
    await pause();
    start = performance.now();
  }
  return undefined;
}
