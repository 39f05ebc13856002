/** A snapshot in a browser: seen without script, and taken over by the live atlas without a change that can be seen. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { main } from '../../../src/cli/main.js';
import { launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

const STRICT = "default-src 'self'";
const VIEW = { width: 1440, height: 1000 };
/** Of the page that is written: the view without its margins, and without a scroll bar, which this browser lays over it. */
const ATLAS_WIDTH = VIEW.width - 32;

/** The files that `pair-atlas snapshot` writes, by their path on a site. */
async function pagesOf(...args: string[]): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'pair-atlas-'));
  const complaints: string[] = [];
  const code = await main(['snapshot', '-o', join(folder, 'page.html'), ...args], {
    say: () => {},
    complain: (line) => complaints.push(line),
  });
  assert.equal(code, 0, complaints.join('\n'));
  const pages = {
    // The icon keeps the browser from asking for one that is not there.
    '/page.html': (await readFile(join(folder, 'page.html'), 'utf8')).replace(
      '</head>',
      '<link rel="icon" href="/demo/icon.svg"></head>',
    ),
    '/pair-atlas-static.css': await readFile(join(folder, 'pair-atlas-static.css'), 'utf8'),
  };
  await rm(folder, { recursive: true });
  return pages;
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Part of the pixels that differ by what an eye could see. */
async function differing(browser: Browser, a: Buffer, b: Buffer): Promise<number> {
  const page = await browser.newPage();
  const part = await page.evaluate(
    async (pictures) => {
      const [first, second] = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = document.createElement('canvas');
          canvas.width = image.width;
          canvas.height = image.height;
          const context = canvas.getContext('2d') as CanvasRenderingContext2D;
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      if (!first || !second || first.length !== second.length) return 1;
      let count = 0;
      for (let i = 0; i < first.length; i += 4) {
        if ([0, 1, 2].some((channel) => Math.abs((first[i + channel] ?? 0) - (second[i + channel] ?? 0)) > 24)) count++;
      }
      return count / (first.length / 4);
    },
    [a.toString('base64'), b.toString('base64')],
  );
  await page.close();
  return part;
}

interface Seen {
  /** Sum of the layout shifts. */
  shift: number;
  /** What moved: the box before, and after. */
  moves: string[];
  paints: number;
  violations: string[];
}

const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const seen: Seen = { shift: 0, moves: [], paints: 0, violations: [] };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      type Shift = PerformanceEntry & {
        value: number;
        sources: { previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
      };
      for (const { value, sources } of list.getEntries() as Shift[]) {
        seen.shift += value;
        for (const { previousRect, currentRect } of sources)
          seen.moves.push(
            [previousRect, currentRect]
              .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '))
              .join(' → '),
          );
      }
    }).observe({ type: 'layout-shift', buffered: true });
    document.addEventListener('securitypolicyviolation', (event) => seen.violations.push(event.violatedDirective));
    setInterval(() => requestAnimationFrame(() => seen.paints++), 16);
  });

const seenOn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

const isTaken = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const root = document.querySelector('pair-atlas')?.shadowRoot;
    return root && !root.querySelector('.static') && root.querySelectorAll('pair-map').length === 5;
  });

/**
 * What is told of an accessibility tree, without what can be done: a static map is a picture, and a live one can be walked; a static
 * table scrolls in a region of its own, and has a caption.
 */
const storyIn = (tree: string): string[] =>
  tree.split('\n').flatMap((line) => {
    const [, role = '', said = ''] = /^ *- (\w+):? ?(.*?):?$/.exec(line) ?? [];
    switch (role) {
      case 'img':
      case 'application':
        return said.startsWith('"') ? [`map ${said}`] : [];
      case 'region':
        return said.includes('数据表') ? [] : [`region ${said}`];
      case 'heading':
      case 'note':
      case 'term':
      case 'definition':
      case 'figure':
      case 'columnheader':
      case 'row':
        return [`${role} ${said}`];
      default:
        return [];
    }
  });

