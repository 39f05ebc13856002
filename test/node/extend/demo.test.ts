/** The page of the five examples, over HTTP under the strict policy, with the built files. After a build. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { isGrave, sentence, violationsOn } from '../axe.js';
import { atRest, becomes, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

const textOf = (page: Page, selector: string): Promise<string> =>
  page.locator(selector).evaluate((element) => (element.shadowRoot?.textContent ?? '').replace(/\s+/g, ' '));
/** The menu of methods stands beside that of bases. */
const METHODS = (id: string): string => `#${id} pair-legend select:has(option[value="quantile"])`;
const fillsOf = (page: Page, selector: string): Promise<string[]> =>
  page
    .locator(selector)
    .first()
    .evaluate((map) => [
      ...new Set(
        [...(map.shadowRoot?.querySelectorAll('.fills path') ?? [])].map((path) => path.getAttribute('fill') ?? ''),
      ),
    ]);

describe('the examples of extending', () => {
  it('are typed by what the package publishes', () => {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'demo/extend/tsconfig.json'], {
      encoding: 'utf8',
    });
  });
});

describe('the page of examples', () => {
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

  async function open(name: string): Promise<{ page: Page; said: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const said: string[] = [];
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.goto(`${site.origin}/demo/extend/${name}.html`);
    for (const id of ['scheme', 'method', 'language', 'part', 'kind'])
      await page.locator(`#${id} pair-legend .others`).first().waitFor();
    await atRest(page);
    return { page, said };
  }

  it('draws in the colours of the scheme', async () => {
    const { page } = await open('index');
    const fills = await fillsOf(page, '#scheme pair-map');
    for (const colour of ['#fbe3c0', '#d1603d', '#4a1c2b'])
      assert(fills.includes(colour), `${colour} in ${fills.join()}`);
    await page.close();
  });

  it('parts values by the method, offers it in the menu by its name, and in English by its English one', async () => {
    const { page } = await open('index');
    const chosen = (): Promise<string> =>
      page.locator(METHODS('method')).evaluate((menu: HTMLSelectElement) => menu.selectedOptions[0]?.text ?? '');
    assert.equal(await chosen(), '标准差分级');
    const offered = await page.locator(METHODS('scheme')).locator('option').allTextContents();
    assert(offered.map((each) => each.trim()).includes('标准差分级'), offered.join());
    await page.evaluate(() => document.querySelector('#method')?.setAttribute('lang', 'en'));
    await becomes(page, chosen, 'Standard deviations');
    // A reader takes it in another atlas.
    const before = await textOf(page, '#scheme pair-legend');
    await page.locator(METHODS('scheme')).selectOption('deviation');
    await page.locator('#scheme pair-legend .badge').waitFor();
    assert.notEqual(await textOf(page, '#scheme pair-legend'), before);
    await page.close();
  });

  it('speaks the language where it is asked for, the one that it is like where it has no word, and says so once', async () => {
    const { page, said } = await open('index');
    const legend = await textOf(page, '#language pair-legend');
    assert.match(legend, /分位數分級/);
    assert.match(legend, /自然斷點分級/);
    // What a feed has in another Chinese is read sooner than its English.
    assert.match(await textOf(page, '#language pair-map:first-child'), /湖北省/);
    assert.match(await textOf(page, '#language pair-details'), /查看數值、結對關係和數據來源/);
    await becomes(page, () => Promise.resolve(said.length), 1);
    assert.match(said[0] ?? '', /the language zh-HK lacks \d+ of \d+ texts, which stand in zh-Hant/);
    await page.evaluate(() => document.querySelector('#kind')?.setAttribute('lang', 'zh-MO'));
    await becomes(page, async () => (await textOf(page, '#kind pair-legend')).includes('分級方法'), true);
    assert.equal(said.length, 1);
    await page.close();
  });

  it('has a part that reads the state and changes it, by mouse and by keyboard', async () => {
    const { page } = await open('index');
    const first = page.locator('#part demo-top button').first();
    const name = await first.locator('span').first().textContent();
    // Its figure stands with the note that the tooltip has.
    assert.match((await first.textContent()) ?? '', /元.*示意值，非公布数字/);
    await first.click();
    await becomes(
      page,
      () => page.locator('#part').evaluate((atlas) => (atlas as HTMLElement & { selected: string }).selected.length),
      6,
    );
    assert.equal(await first.getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator('#part pair-map [data-standing="active"]').count(), 1);
    await page.keyboard.press('Tab');
    assert.equal(
      await page
        .locator('#part demo-top button')
        .nth(1)
        .evaluate((each) => each.matches(':focus')),
      true,
    );
    await page.keyboard.press('Enter');
    await becomes(page, () => first.getAttribute('aria-pressed'), 'false');
    assert(name);
    await page.locator('#part pair-metrics input').nth(2).click();
    await becomes(
      page,
      async () => (await page.locator('#part demo-top h3').textContent())?.includes('最高的地区'),
      true,
    );
    // Taken away it lets go; put back it draws again.
    await page.evaluate(() => {
      const part = document.querySelector('demo-top');
      const around = part?.parentElement;
      part?.remove();
      if (part) around?.append(part);
    });
    await becomes(page, () => page.locator('#part demo-top button').count(), 8);
    await page.close();
  });

  it('takes the kind in a feed: its values at every level, and how they came about', async () => {
    const { page, said } = await open('index');
    assert.equal(said.filter((each) => /median/.test(each)).length, 0);
    await page.evaluate(() => document.querySelector('#kind')?.setAttribute('selected', '330100'));
    await becomes(
      page,
      async () => (await textOf(page, '#kind pair-details')).includes('个县（市、区）的中位数'),
      true,
    );
    const shown = await textOf(page, '#kind pair-details');
    const feed = JSON.parse(await readFile('demo/extend/ageing.json', 'utf8')) as {
      values: { code: string; ageing: number }[];
    };
    const values = feed.values.filter(({ code }) => code.startsWith('3301')).map(({ ageing }) => ageing);
    values.sort((a, b) => a - b);
    const median = (values[Math.ceil(values.length / 2) - 1]! + values[Math.floor(values.length / 2)]!) / 2;
    assert(shown.includes(String(Number(median.toFixed(1)))), `${median} in ${shown}`);
    const csv = await page
      .locator('#kind')
      .evaluate(async (atlas) =>
        (await (atlas as HTMLElement & { exportAs(kind: 'csv'): Promise<Blob> }).exportAs('csv')).text(),
      );
    assert.match(csv, /年轻|129\.7/);
    await page.close();
  });

  for (const name of ['index', 'english'])
    it(`has nothing that assistive technology stumbles over: ${name}`, async () => {
      const { page } = await open(name);
      assert.deepEqual((await violationsOn(page)).filter(isGrave).map(sentence), []);
      await page.close();
    });
});
