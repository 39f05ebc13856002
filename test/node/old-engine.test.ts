/** The demo in Chromium 92 without WebGL 2: it draws, hovers, selects, links, and stays on the SVG when it is zoomed. Other pages draw. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { OldBrowser } from './old-browser.js';
import { serve, type TestSite } from './serve.js';

/** What the page's script speaks of: maps, regions, where they stand. */
const WORDS = `
  const atlas = document.querySelector('pair-atlas');
  const part = (tag) => atlas.shadowRoot.querySelector(tag);
  const maps = () => [...atlas.shadowRoot.querySelectorAll('pair-map')];
  const paths = (map) => [...map.shadowRoot.querySelectorAll('.fills path')];
  const spot = (map, [x, y]) => Object.assign(map.shadowRoot.querySelector('.picture svg').createSVGPoint(), { x, y });
  const pathAt = (map, { label }) => paths(map).find((path) => path.isPointInFill(spot(map, label)));
  const mapWith = (code) => maps().find((map) => map.view.map.byCode.has(code));
  const fill = (code) => pathAt(mapWith(code), mapWith(code).view.map.byCode.get(code)).getAttribute('fill');
  const painted = (map) => map.view.map.shapes.filter((shape) => pathAt(map, shape));
  const standing = (how) => maps().flatMap((map) => [...map.shadowRoot.querySelectorAll('[data-standing="' + how + '"]')]).map((each) => each.dataset.emphasis);
  const place = (code) => {
    const map = mapWith(code), shape = map.view.map.byCode.get(code);
    map.scrollIntoView({ block: 'center' });
    const { x, y } = spot(map, shape.label).matrixTransform(pathAt(map, shape).getScreenCTM());
    return { x, y };
  };`;
