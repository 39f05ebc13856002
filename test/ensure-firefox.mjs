/** Before the tests in Firefox: is there one? On Debian as root its ESR is installed; elsewhere this says what to install. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { lookForFirefox } from './firefox.mjs';

if (!lookForFirefox()) {
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('No Firefox was found: installing firefox-esr.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'firefox-esr']])
      spawnSync('apt-get', args, { stdio: 'inherit', env });
  }
  if (!lookForFirefox()) {
    console.error(
      'The tests need Firefox ESR, and none was found.\nInstall it, or name it: FIREFOX_PATH=/path/to/firefox npm run test:firefox',
    );
    process.exit(1);
  }
}