describe('a snapshot', () => {
  let browser: Browser;
  let pages: Record<string, string>;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    pages = await pagesOf('--script', '/deep/folder/pair-atlas.js', '--width', String(ATLAS_WIDTH));
    site = await serve(pages, STRICT);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  const still = async (origin: string): Promise<{ page: Page; complaints: string[] }> => {
    const context = await browser.newContext({ viewport: VIEW, javaScriptEnabled: false });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await page.goto(`${origin}/page.html`);
    return { page, complaints };
  };

  it('shows maps, legend, title, status, sources, table and the account of the data without script', async () => {
    const { page, complaints } = await still(site.origin);
    assert.equal(await page.locator('.pair-map path[data-code]').count(), 523);
    const text = await page.locator('.static').innerText();
    for (const said of [
      '四川省',
      '183个县中40个有数值',
      '2019年度（2020年批准）',
      '从未列入贫困县',
      '其中1个：推断所得，未见直接公布',
      '帮扶方的颜色为所帮扶各县的情况',
      '边界为示意，未送审',
      '来源：',
      '数据核对',
      '24.7亿元',
      '汶川县',
      '义乌市',
    ])
      assert(text.includes(said), said);
    const boxes = await page
      .locator('.stage > svg')
      .evaluateAll((maps) => maps.map((map) => map.getBoundingClientRect().height));
    assert(boxes.length === 5 && boxes.every((height) => height > 150));
    // Words of the provinces begin where they are read from.
    const words = page.locator('.pair-details td', { hasText: '居多' }).first();
    assert.equal(await words.evaluate((cell) => getComputedStyle(cell).textAlign), 'start');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), VIEW.width);
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  it('says without script of a metric that was asked for that its figures were not published, and in which unit they are', async () => {
    const funding = await serve(await pagesOf('--metric', 'funding'), STRICT);
    const { page } = await still(funding.origin);
    const text = await page.locator('.static').innerText();
    for (const said of ['示意值，非公布数字', '单位：万元', '2018', '24.7亿元']) assert(text.includes(said), said);
    await page.context().close();
    await funding.close();
  });

  it('tells a screen reader without script what the live page tells: headings, figures, legend, values, table, notes', async () => {
    const { page } = await still(site.origin);
    const told = storyIn(await page.locator('body').ariaSnapshot());
    await page.context().close();
    const live = await browser.newPage({ viewport: VIEW });
    await live.goto(`${site.origin}/page.html`);
    await isTaken(live);
    await live.locator('[part="plain"]').filter({ hasText: '列入的有' }).waitFor({ state: 'attached' });
    await live.locator('pair-table tbody tr').first().waitFor();
    const heard = storyIn(await live.locator('body').ariaSnapshot());
    assert.deepEqual(told, heard);
    for (const sort of ['heading', 'note', 'definition', 'figure', 'map', 'region', 'columnheader', 'row'])
      assert(
        told.some((line) => line.startsWith(sort)),
        sort,
      );
    await live.close();
  });

  it('is taken over without a repaint that can be seen: under 1% of pixels beside the switches, nothing moved, no complaint', async () => {
    const { page: before } = await still(site.origin);
    // Where the switches come, the page is another one.
    const bar = await before.locator('.static .bar').boundingBox();
    assert(bar);
    const [from, to] = [Math.floor(bar.y), Math.ceil(bar.y + bar.height)];
    const across = { x: 0, width: VIEW.width };
    const clips = {
      above: { ...across, y: 0, height: from },
      switches: { ...across, y: from, height: to - from },
      below: { ...across, y: to, height: VIEW.height - to },
    };
    const taken = async (shown: Page): Promise<Record<keyof typeof clips, Buffer>> => ({
      above: await shown.screenshot({ clip: clips.above }),
      switches: await shown.screenshot({ clip: clips.switches }),
      below: await shown.screenshot({ clip: clips.below }),
    });
    const picture = await taken(before);
    await before.context().close();
    const context = await browser.newContext({ viewport: VIEW });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await watchShifts(page);
    await page.goto(`${site.origin}/page.html`);
    await isTaken(page);
    // The takeover is the last change: what has been measured by the next frames is all there is.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const after = await taken(page);
    const seen = await seenOn(page);
    assert.deepEqual(seen.violations, []);
    assert(seen.shift < 0.001, `moved by ${seen.shift}: ${seen.moves.slice(0, 5).join('; ')}`);
    for (const place of ['above', 'below'] as const) {
      const part = await differing(browser, picture[place], after[place]);
      assert(part < 0.01, `${(part * 100).toFixed(2)}% of pixels differ ${place} the switches`);
    }
    const changed = await differing(browser, picture.switches, after.switches);
    assert(changed > 0 && changed < 0.12, `the controls have come, and no more: ${(changed * 100).toFixed(2)}%`);
    assert.deepEqual(complaints, []);
    // And it lives: a district lights up its partner.
    await page.evaluate(
      () => ((document.querySelector('pair-atlas') as HTMLElement & { selected: string }).selected = '330782'),
    );
    await page.waitForFunction(() =>
      document
        .querySelector('pair-atlas')!
        .shadowRoot!.querySelector('pair-map[region="510000"]')!
        .shadowRoot!.querySelector('[data-standing="partner"]'),
    );
    await context.close();
  });

  it('does not move while it comes slowly', async () => {
    const { '/page.html': text = '', '/pair-atlas-static.css': css = '' } = await pagesOf(
      '--width',
      String(ATLAS_WIDTH),
    );
    const steps = 24;
    const server = createServer((request, response) => {
      if (request.url !== '/page.html') {
        response.writeHead(200, { 'Content-Type': 'text/css' }).end(css);
        return;
      }
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      const size = Math.ceil(text.length / steps);
      void (async () => {
        for (let at = 0; at < text.length; at += size) {
          response.write(text.slice(at, at + size));
          await setTimeout(60);
        }
        response.end();
      })();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // A test that failed before its end shall end all the same.
    server.unref();
    const page = await browser.newPage({ viewport: { ...VIEW, height: 3000 } });
    await watchShifts(page);
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const { shift, moves, paints } = await seenOn(page);
    assert(paints > 4, `it came slowly: ${paints} paints`);
    assert(shift < 0.001, `moved by ${shift}: ${moves.slice(0, 5).join('; ')}`);
    assert(await page.locator('.pair-table tbody tr').first().isVisible());
    await page.close();
    server.closeAllConnections();
    server.close();
  });

  it('stays where the data cannot be had', async () => {
    const broken = await serve(pages, STRICT, ['zhejiang-2018.json']);
    const page = await browser.newPage({ viewport: VIEW });
    await page.addInitScript(() =>
      document.addEventListener('pair-error', () => Object.assign(window, { failed: true })),
    );
    await page.goto(`${broken.origin}/page.html`);
    await page.waitForFunction(() => (window as unknown as { failed?: boolean }).failed);
    assert.equal(await page.locator('.pair-map path[data-code]').count(), 523);
    assert(await page.locator('.pair-map').first().isVisible());
    assert(await page.locator('pair-atlas .failure').isVisible(), 'and says so');
    await page.close();
    await broken.close();
  });

  it('is a live atlas where the browser knows no declarative shadow DOM', async () => {
    const old = await serve(
      { ...pages, '/page.html': (pages['/page.html'] ?? '').replace(' shadowrootmode="open"', '') },
      STRICT,
    );
    const page = await browser.newPage({ viewport: VIEW });
    const complaints = complaintsOf(page);
    await page.goto(`${old.origin}/page.html`);
    await isTaken(page);
    await page.waitForFunction(() =>
      [...document.querySelector('pair-atlas')!.shadowRoot!.querySelectorAll('pair-map')].every((map) =>
        map.shadowRoot?.querySelector('.fills path'),
      ),
    );
    assert.deepEqual(complaints, []);
    await page.close();
    await old.close();
  });

  it('shows what was asked for, on a phone two maps beside each other below the pivot', async () => {
    const asked = await serve(
      await pagesOf('--metric', 'cadres', '--lang', 'en', '--theme', 'dark', '--selected', '330782', '--width', '358'),
      STRICT,
    );
    const context = await browser.newContext({ viewport: { width: 390, height: 800 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${asked.origin}/page.html`);
    const text = await page.locator('.static').innerText();
    for (const said of ['Cadres added', 'Yiwu City', 'Wenchuan County', 'Illustrative'])
      assert(text.includes(said), said);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
    const lefts = await page
      .locator('.pair-map')
      .evaluateAll((maps) => new Set(maps.map((map) => map.getBoundingClientRect().left)).size);
    assert.equal(lefts, 2);
    const tops = await page
      .locator('.pair-map')
      .evaluateAll((maps) => maps.map((map) => [map.matches('.pivot'), map.getBoundingClientRect().top] as const));
    const [pivot] = tops.filter(([isPivot]) => isPivot).map(([, top]) => top);
    assert(pivot !== undefined && tops.every(([isPivot, top]) => isPivot || top > pivot), 'the pivot is first');
    assert(text.includes('only the prefectures that take part'), 'what is not drawn is said');
    await context.close();
    await asked.close();
  });
});
