/** An atlas under the toolbars that public sites have: `toolbar.js` plays one, which knows nothing of shadow trees. Chromium, over HTTP. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { violationsOn, sentence } from '../axe.js';
import { atRest, becomes, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

const file = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');
const html = (body: string): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/deep/folder/pair-atlas.js"></script><script type="module" src="toolbar.js"></script></head>
<body><main><h1>页</h1>${body}</main></body></html>`;
const OWN =
  '<pair-map id="map" region="510000" aria-label="作者的名称" role="region"></pair-map><pair-legend></pair-legend><pair-table></pair-table>';

interface Heard {
  readonly on: string;
  readonly target: string;
  readonly text: string;
  readonly direct: string;
  readonly label: string;
}

interface Atlas extends HTMLElement {
  parts: Set<HTMLElement & { region?: string; spotOf(code: string): { x: number; y: number } | undefined }>;
  state: { values: { active?: string; selected: string[] } };
}

describe('an atlas under a toolbar', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve(
      {
        '/one.html': html('<pair-atlas metric="funding"></pair-atlas>'),
        '/own.html': html(`<pair-atlas metric="funding">${OWN}</pair-atlas>`),
        '/toolbar.js': file('toolbar.js'),
        '/toolbar.css': file('toolbar.css'),
      },
      "default-src 'self'",
    );
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, width = 1440): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width, height: 900 } })).newPage();
    await page.goto(`${site.origin}${path}`);
    await page.locator('pair-legend .class').first().waitFor();
    await page.locator('pair-table tbody tr').first().waitFor();
    await atRest(page);
    return page;
  }

  const switchTo = (page: Page, mode: string, on = true): Promise<void> =>
    page.evaluate(([name, is]) => (window as unknown as { toolbar: { set(mode: string, on: boolean): void } }).toolbar.set(name, is), [mode, on] as const); // prettier-ignore

  /** What the toolbar says next, which it reads in three ways. */
  async function hears(
    page: Page,
    act: () => Promise<unknown>,
    on: string,
    target: string,
    text: RegExp,
  ): Promise<void> {
    const all = (): Promise<Heard[]> =>
      page.evaluate(() => (window as unknown as { toolbar: { spoken: Heard[] } }).toolbar.spoken);
    const before = (await all()).length;
    await act();
    const isIt = async (): Promise<boolean> =>
      (await all())
        .slice(before)
        .some((heard) => heard.on === on && heard.target === target && [heard.text, heard.direct, heard.label].every((each) => text.test(each))); // prettier-ignore
    try {
      await page.waitForFunction(() => true);
      await becomes(page, isIt, true);
    } catch {
      assert.fail(`${String(text)} was not heard, but ${JSON.stringify((await all()).slice(before))}`);
    }
  }

  const spotOf = (page: Page, code: string): Promise<{ x: number; y: number }> =>
    page.evaluate((at) => {
      const { parts } = document.querySelector<Atlas>('pair-atlas')!;
      const map = [...parts].find(({ region }) => region === `${at.slice(0, 2)}0000`)!;
      map.scrollIntoView({ block: 'center' });
      const { x, y } = map.spotOf(at)!;
      return { x, y };
    }, code);
  const pointAt = async (page: Page, code: string): Promise<void> => {
    const { x, y } = await spotOf(page, code);
    await page.mouse.move(x - 1, y);
    await page.mouse.move(x, y);
  };
  const activeIn = (page: Page): Promise<string | undefined> =>
    page.evaluate(() => document.querySelector<Atlas>('pair-atlas')!.state.values.active);

  it('has text to be read aloud of regions, classes and rows, by pointer', async () => {
    for (const [path, map, legend, table] of [
      ['/one.html', 'pair-atlas', 'pair-atlas', 'pair-atlas'],
      ['/own.html', 'pair-map', 'pair-legend', 'pair-table'],
    ] as const) {
      const page = await open(path);
      await hears(page, () => pointAt(page, '513221'), 'mouseover', map, /^汶川县，四川省.*万元.*示意值/);
      await hears(page, () => pointAt(page, '513223'), 'mouseover', map, /^茂县/);
      await hears(page, () => page.locator('pair-legend .class').nth(1).hover(), 'mouseover', legend, /^\d.*–.*，\d+个地区$/); // prettier-ignore
      await hears(
        page,
        () => page.locator('pair-table tbody tr').nth(2).hover(),
        'mouseover',
        table,
        /省 · .*\d.*示意值/,
      );
      await hears(page, () => page.locator('h1').hover(), 'mouseover', 'h1', /^页$/);
      await page.context().close();
    }
  });

  it('has text of what is reached by keyboard: controls, classes, regions one after the other', async () => {
    const page = await open('/one.html');
    await hears(page, () => page.locator('pair-metrics input').first().focus(), 'focusin', 'pair-atlas', /脱贫摘帽/);
    await hears(page, () => page.keyboard.press('ArrowRight'), 'focusin', 'pair-atlas', /覆盖/);
    const stage = page.locator('pair-map[region="510000"] .stage');
    // The key by which a reader comes there is let go on it.
    const reach = async (): Promise<void> => {
      await stage.focus();
      await page.keyboard.press('Shift');
    };
    await hears(page, reach, 'focusin', 'pair-atlas', /^四川省分县地图/);
    await hears(page, () => page.keyboard.press('End'), 'focusin', 'pair-atlas', /^.{2,12}，四川省 · /);
    await hears(page, () => page.keyboard.press('ArrowRight'), 'focusin', 'pair-atlas', /^.{2,12}，四川省 · /);
    await page.context().close();
  });

  it('leaves its hosts as their author has made them', async () => {
    const page = await open('/own.html');
    const outer = (): Promise<string[]> =>
      page.evaluate(() =>
        ['#map', 'pair-legend'].map((name) => {
          const element = document.querySelector(name)!;
          return [element.role, element.ariaLabel, element.textContent].join('|');
        }),
      );
    const before = await outer();
    assert.deepEqual(before, ['region|作者的名称|', '||']);
    await hears(page, () => pointAt(page, '513221'), 'mouseover', 'pair-map', /^汶川县/);
    await page.locator('h1').hover();
    await becomes(page, outer, before);
    await page.context().close();
  });

  it('closes nothing that closes when it is left, and moves no reader’s focus', async () => {
    const page = await open('/own.html');
    await page.evaluate(() => {
      const left: string[] = [];
      const main = document.querySelector('main')!;
      for (const type of ['mouseout', 'focusout'] as const)
        main.addEventListener(type, ({ relatedTarget }) => main.contains(relatedTarget as Node) || left.push(type));
      Object.assign(window, { left });
    });
    await page.locator('pair-legend .class').first().focus();
    await hears(page, () => page.locator('pair-legend .class').nth(2).focus(), 'focusin', 'pair-legend', /个地区$/);
    await hears(page, () => pointAt(page, '513221'), 'mouseover', 'pair-map', /^汶川县/);
    await hears(page, () => pointAt(page, '513223'), 'mouseover', 'pair-map', /^茂县/);
    assert.deepEqual(await page.evaluate(() => (window as unknown as { left: string[] }).left), []);
    await page.context().close();
  });

  it('is summary and table where the page shows text only, and maps again afterwards', async () => {
    for (const path of ['/one.html', '/own.html']) {
      const page = await open(path);
      const shown = (): Promise<string[]> =>
        page.evaluate(() => {
          const all: string[] = [];
          const roots: (Element | ShadowRoot)[] = [document.body];
          for (let root = roots.pop(); root; root = roots.pop())
            for (const element of root.querySelectorAll('*')) {
              if (element.shadowRoot) roots.push(element.shadowRoot);
              if (/^pair-(map|summary|table|legend)$/.test(element.localName) && element.checkVisibility())
                all.push(element.localName);
            }
          return [...new Set(all)].sort();
        });
      const before = await shown();
      assert(before.includes('pair-map'));
      await switchTo(page, 'text-only');
      await becomes(page, shown, ['pair-summary', 'pair-table']);
      await page.locator('pair-table tbody tr').nth(140).waitFor();
      assert.match(
        await page
          .locator('pair-summary')
          .first()
          .evaluate(({ shadowRoot }) => shadowRoot!.textContent!),
        /80/,
      );
      await atRest(page);
      // The same layout on both.
      if (path === '/one.html') assert.deepEqual((await violationsOn(page)).map(sentence), []);
      await switchTo(page, 'text-only', false);
      await becomes(page, shown, before);
      await page.context().close();
    }
  });

  it('is pointed at where it is seen, with the tooltip beside it, in every mode', async () => {
    const page = await open('/one.html');
    for (const mode of ['zoom', 'letters', 'invert', 'no-colours', 'contrast']) {
      await switchTo(page, mode);
      await atRest(page);
      for (const code of ['513221', '330782', '222403']) {
        await pointAt(page, code);
        await becomes(page, () => activeIn(page), code);
        const tooltip = page.locator('pair-details .tooltip');
        const { x, y } = await spotOf(page, code);
        await becomes(
          page,
          async () => {
            const box = await tooltip.boundingBox();
            return box !== null && Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height) < 40;
          },
          true,
        );
      }
      assert.equal(await page.evaluate(() => document.scrollingElement!.scrollWidth <= innerWidth), true, mode);
      await switchTo(page, mode, false);
    }
    await page.context().close();
  });

  it('can be read where the toolbar blackens all that it reaches', async () => {
    for (const path of ['/one.html', '/own.html']) {
      const page = await open(path);
      await switchTo(page, 'contrast');
      await becomes(page, () => page.evaluate(() => document.querySelector('pair-atlas')!.dataset.theme), 'dark');
      await atRest(page);
      assert.deepEqual((await violationsOn(page)).map(sentence), []);
      await switchTo(page, 'contrast', false);
      await becomes(page, () => page.evaluate(() => document.querySelector('pair-atlas')!.dataset.theme), 'light');
      await page.context().close();
    }
  });
});
