/** Pages that were not made for us: each draws, is pointed at, read and chosen from, and loses nothing of its own. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { atRest, becomes, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

const STRICT = "default-src 'self'";
const SCRIPT = '<script type="module" src="/deep/folder/pair-atlas.js"></script>';
const ICON = '<link rel="icon" href="/demo/icon.svg">';

interface Hostile {
  readonly css?: string;
  /** Runs before all else of the page. */
  readonly js?: string;
  readonly doctype?: string;
  readonly html?: string;
  readonly head?: string;
  readonly body?: string;
  /** Milliseconds that its feed takes: all scripts are there before the first picture. */
  readonly delay?: number;
  /** Of its layout; it is wide where nothing is said. */
  readonly width?: string;
}

/** What the oldest libraries put on the prototypes of the language, seen by `for in` and by `JSON`. */
const PROTOTYPES = `
  for (const name of ['each', 'first', 'last', 'without', 'collect', 'inject', 'pluck'])
    Array.prototype[name] = function () { throw new Error('Array.prototype.' + name); };
  Object.prototype.extendedBy = function () {};
  // They make strings, which JSON then quotes.
  Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']'; };
  String.prototype.toJSON = function () { return String(this); };
  String.prototype.strip = function () { return this.trim(); };
  Function.prototype.bindAsEventListener = function () {};
  window.$ = window.$$ = function () { throw new Error('$'); };
  window.Hash = window.Template = window.Position = function () {};
  window.name = 'host';
`;

const HOSTILE: Readonly<Record<string, Hostile>> = {
  'that resets all there is, by force': { css: '* { all: unset !important; }' },
  'that gives all there is the first of values, by force': {
    css: 'body * { all: initial !important; } body, html { display: block !important }',
  },
  'with rules of its own for svg, path, figure, table and button': {
    css: `svg { display: none !important; width: 1px !important } path { fill: red !important; stroke-width: 9px !important }
figure, figcaption, table, button, input, select, label, p, h2, h3 { display: none !important; font-size: 40px !important; color: red !important }
div { float: left; margin: 50px !important; overflow: hidden; position: fixed !important }`,
  },
  'whose letters are 62.5 % of what they were': { css: 'html { font-size: 62.5% } body { font-size: 1.6rem }' },
  'with lines without height, letters far apart, and no break': {
    css: 'body { line-height: 0; letter-spacing: 0.12em; word-spacing: 0.16em; white-space: nowrap; text-transform: uppercase; text-indent: 2em; text-align: right; visibility: visible; cursor: none }',
  },
  'that is read from right to left': { html: 'dir="rtl"' },
  'in quirks mode': { doctype: '' },
  'with the prototypes of an old library': { js: PROTOTYPES },
  'that loads two copies': { head: `<script type="module" src="/deep/folder/pair-atlas.js?again"></script>` },
  'that loads another copy from another folder': {
    head: `<script type="module" src="/%E5%9C%B0%E5%9B%BE%20%E6%96%87%E4%BB%B6%E5%A4%B9/pair-atlas.js"></script>`,
  },
  // What of it comes later would define parts that do not know the state of this one's atlas.
  'that loads another version after it': {
    body: `<pair-atlas></pair-atlas>${SCRIPT}<script type="module" src="/地图 文件夹/pair-atlas.js"></script>`,
    delay: 2_000,
  },
  'in a folder with spaces and Chinese characters': {
    body: '<script type="module" src="/地图 文件夹/pair-atlas.js"></script><pair-atlas></pair-atlas>',
  },
  'that keeps it in a shadow root of its own': {
    js: `addEventListener('DOMContentLoaded', () => {
      const root = document.querySelector('#holder').attachShadow({ mode: 'open' });
      root.append(document.createElement('pair-atlas'));
    });`,
    body: `<div id="holder"></div>${SCRIPT}`,
  },
  'that scales it': { css: 'pair-atlas { transform: scale(0.7); transform-origin: 20% 0 }' },
  'that zooms it': { css: 'body { zoom: 1.25 }' },
  'that lays it out as a flex item beside something wide': {
    css: 'body { display: flex } aside { flex: 0 0 300px }',
    body: `<aside>此处是栏目导航</aside><pair-atlas></pair-atlas>${SCRIPT}`,
  },
  'that keeps it in a box that scrolls': {
    css: '#box { height: 700px; overflow: auto; position: relative }',
    body: `<div id="box"><p>正文</p><pair-atlas></pair-atlas></div>${SCRIPT}`,
  },
};

