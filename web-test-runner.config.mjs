/** Tests in a real browser: CHROME_PATH first, then what the machine has. */
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { defaultReporter } from '@web/test-runner';
import { CHROME_FLAGS, findChrome } from './test/chrome.mjs';

export default {
  files: process.env.TEST_FILES?.split(',') ?? ['test/{data,scene,render,state,elements}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: new URL('./tsconfig.json', import.meta.url).pathname }),
  ],
  browsers: [chromeLauncher({ launchOptions: { executablePath: findChrome(), args: CHROME_FLAGS } })],
  concurrency: 1,
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 300_000,
  coverageConfig: {
    include: ['src/data/**', 'src/scene/**'],
    exclude: ['src/data/feed-validator.js'],
    threshold: { lines: 95, statements: 95, branches: 85, functions: 90 },
    reporters: ['text-summary', 'lcovonly'],
  },
  reporters: [defaultReporter({ reportTestProgress: false }), closingLine()],
};

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
