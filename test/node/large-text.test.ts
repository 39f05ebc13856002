/** An atlas in large text: by its attribute, by the page's own switch, by its own switch. Chromium, over HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { becomes, launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

const page = (attributes: string, root = '', around = ''): string =>
  `<!doctype html><html lang="zh-CN" ${root}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/demo/icon.svg"><script type="module" src="/deep/folder/pair-atlas.js"></script></head>
<body>${around}<pair-atlas id="atlas" ${attributes}></pair-atlas></body></html>`;

/** 18 points, and what a hand that trembles can hit. */
const LETTERS = 24,
  TARGET = 60;

/** What is smaller than it may be: letters of what is seen, and boxes of what is pressed. */
const tooSmall = (shown: Page): Promise<string[]> =>
  shown.evaluate(
    ([letters, target]) => {
      const found: string[] = [];
      const roots: (Element | ShadowRoot)[] = [document.querySelector('pair-atlas')!];
      for (let root = roots.pop(); root; root = roots.pop()) {
        if (root instanceof Element && root.shadowRoot) roots.push(root.shadowRoot);
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          if (element.shadowRoot) roots.push(element.shadowRoot);
          const { width, height } = element.getBoundingClientRect();
          if (width <= 1 || height <= 1 || element.closest('[hidden], .only-spoken, [aria-hidden="true"]')) continue;
          const hasText = [...element.childNodes].some(
            (node) => node.nodeType === 3 && node.textContent!.trim() !== '',
          );
          const name = `${element.localName}.${element.getAttribute('class') ?? ''} ${element.textContent!.trim().slice(0, 12)}`;
          const size = parseFloat(getComputedStyle(element).fontSize);
          if (hasText && size < letters!) found.push(`${size} px: ${name}`);
          if (
            element.matches('button, select, summary, input:not([type="radio"], [type="checkbox"])') &&
            (width < target! - 0.5 || height < target! - 0.5)
          )
            found.push(`${Math.round(width)} × ${Math.round(height)}: ${name}`);
        }
      }
      return [...new Set(found)];
    },
    [LETTERS, TARGET],
  );

