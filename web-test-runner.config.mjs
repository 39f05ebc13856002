/** Tests in a real browser: CHROME_PATH first, then what the machine has. `test/browser.mjs` runs them in two groups. */
import { readdirSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { CHROME_FLAGS, findTestChrome } from './test/chrome.mjs';

/** Nothing of a page but its engine: all tests of a folder share one. An element's file has a page, and so a focus and an address, of its own. */
const PURE = ['data', 'scene', 'state'];
/** `test/pure/data.js`: what it imports is made here. */
const PURE_PAGE = /^\/test\/pure\/(\w+)\.js$/;

/** Tests of elements that draw a sheet, which nothing pure does. */
const SHEETS = 'test/elements/export/**/*.test.ts';
/** The longest first. */
export const ON_PAGES = ['test/elements/**/*.test.ts', 'test/render/**/*.test.ts', `!${SHEETS}`];
const PURE_PAGES = [...PURE, 'counted'].map((folder) => `test/pure/${folder}.js`);
/** By these the coverage of data and scene is held to its thresholds. */
export const COUNTED = [SHEETS, ...PURE_PAGES];

/** Anew for each run: one ends its browser. */
export const makeConfig = () => ({
  files: [...ON_PAGES.filter((files) => !files.startsWith('!')), ...PURE_PAGES],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    purePages(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('./tsconfig.json', import.meta.url).pathname }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findTestChrome(), args: CHROME_FLAGS },
      // A window each: of two tabs in one, only that in front makes frames and has the focus.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  // While one page waits two go on.
  concurrency: 3,
  // Beside a busy program all takes longer, and is as right.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 600_000,
  coverageConfig: {
    include: ['src/data/**', 'src/scene/**'],
    exclude: ['src/data/feed-validator.js'],
    threshold: { lines: 95, statements: 95, branches: 85, functions: 90 },
    reporters: ['text-summary', 'lcovonly'],
  },
  reporters: [defaultReporter({ reportTestProgress: false })],
});

export default makeConfig();

function purePages() {
  return {
    name: 'pure-pages',
    serve({ path }) {
      const [, folder] = PURE_PAGE.exec(path) ?? [];
      if (folder === undefined) return undefined;
      // What no pure test loads is counted too, as not covered.
      const files =
        folder === 'counted'
          ? ['src/data', 'src/scene'].flatMap((layer) => filesIn(layer, /(?<!\.d)\.ts$/))
          : filesIn(`test/${folder}`, /\.test\.ts$/);
      const loaded = folder === 'counted' ? "it('every module of data and scene loads in a page', () => {});" : '';
      return { type: 'js', body: `${files.map((file) => `import '/${file}';`).join('\n')}\n${loaded}` };
    },
  };
}

function filesIn(folder, pattern) {
  return readdirSync(new URL(`./${folder}/`, import.meta.url), { recursive: true })
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}
