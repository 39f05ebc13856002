/** Every hand: narrow windows, 400 %, letters set apart (WCAG 1.4.4, 1.4.10, 1.4.12), targets (2.5.8), and a focus that is seen (2.4.3, 2.4.11). */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { atRest, launchBrowser } from './browser.js';
import { faultsOf, focusOf, layOut, spaceText, withNames, type Focus } from './reach.js';
import { serve, type TestSite } from './serve.js';

const page = (lang: string, attributes: string, parts = ''): string =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/demo/icon.svg">
<link rel="stylesheet" href="/demo/demo.css"><script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><main><pair-atlas ${attributes}>${parts}</pair-atlas></main></body></html>`;
/** All that the demo does not have: a table of the reader's with its columns, the check-up, a tour, a switch for large text. */
const PARTS = [
  'text-size',
  'metrics levels',
  'tour',
  'timeline',
  'map region="510000"',
  'legend',
  'details',
  'ledger open',
]
  .map((part) => `<pair-${part}></pair-${part.split(' ')[0]}>`)
  .join('');
const EMBED = '/deep/folder/embed.html?parts=summary,metrics,search,export,timeline,legend,details,table,ledger';

/** A window of 1280 × 1024 pixels at 400 %. */
const ENLARGED = { width: 320, height: 256 };

interface Atlas extends HTMLElement {
  state: { change(patch: object, by: string): void };
  parts: Set<Element>;
}

describe('every hand', { concurrency: 2 }, () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve(
      {
        '/parts.html': page('en', 'src="/counties.csv" droppable doctor', PARTS),
        '/large.html': page('zh-CN', 'text="large"'),
        '/wall.html': page('zh-CN', 'layout="wall"'),
        '/counties.csv': readFileSync('demo/gallery/counties-2020.csv', 'utf8'),
      },
      "default-src 'self'",
    );
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, viewport: { width: number; height: number }): Promise<Page> {
    const shown = await (await browser.newContext({ viewport })).newPage();
    await withNames(shown);
    await shown.goto(`${site.origin}${path}`);
    await shown.waitForFunction(() => {
      const atlas = document.querySelector('pair-atlas') as unknown as Atlas | null;
      return [...(atlas?.parts ?? [])].some(
        (part) => part.localName === 'pair-details' && part.shadowRoot?.children.length,
      );
    });
    await layOut(shown);
    await atRest(shown);
    return shown;
  }

  async function change(shown: Page, patch: object): Promise<void> {
    await shown.evaluate((values) => {
      (document.querySelector('pair-atlas') as unknown as Atlas).state.change(values, 'reader');
    }, patch);
    await atRest(shown);
  }

  async function expectNone(shown: Page, state: string): Promise<void> {
    assert.deepEqual(await faultsOf(shown), [], state);
  }

  it('finds nothing cut, covered, sideways or too small in the demo at 400 %, in any state, with letters set apart', async () => {
    const shown = await open('/demo/index.html', ENLARGED);
    await expectNone(shown, 'as it is');
    await spaceText(shown);
    await change(shown, { metric: 'funding', method: 'jenks', classes: 9, selected: ['330782', '513221', '330100'] });
    await expectNone(shown, 'nine classes, several selected');
    await change(shown, { selected: ['513221'], active: '330782', pointer: { x: 100, y: 100 } });
    await expectNone(shown, 'one selected, another pointed at');
    await change(shown, { selected: [], active: undefined });
    await shown.locator('pair-search input').fill('an');
    await expectNone(shown, 'places found');
    await shown.locator('pair-export .opener').click();
    await expectNone(shown, 'the menu');
    await shown.locator('pair-ledger summary').click();
    await expectNone(shown, 'the ledger');
    await shown.keyboard.press('?');
    await shown.locator('dialog').waitFor();
    await spaceText(shown);
    await expectNone(shown, 'the list of keys');
    await shown.context().close();
  });

  for (const [name, path] of [
    ['the demo in English', '/demo/english.html'],
    ['the page for iframes', EMBED],
    ['a table with its columns, and the check-up', '/parts.html'],
    ['large text', '/large.html'],
    ['a big screen, which is a page then', '/wall.html'],
  ] as const)
    it(`finds none of that at 400 % in ${name}`, async () => {
      const shown = await open(path, ENLARGED);
      await spaceText(shown);
      await change(shown, { metric: 'funding', selected: ['513221'] });
      await expectNone(shown, 'one selected');
      await change(shown, { selected: [] });
      await expectNone(shown, 'none selected');
      await shown.context().close();
    });

  /** Tabs through the page from its beginning. */
  async function walk(shown: Page): Promise<Focus[]> {
    const places: Focus[] = [];
    for (let i = 0; i < 120; i++) {
      await shown.keyboard.press('Tab');
      // What scrolls does so in the next frame.
      await shown.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const place = await focusOf(shown);
      if (place.name === 'body') return places;
      places.push(place);
    }
    return places;
  }

  for (const [width, height] of [
    [360, 640],
    [1440, 900],
  ] as const)
    it(`leads the focus as the eye reads, and never hides it, with a panel and breaks: ${width} × ${height}`, async () => {
      const shown = await open('/demo/index.html', { width, height });
      await change(shown, { metric: 'funding', selected: ['513221'] });
      assert.deepEqual(await faultsOf(shown), []);
      const places = await walk(shown);
      assert.ok(places.length > 30, `${places.length} places`);
      assert.deepEqual(
        places.filter(({ seen }) => seen < 2).map(({ host, name }) => `${host} ${name}`),
        [],
        'hidden',
      );
      const parts = places.map(({ host }) => host).filter((host, i, all) => host !== all[i - 1]);
      const maps = 'pair-map';
      const above = ['pair-summary', 'pair-metrics', 'pair-export', 'pair-search'];
      const beside = width < 960 ? ['pair-legend', maps, 'pair-details'] : [maps, 'pair-legend', 'pair-details'];
      assert.deepEqual(parts, [...above, ...beside, 'pair-table', 'pair-ledger', 'page']);
      // On a phone all stand below each other.
      const steps = places.filter(({ host }) => width < 960 && host !== 'pair-details');
      const back = steps.filter(({ y }, i) => y < (steps[i - 1]?.y ?? 0) - 60);
      assert.deepEqual(
        back.map(({ host, name }) => `${host} ${name}`),
        [],
        'further up than what was before',
      );
      await shown.context().close();
    });

  it('brings a cell of the table into sight that the arrows come to', async () => {
    const shown = await open('/demo/index.html', ENLARGED);
    await shown.locator('pair-table [role="columnheader"]').first().focus();
    for (const key of ['End', 'PageDown', 'Home', 'Control+End']) {
      await shown.keyboard.press(key);
      await atRest(shown);
      const { seen, name } = await focusOf(shown);
      assert.ok(seen >= 6, `${key}: ${seen} of ${name}`);
    }
    await shown.context().close();
  });
});
