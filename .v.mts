import { chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from './test/chrome.mjs';
import { makeCase, type CaseName } from './test/bench/cases.ts';
import { openSite, PAGES } from './test/bench/site.ts';
import { validate } from './test/bench/validate.ts';
const cases = await Promise.all((process.argv[2] ?? 'five').split(',').map(n => makeCase(n as CaseName, 'test/bench/.work')));
const site = await openSite(cases);
const browser = await chromium.launch({ executablePath: findChrome(), args: [...CHROME_FLAGS,'--disable-gpu-rasterization','--disable-accelerated-2d-canvas'] });
for (const c of cases) for (const p of PAGES) { if (process.argv[3] && !process.argv[3].split(',').includes(p)) continue; try { console.log(JSON.stringify(await validate(browser, site, c, p))); } catch (e) { console.log(p, String(e).slice(0,400)); } }
await browser.close(); await site.close();
