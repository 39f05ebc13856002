/**
 * The tests in a browser: what is pure and what draws a sheet, by which the coverage is held to its thresholds, and then the rest, for which counting
 * lines would cost a third of their time. `TEST_FILES='test/elements/map/*.test.ts'` picks some.
 */
import { startTestRunner } from '@web/test-runner';
import { COUNTED, makeConfig, ON_PAGES } from '../web-test-runner.config.mjs';

const named = process.env.TEST_FILES?.split(',');
const groups = named ? [{ files: named }] : [{ files: COUNTED, coverage: true }, { files: ON_PAGES }];

const total = { passed: 0, failed: 0, skipped: 0 };
for (const group of groups) {
  const sessions = await run({ ...makeConfig(), ...group });
  const tests = sessions.flatMap(({ testResults }) => leaves(testResults));
  for (const { passed, skipped } of tests) total[skipped ? 'skipped' : passed ? 'passed' : 'failed']++;
  // A page that broke, none of whose tests did.
  total.failed += sessions.filter(
    ({ passed, testResults }) => !passed && leaves(testResults).every((test) => test.passed || test.skipped),
  ).length;
}
// Alone on a line: what machines read.
console.log(`browser: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

/** All pages of a run; what is too little coverage makes it fail, too. */
async function run(settings) {
  const runner = await startTestRunner({
    config: settings,
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) throw new Error('The test runner did not start.');
  const passed = await new Promise((resolve) => runner.on('stopped', resolve));
  if (!passed) process.exitCode = 1;
  return [...runner.sessions.all()];
}

function leaves(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(leaves)] : [];
}
