/**
 * Back and forward of a real browser, over the built bundle. Not in the test runner: its page has a history of its own, and going
 * back there can leave the page of the tests.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { becomes, launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

const PAGE = `<!doctype html><html lang="zh-CN"><title>t</title>
<script type="module" src="/deep/folder/pair-atlas.js"></script>
<pair-atlas permalink></pair-atlas><pair-atlas permalink="b"></pair-atlas>`;

describe('a link to what was found', () => {
  let browser: Browser;
  let site: TestSite;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    site = await serve({ '/': '<title>before</title>', '/page.html': PAGE }, "default-src 'self'");
    page = await browser.newPage();
    await page.goto(site.origin);
    await page.goto(`${site.origin}/page.html`);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  const metrics = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('pair-atlas')].map((atlas) => (atlas as HTMLElement & { metric: string }).metric),
    );
  /** Chooses a metric in one of the two atlases, and waits until the address says so. */
  async function choose(nth: number, metric: string): Promise<void> {
    await page.locator('pair-atlas').nth(nth).locator(`input[name="metric"][value="${metric}"]`).check({ force: true });
    await page.waitForFunction((id) => location.hash.includes(id), `${nth ? 'b' : 'pair'}.metric=${metric}`);
  }
  const expectMetrics = (expected: string[]): Promise<void> => becomes(page, metrics, expected);

  it('goes back and forward, for each atlas of the page alone', async () => {
    await expectMetrics(['exit', 'exit']);
    await choose(0, 'cadres');
    await choose(1, 'coverage');
    await choose(0, 'coverage');
    await page.goBack();
    await expectMetrics(['cadres', 'coverage']);
    await page.goBack();
    await expectMetrics(['cadres', 'exit']);
    await page.goBack();
    await expectMetrics(['exit', 'exit']);
    await page.goForward();
    await page.goForward();
    await expectMetrics(['cadres', 'coverage']);
  });

  it('stands again when the page is loaded anew, and leads out of the page at its end', async () => {
    await page.reload();
    await expectMetrics(['cadres', 'coverage']);
    await page.goBack();
    await page.goBack();
    await expectMetrics(['exit', 'exit']);
    await page.goBack();
    assert.equal(await page.title(), 'before');
  });
});
