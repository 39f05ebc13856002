import { chromium } from 'playwright-core';
import { CHROME_FLAGS, findChrome } from './test/chrome.mjs';
import { makeCase } from './test/bench/cases.ts';
import { openSite } from './test/bench/site.ts';
import * as M from './test/bench/measure.ts';
import { readFileSync } from 'node:fs';
const bench = await makeCase('five' as never, 'test/bench/.work');
const site = await openSite([bench]);
const browser = await chromium.launch({ executablePath: findChrome(), args: [...CHROME_FLAGS,'--disable-gpu-rasterization','--disable-accelerated-2d-canvas'] });
for (const p of process.argv[2].split(',')) {
 const v = await M.open(browser, site, bench, p as never); await M.settle(v,site);
 for (const t of bench.targets.slice(0,6)) { await M.pointAt(v,t.map,t.at); }
 await browser.startTracing(v.page,{path:'/tmp/trace.json',categories:['devtools.timeline','blink','cc','disabled-by-default-devtools.timeline']});
 for (const t of bench.targets) { const g=await M.pointAt(v,t.map,t.at); await v.page.waitForTimeout(40); }
 await browser.stopTracing();
 const tr=JSON.parse(readFileSync('/tmp/trace.json','utf8')); const by:Record<string,[number,number]>={};
 const main=tr.traceEvents.filter((e:any)=>e.name==='thread_name'&&e.args.name==='CrRendererMain').map((e:any)=>e.pid+'/'+e.tid);
 for(const e of tr.traceEvents) if(e.ph==='X'&&main.includes(e.pid+'/'+e.tid)) { (by[e.name]??=[0,0])[0]+=e.dur/1000; by[e.name][1]++; }
 console.log(p, Object.entries(by).sort((a,b)=>b[1][0]-a[1][0]).slice(0,22).map(([n,[d,c]])=>`${n} ${(d/12).toFixed(2)}ms/hover ×${c}`).join('\n  ')); await v.context.close();
}
await browser.close(); await site.close();
