/** What a page fetches ahead, and when. */
import { isSavingData } from '../configure.js';

/** Milliseconds after the first picture before the page is asked whether it has time. */
const REST = 1_500;
let isAsked = false;

/** Fetches what a map needs to climb, once for a page, when the page has nothing else to do. */
export function prefetchWhenIdle(): void {
  if (isAsked || isSavingData()) return;
  isAsked = true;
  const fetch = (): void =>
    void import('../upgrade.js').then(({ prefetchMapLibre }) => prefetchMapLibre()).catch(() => {});
  // Safari has no idle callback.
  setTimeout(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(fetch) : fetch()), REST);
}
