/** Before the tests: is there a browser? On Debian or Ubuntu as root it is installed; elsewhere this says what to install. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { lookForChrome } from './chrome.mjs';

if (!lookForChrome()) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const canInstall = /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release) && process.getuid?.() === 0;
  if (!canInstall) {
    console.error(
      'The tests need Chrome, Chromium or Edge, and none was found.\nInstall one, or name it: CHROME_PATH=/path/to/chrome npm test',
    );
    process.exit(1);
  }
  console.log('No browser was found: installing chromium and a Chinese font.');
  run('apt-get', ['update']);
  run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk']);
  if (!lookForChrome()) {
    console.error('chromium was installed, and is still not found. Name it with CHROME_PATH.');
    process.exit(1);
  }
}

function run(command, args) {
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) {
    console.error(
      `${command} ${args.join(' ')} failed. Install Chrome, Chromium or Edge by hand, or name one with CHROME_PATH.`,
    );
    process.exit(1);
  }
}
