/** The demo as a reader meets it: by keyboard alone from load to export, on a phone, and under axe in each state on the way. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { sentence, violationsOn } from './axe.js';
import { faintTexts } from './contrast.js';
import { atRest, becomes, launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';
import { takesGestures } from './standalone/visit.js';

interface Atlas extends HTMLElement {
  metric: string;
  selected: string;
  state: { values: Record<string, unknown>; change(patch: object, by: string): void };
  /** Not there before its script ran. */
  parts?: Set<HTMLElement & { shadowRoot: ShadowRoot }>;
}

describe('the demo', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve({}, "default-src 'self'");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
    await page.goto(`${site.origin}${path}`);
    await page.waitForFunction(() => {
      const atlas = document.querySelector('pair-atlas') as unknown as Atlas;
      return ['pair-table', 'pair-search', 'pair-legend'].every((tag) =>
        [...(atlas.parts ?? [])].some(({ localName }) => localName === tag),
      );
    });
    return page;
  }

  /** No violation of axe in the atlas, as it stands, and no text too faint to be read. */
  async function expectClean(page: Page, state: string): Promise<void> {
    await atRest(page);
    assert.deepEqual((await violationsOn(page, 'pair-atlas')).map(sentence), [], state);
    assert.deepEqual(await faintTexts(page, 'pair-atlas'), [], state);
  }

  /** The element that has the focus, through shadow roots: its tag, role and name. */
  const focusedOn = (page: Page): Promise<{ host: string; tag: string; role: string; name: string }> =>
    page.evaluate(() => {
      let at = document.activeElement,
        host = '';
      while (at?.shadowRoot?.activeElement) {
        host = at.localName;
        at = at.shadowRoot.activeElement;
      }
      return {
        host,
        tag: at?.localName ?? '',
        role: at?.getAttribute('role') ?? '',
        name: at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '',
      };
    });

  /** Tabs until the focus is on what is asked for, in a page to which nothing more comes. */
  async function tabTo(
    page: Page,
    isThere: (at: Awaited<ReturnType<typeof focusedOn>>) => boolean,
    key = 'Tab',
  ): Promise<void> {
    await atRest(page);
    for (let i = 0; i < 120; i++) {
      await page.keyboard.press(key);
      if (isThere(await focusedOn(page))) return;
    }
    assert.fail(`${key} never came there: ${String(isThere)}`);
  }

  const valueOf = (page: Page, name: string): Promise<unknown> =>
    page.evaluate((key) => {
      const value = (document.querySelector('pair-atlas') as unknown as Atlas).state.values[key];
      return value instanceof Map ? [...value] : value;
    }, name);

  const expectValue = (page: Page, name: string, expected: unknown): Promise<void> =>
    becomes(page, () => valueOf(page, name), expected);

  it('can be walked by keyboard alone, from load to export', async () => {
    const page = await open('/demo/index.html');
    // Another metric.
    await tabTo(page, ({ host, tag }) => host === 'pair-metrics' && tag === 'input');
    await page.keyboard.press('ArrowRight');
    await expectValue(page, 'metric', 'coverage');
    await page.keyboard.press('ArrowLeft');
    await expectValue(page, 'metric', 'exit');
    // Another year of it.
    await tabTo(page, ({ host, tag }) => host === 'pair-timeline' && tag === 'input');
    await page.keyboard.press('ArrowLeft');
    await expectValue(page, 'period', '2019');
    // One with breaks to move, which has one year.
    // Past the levels.
    for (let i = 0; i < 2; i++)
      await tabTo(page, ({ host, tag }) => host === 'pair-metrics' && tag === 'input', 'Shift+Tab');
    for (const id of ['coverage', 'residents', 'share65', 'funding']) {
      await page.keyboard.press('ArrowRight');
      await expectValue(page, 'metric', id);
    }
    // A county by its pinyin.
    await page.keyboard.press('/');
    await becomes(page, async () => (await focusedOn(page)).role, 'combobox');
    await page.keyboard.type('wenchuan');
    await atRest(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectValue(page, 'selected', ['513221']);
    // A map: its regions by arrows, the highest by End, selected by Enter.
    await tabTo(page, ({ host, role }) => host === 'pair-map' && role === 'application');
    const scrolled = await page.evaluate(() => scrollY);
    await page.keyboard.press('End');
    await page.waitForFunction(
      () => (document.querySelector('pair-atlas') as unknown as Atlas).state.values.active !== undefined,
    );
    const highest = await valueOf(page, 'active');
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(
      (code) => (document.querySelector('pair-atlas') as unknown as Atlas).state.values.active !== code,
      highest,
    );
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      (code) => (document.querySelector('pair-atlas') as unknown as Atlas).state.values.active === code,
      highest,
    );
    await page.keyboard.press('Enter');
    await expectValue(page, 'selected', [highest]);
    assert.equal(await page.evaluate(() => scrollY), scrolled);
    // What all keys do, and back.
    await page.keyboard.press('?');
    await becomes(page, async () => (await focusedOn(page)).name, '关闭');
    assert.match(await page.locator('dialog').innerText(), /方向键\s+走到相邻的地区/);
    await page.keyboard.press('Escape');
    await becomes(page, async () => (await focusedOn(page)).role, 'application');
    // Past the other maps.
    await tabTo(page, ({ host, name }) => host === 'pair-map' && name === '跳过地图');
    while ((await focusedOn(page)).host === 'pair-map') await page.keyboard.press('Enter');
    assert.equal((await focusedOn(page)).host, 'pair-legend');
    // The legend: a break moved, a class kept.
    await tabTo(page, ({ host, role }) => host === 'pair-legend' && role === 'slider');
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(
      () =>
        ((document.querySelector('pair-atlas') as unknown as Atlas).state.values.breaks as Map<string, unknown>)
          .size === 1,
    );
    await tabTo(page, ({ host, tag, role }) => host === 'pair-legend' && tag === 'button' && role === '');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await becomes(page, async () => Boolean(await valueOf(page, 'filter')), true);
    // The panel: a partner, and out again.
    await tabTo(page, ({ host, tag }) => host === 'pair-details' && tag === 'button');
    await page.keyboard.press('Escape');
    await expectValue(page, 'selected', []);
    // The table: a cell, a row; then the file.
    await tabTo(page, ({ host, name }) => host === 'pair-table' && name === '下载 CSV');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const file = await download;
    assert.match(file.suggestedFilename(), /^zhejiang-2018-funding-2018\.csv$/);
    const text = await readFile(await file.path(), 'utf8');
    assert.ok(text.includes('分级已由读者更改'), 'the file says that the classes were changed');
    await tabTo(page, ({ host, role }) => host === 'pair-table' && role === 'columnheader');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await becomes(page, async () => ((await valueOf(page, 'selected')) as string[]).length, 1);
    await page.close();
  });

  const update = (page: Page, patch: Record<string, unknown>): Promise<void> =>
    page.evaluate((values) => {
      const { filter, drills, ...rest } = values as { filter?: { classes?: number[] }; drills?: [string, string][] };
      (document.querySelector('pair-atlas') as unknown as Atlas).state.change(
        {
          ...rest,
          ...(filter ? { filter: { ...filter, classes: new Set(filter.classes) } } : {}),
          ...(drills ? { drills: new Map(drills) } : {}),
        },
        'reader',
      );
    }, patch);

  for (const [name, path, options] of [
    ['on a desk', '/demo/index.html', {}],
    ['in the dark', '/demo/index.html', { colorScheme: 'dark' }],
    ['in English', '/demo/english.html', {}],
    ['on a phone', '/demo/index.html', { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true }],
  ] as const) {
    it(`is clean under axe in every state, ${name}`, async () => {
      const page = await open(path, options);
      await expectClean(page, 'at first');
      for (const [state, patch] of [
        ['another metric', { metric: 'coverage' }],
        ['a region pointed at', { metric: 'funding', active: '330782', pointer: { x: 100, y: 100 } }],
        ['one selected', { active: undefined, selected: ['330782'] }],
        ['several selected', { selected: ['330782', '513221', '330100'] }],
        ['filtered', { selected: [], filter: { kind: 'classes', level: 'county', classes: [0, 1] } }],
        ['other classes', { filter: undefined, classes: 7, method: 'jenks' }],
        ['prefectures', { level: 'prefecture' }],
        ['a prefecture opened', { drills: [['510000', '513200']], selected: ['513221'] }],
      ] as const) {
        await update(page, patch);
        await expectClean(page, state);
      }
      await page.close();
    });
  }

  it('keeps room for the table from the first picture on', async () => {
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 360, height: 780 },
    ]) {
      const page = await browser.newPage({ viewport });
      // As text: what is compiled here names its functions by a helper that no page has.
      await page.addInitScript(`{
        window.heights = [];
        const look = () => {
          const table = document.querySelector('pair-atlas')?.shadowRoot?.querySelector('pair-table');
          if (table) heights.push(table.getBoundingClientRect().height);
          requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }`);
      await page.goto(`${site.origin}/demo/index.html`);
      await page.locator('pair-table tbody tr').first().waitFor({ state: 'attached' });
      await atRest(page);
      const least = await page.evaluate(() => Math.min(...(window as unknown as { heights: number[] }).heights));
      assert(least >= 300, `${viewport.width}: ${least} px`);
      await page.close();
    }
  });

  it('moves nothing where the reader wants less motion', async () => {
    for (const reducedMotion of ['no-preference', 'reduce'] as const) {
      const page = await open('/demo/index.html', { reducedMotion });
      await update(page, { selected: ['330782'] });
      await page.locator('.links path').first().waitFor({ state: 'attached' });
      // The hint fades; it is there from its first occasion on.
      await takesGestures(page, page.locator('pair-map .stage').first());
      await page.locator('pair-map .stage').first().hover();
      await page.mouse.wheel(0, 1);
      await page.locator('.hint').waitFor({ state: 'attached' });
      // Playwright's selectors reach into shadow roots.
      const moving = await page.locator('*').evaluateAll(
        (elements) =>
          elements.filter((element) => {
            const { animationDuration, transitionDuration } = getComputedStyle(element);
            return animationDuration !== '0s' || transitionDuration !== '0s';
          }).length,
      );
      assert.equal(moving > 0, reducedMotion === 'no-preference', `${moving} elements move with ${reducedMotion}`);
      await page.close();
    }
  });

  it('fits a phone: no scrolling sideways, a sheet that a tap beside it closes, and the page scrolls over the maps', async () => {
    const page = await open('/demo/index.html', {
      viewport: { width: 360, height: 780 },
      hasTouch: true,
      isMobile: true,
    });
    await becomes(page, () => page.evaluate(() => document.documentElement.scrollWidth), 360);
    const path = page.locator('pair-map[region="330000"] .stage');
    await path.scrollIntoViewIfNeeded();
    const box = await path.boundingBox();
    assert(box);
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(
      () => ((document.querySelector('pair-atlas') as unknown as Atlas).state.values.selected as string[]).length === 1,
    );
    const panel = page.locator('pair-details .panel.is-selected');
    assert.equal(await panel.evaluate((element) => getComputedStyle(element).position), 'fixed');
    const sheet = await panel.boundingBox();
    assert(sheet && sheet.y > 300, 'the sheet leaves the map in sight');
    assert.equal(
      await page
        .locator('pair-map .stage')
        .first()
        .evaluate((element) => getComputedStyle(element).touchAction),
      'pan-x pan-y',
    );
    await page.evaluate(() => (document.querySelector('h1') as HTMLElement).click());
    await page.waitForFunction(
      () => ((document.querySelector('pair-atlas') as unknown as Atlas).state.values.selected as string[]).length === 0,
    );
    await page.close();
  });
});
