/**
 * `npm run test:frameworks [-- react vue …]`: packs the library as npm has it, checks the types of a page in each framework, builds it,
 * and drives it in Chromium: the maps are drawn, a property and an event go through, and a zoom climbs to MapLibre.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from '../../chrome.mjs';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BIN = join(HERE, 'node_modules/.bin');

/** What checks and builds each of them, in its folder. */
const FRAMEWORKS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  react: [
    ['tsc', '-p', '.'],
    ['vite', 'build'],
  ],
  vue: [
    ['vue-tsc', '-p', '.'],
    ['vite', 'build'],
  ],
  svelte: [
    ['svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings'],
    ['vite', 'build'],
  ],
  angular: [['ng', 'build', '--configuration', '']],
  next: [['next', 'build']],
  astro: [['astro', 'build']],
};

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(FRAMEWORKS, name));
if (unknown !== undefined) throw new Error(`expected some of ${Object.keys(FRAMEWORKS).join(', ')}, got ${unknown}`);

install();
const browser = await chromium.launch({ executablePath: findChrome(), args: CHROME_FLAGS });
const results: string[] = [];
try {
  for (const [name, commands] of Object.entries(FRAMEWORKS)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const start = performance.now();
    build(name, commands);
    await drive(browser, name);
    results.push(
      `${name}: types, build, maps, property, event, MapLibre in ${Math.round((performance.now() - start) / 1000)} s`,
    );
  }
} finally {
  await browser.close();
}
for (const result of results) console.log(result);

/** The dependencies of the pages, and the library among them as it is packed. */
function install(): void {
  if (!existsSync(join(HERE, 'node_modules/vite')))
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: HERE, stdio: 'inherit' });
  if (!existsSync(join(ROOT, 'dist/lib'))) execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' });
  const packed = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--pack-destination', HERE], { cwd: ROOT, encoding: 'utf8' }),
  ) as { filename: string }[];
  const tarball = join(HERE, packed[0]?.filename ?? '');
  const home = join(HERE, 'node_modules/pair-atlas');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', home, '--strip-components=1']);
  rmSync(tarball);
}

function build(name: string, commands: readonly (readonly string[])[]): void {
  const cwd = join(HERE, name);
  const files = join(cwd, 'public/pair-atlas');
  rmSync(join(cwd, 'dist'), { recursive: true, force: true });
  mkdirSync(files, { recursive: true });
  // As the pages' authors do: the files that no bundler finds by itself.
  const home = join(HERE, 'node_modules/pair-atlas/dist');
  cpSync(join(home, 'data'), join(files, 'data'), { recursive: true });
  cpSync(join(home, 'pair-atlas-maplibre-worker.js'), join(files, 'pair-atlas-maplibre-worker.js'));
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
  };
  for (const [command = '', ...args] of commands)
    execFileSync(
      join(BIN, command),
      args.filter((arg) => arg !== ''),
      { cwd, stdio: 'inherit', env },
    );
}

async function drive(chrome: Browser, name: string): Promise<void> {
  const dist = join(HERE, name, 'dist');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(dist, pathname.endsWith('/') ? `${pathname}index.html` : decodeURIComponent(pathname));
    if (!existsSync(file)) return response.writeHead(404).end();
    response
      .writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const page = await chrome.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', ({ message }) => complaints.push(message));
  try {
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction(() => {
      const maps = [...(document.querySelector('pair-atlas')?.shadowRoot?.querySelectorAll('pair-map') ?? [])];
      return maps.length === 5 && maps.every((map) => map.shadowRoot?.querySelector('.fills path'));
    });
    await page.getByRole('button', { name: 'coverage', exact: true }).click();
    await page.waitForFunction(() => document.querySelector('pair-atlas')?.metric === 'coverage');
    const map = page.locator('pair-map').first();
    // What keys walk by comes with the first of them.
    const hasChosen = (): Promise<boolean> =>
      page.evaluate(() => /^\d{6}$/.test(document.querySelector('output')?.textContent ?? ''));
    for (let i = 0; i < 50 && !(await hasChosen()); i++) {
      await map.locator('.stage').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Space');
      await page.waitForTimeout(200);
    }
    assert(await hasChosen(), `${name}: a choice by keyboard did not come through as an event`);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.waitForFunction(() =>
      [...document.querySelector('pair-atlas')!.shadowRoot!.querySelectorAll('pair-map')].some(
        (each) => each.dataset.renderer === 'maplibre',
      ),
    );
    assert.deepEqual(complaints, [], `${name}: ${complaints.join('\n')}`);
  } finally {
    await page.close();
    server.close();
  }
}
