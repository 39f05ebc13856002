/** Tables in the built bundle, under the policy that it must run under; nothing of their readers is fetched before. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { zipSync, strToU8, strFromU8, unzipSync } from 'fflate';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { CHROME_FLAGS, findTestChrome } from '../../chrome.mjs';
import { serve, type TestSite } from '../serve.js';

const FIXTURES = '/test/fixtures/tables/';
const page = (attributes: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<link rel="icon" href="/demo/icon.svg"><script type="module" src="/deep/folder/pair-atlas.js"></script></head>
<body><pair-atlas ${attributes}></pair-atlas></body></html>`;

describe('the bundle under default-src self', () => {
  let browser: Browser, site: TestSite;
  const large = new URL('../../fixtures/tables/large-made.xlsx', import.meta.url);
  before(async () => {
    // More than 320 KB of a sheet, packed well: fflate would unpack it in a worker.
    const files = unzipSync(readFileSync(new URL('../../fixtures/tables/census.xlsx', import.meta.url)));
    const sheet = 'xl/worksheets/sheet3.xml';
    // Rows stand in order: the one in the sheet's last row, which has a border and no value, goes.
    const xml = strFromU8(files[sheet] ?? strToU8('')).replace(/<row r="1048576".*?<\/row>/s, '');
    const empty = Array.from(
      { length: 20_000 },
      (_, i) => `<row r="${i + 200}"><c r="A${i + 200}" t="inlineStr"><is><t>  </t></is></c></row>`,
    );
    files[sheet] = strToU8(xml.replace('</sheetData>', `${empty.join('')}</sheetData>`));
    writeFileSync(large, zipSync(files));
    browser = await chromium.launch({ executablePath: findTestChrome(), args: CHROME_FLAGS });
    site = await serve(
      {
        '/xlsx.html': page(`src="${FIXTURES}census.xlsx"`),
        '/large.html': page(`src="${FIXTURES}large-made.xlsx"`),
        '/csv.html': page(`src="${FIXTURES}census-gb18030.csv" droppable`),
        '/plain.html': page(''),
      },
      "default-src 'self'",
    );
  });
  after(async () => {
    rmSync(large);
    await browser.close();
    await site.close();
  });

  for (const [name, files] of [
    ['xlsx.html', ['tables', 'pair-columns', 'xlsx']],
    ['large.html', ['tables', 'pair-columns', 'xlsx']],
    ['csv.html', ['tables', 'pair-columns', 'drop']],
    ['plain.html', []],
  ] as const) {
    it(`draws ${name} and complains of nothing`, async () => {
      const tab = await browser.newPage();
      const complaints: string[] = [],
        requests: string[] = [];
      tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
      tab.on('pageerror', (error) => complaints.push(String(error)));
      tab.on('request', (request) => requests.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
      await tab.goto(`${site.origin}/${name}`);
      await tab.waitForFunction(
        () =>
          document
            .querySelector('pair-atlas')
            ?.shadowRoot?.querySelector('pair-ledger')
            ?.shadowRoot?.textContent?.includes('80个有数值'),
        undefined,
        { timeout: 15_000 },
      );
      if (name === 'csv.html') await tab.locator('pair-atlas [part="open"] button').first().waitFor();
      assert.deepEqual(complaints, []);
      const fetched = ['tables', 'pair-columns', 'xlsx', 'drop', 'feed-files'].filter((each) =>
        requests.includes(`pair-atlas-${each}.js`),
      );
      assert.deepEqual(fetched, files);
      await tab.close();
    });
  }

  it('saves the whole feed as a workbook, with a writer fetched then, and opens it again', async () => {
    const tab = await browser.newPage();
    const complaints: string[] = [],
      requests: string[] = [];
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(String(error)));
    tab.on('request', (request) => requests.push(new URL(request.url()).pathname.split('/').at(-1) ?? ''));
    await tab.goto(`${site.origin}/plain.html`);
    await tab.locator('pair-export [part="button"]').click();
    assert(!requests.includes('pair-atlas-feed-files.js'));
    const [download] = await Promise.all([
      tab.waitForEvent('download'),
      tab.locator('pair-export [data-choice="xlsx"]').click(),
    ]);
    assert.equal(download.suggestedFilename(), 'zhejiang-2018.xlsx');
    const file = await download.path();
    const sheets = unzipSync(readFileSync(file));
    assert(strFromU8(sheets['xl/worksheets/sheet1.xml'] ?? strToU8('')).includes('延吉市'));
    await tab.evaluate(() => document.querySelector('pair-atlas')?.setAttribute('droppable', ''));
    await tab.locator('pair-atlas [part="open"] input').setInputFiles({
      name: 'again.xlsx',
      mimeType: download.suggestedFilename(),
      buffer: readFileSync(file),
    });
    await tab.locator('pair-atlas [part="open"]', { hasText: '正在显示 again.xlsx' }).waitFor();
    assert.deepEqual(complaints, []);
    await tab.close();
  });
});
