/** The builder as an author meets it: from a workbook to a page by keyboard alone, on a desk and on a phone. After a build. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { sentence, violationsOn } from '../axe.js';
import { atRest, becomes } from '../browser.js';
import {
  Studio,
  XLSX,
  download,
  drawn,
  exported,
  focusedOn,
  phaseOf,
  press,
  readSlowly,
  tabTo,
  write,
} from './author.js';

describe('the builder', () => {
  let studio: Studio;
  before(async () => {
    studio = await Studio.open();
  });
  after(() => studio.close());

  it('leads from a workbook to a page by keyboard alone, and sends nothing anywhere', async () => {
    const { context, page, strange } = await studio.visit();
    await readSlowly(context);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await studio.builder(page);
    // 1 · the file
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, /^button 打开表格/)]);
    await chooser.setFiles(XLSX);
    await page.getByText('已读入').waitFor();
    await drawn(page);
    await page.getByText('请在下面写上单位：投入').waitFor();
    // What is not clear: an amount, and not a count; and its unit.
    await tabTo(page, /^select 列 B/);
    await page.keyboard.press('ArrowUp');
    await atRest(page);
    await write(page, /^input 列 B/, '万元');
    await page.keyboard.press('Tab');
    await page.getByText('请在下面写上单位').waitFor({ state: 'detached' });
    await drawn(page);
    // 2 · what is shown
    await tabTo(page, /^select 指标/);
    await page.keyboard.press('ArrowDown');
    await tabTo(page, /^select 级数/);
    await page.keyboard.press('ArrowUp');
    await tabTo(page, /^select 配色/);
    await page.keyboard.press('ArrowDown');
    // 4 · words
    await write(page, /^input 标题/, '五个县的人口');
    await write(page, /^input 来源名称/, '县统计年鉴');
    await write(page, /^input 审图号/, 'GS（2024）0650号');
    await press(page, /^button 加一条说明/);
    assert.match(await focusedOn(page), /^input 地方/);
    await page.keyboard.type('汶川县');
    await write(page, /^textarea 说明/, '含映秀镇。');
    // 5 · out
    await write(page, /^input 库放在哪里/, 'folder/');
    await page.locator('.checks li.is-open').getByText('有1处数据没用上').waitFor();
    assert.equal(await page.locator('.checks li.is-open').count(), 1);
    await press(page, /^button 复制标签/);
    await page.getByText('已复制').waitFor();
    const tag = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(tag, /<pair-atlas src="feed.json" metric="[^"]+" classes="4" scheme="blue"><\/pair-atlas>$/);
    const feed = await download(page, /^button 下载数据文件/);
    const zip = await download(page, /^button 下载静态网页/);
    assert.match(await focusedOn(page), /^button 下载静态网页/, 'the focus stays where it was');
    // On the site: the folder of the library lies beside what was downloaded.
    const files = unzipSync(await readFile(await zip.path()));
    assert.deepEqual(Object.keys(files).sort(), ['feed.json', 'page.html', 'pair-atlas-static.css']);
    assert.equal(strFromU8(files['feed.json']!), await readFile(await feed.path(), 'utf8'));
    for (const [name, bytes] of Object.entries(files)) studio.pages[`/deep/${name}`] = strFromU8(bytes);
    studio.pages['/deep/tag.html'] = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>x</title>${tag}`;
    const csv = await exported(page, '#preview', 'csv');
    const svg = await exported(page, '#preview', 'svg');
    assert.match(svg, /五个县的人口/);
    assert.match(svg, /GS（2024）0650号/);
    for (const name of ['page.html', 'tag.html']) {
      const other = await context.newPage();
      await other.goto(`${studio.site.origin}/deep/${name}`);
      await becomes(other, () => phaseOf(other), 'ready');
      await atRest(other);
      assert.equal(await exported(other, 'pair-atlas', 'csv'), csv, name);
      assert.equal(await exported(other, 'pair-atlas', 'svg'), svg, name);
      await other.close();
    }
    const quiet = await studio.visit({ javaScriptEnabled: false });
    await quiet.page.goto(`${studio.site.origin}/deep/page.html`);
    assert.equal(await quiet.page.locator('h1').textContent(), '五个县的人口');
    assert((await quiet.page.locator('.pair-map svg path').count()) > 100, 'maps are there without script');
    await quiet.context.close();
    // Undo, redo, and a reload.
    await page.keyboard.press('Control+z');
    await page.getByText('已撤销').waitFor();
    assert.equal(await page.getByLabel('库放在哪里').inputValue(), 'pair-atlas/');
    await page.keyboard.press('Control+Shift+Z');
    assert.equal(await page.getByLabel('库放在哪里').inputValue(), 'folder/');
    await page.reload();
    await drawn(page);
    await page.getByText('已取回上次的草稿').waitFor();
    assert.equal(await page.getByLabel('标题', { exact: true }).inputValue(), '五个县的人口');
    await becomes(page, () => exported(page, '#preview', 'csv'), csv);
    assert.deepEqual(strange, []);
    await context.close();
  });

  it('takes two clicks on the page, and one in the dialog, from a workbook to a page', async () => {
    const { context, page } = await studio.visit();
    await studio.builder(page);
    let clicks = 0;
    await page.exposeFunction('counted', () => clicks++);
    await page.evaluate(() => {
      addEventListener(
        'click',
        ({ isTrusted }) => isTrusted && (window as unknown as { counted(): void }).counted(),
        true,
      );
    });
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '打开表格' }).click(),
    ]);
    await chooser.setFiles(XLSX);
    await page.getByText('已读入').waitFor();
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载静态网页' }).click(),
    ]);
    assert.match(strFromU8(unzipSync(await readFile(await zip.path()))['page.html']!), /<h1>资金<\/h1>/);
    await becomes(page, async () => clicks, 2);
    await context.close();
  });

  it('makes a page that is light where the author says so, whatever its reader prefers', async () => {
    const { context, page } = await studio.visit({ colorScheme: 'dark' });
    await studio.builder(page);
    await page.getByLabel('库放在哪里').fill('folder/');
    for (const theme of ['', 'light', 'dark']) {
      await page.getByLabel('明暗').selectOption(theme);
      const [zip] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: '下载静态网页' }).click(),
      ]);
      const name = `theme-${theme}.html`;
      const files = unzipSync(await readFile(await zip.path()));
      // On a site that is dark for those who like it so.
      studio.pages[`/deep/${name}`] = strFromU8(files['page.html']!).replace(
        '<head>',
        '<head><link rel="stylesheet" href="site.css">',
      );
      studio.pages['/deep/site.css'] = ':root { color-scheme: light dark; }';
      studio.pages['/deep/pair-atlas-static.css'] = strFromU8(files['pair-atlas-static.css']!);
      const other = await context.newPage();
      await other.goto(`${studio.site.origin}/deep/${name}`);
      const atlas = other.locator('pair-atlas');
      assert.equal(await atlas.getAttribute('theme'), theme || null);
      await becomes(other, () => atlas.getAttribute('data-theme'), theme || 'dark');
      await other.close();
    }
    await context.close();
  });

  for (const [name, query, options] of [
    ['on a desk', '', {}],
    [
      '320 pixels wide, in English and in the dark',
      '?lang=en',
      { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
    ],
  ] as const)
    it(`fits, and is clean under axe, ${name}`, async () => {
      const { context, page, strange } = await studio.visit(options);
      await studio.builder(page, query);
      await page.locator('input[name=layout]').last().check();
      await page.locator('.add-note').click();
      await page.locator('.doctor summary').click();
      await page.locator('.doctor pair-doctor li').first().waitFor();
      await atRest(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      assert.deepEqual((await violationsOn(page)).map(sentence), []);
      assert.equal(await page.evaluate(() => document.documentElement.lang), query ? 'en' : 'zh-CN');
      assert.deepEqual(strange, []);
      await context.close();
    });
});
