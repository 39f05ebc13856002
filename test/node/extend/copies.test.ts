/** One set of tables, by whichever address the functions are imported; and where there are two, somebody says so. After a build. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { becomes, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

const page = (...scripts: string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>t</title><link rel="icon" href="/demo/icon.svg">${scripts.map((src) => `<script type="module" src="${src}"></script>`).join('')}
  <pair-atlas scheme="ember" method="halves" metric="funding"></pair-atlas>`;
const OWN = `import { registerScheme, registerMethod } from './deep/folder/pair-atlas-extend.js';
registerScheme('ember', { colours: ['#fbe3c0', '#4a1c2b'] });
registerMethod('halves', { label: '对半', breaks: (values) => [values[values.length >> 1]] });`;
/** As a page that sends no cache headers may: the same file by another address. */
const AGAIN = `import { registerScheme } from './deep/folder/pair-atlas-extend.js?again';
try { registerScheme('ember', { hue: 1, chroma: 0 }); } catch (error) { document.title = error.message; }`;
const LATE = `await customElements.whenDefined('pair-atlas');
await new Promise((done) => document.addEventListener('pair-ready', done, { once: true }));
await import('./own.js');`;

describe('what a page registers', () => {
  let browser: Browser;
  let site: TestSite;
  before(async () => {
    browser = await launchBrowser();
    const scripts = {
      '/own.js': OWN,
      '/again.js': AGAIN,
      '/late.js': LATE,
      '/other.js': `globalThis[Symbol.for('pair-atlas/extend')] = new Set([{}]);`,
    };
    const pages = {
      '/before.html': page('own.js', 'again.js', 'deep/folder/pair-atlas.js'),
      '/after.html': page('deep/folder/pair-atlas.js', 'own.js'),
      '/late.html': page('deep/folder/pair-atlas.js', 'late.js'),
      '/two.html': page('other.js', 'own.js', 'deep/folder/pair-atlas.js'),
    };
    site = await serve({ ...scripts, ...pages }, "default-src 'self'");
  });
  after(async () => {
    await browser.close();
    await site.close();
  });

  async function open(name: string): Promise<{ page: Page; said: string[] }> {
    const opened = await browser.newPage();
    const said: string[] = [];
    opened.on('console', (message) => ['error', 'warning'].includes(message.type()) && said.push(message.text()));
    opened.on('pageerror', (error) => said.push(error.message));
    await opened.goto(`${site.origin}/${name}.html`);
    await becomes(
      opened,
      () =>
        opened.evaluate(() => {
          const { values } = (
            document.querySelector('pair-atlas') as unknown as { state: { values: { method: string; scheme: string } } }
          ).state ?? { values: { method: '', scheme: '' } };
          const map = document.querySelector('pair-atlas')?.shadowRoot?.querySelector('pair-map[region="510000"]');
          const fills = [...(map?.shadowRoot?.querySelectorAll('.fills path') ?? [])].map((path) =>
            path.getAttribute('fill'),
          );
          return [values.method, values.scheme, fills.includes('#4a1c2b')];
        }),
      ['halves', 'ember', true],
    );
    return { page: opened, said };
  }

  for (const name of ['before', 'after', 'late'])
    it(`is drawn where it was registered ${name === 'late' ? 'after the first picture' : `${name} the script of the atlas`}`, async () => {
      const { page: opened, said } = await open(name);
      assert.deepEqual(said, []);
      if (name === 'before')
        assert.match(await opened.title(), /the name is taken; choose another one than teal.*ember/);
      await opened.close();
    });

  it('is said to be in one of two copies, where there are two', async () => {
    const { page: opened, said } = await open('two');
    await becomes(opened, () => Promise.resolve(said.length), 1);
    assert.match(said[0] ?? '', /two copies of the library/);
    await opened.close();
  });
});

describe('embed.html', () => {
  it('takes names that its owner’s modules register, and says which there are', async () => {
    const browser = await launchBrowser();
    const html = (await readFile('dist/embed.html', 'utf8')).replace(
      'name="pair-atlas-extend" content=""',
      'name="pair-atlas-extend" content="/demo/extend/ember.js /demo/extend/deviation.js /demo/extend/zh-hk.js /demo/extend/top.js"',
    );
    const site = await serve({ '/dist/embed.html': html }, "default-src 'self'");
    const page = await browser.newPage();
    const query = 'maps=510000&parts=legend,demo-top&scheme=ember&method=deviation&metric=funding&lang=zh-HK';
    await page.goto(`${site.origin}/dist/embed.html?${query}`);
    await page.locator('demo-top button').first().waitFor();
    await becomes(
      page,
      () =>
        page
          .locator('pair-legend', { hasText: '圖例' })
          .or(page.locator('pair-legend section[aria-label^="圖例："]'))
          .count(),
      1,
    );
    assert.equal(await page.locator('.fault').count(), 0);
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-HK');
    await page.goto(`${site.origin}/dist/embed.html?scheme=fire`);
    assert.match((await page.locator('.fault').textContent()) ?? '', /gray, ember/);
    await browser.close();
    await site.close();
  });
});

describe('the files', () => {
  it('hold nothing of registering among those of the first picture', async () => {
    const { 'size-limit': limits } = JSON.parse(await readFile('package.json', 'utf8')) as {
      'size-limit': readonly { readonly name: string; readonly path: readonly string[] }[];
    };
    const script = limits.find(({ name }) => name === 'script to the first choropleth')?.path ?? [];
    assert.equal(script.length, 6);
    for (const file of script)
      assert.doesNotMatch(await readFile(file, 'utf8'), /registerScheme|registerKind|extension-failed/, file);
    assert.match(await readFile('dist/pair-atlas-extend.js', 'utf8'), /registerScheme/);
  });

  it('of the package have one set of tables too, without a DOM', () => {
    const code = `const { registerScheme, registerMethod, registerKind, registerLanguage, registerPart } = await import('pair-atlas/extend');
      registerScheme('ember', { colours: ['#000000', '#ffffff'] });
      registerMethod('first', { label: 'First', breaks: ([, second]) => [second] });
      registerKind('plain', { like: 'index', label: 'Plain' });
      registerLanguage('fr', { words: {} });
      registerPart('acme-part', () => {});
      const core = await import('pair-atlas/core');
      console.log([core.rampColours('ember', 2, 'light'), core.classBreaks([1, 2, 3], 'first', 3), core.SCHEMES.ember !== undefined].flat().join());`;
    const said = execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
    assert.equal(said.trim(), '#000000,#ffffff,2,true');
  });
});
