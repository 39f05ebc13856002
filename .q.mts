import { chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from './test/chrome.mjs';
import { makeCase } from './test/bench/cases.ts';
import { openSite } from './test/bench/site.ts';
import * as M from './test/bench/measure.ts';
const bench = await makeCase('synthetic' as never, 'test/bench/.work');
const site = await openSite([bench]);
const browser = await chromium.launch({ executablePath: findChrome(), args: [...CHROME_FLAGS,'--disable-gpu-rasterization','--disable-accelerated-2d-canvas'] });
browser.on('disconnected',()=>{});
const ctx = await browser.newContext({viewport:{width:1440,height:1400}}); const page=await ctx.newPage();
await page.addInitScript(`window.ev=[];document.addEventListener('pair-renderer',e=>ev.push([Math.round(performance.now()),e.detail.renderer,e.detail.reason]))`);
page.on('console',m=>console.log('console',m.text().slice(0,200)));
await page.goto(`${site.origin}/synthetic/ours/`); 
const cdp=await ctx.newCDPSession(page);
for(let i=0;i<12;i++){ await new Promise(r=>setTimeout(r,4000)); console.log(i, JSON.stringify(await page.evaluate('[Math.round(performance.now()),ev]'))); if(JSON.stringify(await page.evaluate('ev')).includes('many')||JSON.stringify(await page.evaluate('ev')).match(/blank|fail/)) break; }
await browser.close(); await site.close();
