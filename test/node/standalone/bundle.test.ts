/** The standalone bundle as a web editor uses it: one tag, a sub-folder, a strict policy, no outside host. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { atRest, becomes, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';
import { millisecondsTo, regionCount, seenBy, takesGestures, visit, zoom, type Seen } from './visit.js';

const PAGE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><pair-atlas></pair-atlas></body></html>`;
const STRICT = "default-src 'self'";
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'`;

describe('the bundle', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    site = await serve({ '/page.html': PAGE }, STRICT);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('draws five maps with 523 regions under the strict policy, from a sub-folder, without a call to another host', async () => {
    const { page, complaints, requests } = await visit(browser, `${site.origin}/page.html`);
    assert.equal(await regionCount(page), 523);
    assert.deepEqual(complaints, []);
    assert.deepEqual((await seenBy(page)).violations, []);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(site.origin)),
      [],
    );
    // MapLibre comes ahead of its need, but not before the page is idle.
    assert.equal(await page.locator('canvas').count(), 0);
    assert.ok(
      requests.findIndex((url) => url.includes('maplibre')) === -1 || (await millisecondsTo(page, 'maplibre')) > 1_000,
    );
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('pair-atlas-maplibre.js')),
    );
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('asks for the data of the tags on the page beside the script, each file once, whoever named it', async () => {
    const own = await serve(
      {
        '/page.html': PAGE,
        '/named.html': PAGE.replace('<pair-atlas', '<pair-atlas src="feed.json?mine" geometry="data/../geometry.json"'),
        '/none.html': PAGE.replace('<pair-atlas', '<pair-atlas src="https://["'),
        '/feed.json': readFileSync('data/zhejiang-2018.json', 'utf8'),
        '/geometry.json': readFileSync('data/counties-2018.json', 'utf8'),
      },
      STRICT,
    );
    const told: Record<string, string[]> = {};
    for (const name of ['page', 'named']) {
      const { page, complaints, requests } = await visit(browser, `${own.origin}/${name}.html`);
      assert.equal(await regionCount(page), 523);
      const files = requests
        .map((url) => new URL(url))
        .map(({ pathname, search }) => pathname.replace(/.*\//, '') + search);
      const data = files.filter((file) => file.includes('.json') && !/^\d/.test(file));
      told[name] = data;
      assert.deepEqual(complaints, []);
      await becomes(page, () => page.evaluate(() => 'pairAtlasAhead' in globalThis), false);
      await page.close();
    }
    assert.deepEqual(told, {
      page: ['zhejiang-2018.json', 'counties-2018.json'],
      named: ['feed.json?mine', 'geometry.json'],
    });
    // Not after the script: without the data it does not come.
    const held = await browser.newPage();
    const asked = Promise.all(['feed', 'geometry'].map((file) => held.waitForRequest(new RegExp(`/${file}\\.json`))));
    await held.route('**/pair-atlas-initial.js*', (route) => void asked.then(() => route.continue()));
    await held.goto(`${own.origin}/named.html`);
    await held.locator('pair-map .fills path').first().waitFor({ state: 'attached' });
    await held.close();
    // What is no address is the atlas's to name, and no reason for the entry to break.
    const page = await browser.newPage();
    // What nobody takes is given up, though the server has not answered.
    await page.route('**/counties-2018.json', () => {});
    const givenUp = page.waitForEvent('requestfailed', (request) => request.url().includes('counties-2018.json'));
    await page.goto(`${own.origin}/none.html`);
    await page.waitForFunction(() => customElements.get('pair-atlas') !== undefined);
    await becomes(page, () => page.evaluate(() => 'pairAtlasAhead' in globalThis), false);
    await givenUp;
    await page.close();
    await own.close();
  });

  it('fetches the script of its first picture in five files beside each other, compiled as they come, and none that passes on another', async () => {
    const { page, requests } = await visit(browser, `${site.origin}/page.html`);
    const fileNames = (): string[] => requests.map((url) => new URL(url).pathname.replace(/^.*\/(?:pair-atlas-)?/, ''));
    const files = fileNames();
    const script = ['initial.js', 'libraries.js', 'shared.js', 'data.js', 'scene.js'];
    assert.deepEqual(
      new Set(files.slice(files.indexOf('pair-atlas.js') + 1).slice(0, 2 + script.length)),
      new Set([...script, 'zhejiang-2018.json', 'counties-2018.json']),
    );
    // The budget of bytes counts each of them.
    const counted = readFileSync('package.json', 'utf8').match(/(?<="dist\/pair-atlas-)[\w-]+\.js(?=",?\n)/g);
    assert.deepEqual(new Set(counted), new Set(script));
    await page.locator('pair-legend strong').waitFor();
    await page.locator('.labels text').first().waitFor();
    const after = fileNames().filter((file) => file.endsWith('.js'));
    // Curves, with what paper needs, come beside the rest and never among the five.
    const linking = /^(later|links|adopt)\.js$/;
    assert.deepEqual(
      after.slice(0, 1 + script.length).filter((file) => linking.test(file)),
      [],
    );
    assert.deepEqual(
      new Set(after.filter((file) => !linking.test(file)).slice(1 + script.length, 4 + script.length)),
      new Set(['gestures.js', 'map-labels.js', 'deferred.js']),
    );
    for (const file of readdirSync('dist').filter((name) => name.endsWith('.js'))) {
      const code = readFileSync(`dist/${file}`, 'utf8').trim();
      assert.equal(
        code.startsWith('//# allFunctionsCalledOnLoad\n'),
        script.includes(file.replace('pair-atlas-', '')),
        file,
      );
      assert.doesNotMatch(code, /^export ?\{[^}]*\} ?from ?"[^"]*";?$/, file);
    }
    await page.close();
  });

  it('asks for the names on its maps, for gestures, and for curves and what paper needs, when the frame is done in which they were drawn', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.addInitScript(() => {
      document.addEventListener(
        'pair-renderer',
        () =>
          new ResizeObserver((_, observer) => {
            observer.disconnect();
            Object.assign(window, { laidOut: performance.now() });
          }).observe(document.documentElement),
        { once: true },
      );
    });
    await page.goto(`${site.origin}/page.html`);
    await page.locator('.labels text').first().waitFor();
    for (const file of ['map-labels', 'gestures', 'later']) {
      await page.waitForFunction(
        (part) => performance.getEntriesByType('resource').some(({ name }) => name.includes(part)),
        file,
      );
      const [laidOut, asked] = await page.evaluate(
        (part) => [
          (window as unknown as { laidOut: number }).laidOut,
          performance.getEntriesByType('resource').find(({ name }) => name.includes(part))!.startTime,
        ],
        file,
      );
      assert.ok(asked! > laidOut!, `${file}: asked for at ${asked}, laid out at ${laidOut}`);
    }
    await page.close();
  });

  it('tells the keys of a map as its description, and goes on where the file of its hint is missing', async () => {
    const lame = await serve({ '/page.html': PAGE }, STRICT, ['pair-atlas-hint.js']);
    const { page } = await visit(browser, `${lame.origin}/page.html`);
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    // It comes with the ways past the maps.
    await becomes(page, () => page.locator('pair-map #keys', { hasText: '方向键' }).count(), 5);
    const cdp = await page.context().newCDPSession(page);
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const described = nodes.filter(
      ({ role, description }) => role?.value === 'application' && /方向键/.test(String(description?.value)),
    );
    assert.equal(described.length, 5);
    await takesGestures(page, page.locator('pair-map .stage').first());
    await page.locator('pair-map .stage').first().hover();
    await page.mouse.wheel(0, 1);
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('pair-atlas-hint.js')),
    );
    await atRest(page);
    assert.deepEqual(errors, []);
    assert.equal(await regionCount(page), 523);
    await page.close();
    await lame.close();
  });

  it('has looked up each font of its first picture before the first of its elements is there', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.addInitScript(() => {
      const asked: string[] = [];
      const measure = CanvasRenderingContext2D.prototype.measureText;
      CanvasRenderingContext2D.prototype.measureText = function (text) {
        if (!customElements.get('pair-atlas')) asked.push(this.font);
        return measure.call(this, text);
      };
      document.addEventListener('pair-renderer', () => Object.assign(window, { asked, shown: fontsOf(document.body) }));
      function fontsOf(root: ParentNode): string[] {
        return [...root.querySelectorAll('*')].flatMap((element) => [
          ...(hasText(element) ? [fontOf(getComputedStyle(element))] : []),
          ...(element.shadowRoot ? fontsOf(element.shadowRoot) : []),
        ]);
      }
      function hasText(element: Element): boolean {
        return [...element.childNodes].some((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return node instanceof Text && node.data.trim() !== '' && range.getClientRects().length > 0;
        });
      }
      function fontOf({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
        return `${fontWeight === '400' ? '' : `${fontWeight} `}${fontSize} ${fontFamily}`;
      }
    });
    await page.goto(`${site.origin}/page.html`);
    await page.waitForFunction(() => 'shown' in window);
    const { asked, shown } = await page.evaluate(() => window as unknown as { asked: string[]; shown: string[] });
    assert.deepEqual(new Set(shown), new Set(asked));
    await page.close();
  });

  it('draws its maps without names where their file is missing, and names all five where it is there', async () => {
    const lame = await serve({ '/page.html': PAGE }, STRICT, ['pair-atlas-map-labels.js']);
    const errors: Error[] = [];
    const { page } = await visit(browser, `${lame.origin}/page.html`);
    page.on('pageerror', (error) => errors.push(error));
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('map-labels.js')),
    );
    assert.equal(await regionCount(page), 523);
    await page.locator('pair-metrics label', { hasText: '挂职干部' }).click();
    await page.locator('pair-legend strong', { hasText: '挂职干部' }).waitFor();
    assert.deepEqual(errors, []);
    assert.equal(await page.locator('.labels text').count(), 0);
    await page.close();
    await lame.close();
    const whole = await visit(browser, `${site.origin}/page.html`);
    await whole.page.waitForFunction(() =>
      [...document.querySelector('pair-atlas')!.shadowRoot!.querySelectorAll('pair-map')].every(
        (map) => map.shadowRoot!.querySelectorAll('.labels text').length > 3,
      ),
    );
    await whole.page.close();
  });

  it('switches through all metrics without a complaint', async () => {
    const { page, complaints } = await visit(browser, `${site.origin}/page.html`);
    for (const label of ['常住人口', '65岁', '挂职干部', '覆盖', '帮扶资金', '摘帽']) {
      await page.locator('pair-metrics label', { hasText: label }).click();
      await page.waitForFunction(
        (text) =>
          document
            .querySelector('pair-atlas')!
            .shadowRoot?.querySelector('pair-legend')!
            .shadowRoot?.querySelector('strong')!
            .textContent!.includes(text),
        label,
      );
    }
    assert.deepEqual(complaints, []);
    await page.close();
  });

  it('fetches MapLibre ahead neither with data saver nor without WebGL 2', async () => {
    // Side by side: each has to wait until a page would long have fetched it.
    const visits = [
      "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })",
      'HTMLCanvasElement.prototype.getContext = () => null',
    ].map(async (script) => {
      const context = await browser.newContext();
      await context.addInitScript(script);
      const page = await context.newPage();
      await page.goto(`${site.origin}/page.html`);
      await page.waitForFunction(() =>
        document
          .querySelector('pair-atlas')
          ?.shadowRoot?.querySelector('pair-map')
          ?.shadowRoot?.querySelector('.fills path'),
      );
      await page.waitForTimeout(3_000);
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
      const files = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      await context.close();
      return files.filter((url) => url.includes('pair-atlas-maplibre'));
    });
    assert.deepEqual(await Promise.all(visits), [[], []]);
  });

  it('goes up to MapLibre when a map is zoomed, under the same policy, and the others stay', async () => {
    const { page, complaints, requests } = await visit(browser, `${site.origin}/page.html`);
    await zoom(page, '330000');
    await becomes(page, async () => (await seenBy(page)).renderers.filter(({ reason }) => reason !== 'first-paint'), [
      { regions: ['330000'], renderer: 'maplibre', reason: 'gesture' },
    ]);
    const { violations } = await seenBy(page);
    assert.deepEqual(violations, []);
    assert.deepEqual(complaints, []);
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(site.origin)),
      [],
    );
    assert.equal(await page.locator('pair-map[region="330000"] canvas').count(), 1);
    assert.equal(await page.locator('pair-map[region="510000"] canvas').count(), 0);
    await page.close();
  });

  it('stays on the SVG, zoomed, in an engine that does not understand MapLibre’s code, and says so', async () => {
    const news = await serve(
      { '/page.html': PAGE, '/deep/folder/pair-atlas-maplibre.js': 'export const syntax = of tomorrow;' },
      STRICT,
    );
    const { page } = await visit(browser, `${news.origin}/page.html`);
    await zoom(page, '330000');
    await page.waitForFunction(() =>
      (window as unknown as { seen: Seen }).seen.renderers.some(({ reason }) => reason === 'old-engine'),
    );
    const { renderers } = await seenBy(page);
    assert.deepEqual(renderers.at(-1), { regions: ['330000'], renderer: 'svg', reason: 'old-engine' });
    assert.equal(await regionCount(page), 523);
    await page.close();
    await news.close();
  });

  it('stays on the SVG, zoomed, where MapLibre’s worker is missing', async () => {
    const broken = await serve({ '/page.html': PAGE }, STRICT, ['worker.js', 'worker.mjs']);
    const { page } = await visit(browser, `${broken.origin}/page.html`);
    await zoom(page, '330000');
    await page.waitForFunction(() =>
      (window as unknown as { seen: Seen }).seen.renderers.some(({ reason }) => reason !== 'first-paint'),
    );
    const last = (await seenBy(page)).renderers.at(-1);
    assert.equal(last?.renderer, 'svg');
    assert.match(last?.reason ?? '', /load-failed|blank/);
    assert.equal(await regionCount(page), 523);
    await page.close();
    await broken.close();
  });

  it('draws and links with Trusted Types enforced', async () => {
    const trusted = await serve({ '/page.html': PAGE }, TRUSTED);
    const { page, complaints } = await visit(browser, `${trusted.origin}/page.html`);
    assert.equal(await regionCount(page), 523);
    await page.evaluate(() => {
      (document.querySelector('pair-atlas') as HTMLElement & { selected: string }).selected = '330782';
    });
    await page.waitForFunction(() =>
      document
        .querySelector('pair-atlas')!
        .shadowRoot!.querySelector('pair-map[region="510000"]')!
        .shadowRoot!.querySelector('[data-standing="partner"]'),
    );
    assert.deepEqual(complaints, []);
    await page.close();
    await trusted.close();
  });

  it('keeps the first copy when a page loads it twice, and says so', async () => {
    const twice = await serve(
      {
        '/page.html': PAGE.replace(
          '</head>',
          '<script type="module" src="/deep/folder/pair-atlas.js?again"></script></head>',
        ),
      },
      STRICT,
    );
    const { page, complaints, requests } = await visit(browser, `${twice.origin}/page.html`);
    assert.equal(await regionCount(page), 523);
    assert.deepEqual(complaints, []);
    assert.equal(requests.filter((url) => url.includes('pair-atlas-initial.js')).length, 1);
    await page.close();
    await twice.close();
  });

  it('shows the demo page without a complaint, and tells all it asks for from its own host', async () => {
    for (const name of ['index', 'english']) {
      const { page, complaints, requests } = await visit(browser, `${site.origin}/demo/${name}.html`);
      assert.deepEqual(complaints, []);
      assert.deepEqual(
        requests.filter((url) => !url.startsWith(site.origin)),
        [],
      );
      // The atlas measures itself a frame after the window has changed; on a busy machine that takes a while.
      const fits = (): Promise<unknown> =>
        page.waitForFunction(() => document.documentElement.scrollWidth <= innerWidth);
      await fits();
      await page.setViewportSize({ width: 360, height: 740 });
      await page.waitForFunction(() => document.querySelector('pair-atlas')?.getAttribute('data-width') === 'narrow');
      await fits();
      await page.close();
    }
  });
});
