/** The tests in Node, some files at a time, the longest first, so that none is left running alone at the end. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const LONGEST = [
  ...['demo', 'live', 'standalone/hostile-page', 'docs/pages', 'standalone/embed', 'standalone/host-page', 'lifetime'],
  ...['builder/builder', 'doctor', 'standalone/bundle', 'fuzz', 'builder/drafts', 'gallery', 'faults/faults', 'ratio'],
];
/** One more than cores are usual: now and then one waits. */
const AT_A_TIME = 3;

const named = process.argv.slice(2);
const files = readdirSync(new URL('./node/', import.meta.url), { recursive: true })
  .filter((name) => name.endsWith('.test.ts'))
  .sort((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b))
  .map((name) => `test/node/${name}`);
const { status } = spawnSync(
  process.execPath,
  ['--import', 'tsx', '--test', `--test-concurrency=${AT_A_TIME}`, ...(named.length > 0 ? named : files)],
  { stdio: 'inherit', cwd: new URL('..', import.meta.url) },
);
process.exitCode = status ?? 1;

function rankOf(name) {
  const rank = LONGEST.indexOf(name.replace('.test.ts', ''));
  return rank < 0 ? LONGEST.length : rank;
}
