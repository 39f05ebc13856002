/** Finds a browser for the tests: CHROME_PATH first, then Chrome, Chromium or Edge where they are usually installed. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const NAMES = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * WebGL 2 in software, no call to outside hosts, and pictures that are the same on every machine. What is no WebGL is drawn without
 * a GPU: an emulated one takes five times the processor for the same pixels (58 s against 11 s for the tests of permalinks and
 * composition), and Debian's start script asks for it.
 */
export const CHROME_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
  '--disable-accelerated-2d-canvas',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
];

/** The path of a browser, or undefined. */
export function lookForChrome() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, where there is nothing.`);
    return named;
  }
  return NAMES.map(which).find(Boolean) ?? PLACES.find((place) => existsSync(place));
}

/** The path of a browser; without one, an error that says what to install. */
export function findChrome() {
  const found = lookForChrome();
  if (!found)
    throw new Error('No Chrome, Chromium or Edge was found. Install one, or name it with CHROME_PATH=/path/to/chrome.');
  return found;
}

function which(name) {
  if (process.platform === 'win32') return undefined;
  try {
    return execFileSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
