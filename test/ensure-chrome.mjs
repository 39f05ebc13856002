/** Before the tests: is there a browser? On Debian or Ubuntu as root it is installed; elsewhere this says what to install. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { lookForChrome, lookForTestChrome } from './chrome.mjs';

const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
const canInstall = process.getuid?.() === 0 && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);

if (!lookForChrome()) {
  if (!canInstall) {
    console.error(
      'The tests need Chrome, Chromium or Edge, and none was found.\nInstall one, or name it: CHROME_PATH=/path/to/chrome npm test',
    );
    process.exit(1);
  }
  console.log('No browser was found: installing chromium and a Chinese font.');
  const isInstalled = install('chromium', 'fonts-noto-cjk');
  if (!lookForChrome()) {
    console.error(
      isInstalled
        ? 'chromium was installed, and is still not found. Name it with CHROME_PATH.'
        : 'apt-get failed. Install Chrome, Chromium or Edge by hand, or name one with CHROME_PATH.',
    );
    process.exit(1);
  }
}

// Debian's, without a window: the tests take a third less time in it. Both are of one version, so both are named.
if (canInstall && /^ID=debian/m.test(release) && /\/chromium$/.test(lookForTestChrome())) {
  console.log('Installing chromium-headless-shell.');
  if (!install('chromium', 'chromium-headless-shell'))
    console.log('There is none: the tests run in the browser that there is.');
}

/** Whether all of them are there now. */
function install(...packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return [['update'], ['install', '-y', '--no-install-recommends', ...packages]].every(
    (args) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0,
  );
}
