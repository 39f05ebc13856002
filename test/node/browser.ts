/** The browser of the tests that run in Node, and how they wait: for what they expect, never for a while. */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { CHROME_FLAGS, findTestChrome } from '../chrome.mjs';

/** Milliseconds until what is waited for is given up: beside a busy program all takes longer, and is as right. */
const PATIENCE = 120_000;
/** Frames in which nothing happens, before a page is at rest. */
const FRAMES_OF_REST = 5;

/** Milliseconds after which a request counts no longer: of what a page was fetching when it was left nobody may hear again. */
const FORGOTTEN = 20_000;

const pending = new WeakMap<BrowserContext, Map<Request, number>>();

export async function launchBrowser(...flags: string[]): Promise<Browser> {
  const browser = await chromium.launch({ executablePath: findTestChrome(), args: [...CHROME_FLAGS, ...flags] });
  const newContext = browser.newContext.bind(browser);
  // A page of its own has one too.
  browser.newContext = async (options) => {
    const context = await newContext(options);
    context.setDefaultTimeout(PATIENCE);
    const requests = new Map<Request, number>();
    pending.set(context, requests);
    context.on('request', (request) => requests.set(request, Date.now()));
    for (const end of ['requestfinished', 'requestfailed'] as const)
      context.on(end as 'requestfinished', (request) => requests.delete(request));
    // What a page was still fetching when it was left may never be said to have ended.
    context.on('page', (page) =>
      page.on('framenavigated', (frame) => {
        for (const request of requests.keys())
          if (!request.isNavigationRequest() && request.frame() === frame) requests.delete(request);
      }),
    );
    return context;
  };
  return browser;
}

/** Until a page has come to rest: it fetches nothing, and for some frames it drew nothing anew and nothing moved. */
export async function atRest(page: Page): Promise<void> {
  const end = Date.now() + PATIENCE;
  do {
    assert(Date.now() < end, 'The page never came to rest.');
    await page.evaluate(
      async ({ frames, patience }) => {
        // No function here has a name: the compiler would ask for a helper that the page does not have.
        const giveUp = performance.now() + patience;
        const roots = new Set<Document | ShadowRoot>();
        let still = 0;
        const observer = new MutationObserver(() => (still = 0));
        while (still < frames && performance.now() < giveUp) {
          const found: (Document | ShadowRoot)[] = [document];
          for (let root = found.pop(); root; root = found.pop()) {
            if (!roots.has(root))
              observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
            roots.add(root);
            for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) found.push(shadowRoot);
          }
          await new Promise(requestAnimationFrame);
          const isMoving = [...roots]
            .flatMap((root) => root.getAnimations())
            .some(
              ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
            );
          still = isMoving ? 0 : still + 1;
        }
        observer.disconnect();
      },
      { frames: FRAMES_OF_REST, patience: PATIENCE },
    );
  } while ([...(pending.get(page.context())?.values() ?? [])].some((since) => Date.now() - since < FORGOTTEN));
}

/** Until what is read of a page is what is expected; else the assertion says what it is instead. */
export async function becomes<T>(page: Page, read: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const seen = await read();
    if (isDeepStrictEqual(seen, expected)) return;
    if (Date.now() > end) assert.deepEqual(seen, expected);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}
