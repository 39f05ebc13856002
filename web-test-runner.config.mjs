/** Tests in a real browser: CHROME_PATH first, then what the machine has. */
import { readdirSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { CHROME_FLAGS, findChrome } from './test/chrome.mjs';

/** Nothing of the page but its engine: these share one. An element's file has a page, and so a focus and an address, of its own. */
const PURE = ['data', 'scene', 'state'];
const PURE_PAGE = 'test/pure-page.js';

export default {
  // The longest first.
  files: process.env.TEST_FILES?.split(',') ?? ['test/elements/**/*.test.ts', 'test/render/**/*.test.ts', PURE_PAGE],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    purePage(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('./tsconfig.json', import.meta.url).pathname }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath: findChrome(), args: CHROME_FLAGS },
      // A window each: of two tabs in one, only that in front makes frames and has the focus.
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  concurrency: 2,
  // Beside a busy program all takes longer, and is as right.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 600_000,
  coverageConfig: {
    include: ['src/data/**', 'src/scene/**'],
    exclude: ['src/data/feed-validator.js'],
    threshold: { lines: 95, statements: 95, branches: 85, functions: 90 },
    reporters: ['text-summary', 'lcovonly'],
  },
  reporters: [defaultReporter({ reportTestProgress: false }), closingLine()],
};

function purePage() {
  return {
    name: 'pure-page',
    serve({ path }) {
      if (path !== `/${PURE_PAGE}`) return undefined;
      const files = PURE.flatMap((folder) =>
        readdirSync(new URL(`./test/${folder}`, import.meta.url), { recursive: true })
          .filter((name) => name.endsWith('.test.ts'))
          .sort()
          .map((name) => `/test/${folder}/${name}`),
      );
      return { type: 'js', body: files.map((file) => `import '${file}';`).join('\n') };
    },
  };
}

/** 'N passed, N failed' alone on a line: what machines read. */
function closingLine() {
  return {
    stop({ sessions }) {
      const tests = [...sessions].flatMap((session) => leaves(session.testResults));
      const count = (test) => tests.filter(test).length;
      const broken = [...sessions].filter(
        (session) =>
          session.status === 'FINISHED' &&
          !session.passed &&
          leaves(session.testResults).every((test) => test.passed || test.skipped),
      ).length;
      console.log(
        `browser: ${count((test) => test.passed && !test.skipped)} passed, ${count((test) => !test.passed && !test.skipped) + broken} failed, ${count((test) => test.skipped)} skipped`,
      );
    },
  };
}

function leaves(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(leaves)] : [];
}
