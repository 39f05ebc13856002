import { chromium } from 'playwright-core';
import { serve } from './test/node/serve.ts';
const page = (attrs: string, lang: string, theme='') => `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="/demo/icon.svg"><script type="module" src="/dist/pair-atlas.js"></script></head><body><pair-atlas ${attrs} theme="${theme||'light'}"></pair-atlas></body></html>`;
const site = await serve({ '/zh.html': page('droppable','zh-CN','dark'), '/en.html': page('droppable','en') }, "default-src 'self'");
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--use-angle=swiftshader','--enable-unsafe-swiftshader','--ignore-gpu-blocklist','--disable-background-networking','--disable-component-update','--disable-sync']});
for (const [name,w] of [['zh',1440],['en',360]] as const) {
  const p = await b.newPage({viewport:{width:w,height:900}});
  p.on('console',m=>console.log(name,m.type(),m.text())); p.on('pageerror',e=>console.log(e));
  await p.goto(`${site.origin}/${name}.html`);
  await p.locator('pair-atlas [part=open] button').waitFor({timeout:20000});
  await p.locator('pair-atlas [part=open] input').setInputFiles('test/fixtures/tables/no-numbers.csv');
  await p.locator('pair-atlas pair-columns select').nth(1).waitFor();
  await p.waitForTimeout(300);
  await p.screenshot({path:`/tmp/tables-shots/fail-${name}-${w}.png`});
  // by keyboard: the second column as category
  await p.locator('pair-atlas pair-columns select').nth(1).focus();
  await p.locator('pair-atlas pair-columns select').nth(1).selectOption('category');
  await p.waitForTimeout(1500);
  await p.screenshot({path:`/tmp/tables-shots/after-${name}-${w}.png`});
  await p.close();
}
await b.close(); await site.close();
