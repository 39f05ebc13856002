/** An atlas on a big screen: Chromium, HTTP, a strict policy, screens as they are sold. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

const page = (lang: string, attributes = ''): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg"><link rel="stylesheet" href="/demo/wall.css">
<script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><pair-atlas layout="wall" ${attributes}></pair-atlas></body></html>`;

/** Pixels of body text that are read from across a room, on a screen 1080 high. */
const READABLE = 23;

type Atlas = HTMLElement & { selected: string };

const sizeOf = (shown: Page, tag: string, selector: string, property: string): Promise<number> =>
  shown.evaluate(
    ([part = '', inner = '', name = '']) => {
      const root = document.querySelector('pair-atlas')!.shadowRoot!.querySelector(part)!.shadowRoot!;
      return parseFloat(getComputedStyle(root.querySelector(inner)!).getPropertyValue(name));
    },
    [tag, selector, property],
  );

describe('an atlas on a big screen', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve(
      {
        '/zh.html': page('zh-CN'),
        '/en.html': page('en'),
        '/wrong.html': page('zh-CN').replace('layout="wall"', 'layout="wide"'),
      },
      "default-src 'self'",
    );
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, width: number, height: number, reducedMotion = false): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height },
      reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    });
    const shown = await context.newPage();
    const complaints: string[] = [];
    shown.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    shown.on('pageerror', ({ message }) => complaints.push(message));
    await shown.goto(`${site.origin}${path}`);
    await shown.waitForFunction(() => {
      const root = document.querySelector('pair-atlas')?.shadowRoot;
      const maps = [...(root?.querySelectorAll('pair-map') ?? [])];
      return (
        maps.length === 5 &&
        maps.every((map) => map.shadowRoot?.querySelector('.labels text')) &&
        root?.querySelector('pair-tour')?.shadowRoot?.querySelector('button') &&
        root.querySelector('pair-legend')?.shadowRoot?.querySelector('.classes')
      );
    });
    assert.deepEqual(complaints, []);
    return shown;
  }

  for (const [width, height] of [
    [1280, 720],
    [1920, 1080],
    [3840, 2160],
    [1080, 1920],
  ] as const) {
    it(`shows all on one screen of ${width} × ${height}, in sizes that are read from afar`, async () => {
      const shown = await open('/zh.html', width, height, true);
      const { boxes, scrolls, stages, names } = await shown.evaluate(() => {
        const root = document.querySelector('pair-atlas')!.shadowRoot!;
        const map = root.querySelector('pair-map')!.shadowRoot!;
        return {
          scrolls: [
            document.documentElement.scrollWidth - innerWidth,
            document.documentElement.scrollHeight - innerHeight,
          ],
          boxes: [
            ...root.querySelectorAll('.wall pair-map, .wall pair-legend, .wall pair-details, .top, pair-tour'),
          ].map((each) => {
            const { left, top, right, bottom } = each.getBoundingClientRect();
            return { name: each.localName, left, top, right, bottom };
          }),
          stages: [...root.querySelectorAll('pair-map')].map(
            (each) => each.shadowRoot!.querySelector('.stage')!.clientHeight,
          ),
          names: Number(map.querySelector('.labels text')!.getAttribute('font-size')),
        };
      });
      const outside = boxes.filter(
        ({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height,
      );
      const overlaps = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1,
          )
          .map((b) => `${a.name} ${b.name}`),
      );
      const [body, legend, note, control] = await Promise.all([
        sizeOf(shown, 'pair-tour', 'button', 'font-size'),
        sizeOf(shown, 'pair-legend', '.classes', 'font-size'),
        sizeOf(shown, 'pair-map', '.note', 'font-size'),
        sizeOf(shown, 'pair-tour', 'button', 'height'),
      ]);
      const unit = Math.min(width, height) / 1080;
      assert.deepEqual(scrolls, [0, 0]);
      assert.deepEqual(outside, []);
      assert.deepEqual(overlaps, []);
      assert.ok(Math.min(...stages) >= Math.min(width, height) / 6, `stages ${stages.join()}`);
      assert.ok(body >= READABLE * unit, `body ${body}`);
      assert.ok(legend >= 0.85 * READABLE * unit, `legend ${legend}`);
      assert.ok(Math.min(note, names) >= 0.75 * READABLE * unit, `note ${note}, names ${names}`);
      assert.ok(control >= 50 * unit, `control ${control}`);
      await shown.context().close();
    });
  }

  for (const [path, width, height] of [
    ['/zh.html', 1920, 1080],
    ['/en.html', 1280, 720],
    ['/en.html', 1080, 1920],
  ] as const) {
    it(`has room for what it says of each stop of the tour: ${path} ${width} × ${height}`, async () => {
      const shown = await open(path, width, height, true);
      const cut = await shown.evaluate(async () => {
        const atlas = document.querySelector('pair-atlas') as Atlas;
        const details = atlas.shadowRoot!.querySelector('pair-details')!;
        const tour = atlas.shadowRoot!.querySelector('pair-tour')!;
        const button = tour.shadowRoot!.querySelector('button')!;
        const found: string[] = [];
        let count = 0;
        do {
          // Stopped and started, it goes on to the next.
          button.click();
          await details.updateComplete;
          count++;
          if (details.scrollHeight > details.clientHeight + 1)
            found.push(`${atlas.selected} ${details.scrollHeight} of ${details.clientHeight}`);
          button.click();
          await tour.updateComplete;
        } while (!/^\s*第?1\D/.test(tour.shadowRoot!.querySelector('.soft')!.textContent!) || count === 1);
        return { found, count };
      });
      assert.ok(cut.count > 50, `${cut.count} stops`);
      assert.deepEqual(cut.found, []);
      await shown.context().close();
    });
  }

  it('begins its tour by itself, draws the curves of each stop, and stops at a touch', async () => {
    const shown = await open('/zh.html', 1920, 1080);
    await shown.waitForFunction(() => {
      const atlas = document.querySelector('pair-atlas') as Atlas;
      return atlas.selected && atlas.shadowRoot!.querySelector('.links path.head');
    });
    await shown.mouse.click(5, 5);
    await shown.waitForFunction(() =>
      document
        .querySelector('pair-atlas')!
        .shadowRoot!.querySelector('pair-tour')!
        .shadowRoot!.textContent!.includes('开始巡览'),
    );
    await shown.context().close();
  });

  it('says what there is in place of a layout that is none, and lays out as a page', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const shown = await context.newPage();
    await shown.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      document.addEventListener('pair-error', (event) => {
        const { faults } = (event as CustomEvent<{ faults: { message: string }[] }>).detail;
        seen.push(...faults.map(({ message }) => message));
      });
    });
    await shown.goto(`${site.origin}/wrong.html`);
    await shown.waitForFunction(() => document.querySelector('pair-atlas')?.shadowRoot?.querySelector('pair-table'));
    await shown.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length > 0);
    const [message] = await shown.evaluate(() => (window as unknown as { seen: string[] }).seen);
    assert.match(message ?? '', /wide.*wall|wall.*wide/s);
    assert.equal(
      await shown.evaluate(() => document.querySelector('pair-atlas')!.shadowRoot!.querySelector('.wall')),
      null,
    );
    await context.close();
  });
});
