import { chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from './test/chrome.mjs';
import { makeCase } from './test/bench/cases.ts';
import { openSite } from './test/bench/site.ts';
import * as M from './test/bench/measure.ts';
const bench = await makeCase((process.argv[3]??'five') as never, 'test/bench/.work');
const site = await openSite([bench]);
const browser = await chromium.launch({ executablePath: findChrome(), args: process.env.FL ? process.env.FL.split(' ') : [...CHROME_FLAGS,'--disable-gpu-rasterization','--disable-accelerated-2d-canvas'] });
for (const p of process.argv[2].split(',')) {
 let t=performance.now(); const lap=(n:string,x:unknown)=>{console.log(p,n,Math.round(performance.now()-t)+'ms',JSON.stringify(x,(k,v)=>typeof v==='number'?Math.round(v*100)/100:v)); t=performance.now();};
 const v = await M.open(browser, site, bench, p as never); lap('open',v.painted);
 lap('load',await M.measureLoad(v,site)); lap('hover',await M.measureHover(v)); if(!process.env.SHORT){lap('switch',await M.measureSwitch(v)); lap('pan',await M.measurePan(v,site));} await v.context.close();
 const s = await M.open(browser, site, bench, p as never, true); lap('slow',s.painted); await s.context.close();
}
await browser.close(); await site.close();
