/** The same tests in Firefox ESR, by WebDriver BiDi. Without a GPU it gives no WebGL: tests of MapLibre then skip, and say so. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { lookForFirefox } from './test/firefox.mjs';
import config from './web-test-runner.config.mjs';

export default {
  ...config,
  coverage: false,
  // Its pages are tabs of one window, and only that in front makes frames.
  concurrency: 1,
  browsers: [
    chromeLauncher({
      launchOptions: {
        browser: 'firefox',
        executablePath: lookForFirefox(),
        extraPrefsFirefox: { 'webgl.force-enabled': true },
      },
    }),
  ],
};
