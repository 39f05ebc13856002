/** What becomes of a draft in the builder: undo, files, a reload, a browser that keeps nothing. After a build. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { START, draftText } from '../../../demo/builder/draft.js';
import { feedAddress, hasFeed, toAttributes, toTag } from '../../../demo/builder/output.js';
import { becomes } from '../browser.js';
import { KEY, Studio, XLSX, draftIn, drawn, exported, openFile, type Atlas } from './author.js';
import { drafts } from './drafts.js';

/** A feed that local storage is not burdened with, named as its id. */
async function openLarge(page: Page, id: string): Promise<void> {
  const feed = {
    version: 1,
    id,
    title: id,
    metrics: [{ id: 'm', label: '数', kind: 'count', unit: '个' }],
    regions: ['513221'],
    values: [{ code: '513221', m: 1 }],
    notes: [{ code: '513221', title: '长', text: '很长的说明。'.repeat(100_000) }],
  };
  const buffer = Buffer.from(JSON.stringify(feed));
  await page
    .locator('#reading input[type=file]')
    .setInputFiles({ name: `${id}.json`, mimeType: 'application/json', buffer });
  await page.getByText(`现在用的是：${id}`).waitFor();
}

describe('a draft in the builder', () => {
  let studio: Studio;
  before(async () => {
    studio = await Studio.open();
  });
  after(() => studio.close());

  it('goes back through files and layouts, begins anew, and forward again', async () => {
    const { context, page, strange } = await studio.visit();
    await studio.builder(page);
    const builtIn = await exported(page, '#preview', 'csv');
    await openFile(page, XLSX);
    await page.locator('#preview pair-metrics').getByText('投入').waitFor();
    // The same file again is no step, and its columns can be changed as before.
    await page.locator('#reading input[type=file]').setInputFiles(XLSX);
    await page.locator('#reading pair-columns select').first().waitFor();
    // What is tried in the preview is chosen.
    await page.locator('#preview pair-metrics').getByText('常住人口').click();
    await becomes(
      page,
      () => page.getByRole('combobox', { name: '指标' }).evaluate((at: HTMLSelectElement) => at.selectedIndex),
      1,
    );
    await page.getByLabel('大屏：').check();
    await page.locator('#preview[layout=wall] pair-tour').waitFor();
    await page.getByLabel('自己选地图').check();
    await page.getByRole('button', { name: '去掉“四川省”' }).click();
    await page.getByText('还没有地图').waitFor();
    await page.getByLabel('选一个省或市').selectOption('513200');
    await page.getByRole('button', { name: '加一幅地图' }).click();
    await page.locator('#preview pair-map[region="513200"] svg').first().waitFor();
    await page.getByRole('button', { name: '重新开始' }).click();
    await page.getByText('现在用的是：内置案例').waitFor();
    await drawn(page);
    await becomes(page, () => exported(page, '#preview', 'csv'), builtIn);
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('现在用的是：资金').waitFor();
    await page.locator('#preview pair-map[region="513200"] svg').first().waitFor();
    for (let i = 0; i < 10; i++) await page.keyboard.press('Control+z');
    await page.getByText('现在用的是：内置案例').waitFor();
    for (let i = 0; i < 10; i++) await page.keyboard.press('Control+y');
    await drawn(page);
    await becomes(page, () => exported(page, '#preview', 'csv'), builtIn);
    assert.deepEqual(strange, []);
    await context.close();
  });

  it('says why a file cannot be read, keeps what was there, and takes one that is dropped anywhere', async () => {
    const { context, page } = await studio.visit();
    await studio.builder(page);
    await page
      .locator('#reading input[type=file]')
      .setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') });
    await page.locator('#reading [role=alert]').waitFor();
    await page.getByText('现在用的是：内置案例').waitFor();
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], '拖来.csv'));
      document
        .querySelector('h1')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, '县,资金（万元）\n汶川县,12\n理县,30\n');
    await page.getByText('现在用的是：拖来').waitFor();
    await becomes(page, async () => JSON.parse(await exported(page, '#preview', 'feed')).regions, ['513221', '513222']);
    await context.close();
  });

  it('puts a draft aside that it cannot read, and goes on where nothing may be kept', async () => {
    const { context, page } = await studio.visit();
    const broken = '{"version":1,"draft":{"title":5}}';
    await page.addInitScript(
      ([key, text]) =>
        localStorage.getItem('seen') ?? (localStorage.setItem(key!, text!), localStorage.setItem('seen', '1')),
      [KEY, broken] as const,
    );
    await studio.builder(page);
    await page.getByText('读不出，已另存为').waitFor();
    const kept = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('aside')));
    assert.deepEqual(
      kept.map(([, text]) => text),
      [broken],
    );
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载这份草稿' }).click(),
    ]);
    assert.equal(await readFile(await file.path(), 'utf8'), broken);
    await context.close();
    const blocked = await studio.visit();
    await blocked.page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      }),
    );
    await studio.builder(blocked.page);
    await blocked.page.getByText('不让本页保存任何东西').waitFor();
    await blocked.page.getByLabel('配色').selectOption('red');
    await becomes(
      blocked.page,
      () => blocked.page.locator('.output textarea').first().inputValue(),
      toTag({ ...START, scheme: 'red' }),
    );
    await blocked.context.close();
  });

  it('keeps a large feed, too', async () => {
    const { context, page } = await studio.visit();
    await studio.builder(page);
    const feed = {
      version: 1,
      id: 'large',
      title: '很大',
      metrics: [{ id: 'm', label: '数', kind: 'count', unit: '个' }],
      regions: ['513221'],
      values: [{ code: '513221', m: 1 }],
      notes: [{ code: '513221', title: '长', text: '很长的说明。'.repeat(100_000) }],
    };
    await page
      .locator('#reading input[type=file]')
      .setInputFiles({ name: 'large.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(feed)) });
    await page.getByText('现在用的是：很大').waitFor();
    await becomes(page, async () => (await draftIn(page))?.title, '');
    await page.getByLabel('标题', { exact: true }).fill('还在');
    await becomes(page, async () => (await draftIn(page))?.title, '还在');
    assert((await page.evaluate((key) => localStorage.getItem(key)!.length, KEY)) < 5_000);
    await page.reload();
    await page.getByText('现在用的是：很大').waitFor();
    await page.waitForFunction(
      () => (document.querySelector('#preview') as Atlas | null)?.state.values.dataset?.feed.id === 'large',
    );
    await context.close();
  });

  it('keeps the large feed of each draft under a name of its own, and none that no draft names', async () => {
    const { context, page } = await studio.visit();
    const kept = (): Promise<string[]> =>
      page.evaluate(
        (key) =>
          new Promise<string[]>((resolve) => {
            const opening = indexedDB.open(key, 1);
            opening.onsuccess = () => {
              const all = opening.result.transaction('feeds').objectStore('feeds').getAll();
              all.onsuccess = () => {
                opening.result.close();
                resolve(all.result.map((text: string) => JSON.parse(text).id as string));
              };
            };
          }),
        KEY,
      );
    const sourceIn = async (): Promise<string | undefined> => (await draftIn(page))?.source.name;
    await studio.builder(page);
    await openLarge(page, 'first');
    await becomes(page, sourceIn, 'first');
    const other = await context.newPage();
    await studio.builder(other);
    await openLarge(other, 'second');
    await becomes(page, sourceIn, 'second');
    assert.deepEqual(await kept(), ['second']);
    // The first tab goes on with what it has read.
    await page.getByLabel('标题', { exact: true }).fill('第一');
    await becomes(page, async () => (await draftIn(page))?.title, '第一');
    assert.equal(await sourceIn(), 'first');
    assert.deepEqual(await kept(), ['first']);
    for (const tab of [page, other]) {
      await tab.reload();
      await tab.getByText('现在用的是：first').waitFor();
      await drawn(tab);
      await becomes(tab, async () => JSON.parse(await exported(tab, '#preview', 'feed')).id, 'first');
    }
    await other.close();
    // A small one needs none.
    await openFile(page, XLSX);
    await becomes(page, sourceIn, '资金');
    await becomes(page, kept, []);
    await context.close();
  });

  it('puts a draft aside whose feed is gone', async () => {
    const { context, page } = await studio.visit();
    await studio.builder(page);
    await openLarge(page, 'gone');
    await becomes(page, async () => (await draftIn(page))?.source.name, 'gone');
    await page.goto(`${studio.site.origin}/demo/icon.svg`);
    const text = await page.evaluate(
      (key) =>
        new Promise<string | null>((resolve) => {
          const opening = indexedDB.open(key, 1);
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('feeds', 'readwrite');
            transaction.objectStore('feeds').clear();
            // Where another tab of an earlier draft's would have put its own.
            transaction.objectStore('feeds').put('{"id":"another"}', key);
            transaction.oncomplete = () => (opening.result.close(), resolve(localStorage.getItem(key)));
          };
        }),
      KEY,
    );
    await studio.builder(page);
    await page.getByText('读不出，已另存为').waitFor();
    await page.getByText('现在用的是：内置案例').waitFor();
    const aside = await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes('aside')));
    assert.deepEqual(
      aside.map(([, each]) => each),
      [text],
    );
    await context.close();
  });

  it('is of the file that was opened before the built-in case had come', async () => {
    const { context, page } = await studio.visit();
    let go = (): void => undefined;
    const gone = new Promise<void>((resolve) => (go = resolve));
    await page.route('**/zhejiang-2018.json', async (route) => {
      await gone;
      await route.continue().catch(() => undefined);
    });
    await page.goto(`${studio.site.origin}/demo/builder/index.html`);
    await page.locator('#reading input[type=file]').setInputFiles(XLSX);
    await page.getByText('现在用的是：资金').waitFor({ timeout: 20_000 });
    assert.match(await page.locator('.output textarea').first().inputValue(), /<pair-atlas src="feed.json">/);
    await becomes(page, async () => (await draftIn(page))?.source.name, '资金');
    go();
    await drawn(page);
    await becomes(page, async () => JSON.parse(await exported(page, '#preview', 'feed')).id, '资金');
    assert.equal((await draftIn(page))?.source.name, '资金');
    // And back.
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('现在用的是：内置案例').waitFor();
    await context.close();
  });

  it('has a tag that a browser reads as it was meant, whatever an author has written', async () => {
    const { context, page } = await studio.visit();
    await page.goto(`${studio.site.origin}/demo/icon.svg`);
    const samples = fc.sample(drafts, 200);
    const read = await page.evaluate(
      (tags) =>
        tags.map((tag) => {
          const page = new DOMParser().parseFromString(tag, 'text/html');
          const atlas = page.querySelector('pair-atlas')!;
          return {
            count: page.querySelectorAll('*').length - page.querySelectorAll('pair-atlas *').length,
            attributes: Object.fromEntries([...atlas.attributes].map(({ name, value }) => [name, value])),
            maps: [...atlas.querySelectorAll('pair-map')].map((map) => map.getAttribute('region')),
          };
        }),
      samples.map(toTag),
    );
    samples.forEach((draft, i) => {
      const src = hasFeed(draft) ? { src: feedAddress(draft) } : {};
      assert.deepEqual(read[i]?.attributes, { ...src, ...toAttributes(draft) });
      assert.deepEqual(read[i]?.maps, draft.layout === 'maps' ? draft.maps : []);
      // html, head, its script, body, and the atlas.
      assert.equal(read[i]?.count, 5, draftText(draft));
    });
    await context.close();
  });
});
