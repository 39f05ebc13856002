import { chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from './test/chrome.mjs';
import { makeCase } from './test/bench/cases.ts';
import { openSite } from './test/bench/site.ts';
import * as M from './test/bench/measure.ts';
const bench = await makeCase(process.argv[2] as never, 'test/bench/.work');
const site = await openSite([bench]);
const browser = await chromium.launch({ executablePath: findChrome(), args: [...CHROME_FLAGS,'--disable-gpu-rasterization','--disable-accelerated-2d-canvas'] });
for (const p of process.argv[3].split(',')) { const v = await M.open(browser, site, bench, p as never); await v.page.screenshot({path:`/tmp/s-${p}-1.png`}); await M.settle(v,site); await v.page.screenshot({path:`/tmp/s-${p}-2.png`}); console.log(p, v.painted, await v.page.evaluate(()=>[...document.querySelectorAll('pair-map')].map(m=>(m as any).dataset.renderer))); await v.context.close(); }
await browser.close(); await site.close();
