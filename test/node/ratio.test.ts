/**
 * A browser that zooms, or a window that goes to another screen and gets another width there: both renderers are right on the next
 * frames. A ratio that changes alone cannot be played here: emulated, it tells the page nothing, by no event.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

const pageOf = (
  renderer: string,
): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/deep/folder/pair-atlas.js"></script><pair-atlas renderer="${renderer}"></pair-atlas>`;

interface Surface {
  /** Of the canvas, or of the SVG, in CSS pixels, against the stage that it must cover. */
  readonly covers: boolean;
  /** Pixels of the canvas for each of CSS; undefined for an SVG. */
  readonly sharpness: number | undefined;
  readonly renderer: string | undefined;
}

describe('sharpness and size', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve({ '/svg.html': pageOf('svg'), '/maplibre.html': pageOf('maplibre') }, "default-src 'self'");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  /** What stands in the map of Zhejiang: one frame in which the box has its size, one in which it is drawn, and what the page still does. */
  const surface = (page: Page): Promise<Surface> =>
    page.evaluate(async () => {
      for (let i = 0; i < 4; i++) await new Promise(requestAnimationFrame);
      const map = document
        .querySelector('pair-atlas')!
        .shadowRoot!.querySelector<HTMLElement>('pair-map[region="330000"]')!;
      const stage = map.shadowRoot!.querySelector('.stage')!.getBoundingClientRect();
      const canvas = map.shadowRoot!.querySelector('canvas');
      const box = (canvas ?? map.shadowRoot!.querySelector('.picture svg')!).getBoundingClientRect();
      return {
        covers:
          Math.max(
            Math.abs(box.width - stage.width),
            Math.abs(box.height - stage.height),
            Math.abs(box.left - stage.left),
          ) <= 1.5,
        sharpness: canvas ? canvas.width / box.width : undefined,
        renderer: map.dataset.renderer,
      };
    });

  for (const renderer of ['svg', 'maplibre']) {
    it(`follows the screen and the browser's zoom: ${renderer}`, async () => {
      // Without a view of the driver’s own: two that emulate screens hinder each other.
      const page = await browser.newPage({ viewport: null });
      const devtools: CDPSession = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setDeviceMetricsOverride', {
        width: 1440,
        height: 900,
        deviceScaleFactor: 1,
        mobile: false,
      });
      await page.goto(`${site.origin}/${renderer}.html`);
      await page.waitForFunction(
        (wanted) =>
          document.querySelector('pair-atlas')?.shadowRoot?.querySelector<HTMLElement>('pair-map[region="330000"]')
            ?.dataset.renderer === wanted,
        renderer,
      );
      const show = async (width: number, height: number, deviceScaleFactor: number): Promise<Surface> => {
        await devtools.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
        await page.waitForFunction((ratio) => devicePixelRatio === ratio, deviceScaleFactor);
        return surface(page);
      };
      // A browser's zoom is a smaller window of larger pixels.
      for (const [width, height, ratio] of [
        [720, 450, 2],
        [960, 600, 1.5],
        [2880, 1800, 0.5],
        [1440, 900, 1],
      ] as const) {
        const seen = await show(width, height, ratio);
        assert.equal(seen.renderer, renderer);
        assert(seen.covers, `at ${width} x ${height}, ratio ${ratio}`);
        if (renderer === 'maplibre') {
          const { sharpness = 0 } = seen;
          assert(
            Math.abs(sharpness - ratio) < 0.02,
            `${sharpness.toFixed(2)} pixels of the canvas for one of CSS, of ${ratio}`,
          );
        }
      }
      await page.close();
    });
  }
});
