/** The doctor on pages that are well, and on pages that are not: Chromium, over HTTP. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

const page = (attributes = '', head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">${head}
<script type="module" src="/deep/folder/pair-atlas.js"></script></head><body><pair-atlas doctor ${attributes}></pair-atlas></body></html>`;

describe('the doctor', () => {
  let browser: Browser;
  let site: TestSite;
  /** Another site that lets nobody read its files, and whose clock is slow. */
  let other: TestSite;
  before(async () => {
    browser = await launchBrowser();
    other = await serve({ '/feed.json': '{}' }, "default-src 'self'");
    site = await serve(
      {
        '/well.html': page(),
        '/gone.html': page('src="/nowhere.json"'),
        '/login.html': page('src="/feed-is-a-page"'),
        '/feed-is-a-page': '<!doctype html><title>Log in</title>',
        '/cors.html': page(`src="${other.origin}/feed.json"`),
        '/twice.html': page('', '<script type="module" src="/地图 文件夹/pair-atlas.js"></script>'),
        '/nonsense.html': page('src="https://"'),
        '/flat.html': page().replace('<body>', '<body style="display: none">'),
      },
      "default-src 'self'; connect-src *; style-src 'self' 'unsafe-inline'",
    );
  });
  after(async () => {
    await browser?.close();
    await Promise.all([site?.close(), other?.close()]);
  });

  /** What is said of each thing: its state, and the sentence. */
  const linesOf = (shown: Page): Promise<string[]> =>
    shown.evaluate(() =>
      [
        ...document
          .querySelector('pair-atlas')!
          .shadowRoot!.querySelector('pair-doctor')!
          .shadowRoot!.querySelectorAll('li'),
      ].map((line) => `${line.className}: ${line.textContent!.replace(/\s+/g, ' ').trim()}`),
    );

  async function open(path: string, options: BrowserContextOptions = {}, origin = site.origin): Promise<Page> {
    const context = await browser.newContext(options);
    const shown = await context.newPage();
    await shown.goto(`${origin}${path}`);
    await shown.waitForFunction(() =>
      document.querySelector('pair-atlas')?.shadowRoot?.querySelector('pair-doctor')?.shadowRoot?.querySelector('li'),
    );
    return shown;
  }
  const lineAbout = async (path: string, about: RegExp): Promise<string> => {
    const shown = await open(path);
    const line = (await linesOf(shown)).find((each) => about.test(each)) ?? '';
    await shown.context().close();
    return line;
  };

  it('finds nothing wrong on a page that is well, under a strict policy, and asks nobody else', async () => {
    const strict = await serve({ '/well.html': page() }, "default-src 'self'");
    const context = await browser.newContext();
    const shown = await context.newPage();
    const hosts = new Set<string>();
    const complaints: string[] = [];
    shown.on('request', (request) => hosts.add(new URL(request.url()).origin));
    shown.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await shown.goto(`${strict.origin}/well.html`);
    await shown.waitForFunction(() =>
      document.querySelector('pair-atlas')?.shadowRoot?.querySelector('pair-doctor')?.shadowRoot?.querySelector('li'),
    );
    const lines = await linesOf(shown);
    assert.equal(lines.length, 10);
    // The test's machine draws WebGL by software, or not at all, and may have no Chinese font.
    const rest = lines.filter((line) => !/WebGL 2|Chinese font|Worker/.test(line));
    assert.deepEqual(
      rest.filter((line) => !line.startsWith('good')),
      [],
    );
    assert.match(
      lines.find((line) => line.includes('Worker')) ?? '',
      /^(good.*pair-atlas-maplibre-worker\.js|unknown)/,
    );
    assert.deepEqual([...hosts], [strict.origin]);
    assert.deepEqual(complaints, []);
    await context.close();
    await strict.close();
  });

  it('names a file that is not there, a page in its place, and another site that lets nobody read it', async () => {
    assert.match(await lineAbout('/gone.html', /Feed/), /^fault: .*nowhere\.json/);
    assert.match(await lineAbout('/gone.html', /Data on/), /^fault: .*no data yet/);
    assert.match(await lineAbout('/login.html', /Feed/), /^fault: .*page/i);
    assert.match(await lineAbout('/cors.html', /Feed/), /^fault: .*another site.*Access-Control-Allow-Origin/);
  });

  it('goes on where an address is none', async () => {
    assert.match(await lineAbout('/nonsense.html', /Feed/), /^fault: .*https:/);
    assert.match(await lineAbout('/nonsense.html', /Clock/), /^good: /);
  });

  it('names a second copy, and maps without a size', async () => {
    assert.match(await lineAbout('/twice.html', /Copies/), /^fault: .*2: .*pair-atlas\.js .*pair-atlas\.js.*Keep one/);
    assert.match(await lineAbout('/flat.html', /Size/), /^fault: .*no width or no height: .*Zhejiang.*Look at/);
  });

  it('names a clock that is off by more than two minutes', async () => {
    const slow = await serve({ '/well.html': page() }, "default-src 'self'", [], {
      Date: new Date(Date.now() - 11 * 60_000).toUTCString(),
    });
    const shown = await open('/well.html', {}, slow.origin);
    const line = (await linesOf(shown)).find((each) => each.includes('Clock')) ?? '';
    assert.match(line, /^notice: .*11 minutes/);
    await shown.context().close();
    await slow.close();
  });

  it('takes no cache between for a clock that is wrong', async () => {
    const old = new Date(Date.now() - 60 * 60_000).toUTCString();
    const cached = await serve({ '/well.html': page() }, "default-src 'self'", [], { Date: old, Age: '3600' });
    const shown = await open('/well.html', {}, cached.origin);
    assert.match((await linesOf(shown)).find((each) => each.includes('Clock')) ?? '', /^good: /);
    await shown.context().close();
    await cached.close();
  });

  it('names a script that the browser keeps and the server has no longer', async () => {
    const keeping = await serve({ '/well.html': page() }, "default-src 'self'", [], {
      'Cache-Control': 'max-age=3600',
    });
    const shown = await open('/well.html', {}, keeping.origin);
    // What is asked for past the browser's cache is another file now.
    await shown.route('**/deep/folder/pair-atlas.js', (route) =>
      route.fulfill({ body: '// newer', contentType: 'text/javascript' }),
    );
    await shown.evaluate(() => {
      const { fetch: asked } = window;
      // A route is asked before the cache: what would come from it is given back here.
      window.fetch = (input, options) =>
        options?.cache === 'force-cache' ? Promise.resolve(new Response('// older')) : asked(input, options);
    });
    await shown.getByRole('button', { name: 'Look again' }).click();
    await shown.waitForFunction(() =>
      [
        ...document
          .querySelector('pair-atlas')!
          .shadowRoot!.querySelector('pair-doctor')!
          .shadowRoot!.querySelectorAll('li.fault'),
      ].some((line) => line.textContent!.includes('Cache')),
    );
    await shown.context().close();
    await keeping.close();
  });

  it('copies its report, without what stands behind the page’s path', async () => {
    const shown = await open('/well.html?visitor=1', { permissions: ['clipboard-read', 'clipboard-write'] });
    await shown.getByRole('button', { name: 'Copy the report' }).click();
    await shown.getByText('The report is copied').waitFor();
    const report = await shown.evaluate(() => navigator.clipboard.readText());
    assert.match(report, /^pair-atlas check-up\nPage: .*\/well\.html\nTime: \d{4}-.*\nBrowser: Mozilla/);
    assert.equal(report.match(/^(Good|Note|Fault|Unknown) {2}/gm)?.length, 10);
    await shown.context().close();
  });

  it('shows the report, selected, where a page may not copy', async () => {
    const shown = await open('/well.html');
    await shown.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await shown.getByRole('button', { name: 'Copy the report' }).click();
    const selected = await shown.waitForFunction(() => {
      const root = document.querySelector('pair-atlas')!.shadowRoot!.querySelector('pair-doctor')!.shadowRoot!;
      const text = root.querySelector('textarea');
      return text && root.activeElement === text && text.selectionEnd === text.value.length ? text.value : undefined;
    });
    assert.match((await selected.jsonValue()) ?? '', /^pair-atlas check-up/);
    await shown.context().close();
  });
});
