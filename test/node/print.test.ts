/** The atlas on paper: A4, by the browser's own printer. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { becomes, launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><pair-atlas></pair-atlas></body></html>`;

/** CSS pixels between the margins of an A4 page. */
const PAPER = 718;

/** Pixels. */
const LARGEST_TILE = 300;

describe('the atlas on paper', () => {
  let browser: Browser;
  let site: TestSite;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    site = await serve({ '/page.html': PAGE }, "default-src 'self'");
    page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.goto(`${site.origin}/page.html`);
    await page.waitForFunction(() =>
      document
        .querySelector('pair-atlas')
        ?.shadowRoot?.querySelector('pair-table')
        ?.shadowRoot?.querySelector('tbody tr'),
    );
    await page.evaluate(
      () => ((document.querySelector('pair-atlas') as HTMLElement & { selected: string }).selected = '330782'),
    );
    await page.waitForFunction(() =>
      document
        .querySelector('pair-atlas')!
        .shadowRoot!.querySelector('pair-map[region="510000"]')!
        .shadowRoot!.querySelector('[data-standing="partner"]'),
    );
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is laid out for paper before anything is selected', async () => {
    const plain = await browser.newPage({ viewport: { width: PAPER, height: 1000 } });
    await plain.emulateMedia({ media: 'print' });
    await plain.goto(`${site.origin}/page.html`);
    await plain.locator('pair-map .labels text').first().waitFor({ state: 'attached' });
    await plain.locator('pair-metrics label').first().waitFor({ state: 'attached' });
    await becomes(
      plain,
      () =>
        plain.evaluate(() => {
          const root = document.querySelector('pair-atlas')!.shadowRoot!;
          const maps = [...root.querySelectorAll('pair-map')];
          return {
            switches: ['pair-metrics', 'pair-search'].map((tag) => getComputedStyle(root.querySelector(tag)!).display),
            orders: ['.top', 'pair-legend', '.pivot'].map((each) => getComputedStyle(root.querySelector(each)!).order),
            controls: [
              ...new Set(
                maps.map((map) => {
                  const controls = map.shadowRoot?.querySelector('.controls');
                  return controls ? getComputedStyle(controls).display : 'not there';
                }),
              ),
            ],
          };
        }),
      { switches: ['none', 'none'], orders: ['-2', '-1', '-1'], controls: ['none'] },
    );
    // Legend and pivot stand above all other maps.
    const [first, rest] = await plain.evaluate(() => {
      const root = document.querySelector('pair-atlas')!.shadowRoot!;
      const [first, rest] = ['.pivot, .layout pair-legend', 'pair-map:not(.pivot)'].map((selector) =>
        [...root.querySelectorAll(selector)].map((each) => each.getBoundingClientRect().top),
      );
      return [Math.max(...first!), Math.min(...rest!)];
    });
    assert(first! < rest!, `${first} and ${rest}`);
    await plain.close();
  });

  it('is vector throughout, and takes the pages that its table needs, none of them blank', async () => {
    const pdf = (
      await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '10mm', right: '10mm' } })
    ).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    assert(pages >= 4 && pages <= 10, `${pages} pages`);
    // The printer makes tiles of the hatches, and they are the only pixels: a map would be one larger image.
    const images = [...pdf.matchAll(/<<[^<>]*\/Subtype\s*\/Image[^<>]*>>/g)].map(([image]) =>
      Number(/\/Width (\d+)/.exec(image)?.[1]),
    );
    assert(
      images.every((width) => width < LARGEST_TILE),
      `images ${[...new Set(images)].join(', ')} pixels wide`,
    );
  });

  it('stands in two columns, in full colour whatever is selected, without controls', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: PAPER, height: 1000 });
    const seen = await page.evaluate(() => {
      const root = document.querySelector('pair-atlas')!.shadowRoot!;
      const maps = [...root.querySelectorAll('pair-map')];
      return {
        columns: new Set(maps.map((map) => Math.round(map.getBoundingClientRect().left))).size,
        opacities: [...new Set(maps.map((map) => getComputedStyle(map.shadowRoot!.querySelector('.fills')!).opacity))],
        asked: [...new Set(maps.map((map) => map.shadowRoot!.querySelector('.fills')!.getAttribute('opacity')))],
        outlines: maps.filter((map) => map.shadowRoot!.querySelector('[data-standing="selected"]')).length,
        shown: [
          'pair-legend',
          'pair-details',
          'pair-table',
          'pair-ledger',
          'pair-metrics',
          'pair-search',
          'pair-export',
        ].filter((tag) => (root.querySelector(tag)?.getBoundingClientRect().height ?? 0) > 0),
        width: document.documentElement.scrollWidth,
      };
    });
    assert.equal(seen.columns, 2);
    assert.deepEqual(seen.opacities, ['1']);
    // What the screen fades is faded in the picture itself: it is the sheet that brings it back.
    assert.notDeepEqual(seen.asked, ['1']);
    assert.equal(seen.outlines, 1);
    assert.deepEqual(seen.shown, ['pair-legend', 'pair-details', 'pair-table', 'pair-ledger']);
    assert(seen.width <= PAPER, `${seen.width} px wide`);
  });

  it('has what screen readers hear above all, across the sheet, in a grid of the page’s, too', async () => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: PAPER, height: 1000 });
    for (const style of ['', 'display: grid; grid-template-columns: 1fr 1fr']) {
      const [width, height, whole] = await page.evaluate((css) => {
        const atlas = document.querySelector('pair-atlas')!;
        atlas.style.cssText = css;
        const box = atlas.shadowRoot!.querySelector('[part="plain"]')!.getBoundingClientRect();
        atlas.style.cssText = '';
        return [box.width, box.height, atlas.clientWidth] as const;
      }, style);
      assert.equal(width, whole, style);
      assert(height > 20, `${height} px high`);
    }
  });

  it('puts names where they belong though the maps are of another size than on the screen', async () => {
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1440, height: 1000 });
    const place = (): Promise<number[]> =>
      page.evaluate(() => {
        const root = document
          .querySelector('pair-atlas')!
          .shadowRoot!.querySelector('pair-map[region="510000"]')!.shadowRoot!;
        const [label, stage] = [
          root.querySelector('.labels text')!.getBoundingClientRect(),
          root.querySelector('.stage')!.getBoundingClientRect(),
        ];
        return [
          (label.left + label.width / 2 - stage.left) / stage.width,
          (label.top + label.height / 2 - stage.top) / stage.height,
        ];
      });
    const before = await place();
    // As the printer does it: the box gets its width, and no script is told of it before the page is drawn.
    const after = await page.evaluate(() => {
      const map = document
        .querySelector('pair-atlas')!
        .shadowRoot!.querySelector<HTMLElement>('pair-map[region="510000"]')!;
      map.style.width = '240px';
      const root = map.shadowRoot!;
      const [label, stage] = [
        root.querySelector('.labels text')!.getBoundingClientRect(),
        root.querySelector('.stage')!.getBoundingClientRect(),
      ];
      map.style.width = '';
      return [
        (label.left + label.width / 2 - stage.left) / stage.width,
        (label.top + label.height / 2 - stage.top) / stage.height,
      ];
    });
    for (const axis of [0, 1]) assert(Math.abs((before[axis] ?? 0) - (after[axis] ?? 1)) < 0.01);
  });

  it('can be told apart without colour: each class is darker than the one before, in the legend as in order', async () => {
    const fills = await page.evaluate(() => {
      const legend = document.querySelector('pair-atlas')!.shadowRoot!.querySelector('pair-legend')!.shadowRoot!;
      return [...legend.querySelectorAll('.classes .swatch > rect:first-of-type')].map(
        (rect) => rect.getAttribute('fill') ?? '',
      );
    });
    const greys = fills.map((fill) => {
      const [red = 0, green = 0, blue = 0] = (fill.match(/[\da-f]{2}/gi) ?? []).map((pair) => parseInt(pair, 16));
      return 0.299 * red + 0.587 * green + 0.114 * blue;
    });
    assert.equal(greys.length, 6);
    greys.slice(1).forEach((grey, i) => assert((greys[i] ?? 0) - grey > 20, greys.join(' ')));
  });
});
