/**
 * What assistive technology is told in the main states of an atlas: its accessibility tree, kept as text in `trees/`, no violation of axe, and
 * no text too faint. `UPDATE_TREES=1 node --import tsx --test test/node/states/states.test.ts` writes the trees; what differs is to be read.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { sentence, violationsOn } from '../axe.js';
import { atRest, becomes, launchBrowser } from '../browser.js';
import { faintTexts } from '../contrast.js';
import { serve, type TestSite } from '../serve.js';

const TREES = new URL('./trees/', import.meta.url);
/** Rows of a table that are kept: the others are like them. */
const ROWS = 3;

interface Atlas extends HTMLElement {
  state: { values: Record<string, unknown>; change(patch: object, by: string): void };
}

const page = (attributes: string, lang = 'zh-CN', inside = ''): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>pair-atlas</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/deep/folder/pair-atlas.js"></script></head>
<body><main><h1>pair-atlas</h1><pair-atlas ${attributes}>${inside}</pair-atlas></main></body></html>`;

const PAGES: Readonly<Record<string, string>> = {
  '/atlas.html': page('metric="funding"'),
  '/english.html': page('metric="funding"', 'en'),
  '/text.html': page('metric="funding" layout="text"'),
  '/large.html': page('metric="funding" text="large"'),
  '/wall.html': page('metric="funding" layout="wall"'),
  '/failed.html': page('src="/missing.json"'),
  '/doctor.html': page('metric="funding" doctor'),
};

const change =
  (patch: object) =>
  (shown: Page): Promise<void> =>
    shown.evaluate((values) => document.querySelector<Atlas>('pair-atlas')!.state.change(values, 'reader'), patch);

/** The name of a tree, its page, and what a reader does there. */
const STATES: readonly (readonly [
  name: string,
  path: string,
  act?: (shown: Page) => Promise<unknown>,
  hasTree?: boolean,
])[] = [
  ['at first', '/atlas.html'],
  ['at first in English', '/english.html'],
  [
    'a region reached by keyboard',
    '/atlas.html',
    async (shown) => {
      await shown.locator('pair-map[region="510000"] .stage').focus();
      await shown.keyboard.press('End');
      await shown
        .locator('pair-map[region="510000"] [role=status]', { hasText: '万元' })
        .waitFor({ state: 'attached' });
    },
  ],
  ['a region selected', '/atlas.html', change({ selected: ['513221'] })],
  ['several selected', '/atlas.html', change({ selected: ['330782', '513221'] })],
  ['filtered by a class', '/atlas.html', (shown) => shown.locator('pair-legend .class').nth(1).click()],
  [
    'places found',
    '/atlas.html',
    async (shown) => {
      await shown.locator('pair-search input').fill('wen');
      await shown.locator('pair-search [role=option]').first().waitFor();
    },
  ],
  ['menu of exports', '/atlas.html', (shown) => shown.locator('pair-export button').first().click()],
  ['a table without rows', '/atlas.html', (shown) => shown.locator('pair-table input').first().fill('zzzz')],
  ['account of the data', '/atlas.html', (shown) => shown.locator('pair-ledger summary').first().click()],
  ['a prefecture opened', '/atlas.html', change({ drills: [['510000', '513200']] })],
  ['text only', '/text.html'],
  ['large text', '/large.html'],
  ['a big screen', '/wall.html'],
  ['a feed that is not there', '/failed.html'],
  // What it finds is another on each machine.
  [
    'check-up',
    '/doctor.html',
    (shown) => shown.locator('pair-doctor', { hasText: '正在检查' }).waitFor({ state: 'detached' }),
    false,
  ],
];

/** In `demo.test.ts`, in three settings. */
const UNDER_AXE_ELSEWHERE: ReadonlySet<string> = new Set([
  ...['at first', 'a region selected', 'several selected', 'filtered by a class', 'a prefecture opened'],
]);

describe('what assistive technology is told', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve(PAGES, "default-src 'self'");
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  for (const [name, path, act, hasTree = true] of STATES) {
    it(`is right: ${name}`, async () => {
      const shown = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
      await shown.goto(`${site.origin}${path}`);
      await shown
        .locator(
          path === '/failed.html' ? '.failure' : path === '/wall.html' ? 'pair-tour button' : 'pair-table tbody tr',
        )
        .first()
        .waitFor();
      await atRest(shown);
      await act?.(shown);
      await atRest(shown);
      // What a toolbar would read of it stands on the outermost element until the reader has gone on.
      for (const at of [2, 3]) await shown.mouse.move(at, at);
      await becomes(shown, () => shown.locator('pair-atlas').getAttribute('aria-label'), null);
      await atRest(shown);
      if (hasTree) {
        const tree = short(await shown.locator('pair-atlas').ariaSnapshot());
        const file = new URL(`${name.replaceAll(' ', '-')}.yml`, TREES);
        if (process.env.UPDATE_TREES) {
          mkdirSync(TREES, { recursive: true });
          writeFileSync(file, tree);
        }
        assert.equal(tree, readFileSync(file, 'utf8'));
      }
      if (!UNDER_AXE_ELSEWHERE.has(name)) assert.deepEqual((await violationsOn(shown)).map(sentence), []);
      assert.deepEqual(await faintTexts(shown), []);
      await shown.context().close();
    });
  }
});

/** Without what differs from run to run (ports, times), and of long tables with their first rows. */
function short(tree: string): string {
  const kept: string[] = [];
  let rows = 0,
    dropped = 0,
    depth = -1;
  const close = (): void => {
    if (dropped > 0) kept.push(`${' '.repeat(depth)}# ${dropped} more rows`);
    rows = dropped = 0;
    depth = -1;
  };
  for (const line of tree.split('\n')) {
    const indent = line.search(/\S/);
    if (indent < depth) close();
    if (/^\s*- row\b/.test(line) && (depth === -1 || indent === depth)) {
      depth = indent;
      if (++rows > ROWS) dropped++;
    }
    if (depth === -1 || rows <= ROWS) kept.push(line);
  }
  close();
  return `${kept
    .join('\n')
    .replace(/127\.0\.0\.1:\d+/g, 'HOST')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d(:\d\d)?/g, 'TIME')}\n`;
}
