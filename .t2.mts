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
 const v = await M.open(browser, site, bench, p as never); console.log(v.early.map(s=>s.path+' '+s.bytes).join('\n')); await M.settle(v,site);
 for (const t of bench.targets.slice(0,6)) { await M.pointAt(v,t.map,t.at); }
 await browser.startTracing(v.page,{path:'/tmp/trace.json',categories:['devtools.timeline','blink','cc','disabled-by-default-devtools.timeline','disabled-by-default-devtools.timeline.stack','disabled-by-default-devtools.timeline.invalidationTracking'] as any});
 const gs=[]; for (const t of bench.targets) { const g=await M.pointAt(v,t.map,t.at); gs.push(g.drawn); await v.page.waitForTimeout(250); }
 await browser.stopTracing(); console.log('drawn',gs.map(x=>x.toFixed(1)).join(' '));
 const tr=JSON.parse(readFileSync('/tmp/trace.json','utf8'));
 const main=tr.traceEvents.filter((e:any)=>e.name==='thread_name'&&e.args.name==='CrRendererMain').map((e:any)=>e.pid+'/'+e.tid);
 const ev=tr.traceEvents.filter((e:any)=>e.ph==='X'&&main.includes(e.pid+'/'+e.tid)).sort((a:any,b:any)=>a.ts-b.ts||b.dur-a.dur);
 const self:Record<string,[number,number]>={}; const st:any[]=[];
 for(const e of ev){ while(st.length&&st[st.length-1].ts+st[st.length-1].dur<=e.ts) st.pop(); (self[e.name]??=[0,0])[0]+=e.dur/1000; self[e.name][1]++; if(st.length) self[st[st.length-1].name][0]-=e.dur/1000; st.push(e);}
 console.log(p, 'SELF\n  '+Object.entries(self).sort((a,b)=>b[1][0]-a[1][0]).slice(0,18).map(([n,[d,c]])=>`${n} ${(d/12).toFixed(2)}ms/hover ×${(c/12).toFixed(1)}`).join('\n  '));
 const ult=ev.filter((e:any)=>e.name==='UpdateLayoutTree'); console.log('UpdateLayoutTree elements/hover', ult.reduce((a:number,e:any)=>a+(e.args.elementCount||0),0)/12, 'n', ult.length/12);
 const lay=ev.filter((e:any)=>e.name==='Layout'); console.log('Layout', lay.length/12, JSON.stringify(lay.slice(0,3).map((e:any)=>e.args.beginData&&{d:e.args.beginData.dirtyObjects,t:e.args.beginData.totalObjects,st:(e.args.beginData.stackTrace||[]).slice(0,3).map((f:any)=>f.functionName+':'+f.lineNumber+':'+f.columnNumber)})));
 const fs:Record<string,number>={}; for(const e of ult){const k=((e.args.beginData?.stackTrace)||[]).slice(0,2).map((f:any)=>f.functionName+'@'+f.url.split('/').pop()+':'+f.columnNumber).join('<')||'none'; fs[k]=(fs[k]||0)+e.dur/1000;} console.log('style by stack', Object.entries(fs).sort((a,b)=>b[1]-a[1]).slice(0,6).map(([k,d])=>(d/12).toFixed(2)+' '+k).join('\n   '));
 await v.context.close();
}
await browser.close(); await site.close();