/** A table with names of places, in GB 18030. */
const TABLE = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">
<script type="module" src="/deep/folder/pair-atlas.js"></script></head>
<body><pair-atlas src="/test/fixtures/tables/census-gb18030.csv"></pair-atlas></body></html>`;
const said = (expression: string): string => `(() => {${WORDS} return ${expression};})()`;

describe('in Chromium 92, without WebGL 2', () => {
  let browser: OldBrowser;
  let site: TestSite;
  const sees = <T>(expression: string): Promise<T> => browser.evaluate<T>(said(expression));
  const until = (expression: string): Promise<void> => browser.until(said(expression));
  const placeOf = (code: string): Promise<{ x: number; y: number }> => sees(`place('${code}')`);

  before(async () => {
    site = await serve({ '/table.html': TABLE }, "default-src 'self'");
    browser = await OldBrowser.start(`${site.origin}/demo/index.html`);
    assert.match(await browser.version(), /Chrome\/92\./);
    await browser.until(`document.querySelector('pair-atlas')?.shadowRoot`);
    await browser.evaluate(
      `window.renderers = []; document.addEventListener('pair-renderer', ({ detail }) => renderers.push(detail.renderer + ' ' + detail.reason))`,
    );
    await until(`maps().length === 5 && maps().every((map) => map.shadowRoot.querySelector('.fills path'))`);
  });
  after(async () => {
    browser?.close();
    await site?.close();
  });

  it('draws five maps with 523 regions, in more than one colour, without a complaint', async () => {
    assert.equal(await sees(`maps().reduce((sum, map) => sum + painted(map).length, 0)`), 523);
    const colours = await sees<string[]>(
      `[...new Set(maps().flatMap((map) => [...map.shadowRoot.querySelectorAll('.fills path')].map((each) => each.getAttribute('fill'))))]`,
    );
    assert.ok(colours.length >= 5, colours.join());
    assert.equal(await sees(`maps().every((map) => map.shadowRoot.querySelector('.stage').clientHeight > 100)`), true);
    assert.equal(await browser.evaluate(`!!document.createElement('canvas').getContext('webgl2')`), false);
    assert.deepEqual(browser.complaints, []);
  });

  it('hovers: the region and its partner light up, a tooltip speaks, the legend points', async () => {
    // Panel and legend come a moment after the first picture.
    await until(`['pair-details', 'pair-legend'].every((tag) => part(tag).shadowRoot)`);
    const { x, y } = await placeOf('330782');
    await browser.mouse('mouseMoved', x, y);
    await until(`standing('active').includes('330782') && standing('partner').length > 0`);
    await until(`/义乌/.test(part('pair-details').shadowRoot.textContent)`);
    await browser.mouse('mouseMoved', 2, 2);
    await until(`standing('active').length === 0`);
  });

  it('selects and links: the panel has the figures, curves lead to the partners', async () => {
    const { x, y } = await placeOf('330782');
    await browser.mouse('mouseMoved', x, y);
    await browser.mouse('mousePressed', x, y);
    await browser.mouse('mouseReleased', x, y);
    await until(`atlas.selected === '330782'`);
    await until(`standing('partner').length > 0`);
    await until(`atlas.shadowRoot.querySelector('.links path')`);
    await browser.mouse('mouseMoved', 2, 2);
    await until(`standing('selected').includes('330782') && standing('partner').length > 0`);
    await browser.evaluate(`document.querySelector('pair-atlas').selected = ''`);
    await until(`standing('partner').length === 0`);
  });

  it('switches the metric: fills and legend follow', async () => {
    const before = await sees(`fill('513221') + part('pair-legend').shadowRoot.textContent`);
    await sees(`part('pair-metrics').shadowRoot.querySelectorAll('input')[1].click()`);
    await until(`fill('513221') + part('pair-legend').shadowRoot.textContent !== ${JSON.stringify(before)}`);
  });

  it('zooms on the SVG, and says why it stays there', async () => {
    const { x, y } = await placeOf('513221');
    await browser.mouse('mouseMoved', x, y);
    const width = `mapWith('513221').shadowRoot.querySelector('.fills').getBoundingClientRect().width`;
    const before = await sees<number>(width);
    await browser.wheel(x, y, -240);
    await until(`${width} > ${before * 1.5}`);
    await browser.until(`renderers.some((each) => each === 'svg no-webgl2')`);
    assert.equal(await sees(`maps().some((map) => map.shadowRoot.querySelector('canvas'))`), false);
    assert.deepEqual(browser.complaints, []);
  });

  it('shows embed.html as its address asks', async () => {
    const query = new URLSearchParams({
      maps: '330000,510000',
      src: 'data/zhejiang-2018.json',
      metric: 'funding',
      lang: 'en',
      title: 'Pairs',
    });
    await browser.go(`${site.origin}/deep/folder/embed.html?${query}`);
    await browser.until(
      `(() => { const maps = [...document.querySelectorAll('pair-map')]; return maps.length === 2 && maps.every((map) => map.shadowRoot?.querySelector('.fills path')); })()`,
    );
    await browser.until(`/Assistance funding/.test(document.querySelector('pair-legend').shadowRoot?.textContent)`);
    assert.equal(await browser.evaluate(`document.querySelector('h1').textContent`), 'Pairs');
    assert.equal(await browser.evaluate(`document.querySelectorAll('.fault').length`), 0);
    assert.deepEqual(browser.complaints, []);
  });

  it('draws a CSV file', async () => {
    await browser.go(`${site.origin}/table.html`);
    await browser.until(`document.querySelector('pair-atlas')?.shadowRoot`);
    await until(`maps().length > 0 && maps().every((map) => map.shadowRoot?.querySelector('.fills path'))`);
    await until(`/常住人口/.test(part('pair-legend')?.shadowRoot?.textContent)`);
    await until(`/参与80个：80个有数值/.test(part('pair-ledger')?.shadowRoot?.textContent)`);
    assert.deepEqual(browser.complaints, []);
  });
});
