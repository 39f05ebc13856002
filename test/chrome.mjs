/** Finds a browser: CHROME_PATH first, then Chrome, Chromium or Edge where they are usually installed. */
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
/**
 * The same engine without a window, in Debian a package of its own: the window's own pages take a third of the processor's time of a
 * test. Debian's script in /usr/bin stands between it and whoever ends it.
 */
const WINDOWLESS = '/usr/lib/chromium/chromium-headless-shell';
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * For the benchmark: WebGL 2 in software, no call to outside hosts, and pictures that are the same on every machine. What is no WebGL
 * is painted without a GPU, as Chromium does where there is none: an emulated one takes five times the processor for the same pixels,
 * and Debian's start script asks for it.
 */
export const BENCH_FLAGS = [
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

/** For the tests: the layers of a page are put together without a GPU too, at half the processor for a page with a canvas of WebGL. */
export const CHROME_FLAGS = [...BENCH_FLAGS, '--disable-gpu-compositing'];

/** The path of a browser, or undefined. */
export function lookForChrome() {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH names ${named}, where there is nothing.`);
    return named;
  }
  return NAMES.map(which).find(Boolean) ?? PLACES.find((place) => existsSync(place));
}

/** As `lookForChrome`, for the tests: without a window before all that have one. */
export const lookForTestChrome = () =>
  !process.env.CHROME_PATH && existsSync(WINDOWLESS) ? WINDOWLESS : lookForChrome();

/** The path of a browser that a reader may have; without one, an error that says what to install. */
export const findChrome = () => orComplain(lookForChrome());

/** The path of the browser for the tests; without one, an error that says what to install. */
export const findTestChrome = () => orComplain(lookForTestChrome());

function orComplain(found) {
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
