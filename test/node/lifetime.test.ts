/** The bundle over a longer life: mounted and unmounted again and again, in a tab that nobody sees. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from '../chrome.mjs';
import { serve, type TestSite } from './serve.js';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><main></main></body></html>`;

/** Rounds before the first look. */
const WARM = 10;

describe('the bundle over a longer life', () => {
  let browser: Browser;
  let site: TestSite;
  let page: Page;
  let session: CDPSession;
  before(async () => {
    browser = await chromium.launch({
      executablePath: findChrome(),
      args: [...CHROME_FLAGS, '--js-flags=--expose-gc'],
    });
    site = await serve({ '/page.html': PAGE }, "default-src 'self'");
    page = await (await browser.newContext({ viewport: { width: 900, height: 900 } })).newPage();
    session = await page.context().newCDPSession(page);
    await page.goto(`${site.origin}/page.html`);
    await page.waitForFunction(() => customElements.get('pair-map'));
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const mount = (renderer: string): Promise<void> =>
    page.evaluate(async (wanted) => {
      const main = document.querySelector('main') as HTMLElement;
      const ready = new Promise((resolve) => document.addEventListener('pair-ready', resolve, { once: true }));
      const drawn = new Promise<void>((resolve) => {
        let count = 0;
        main.addEventListener('pair-renderer', (event) => {
          if (wanted === 'svg' || (event as CustomEvent<{ renderer: string }>).detail.renderer === wanted) count++;
          if (count === 1) resolve();
        });
      });
      const atlas = document.createElement('pair-atlas');
      atlas.setAttribute('renderer', wanted);
      for (const region of ['520000']) {
        const map = document.createElement('pair-map');
        map.setAttribute('region', region);
        atlas.append(map);
      }
      for (const tag of ['pair-legend', 'pair-details']) atlas.append(document.createElement(tag));
      const box = document.createElement('div');
      box.append(atlas);
      main.append(box);
      await Promise.all([ready, drawn]);
      await new Promise(requestAnimationFrame);
    }, renderer);
  const unmount = (): Promise<void> =>
    page.evaluate(async () => {
      const main = document.querySelector('main') as HTMLElement;
      // The listeners above go with the element.
      main.replaceWith(document.createElement('main'));
      await new Promise(requestAnimationFrame);
    });

  async function measure(): Promise<{ listeners: number; nodes: number; contexts: number }> {
    // First: a locator brings a script of the tester's into the page, with listeners of its own.
    const contexts = await page.locator('canvas').count();
    await session.send('Performance.enable');
    // The last one that was unmounted is only collected when the page has come to rest.
    await page.waitForTimeout(800);
    let best = { listeners: Infinity, nodes: Infinity };
    // What is collected is collected in its own time: the least of a few looks is what is really held.
    for (let i = 0; i < 8; i++) {
      await session.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(80);
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      best = { listeners: Math.min(best.listeners, of('JSEventListeners')), nodes: Math.min(best.nodes, of('Nodes')) };
    }
    return { ...best, contexts };
  }

  for (const [renderer, rounds] of [
    ['svg', 100],
    ['maplibre', 30],
  ] as const) {
    it(`holds no more after ${rounds} mounts and unmounts than after the first few: ${renderer}`, async () => {
      // Some caches of the page and of the browser fill in the first rounds.
      for (let i = 0; i < WARM; i++) {
        await mount(renderer);
        await unmount();
      }
      // What comes once for the page shall be there already: MapLibre is fetched when the page is idle.
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('pair-atlas-maplibre.js')),
      );
      await page.waitForTimeout(500);
      const first = await measure();
      for (let i = 0; i < rounds - WARM; i++) {
        await mount(renderer);
        await unmount();
      }
      const last = await measure();
      console.log(`${renderer}: ${JSON.stringify(first)} then ${JSON.stringify(last)}`);
      assert.ok(last.listeners <= first.listeners + 2, `listeners: ${first.listeners}, then ${last.listeners}`);
      // A browser's own caches sway by some dozens; one mount is about 2,000 nodes.
      assert.ok(last.nodes <= first.nodes + 200, `nodes: ${first.nodes}, then ${last.nodes}`);
      assert.equal(last.contexts, 0);
    });
  }

  it('is right when a tab that nobody saw comes to the front', async () => {
    await mount('svg');
    const other = await page.context().newPage();
    await other.bringToFront();
    await page.evaluate(() => {
      const atlas = document.querySelector('pair-atlas') as HTMLElement & { metric: string };
      atlas.metric = 'cadres';
      (document.querySelector('main > div') as HTMLElement).style.width = '400px';
    });
    await other.close();
    await page.bringToFront();
    await page.waitForFunction(
      () => {
        const { shadowRoot } = document.querySelector('pair-map')!;
        const stage = shadowRoot!.querySelector('.stage')!;
        return (
          shadowRoot!.querySelector('.rung svg')!.getAttribute('viewBox') ===
          `0 0 ${stage.clientWidth} ${stage.clientHeight}`
        );
      },
      undefined,
      { timeout: 15_000 },
    );
    await unmount();
  });
});
