import { chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from '../chrome.mjs';
import { makeCase } from './cases.ts';
import { openSite, type PageName } from './site.ts';
import { measureHover, measureSwitch, open, settle } from './measure.ts';
const FLAGS = [...CHROME_FLAGS, '--disable-gpu-rasterization', '--disable-accelerated-2d-canvas'];
const bench = await makeCase('five', 'test/bench/.work');
const site = await openSite([bench]);
const browser = await chromium.launch({ executablePath: findChrome(), args: FLAGS });
const variants: Record<string, string> = { none: '', layer: '.picture{will-change:transform}', stage: '.drawing{will-change:transform}', labels: '.labels{will-change:transform}', pl: '.picture,.labels{will-change:transform}' };
const want = (process.argv[2] ?? Object.keys(variants).join(',')).split(',');
const mode = process.argv[3] ?? 's';
for (let r = 0; r < 2; r++) for (const k of want) {
  const v = await open(browser, site, bench, 'ours' as PageName);
  await settle(v, site);
  await v.page.evaluate((css) => { for (const m of document.querySelectorAll('pair-map')) { const s = new CSSStyleSheet(); s.replaceSync(css); m.shadowRoot!.adoptedStyleSheets.push(s); } }, variants[k]!);
  await v.page.waitForTimeout(300);
  const s = mode === 's' ? await measureSwitch(v) : await measureHover(v);
  console.log(k.padEnd(10), Object.entries(s).map(([n, x]) => `${n} ${x.toFixed(1)}`).join('  '));
  await v.context.close();
}
await browser.close(); await site.close();
