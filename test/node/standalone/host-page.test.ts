/** What a host sees of the library on its page: no report under its policy, and no scroll bar. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { atRest, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';
import { zoom } from './visit.js';

const page = (head = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">${head}
<script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><pair-atlas></pair-atlas></body></html>`;
const STRICT = "default-src 'self'";
const TRUSTED = "require-trusted-types-for 'script'";
const BARE = { '/page.html': page() };

interface Seen {
  readonly renderers: { readonly renderer: string; readonly reason: string }[];
  readonly violations: string[];
}
const seenBy = (tab: Page): Promise<Seen> => tab.evaluate(() => (window as unknown as { seen: Seen }).seen);

async function visit(
  browser: Browser,
  site: TestSite,
  path = '/page.html',
  script = '',
): Promise<{ tab: Page; complaints: string[] }> {
  const tab = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const complaints: string[] = [];
  tab.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  tab.on('pageerror', (error) => complaints.push(String(error)));
  await tab.addInitScript(() => {
    const seen: Seen = { renderers: [], violations: [] };
    Object.assign(window, { seen });
    document.addEventListener('pair-renderer', (event) => seen.renderers.push((event as CustomEvent).detail));
    // Reports of what is only tried out, and of frames, come by the observer too.
    document.addEventListener('securitypolicyviolation', (event) => seen.violations.push(event.violatedDirective));
    new ReportingObserver((reports) => seen.violations.push(...reports.map(({ type }) => String(type)))).observe();
  });
  await tab.addInitScript(script);
  await tab.goto(site.origin + path);
  await isDrawn(tab);
  return { tab, complaints };
}

const isDrawn = (tab: Page): Promise<unknown> =>
  tab.waitForFunction(() => {
    const atlas = document.querySelector('pair-atlas');
    const maps = [...(atlas?.shadowRoot?.querySelectorAll('pair-map') ?? []), ...document.querySelectorAll('pair-map')];
    return maps.length > 0 && maps.every((map) => map.shadowRoot?.querySelector('.fills path'));
  });

describe('on a host’s page', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());

  const policies: [what: string, policy: string, pages: Record<string, string>, script?: string][] = [
    ['by a header', `${STRICT}; ${TRUSTED}`, BARE],
    [
      'by a header that cannot be read',
      `${STRICT}; ${TRUSTED}`,
      BARE,
      'const ask = fetch; fetch = (url, ...how) => (/page/.test(url) ? Promise.reject(new TypeError()) : ask(url, ...how));',
    ],
    ['by a header that lists Lit’s rule', `${STRICT}; ${TRUSTED}; trusted-types lit-html`, BARE],
    [
      'by the document',
      STRICT,
      { '/page.html': page(`<meta http-equiv="Content-Security-Policy" content="${TRUSTED}">`) },
    ],
  ];
  for (const [what, policy, pages, script] of policies) {
    it(`with Trusted Types enforced ${what}, idle or zoomed, nothing is reported, and the maps stay SVG`, async () => {
      const site = await serve(pages, policy);
      const { tab, complaints } = await visit(browser, site, '/page.html', script);
      // Longer than it takes the idle page to fetch ahead.
      await tab.waitForTimeout(3_000);
      assert.deepEqual((await seenBy(tab)).violations, []);
      await zoom(tab, '330000');
      await tab.waitForFunction(() =>
        (window as unknown as { seen: Seen }).seen.renderers.some(({ reason }) => reason !== 'first-paint'),
      );
      await atRest(tab);
      const { renderers, violations } = await seenBy(tab);
      assert.deepEqual(renderers.at(-1), { regions: ['330000'], renderer: 'svg', reason: 'policy' });
      assert.deepEqual(violations, []);
      assert.deepEqual(complaints, []);
      await tab.close();
      await site.close();
    });
  }

  it('with names of rules listed and none required, MapLibre starts, and nothing is reported', async () => {
    const site = await serve(BARE, `${STRICT}; trusted-types lit-html`);
    const { tab, complaints } = await visit(browser, site);
    await zoom(tab, '330000');
    await tab.waitForFunction(() =>
      (window as unknown as { seen: Seen }).seen.renderers.some(({ renderer }) => renderer === 'maplibre'),
    );
    assert.deepEqual((await seenBy(tab)).violations, []);
    assert.deepEqual(complaints, []);
    await tab.close();
    await site.close();
  });

  for (const path of ['/page.html', '/demo/index.html', '/demo/english.html']) {
    it(`${path} is as wide as its window, from 1440 pixels to 320`, async () => {
      const site = await serve(BARE, STRICT);
      const { tab } = await visit(browser, site, path);
      await tab.locator('pair-table tbody tr').first().waitFor();
      for (const width of [1440, 1280, 768, 360, 320]) {
        await tab.setViewportSize({ width, height: 800 });
        // The atlas measures itself a frame after the window has changed; on a busy machine that takes a while.
        await tab.waitForFunction((asked) => {
          const { scrollWidth, clientWidth } = document.scrollingElement!;
          return innerWidth === asked && scrollWidth === clientWidth;
        }, width);
      }
      await tab.close();
      await site.close();
    });
  }
});
