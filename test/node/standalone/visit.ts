/** A visit to a page with the bundle: what it shows, what it fetched, what it complained of. */
import assert from 'node:assert/strict';
import type { Browser, Locator, Page } from 'playwright-core';
import type { PairMap } from '../../../src/elements/map/map.js';
import { becomes } from '../browser.js';

export interface Visit {
  readonly page: Page;
  readonly complaints: string[];
  readonly requests: string[];
}

/** Opens a page and writes down every console error, policy violation and request. */
export async function visit(browser: Browser, url: string, isReady = true): Promise<Visit> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const complaints: string[] = [],
    requests: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    const seen = { renderers: [] as unknown[], errors: [] as unknown[], violations: [] as string[] };
    Object.assign(window, { seen });
    document.addEventListener('pair-renderer', (event) => seen.renderers.push((event as CustomEvent).detail));
    document.addEventListener('pair-error', (event) => seen.errors.push((event as CustomEvent).detail));
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.violations.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(url);
  if (isReady)
    await page.waitForFunction(
      () =>
        document.querySelector('pair-atlas')?.shadowRoot?.querySelectorAll('pair-map').length === 5 &&
        [...document.querySelector('pair-atlas')!.shadowRoot!.querySelectorAll('pair-map')].every((map) =>
          map.shadowRoot?.querySelector('.fills path'),
        ),
    );
  return { page, complaints, requests };
}

export const regionCount = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [...document.querySelector('pair-atlas')!.shadowRoot!.querySelectorAll('pair-map')].reduce((sum, map) => {
      const paths = [...map.shadowRoot!.querySelectorAll<SVGPathElement>('.fills path')];
      const { shapes } = (map as HTMLElement as PairMap).view!.map;
      return (
        sum + shapes.filter(({ label }) => paths.some((path) => path.isPointInFill(new DOMPoint(...label)))).length
      );
    }, 0),
  );
export interface Seen {
  renderers: { renderer: string; reason: string; regions: string[] }[];
  errors: unknown[];
  violations: string[];
}
export const seenBy = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** From the first picture to the request of a file. */
export const millisecondsTo = (page: Page, file: string): Promise<number> =>
  page.evaluate((name) => {
    const started =
      performance.getEntriesByType('resource').find((entry) => entry.name.includes(name))?.startTime ?? Infinity;
    return started - (performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  }, file);

/** Until a map listens to gestures. They come after its first picture, and their sheet is given with their listeners. */
export const takesGestures = (page: Page, stage: Locator): Promise<void> =>
  becomes(
    page,
    () =>
      stage.evaluate((element) =>
        (element.getRootNode() as ShadowRoot).adoptedStyleSheets.some(({ cssRules }) =>
          [...cssRules].some((rule) => rule instanceof CSSStyleRule && rule.selectorText === '.stage:focus-visible'),
        ),
      ),
    true,
  );

/** Zooms the map of a province by Ctrl and wheel, over its middle. */
export async function zoom(page: Page, region: string): Promise<void> {
  const stage = page.locator(`pair-map[region="${region}"] .stage`);
  await stage.scrollIntoViewIfNeeded();
  await takesGestures(page, stage);
  const box = await stage.boundingBox();
  assert(box);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -240);
  await page.keyboard.up('Control');
}