function pageOf({
  css = '',
  js = '',
  doctype = '<!doctype html>',
  html = '',
  head = '',
  body,
}: Hostile): Record<string, string> {
  return {
    '/page.html': `${doctype}<html lang="zh-CN" ${html}><head><meta charset="utf-8">${ICON}<link rel="stylesheet" href="/page.css">
<script src="/page.js"></script>${head}</head><body>${body ?? `<pair-atlas></pair-atlas>${SCRIPT}`}</body></html>`,
    '/page.css': css,
    '/page.js': js,
  };
}

describe('a page', () => {
  let browser: Browser;
  before(async () => {
    browser = await launchBrowser();
  });
  after(async () => browser.close());

  /** In client pixels, where a region's name stands. */
  const spotOf = (page: Page, code: string): Promise<{ x: number; y: number }> =>
    page.evaluate((wanted) => {
      const roots: (Document | ShadowRoot)[] = [document];
      for (let root = roots.pop(); root; root = roots.pop())
        for (const element of root.querySelectorAll('*')) {
          const spot = (element as unknown as { spotOf?(code: string): { x: number; y: number } | undefined }).spotOf?.(
            wanted,
          );
          if (spot) return { x: spot.x, y: spot.y };
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      throw new Error(`${wanted} is on no map.`);
    }, code);

  const partners = (page: Page): Promise<string[]> =>
    page
      .locator('pair-map [data-standing="partner"]')
      .evaluateAll((paths) => paths.map((path) => (path as SVGElement).dataset.emphasis ?? ''));

  for (const [what, hostile] of Object.entries(HOSTILE))
    it(`${what} has maps that are seen, pointed at and chosen from`, async () => {
      const site: TestSite = await serve(pageOf(hostile), STRICT);
      const page = await (await browser.newContext({ viewport: { width: 1280, height: 1000 } })).newPage();
      const complaints: string[] = [];
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      if (hostile.delay !== undefined)
        await page.route(/zhejiang-2018/, async (route) => {
          await page.waitForTimeout(hostile.delay ?? 0);
          await route.continue();
        });
      const later: string[] = [];
      page.on('request', (request) => request.url().includes('-deferred.js') && later.push(request.url()));
      await page.goto(`${site.origin}/page.html`);
      await page.waitForFunction(() => {
        const root = (
          document.querySelector('pair-atlas') ??
          document.querySelector('#holder')?.shadowRoot?.querySelector('pair-atlas')
        )?.shadowRoot;
        const maps = [...(root?.querySelectorAll('pair-map') ?? [])];
        return maps.length === 5 && maps.every((map) => map.shadowRoot?.querySelector('.fills path'));
      });
      await atRest(page);

      assert.equal(await page.locator('pair-atlas').getAttribute('data-width'), hostile.width ?? 'wide', 'the layout');
      const boxes = await page
        .locator('pair-map .picture')
        .evaluateAll((all) =>
          all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
        );
      assert(
        boxes.every(([width = 0, height = 0]) => width > 120 && height > 100),
        `the maps are ${JSON.stringify(boxes)} in size`,
      );
      // They come after the first picture.
      for (const part of ['pair-legend .count', 'pair-table td'])
        await page.locator(part).first().waitFor({ state: 'attached' });
      const sizes = await page
        .locator('pair-legend .count, pair-table td, pair-map figcaption, pair-metrics label')
        .evaluateAll((all) => all.map((one) => parseFloat(getComputedStyle(one).fontSize)));
      assert(sizes.length > 20 && Math.min(...sizes) >= 11, `letters of ${Math.min(...sizes)} pixels`);

      const { x, y } = await spotOf(page, '330782');
      await page.mouse.move(x - 30, y);
      await page.mouse.move(x, y);
      await becomes(page, () => partners(page), ['513221']);
      const tip = await page.locator('pair-details [part="tooltip"]').boundingBox();
      assert(tip && tip.width > 60 && tip.height > 30, 'the tooltip is seen');
      assert(
        x > tip.x - 60 && x < tip.x + tip.width + 60 && y > tip.y - 60 && y < tip.y + tip.height + 60,
        `the tooltip is near: ${JSON.stringify(tip)}, pointer at ${x} ${y}`,
      );
      await page.mouse.down();
      await page.mouse.up();
      await becomes(
        page,
        async () => (await page.locator('pair-details [part="panel"] h2').innerText()).includes('义乌市'),
        true,
      );
      await page.locator('pair-metrics label', { hasText: '帮扶资金' }).first().click();
      await page.locator('pair-legend').getByText('万元').first().waitFor();
      assert.deepEqual(complaints, []);
      assert.equal(later.length, 1, `parts are of one copy alone: ${later.join(' ')}`);
      await page.context().close();
      await site.close();
    });
});
