/** The bundle over a longer life: mounted and unmounted again and again, in a tab that nobody sees. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { atRest, launchBrowser } from './browser.js';
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
    browser = await launchBrowser('--js-flags=--expose-gc');
    site = await serve({ '/page.html': PAGE }, "default-src 'self'");
    // As wide as a phone, where the maps are small: what is counted is what is left behind, not how much is painted.
    page = await (await browser.newContext({ viewport: { width: 480, height: 480 } })).newPage();
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

  interface Held {
    readonly listeners: number;
    readonly nodes: number;
    readonly contexts: number;
  }

  /**
   * What is collected is collected in its own time, and the last atlas that was unmounted only when the page has come to rest: the
   * least of some looks is what is really held. Looks again, up to a limit, until it is as little as `isEnough` asks.
   */
  async function measure(isEnough: (held: Held) => boolean, looks: number): Promise<Held> {
    // First: a locator brings a script of the tester's into the page, with listeners of its own.
    const contexts = await page.locator('canvas').count();
    await session.send('Performance.enable');
    await atRest(page);
    let best: Held = { listeners: Infinity, nodes: Infinity, contexts };
    for (let i = 0; i < looks && !isEnough(best); i++) {
      await session.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(80);
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
      best = {
        listeners: Math.min(best.listeners, of('JSEventListeners')),
        nodes: Math.min(best.nodes, of('Nodes')),
        contexts,
      };
    }
    return best;
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
      // No look is enough here: the less was held at first, the harder the test.
      const first = await measure(() => false, 16);
      for (let i = 0; i < rounds - WARM; i++) {
        await mount(renderer);
        await unmount();
      }
      // A browser's own caches sway by some dozens; one mount is about 2,000 nodes.
      const [listeners, nodes] = [first.listeners + 2, first.nodes + 200];
      const last = await measure((held) => held.listeners <= listeners && held.nodes <= nodes, 100);
      console.log(`${renderer}: ${JSON.stringify(first)} then ${JSON.stringify(last)}`);
      assert.ok(last.listeners <= listeners, `listeners: ${first.listeners}, then ${last.listeners}`);
      assert.ok(last.nodes <= nodes, `nodes: ${first.nodes}, then ${last.nodes}`);
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
    await page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('pair-map')!;
      const stage = shadowRoot!.querySelector('.stage')!;
      return (
        shadowRoot!.querySelector('.rung svg')!.getAttribute('viewBox') ===
        `0 0 ${stage.clientWidth} ${stage.clientHeight}`
      );
    });
    await unmount();
  });
});
