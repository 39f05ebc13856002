/** Finds Firefox for the tests: FIREFOX_PATH first, then the ESR, then any other. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = ['firefox-esr', 'firefox'];
const PLACES = ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'];

/** The path of a browser, or undefined. */
export function lookForFirefox() {
  const named = process.env.FIREFOX_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`FIREFOX_PATH names ${named}, where there is nothing.`);
    return named;
  }
  return NAMES.map(which).find(Boolean) ?? PLACES.find((place) => existsSync(place));
}

function which(name) {
  if (process.platform === 'win32') return undefined;
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
