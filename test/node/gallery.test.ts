/** The gallery as a reader meets it, over HTTP under the strict policy: each kind draws its classes, and nothing complains. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { exampleFiles } from '../../data/build/examples.js';
import { isGrave, sentence, violationsOn } from './axe.js';
import { atRest, launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

/** Classes that the legend of the first level has, and a word that it says. */
const KINDS: Readonly<Record<string, readonly [classes: number, zh: string, en: string]>> = {
  amount: [5, '示意值', 'Illustrative'],
  count: [5, '单位：万人', 'Unit'],
  share: [5, '%', '%'],
  rate: [5, '元/人', 'yuan'],
  change: [5, '以0%为界', 'on either side of 0%'],
  category: [9, '未见公布', 'Not published'],
  ordered: [5, '其中1个', '1 of them'],
  index: [4, '明显老（130', 'Clearly older (130'],
  names: [5, '单位：万人', 'Unit'],
  coverage: [3, '未覆盖', 'Not covered'],
  special: [5, '低于检出限', 'Below the detection limit'],
  periods: [5, '示意值', 'Illustrative'],
};

describe('the examples', () => {
  it('are what `npm run build:examples` makes, one for each kind and more', async () => {
    const files = exampleFiles();
    assert.deepEqual(
      [...files.keys()],
      Object.keys(KINDS).map((name) => `${name}.json`),
    );
    for (const [name, text] of files)
      assert.equal(await readFile(new URL(`../../data/examples/${name}`, import.meta.url), 'utf8'), text, name);
  });
});

describe('the gallery', () => {
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

  for (const [language, path] of [
    ['zh', 'index'],
    ['en', 'english'],
  ] as const) {
    it(`draws every kind with its classes, without a complaint, in ${language}`, async () => {
      const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
      const complaints: string[] = [];
      page.on('console', (message) => {
        // A policy that refuses something says so here.
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${site.origin}/demo/gallery/${path}.html`);
      assert.ok((await page.locator('pair-atlas').count()) < 3, 'what is far down waits');
      for (const [name, [classes, zh, en]] of Object.entries(KINDS)) {
        await page.locator(`#${name}-title`).scrollIntoViewIfNeeded();
        const legend = page.locator(`#${name} pair-legend`);
        await legend.locator('.others').first().waitFor();
        assert.equal(await legend.locator('ol').first().locator('li').count(), classes, name);
        const said = await legend.evaluate((element) => element.shadowRoot?.textContent ?? '');
        assert.ok(said.includes(language === 'zh' ? zh : en), `${name}: ${said}`);
        const fills = await page
          .locator(`#${name} pair-map`)
          .last()
          .evaluate(
            (map) =>
              new Set(
                [...(map.shadowRoot?.querySelectorAll('.fills path') ?? [])].map((path) => path.getAttribute('fill')),
              ).size,
          );
        assert.ok(fills >= 3, `${name}: ${fills} colours on the map`);
      }
      await atRest(page);
      assert.deepEqual((await violationsOn(page)).filter(isGrave).map(sentence), []);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  }

  it('draws a table as people have it, says what its columns are, and lets them be changed', async () => {
    const page = await browser.newPage({ viewport: { width: 1200, height: 900 } });
    await page.goto(`${site.origin}/demo/gallery/index.html`);
    await page.locator('#sheet-title').scrollIntoViewIfNeeded();
    await page.locator('#sheet pair-legend .others').first().waitFor();
    await page.locator('#sheet [part="open"] button').nth(1).click();
    const use = page.locator('#sheet pair-columns select[data-letter="F"]');
    await use.waitFor();
    assert.equal(await use.inputValue(), 'ordered');
    // By keyboard alone: from the first column, which has the focus, to the last, and one use further up.
    for (let i = 0; i < 7 && !(await use.evaluate((each) => each.matches(':focus'))); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowUp');
    await page.locator('#sheet pair-metrics', { hasText: '退出年度' }).waitFor();
    await page.locator('#sheet pair-columns [part="reset"]').waitFor();
    assert.equal(await use.inputValue(), 'category');
    assert.equal(await use.evaluate((each) => each.matches(':focus')), true);
    await page.close();
  });

  it('says why a level has no values, where finished numbers are not added up', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.origin}/demo/gallery/index.html`);
    await page.locator('#share-title').scrollIntoViewIfNeeded();
    await page.locator('#share pair-legend .others').first().waitFor();
    await page.evaluate(() => document.querySelector('#share')?.setAttribute('metric', 'share65'));
    await page.locator('#share pair-legend', { hasText: '不能合计' }).waitFor();
    await page.close();
  });
});
