/** The default layout in real windows: what is linked is in sight together. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { atRest, launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/demo/icon.svg"><script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><pair-atlas></pair-atlas></body></html>`;

describe('the overview', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve({ '/page.html': PAGE }, "default-src 'self'");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(width: number, height: number): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await page.goto(`${site.origin}/page.html`);
    await page.locator('pair-legend strong').waitFor();
    await atRest(page);
    return page;
  }

  /** By tag and region, where each part of the page stands. */
  const boxesOf = (page: Page): Promise<Record<string, { top: number; bottom: number; left: number; right: number }>> =>
    page.evaluate(() => {
      const root = (document.querySelector('pair-atlas') as HTMLElement).shadowRoot as ShadowRoot;
      const boxes = [...root.querySelectorAll('pair-map, pair-legend, pair-metrics, pair-details')].map((part) => {
        const { top, bottom, left, right } = part.getBoundingClientRect();
        return [part.getAttribute('region') ?? part.localName, { top, bottom, left, right }] as const;
      });
      return Object.fromEntries(boxes);
    });

  for (const [width, height] of [
    [1280, 720],
    [1440, 900],
    [1920, 1080],
  ] as const)
    it(`shows all five maps, the switch and the legend at once on ${width} x ${height}, the pivot first`, async () => {
      const page = await open(width, height);
      const boxes = await boxesOf(page);
      assert.equal(Object.keys(boxes).length, 8);
      for (const [name, { top, bottom, left, right }] of Object.entries(boxes)) {
        if (name === 'pair-details') continue;
        assert.ok(top >= 0 && left >= 0, name);
        assert.ok(bottom <= height, `${name} ends at ${bottom}`);
        assert.ok(right <= width, name);
      }
      const others = ['510000', '520000', '420000', '220000'].map((code) => boxes[code]!);
      assert.ok(others.every(({ left, top }) => left > boxes['330000']!.right && top >= boxes['330000']!.top));
      await page.close();
    });

  it('has no map on a phone that is a long scroll from its partners, and draws the prefectures that take part', async () => {
    const page = await open(360, 740);
    const boxes = await boxesOf(page);
    const maps = ['330000', '510000', '520000', '420000', '220000'].map((code) => boxes[code]!);
    const middles = maps.map(({ top, bottom }) => (top + bottom) / 2);
    assert.ok(Math.max(...middles) - Math.min(...middles) <= 740, `${Math.max(...middles) - Math.min(...middles)}`);
    assert.equal(await page.locator('pair-map .locator').count(), 4, 'one for each province that is not drawn whole');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
    await page.close();
  });

  /** Whether the middle of an element is seen: nothing lies over it. */
  const isOnTop = (place: Locator): Promise<boolean> =>
    place.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const x = left + width / 2,
        y = top + height / 2;
      let at = document.elementFromPoint(x, y);
      while (at?.shadowRoot?.elementFromPoint(x, y) && at.shadowRoot.elementFromPoint(x, y) !== at)
        at = at.shadowRoot.elementFromPoint(x, y);
      return at !== null && (element === at || element.contains(at));
    });

  it('lays its menu above the legend, and a phone’s panel above the table', async () => {
    const page = await open(1280, 720);
    await page.locator('pair-export button').first().click();
    const items = page.locator('pair-export [role="menuitem"]');
    const count = await items.count();
    assert(count > 3);
    for (let i = 0; i < count; i++) assert(await isOnTop(items.nth(i)), `entry ${i} of the menu`);
    await page.close();
    const phone = await open(360, 740);
    await phone.evaluate(
      () => ((document.querySelector('pair-atlas') as HTMLElement & { selected: string }).selected = '330782'),
    );
    await phone.locator('pair-details [part="panel"]').waitFor();
    await phone.locator('pair-table').scrollIntoViewIfNeeded();
    await atRest(phone);
    assert(await isOnTop(phone.locator('pair-details [part="panel"] h2')));
    await phone.close();
  });
});
