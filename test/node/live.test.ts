/** A feed that lives, over real HTTP: asked for with conditions, not while nobody looks, less while the server fails, and never lost. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import type { PairAtlas } from '../../src/elements/atlas/atlas.js';
import { feedWith, goodFeed } from '../fixtures/feeds.js';
import { atRest, becomes, launchBrowser } from './browser.js';
import { LiveServer } from './live-server.js';

const pageOf = (attributes: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="/icon.json">
<script type="module" src="/dist/pair-atlas.js"></script></head><body><pair-atlas src="/feed.json" ${attributes}></pair-atlas></body></html>`;
const PAGES = {
  '/live.html': pageOf('refresh="1"'),
  '/still.html': pageOf(''),
  '/frame.html': '<!doctype html><iframe sandbox="allow-scripts" src="/live.html" width="900" height="900"></iframe>',
};
const withFunding = (funding: number): object => feedWith((feed) => (feed.values[0]!.funding = funding));
const atlasOn = (page: Page, part: string): Promise<string> =>
  page.evaluate(
    (name) =>
      document
        .querySelector('pair-atlas')
        ?.shadowRoot?.querySelector(`[part="${name}"]`)
        ?.textContent?.replace(/\s+/g, ' ')
        .trim() ?? '',
    part,
  );
const fundingOn = (page: Page | Frame): Promise<number | undefined> =>
  page.evaluate(() => {
    const datum = (document.querySelector('pair-atlas') as PairAtlas | null)?.state?.values.dataset?.datum(
      '513201',
      'funding',
      '2018',
    );
    return datum?.kind === 'value' ? datum.value : undefined;
  });

describe('a feed that lives, over HTTP', () => {
  let browser: Browser;
  let server: LiveServer;
  let context: BrowserContext;
  const complaints: string[] = [];
  before(async () => {
    browser = await launchBrowser('--host-resolver-rules=MAP plain.test 127.0.0.1');
    server = await new LiveServer(goodFeed(), PAGES).open();
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });
  beforeEach(async () => {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    Object.assign(server, { feed: goodFeed(), fails: undefined, delay: 0, hasTags: true });
    server.asked.length = 0;
    complaints.length = 0;
  });
  async function open(path = '/live.html', origin = server.origin): Promise<Page> {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      for (const name of ['pair-data', 'pair-ready', 'pair-error'])
        document.addEventListener(name, () => told.push(name));
      // A key is there before its answer is written down, and a page that is left before then has kept nothing.
      if (!('Cache' in window)) return;
      const { put } = Cache.prototype;
      Cache.prototype.put = function (...args) {
        return put.apply(this, args).then(() => void Object.assign(window, { hasKept: true }));
      };
    });
    await page.goto(`${origin}${path}`);
    return page;
  }
  const told = (page: Page): Promise<string[]> =>
    page.evaluate(() => [...(window as unknown as { told: string[] }).told]);
  /** Until the server has been asked so many times more. */
  async function asked(times: number): Promise<void> {
    const until = server.asked.length + times;
    for (const end = Date.now() + 60_000; server.asked.length < until;) {
      assert(Date.now() < end, 'The server was not asked.');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  it('is asked for by the name of the state that the browser has; the same is no news', async () => {
    const page = await open();
    await becomes(page, () => told(page), ['pair-data', 'pair-ready']);
    await asked(3);
    const later = server.asked.slice(1, 3);
    assert(
      later.every(({ has, status }) => has !== undefined && status === 304),
      JSON.stringify(server.asked),
    );
    assert.deepEqual(await told(page), ['pair-data', 'pair-ready']);
    server.hasTags = false;
    await asked(3);
    assert.deepEqual(await told(page), ['pair-data', 'pair-ready'], 'without a tag, by its text');
    server.feed = withFunding(90_000_000);
    await becomes(page, () => fundingOn(page), 90_000_000);
    assert.deepEqual(complaints, []);
  });

  it('is not asked for while the page is hidden, and at once when it is shown again', async () => {
    const page = await open();
    await asked(1);
    const show = (state: string): Promise<void> =>
      page.evaluate((to) => {
        Object.defineProperty(document, 'visibilityState', { value: to, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await show('hidden');
    await page.waitForTimeout(300);
    const { length } = server.asked;
    await page.waitForTimeout(3_000);
    assert.equal(server.asked.length, length);
    server.feed = withFunding(70_000_000);
    await show('visible');
    await becomes(page, () => fundingOn(page), 70_000_000);
    assert.equal(server.asked.length, length + 1);
  });

  it('is asked for less and less often while the server fails, and again as before when it is back', async () => {
    const page = await open();
    await asked(2);
    server.fails = 500;
    await asked(4);
    const times = server.asked.filter(({ status }) => status === 500).map(({ at }) => at);
    const waits = times.slice(1).map((at, i) => at - times[i]!);
    // A second, two, four; and up to half as much longer.
    waits.forEach((wait, i) => assert(wait >= 1_000 * 2 ** i && wait < 2_500 * 2 ** i, waits.join()));
    assert.match(await atlasOn(page, 'stale'), /^数据为1分钟前，更新失败$/);
    assert.equal((await told(page)).filter((name) => name === 'pair-error').length, 1, 'told of once');
    server.fails = undefined;
    await becomes(page, () => atlasOn(page, 'stale'), '');
    assert.deepEqual(complaints, []);
  });

  it('is swapped as a whole: a line that is cut changes nothing, and an old answer is never shown over a newer one', async () => {
    const page = await open();
    await becomes(page, () => fundingOn(page), 10_000_000);
    Object.assign(server, { feed: withFunding(80_000_000), fails: 'cut' });
    await asked(2);
    await page.waitForFunction(() => document.querySelector('pair-atlas')?.shadowRoot?.querySelector('[part="stale"]'));
    assert.equal(await fundingOn(page), 10_000_000);
    // The old one is on its way when the reader asks for another, and would come last.
    Object.assign(server, { feed: withFunding(20_000_000), fails: undefined, delay: 1_500, hasTags: false });
    const before = server.asked.length;
    await page.evaluate(() => (document.querySelector('pair-atlas') as PairAtlas).reload());
    while (server.asked.length === before) await new Promise((resolve) => setTimeout(resolve, 10));
    Object.assign(server, { feed: withFunding(30_000_000), delay: 0 });
    await page.evaluate(() => (document.querySelector('pair-atlas') as PairAtlas).reload());
    await becomes(page, () => fundingOn(page), 30_000_000);
    await page.waitForTimeout(2_000);
    assert.equal(await fundingOn(page), 30_000_000);
    assert.deepEqual(complaints, []);
  });

  it('is kept over a reload, says of when it is, and comes back by itself', async () => {
    const page = await open();
    await becomes(page, () => fundingOn(page), 10_000_000);
    await page.waitForFunction(() => 'hasKept' in window);
    server.fails = 503;
    await page.reload();
    await becomes(page, () => fundingOn(page), 10_000_000);
    assert.match(
      await atlasOn(page, 'stale'),
      /^数据为1分钟前，更新失败：显示的是本机 \d{4}-\d\d-\d\d \d\d:\d\d 保存的数据$/,
    );
    server.fails = undefined;
    server.feed = withFunding(60_000_000);
    await becomes(page, () => fundingOn(page), 60_000_000);
    await becomes(page, () => atlasOn(page, 'stale'), '');
    assert.match(await atlasOn(page, 'changes'), /^数据有变化：修订1项/, 'since the last visit');
    assert.deepEqual(complaints, []);
  });

  it('is not kept where the page may keep nothing, and nothing is said of that', async () => {
    // A page without https has no Cache storage; a sandboxed frame has one that refuses.
    const plain = await open('/live.html', server.origin.replace('127.0.0.1', 'plain.test'));
    assert.equal(await plain.evaluate(() => 'caches' in window), false);
    await becomes(plain, () => fundingOn(plain), 10_000_000);
    await asked(2);
    server.fails = 500;
    await plain.waitForFunction(() =>
      document.querySelector('pair-atlas')?.shadowRoot?.querySelector('[part="stale"]'),
    );
    await plain.reload();
    await plain.waitForFunction(() =>
      document.querySelector('pair-atlas')?.shadowRoot?.querySelector('[part="error"]'),
    );
    assert.match(await atlasOn(plain, 'error'), /服务器出错（500）/);
    server.fails = undefined;
    await becomes(plain, () => fundingOn(plain), 10_000_000);
    assert.equal(await atlasOn(plain, 'error'), '');
    const around = await open('/frame.html');
    await becomes(around, async () => around.frames().length, 2);
    const frame = around.frames()[1]!;
    assert.match(
      await frame.evaluate(() => {
        try {
          return String(caches);
        } catch (error) {
          return String(error);
        }
      }),
      /SecurityError/,
    );
    await becomes(around, () => fundingOn(frame), 10_000_000);
    await asked(3);
    assert.deepEqual(complaints, []);
  });

  it(
    'is shown as stale by a server that falls silent, whatever else that server does not answer',
    { timeout: 120_000 },
    async () => {
      const page = await open();
      await becomes(page, () => fundingOn(page), 10_000_000);
      // What asks again is there.
      await asked(2);
      // Nothing that the page could fetch would come any more.
      await page.route(/\/dist\//, () => undefined);
      server.fails = 'silence';
      await page.waitForFunction(
        () => document.querySelector('pair-atlas')?.shadowRoot?.querySelector('[part="stale"]'),
        undefined,
        {
          timeout: 60_000,
        },
      );
      assert.match(await atlasOn(page, 'stale'), /更新失败/);
      server.fails = undefined;
      server.feed = withFunding(50_000_000);
      await becomes(page, () => fundingOn(page), 50_000_000);
      assert.equal(await atlasOn(page, 'stale'), '');
    },
  );

  it('is compared with the version before by keyboard alone, in both languages', async () => {
    const page = await open();
    await becomes(page, () => fundingOn(page), 10_000_000);
    await page.locator('pair-table table').waitFor();
    server.feed = feedWith((feed) => {
      feed.values[0]!.funding = 90_000_000;
      feed.values.push({ code: '513221', period: '2019', cadres: 5 });
    });
    await page.waitForFunction(() =>
      document.querySelector('pair-atlas')?.shadowRoot?.querySelector('[part="changes"]'),
    );
    await atRest(page);
    assert.match(await atlasOn(page, 'changes'), /^数据有变化：更新1项，修订1项/);
    const focused = (): Promise<string> =>
      page.evaluate(() => document.querySelector('pair-atlas')?.shadowRoot?.activeElement?.textContent?.trim() ?? '');
    for (let i = 0; i < 20 && (await focused()) !== '与上一版比较'; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.locator('pair-table th.before').waitFor();
    assert.equal(await focused(), '与上一版比较');
    assert.match(await atlasOn(page, 'changes'), /^正在与上一版比较：更新1项，修订1项/);
    assert.equal(await page.locator('pair-table tr[data-code="513201"] td.before').innerText(), '1,000万元');
    assert.match(
      await page.locator('pair-legend [part="before"]').innerText(),
      /^与上一版相比：2个地区不同，其中2个换了级$/,
    );
    await page.locator('pair-table tr[data-code="513201"]').click();
    assert.equal(
      await page.locator('pair-details [part="panel"] [part="before"]').innerText(),
      '上一版：1,000万元，现多8,000万元',
    );
    await page.evaluate(() => document.documentElement.setAttribute('lang', 'en'));
    await becomes(page, async () => (await page.locator('pair-table th.before').innerText()).trim(), 'Version before');
    assert.match(await atlasOn(page, 'changes'), /^Compared with the version before: 1 updated, 1 revised/);
    assert.deepEqual(complaints, []);
  });
});
