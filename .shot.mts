import { chromium } from 'playwright-core';
import { serve } from './test/node/serve.ts';
const page = (attrs: string, lang: string, theme='') => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/demo/demo.css"><script type="module" src="/dist/pair-atlas.js"></script></head><body><pair-atlas ${attrs} theme="${theme||'light'}"></pair-atlas></body></html>`;
const site = await serve({
  '/zh.html': page('droppable src="/test/fixtures/tables/census.xlsx"','zh-CN'),
  '/en.html': page('droppable src="/test/fixtures/tables/census.xlsx"','en','dark'),
  '/drop.html': page('droppable','zh-CN'),
}, "default-src 'self'");
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--use-angle=swiftshader','--enable-unsafe-swiftshader','--ignore-gpu-blocklist','--disable-background-networking','--disable-component-update','--disable-sync']});
for (const [name,w] of [['zh',1440],['en',1440],['zh',360],['en',360]] as const) {
  const p = await b.newPage({viewport:{width:w,height:900}});
  p.on('console',m=>m.type()==='error'&&console.log(name,m.text()));
  await p.goto(`${site.origin}/${name}.html`);
  await p.locator('pair-atlas [part=open] button').nth(1).waitFor({timeout:20000});
  await p.waitForTimeout(800);
  await p.screenshot({path:`/tmp/tables-shots/${name}-${w}-top.png`});
  await p.locator('pair-atlas [part=open] button').nth(1).click();
  await p.waitForTimeout(600);
  await p.screenshot({path:`/tmp/tables-shots/${name}-${w}-columns.png`});
  await p.close();
}
await b.close(); await site.close();
