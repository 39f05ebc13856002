/** The documentation as a reader meets it, over HTTP under the strict policy: each page live, its examples at work, by keyboard. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { PAGES, pathOf } from '../../../build/docs/pages.js';
import { makeSite } from '../../../build/docs/site.js';
import { violationsOn } from '../axe.js';
import { atRest, becomes, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

const NARROW = { width: 320, height: 700 };

describe('the pages of the documentation', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    const files = [...(await makeSite())].map(([path, text]) => [`/dist/docs/${path}`, text] as const);
    [browser, site] = await Promise.all([launchBrowser(), serve(Object.fromEntries(files), "default-src 'self'")]);
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(path: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
    await page.goto(`${site.origin}/dist/docs/${path}`);
    return page;
  }

  const focus = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');

  /** Elements that stand in both languages are the same: the pages of one language show them. */
  const shown = [
    ...PAGES.map(({ slug }) => pathOf('zh-CN', slug)),
    ...PAGES.filter(({ tag }) => !tag).map(({ slug }) => pathOf('en', slug)),
  ];

  it('have examples that live, complain of nothing, and fit the narrowest window', async () => {
    const left = [...shown];
    const walk = async (): Promise<void> => {
      const page = await browser.newPage({ viewport: NARROW });
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', ({ message }) => complaints.push(message));
      await page.addInitScript(() => {
        const seen = window as unknown as { ready: Set<EventTarget | null>; refused: string[] };
        seen.ready = new Set();
        seen.refused = [];
        addEventListener('pair-ready', ({ target }) => seen.ready.add(target), true);
        addEventListener('securitypolicyviolation', (event) => seen.refused.push(event.violatedDirective), true);
      });
      for (let path = left.shift(); path; path = left.shift()) {
        await page.goto(`${site.origin}/dist/docs/${path}`);
        await page.waitForFunction(() => {
          const { ready } = window as unknown as { ready: Set<EventTarget | null> };
          const all = [...document.querySelectorAll('pair-atlas')].every((atlas) => ready.has(atlas));
          return all && document.querySelector(':not(:defined)') === null;
        });
        await page.evaluate(() => new Promise(requestAnimationFrame));
        const [width, refused] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          (window as unknown as { refused: string[] }).refused,
        ]);
        assert.deepEqual([path, complaints, refused], [path, [], []]);
        assert.equal(width, NARROW.width, `${path} scrolls sideways`);
      }
      await page.close();
    };
    await Promise.all([walk(), walk()]);
  });

  it('have recipes that do what they say', async () => {
    const page = await open('zh-CN/recipes.html');
    await atRest(page);
    const region = (atlas: string): Promise<{ x: number; y: number }> =>
      page.locator(`${atlas} pair-map .stage`).evaluate((stage) => {
        stage.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = stage.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
    const tip = await region('#tip-atlas');
    await page.mouse.move(tip.x, tip.y);
    await becomes(page, () => page.locator('#tip').isVisible(), true);
    assert.match((await page.locator('#tip').textContent()) ?? '', /^.+：(无数据|[\d,]+)$/);
    await page.evaluate(() => {
      const detail = { codes: ['330782'] };
      document.querySelector('#panel-atlas')?.dispatchEvent(new CustomEvent('pair-select', { detail }));
    });
    assert.match((await page.locator('#chosen-pairs').textContent()) ?? '', /^义乌市 → /);
    await page.locator('.pick[value=residents]').click();
    assert.equal(
      await page.locator('#button-atlas').evaluate((atlas: HTMLElement & { metric?: string }) => atlas.metric),
      'residents',
    );
    const tops = await page
      .locator('.my-grid pair-map')
      .evaluateAll((maps) => maps.map((map) => map.getBoundingClientRect()));
    assert.deepEqual([tops[0]?.top, tops[0]?.height], [tops[1]?.top, 352]);
    const download = page.waitForEvent('download');
    await page.locator('#save-picture').click();
    assert.equal((await download).suggestedFilename(), 'map.png');
    await page.close();
  });

  it('are searched by keyboard, in both languages', async () => {
    for (const [language, query, target] of [
      ['zh-CN', '图例', '/zh-CN/pair-legend.html'],
      ['en', 'legend', '/en/pair-legend.html'],
      ['en', 'funding', '/en/'],
    ] as const) {
      const page = await open(pathOf(language, 'security'));
      await becomes(page, () => page.locator('.search').isVisible(), true);
      await page.keyboard.press('/');
      assert.equal(await focus(page), 'search');
      await page.keyboard.type(query);
      const options = page.locator('#found [role=option]');
      await options.first().waitFor();
      const active = (): Promise<string | null> => page.locator('#search').getAttribute('aria-activedescendant');
      assert.equal(await active(), 'found-0');
      await page.keyboard.press('ArrowUp');
      assert.equal(await active(), `found-${(await options.count()) - 1}`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      await becomes(page, () => page.locator('.results').isVisible(), false);
      await page.keyboard.press('End');
      await page.keyboard.type(' ');
      await options.first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.includes(target));
      await page.close();
    }
  });

  it('have an editor of themes that is used by keyboard alone, from a theme to its CSS', async () => {
    const page = await open('zh-CN/theming.html');
    await becomes(page, () => page.locator('#clear').isDisabled(), true);
    const property = (name: string): Promise<string> =>
      page.locator('#themed').evaluate((atlas, key) => getComputedStyle(atlas).getPropertyValue(key).trim(), name);
    const css = (): Promise<string> => page.locator('.css textarea').inputValue();
    const tabTo = async (isThere: string, key = 'Tab'): Promise<void> => {
      await atRest(page);
      for (let i = 0; i < 160; i++) {
        await page.keyboard.press(key);
        if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, isThere)) return;
      }
      assert.fail(`${key} never came to ${isThere}`);
    };
    // A finished theme.
    await tabTo('[name=start]');
    await page.keyboard.press('ArrowRight');
    await becomes(page, () => property('--pair-accent'), '#ab1218');
    assert.match(await css(), /scheme="blue"[\s\S]*color-scheme: light;[\s\S]*--pair-accent: #ab1218;[\s\S]*initial;/);
    assert.match((await page.locator('.contrasts .sum').textContent()) ?? '', /全部够/);
    // A value of one's own, which cannot be read, and back.
    await tabTo('#token-ink');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('#cccccc');
    await becomes(page, () => property('--pair-ink'), '#cccccc');
    await becomes(page, () => page.locator('.contrasts .fails').count(), 2);
    await page.keyboard.press('ControlOrMeta+z');
    await becomes(page, () => property('--pair-ink'), '#17222f');
    assert.equal(await page.locator('#token-ink').inputValue(), '#17222f');
    assert.match((await page.locator('#said').textContent()) ?? '', /--pair-ink/);
    // What is no colour is said, and not set.
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('inkblau');
    await becomes(page, () => page.locator('#token-ink').getAttribute('aria-invalid'), 'true');
    assert.doesNotMatch(await property('--pair-ink'), /inkblau/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await becomes(page, () => focus(page), 'token-ink');
    assert.doesNotMatch(await css(), /--pair-ink:/);
    // A group that is closed, a font.
    await tabTo('#group-type > summary');
    await page.keyboard.press('Enter');
    await tabTo('#token-font-size');
    await page.keyboard.type('20px');
    await becomes(page, () => property('--pair-font-size'), '20px');
    // All of it to take along, where there is no clipboard: selected.
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await tabTo('#copy-css');
    await page.keyboard.press('Enter');
    await becomes(page, () => page.evaluate(() => getSelection()?.toString() ?? ''), await css());
    assert.match(await css(), /--pair-font-size: 20px;/);
    // And in the other language.
    await tabTo('a.language', 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/en/theming.html'));
    await page.close();
  });

  for (const [name, path, options] of [
    ['the start', pathOf('zh-CN', 'index'), {}],
    ['an element in the dark', pathOf('en', 'pair-legend'), { colorScheme: 'dark' }],
    [
      'the themes on a phone',
      pathOf('zh-CN', 'theming'),
      { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
    ],
  ] as const)
    it(`are clean under axe: ${name}`, async () => {
      const page = await open(path, options);
      await atRest(page);
      // The policy of the page holds for its own scripts, and not for what a tester brings.
      const found = (await violationsOn(page)).flatMap(({ id, html }) => html.map((each) => `${id}: ${each}`));
      // Several atlases on a page have a legend each, with the same name: that is theirs to say.
      assert.deepEqual(
        found.filter((each) => !each.startsWith('landmark-unique: <section part="legend"')),
        [],
      );
      await page.close();
    });
});