describe('an atlas in large text', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve(
      {
        '/large.html': page('text="large"'),
        '/elder.html': page('', 'class="elder-mode"'),
        '/own.html': page('text="large"').replace(
          '></pair-atlas>',
          '><pair-map region="330000"></pair-map><pair-legend></pair-legend></pair-atlas>',
        ),
        '/wall.html': page('layout="wall"'),
        '/normal.html': page('text="normal"', 'class="elder-mode"'),
        '/plain.html': page('', 'class="content-large oldschool"', '<pair-text-size for="atlas"></pair-text-size>'),
      },
      "default-src 'self'",
    );
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  async function open(path: string, width: number, height: number): Promise<Page> {
    const shown = await (await browser.newContext({ viewport: { width, height } })).newPage();
    await shown.goto(`${site.origin}${path}`);
    await shown.waitForFunction(() => {
      const root = document.querySelector('pair-atlas')?.shadowRoot;
      const maps = [...(root?.querySelectorAll('pair-map') ?? [])];
      return (
        maps.length === 5 &&
        maps.every((map) => map.shadowRoot?.querySelector('.labels text')) &&
        root?.querySelector('pair-table')?.shadowRoot?.querySelector('tbody tr')
      );
    });
    return shown;
  }
  const sizeOf = (shown: Page): Promise<string> =>
    shown.evaluate(() => document.querySelector('pair-atlas')!.dataset.text ?? '');

  for (const [width, height] of [
    [320, 640],
    [360, 800],
    [1280, 720],
    [1920, 1080],
  ] as const) {
    it(`has no letters below 18 points and no control below 60 pixels, and does not scroll sideways: ${width} × ${height}`, async () => {
      const shown = await open('/large.html', width, height);
      assert.deepEqual(await tooSmall(shown), []);
      assert.equal(await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      // Beside a long total the name of a province is one line.
      const names = shown.locator('pair-details th');
      await names.first().waitFor();
      const lines = await names.evaluateAll((cells) =>
        cells.map((cell) => {
          const text = document.createRange();
          text.selectNodeContents(cell);
          return text.getClientRects().length;
        }),
      );
      assert.deepEqual(lines, [1, 1, 1, 1]);
      // With what a choice brings.
      await shown.evaluate(() => Object.assign(document.querySelector('pair-atlas')!, { selected: '330782' }));
      await shown.waitForFunction(() =>
        document
          .querySelector('pair-atlas')!
          .shadowRoot!.querySelector('pair-details')!
          .shadowRoot!.querySelector('.partner'),
      );
      assert.deepEqual(await tooSmall(shown), []);
      assert.equal(await shown.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
      await shown.context().close();
    });
  }

  it('tells classes apart by lines where its reader asks for it, in the default layout and in an author’s own', async () => {
    for (const [path, boxes] of [
      ['/large.html', 1],
      ['/own.html', 1],
      ['/wall.html', 0],
    ] as const) {
      const shown = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
      await shown.goto(`${site.origin}${path}`);
      const legend = shown.locator('pair-legend');
      await becomes(shown, () => legend.getAttribute('data-text'), boxes > 0 ? 'large' : 'wall');
      await shown.locator('pair-legend .class').first().waitFor();
      const box = shown.locator('pair-legend label.textures:visible');
      await becomes(shown, () => box.count(), boxes);
      if (boxes > 0) {
        const { height = 0 } = (await box.boundingBox()) ?? {};
        assert.ok(height >= TARGET, `${path}: ${height} px high`);
        const mark = await box.locator('input').boundingBox();
        assert.ok(mark && mark.width >= LETTERS, `${path}: a box of ${mark?.width} px`);
        const swatch = shown.locator('pair-legend .class .swatch').last();
        const plain = await swatch.innerHTML();
        await box.locator('input').press('Space');
        await shown.waitForFunction(
          (before) =>
            [
              ...document.querySelectorAll('pair-legend'),
              ...document.querySelector('pair-atlas')!.shadowRoot!.querySelectorAll('pair-legend'),
            ].some((legend) => [...legend.shadowRoot!.querySelectorAll('.class .swatch')].pop()!.innerHTML !== before),
          plain,
        );
        assert.equal(
          await shown.evaluate(
            () => (document.querySelector('pair-atlas') as HTMLElement & { textures: boolean }).textures,
          ),
          true,
        );
      }
      await shown.context().close();
    }
  });

  it('is so by itself on a page that has switched to a mode for the old, in strong colours, and follows it back', async () => {
    const shown = await open('/elder.html', 1280, 720);
    assert.equal(await sizeOf(shown), 'large');
    assert.equal(await shown.evaluate(() => document.querySelector('pair-atlas')!.dataset.theme), 'contrast');
    await shown.evaluate(() => document.documentElement.classList.remove('elder-mode'));
    await shown.waitForFunction(() => !document.querySelector('pair-atlas')!.dataset.text);
    await shown.waitForFunction(() => document.querySelector('pair-atlas')!.shadowRoot!.querySelector('.overview'));
    assert.equal(await shown.evaluate(() => document.querySelector('pair-atlas')!.dataset.theme), 'light');
    await shown.evaluate(() => (document.documentElement.style.fontSize = '24px'));
    await shown.waitForFunction(() => document.querySelector('pair-atlas')!.dataset.text === 'large');
    await shown.context().close();
  });

  it('is not where its author says so, nor by a name that only sounds alike; a switch of its own switches', async () => {
    const normal = await open('/normal.html', 1280, 720);
    assert.equal(await sizeOf(normal), '');
    await normal.context().close();
    const shown = await open('/plain.html', 1280, 720);
    assert.equal(await sizeOf(shown), '');
    const button = shown.getByRole('button', { name: '大字版' });
    await button.click();
    await shown.waitForFunction(() => document.querySelector('pair-atlas')!.dataset.text === 'large');
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    await button.press('Enter');
    await shown.waitForFunction(() => !document.querySelector('pair-atlas')!.dataset.text);
    assert.equal(await button.getAttribute('aria-pressed'), 'false');
    await shown.context().close();
  });
});
