/** A reader's own colours, as systems with high contrast force them on every page: here on a black ground, and on a white one. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import type { PairAtlas } from '../../src/index.js';
import { ratioOf, rgbOf, type Rgb } from '../../src/scene/classes/contrast.js';
import { becomes, launchBrowser } from './browser.js';
import { serve, type TestSite } from './serve.js';

/** One province twice, by either renderer; a host that has set colours of its own. */
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="/demo/icon.svg">
<link rel="stylesheet" href="/own.css"><script type="module" src="/deep/folder/pair-atlas.js"></script></head><body>
<pair-atlas metric="funding" theme="light"><pair-summary></pair-summary>
<pair-map class="one" region="220000" renderer="svg"></pair-map><pair-map class="two" region="220000" renderer="maplibre"></pair-map>
<pair-legend></pair-legend><pair-table></pair-table></pair-atlas></body></html>`;
const STYLE = 'pair-map{width:400px} pair-atlas{--pair-class-5:#102030;--pair-ink:#123456}';

interface Drawn {
  readonly classes: string[];
  readonly system: Record<string, string>;
  readonly borders: string[];
  readonly outside: string;
  readonly names: string;
}

/** What stands on the page, and what its system says of colours. */
const drawnOn = (page: Page): Promise<Drawn> =>
  page.evaluate(() => {
    const atlas = document.querySelector('pair-atlas')!;
    const legend = atlas.querySelector('pair-legend')!.shadowRoot!;
    const map = atlas.querySelector('pair-map')!.shadowRoot!;
    const probe = document.body.appendChild(document.createElement('span'));
    const system = Object.fromEntries(
      ['Canvas', 'CanvasText', 'LinkText', 'Highlight'].map((name) => {
        probe.style.color = name;
        return [name, getComputedStyle(probe).color];
      }),
    );
    probe.remove();
    return {
      system,
      classes: [...legend.querySelectorAll('.classes .swatch')].map((swatch) =>
        swatch.querySelector(':scope > rect')!.getAttribute('fill')!,
      ),
      borders: [...map.querySelectorAll('.borders path')].map((path) => path.getAttribute('stroke')!),
      outside: legend.querySelector('[data-kind="outside"] .swatch > rect')!.getAttribute('fill')!,
      names: map.querySelector('.labels text')!.getAttribute('fill')!,
    };
  });

const rgb = (colour: string): Rgb => {
  const read = rgbOf(colour);
  assert(read, colour);
  return read;
};
const BLACK: Rgb = [0, 0, 0];
const lightness = (colour: string): number => ratioOf(rgb(colour), BLACK);

describe('forced colours', () => {
  let browser: Browser;
  let site: TestSite;
  let page: Page;
  before(async () => {
    browser = await launchBrowser();
    site = await serve({ '/page.html': PAGE, '/own.css': STYLE }, "default-src 'self'");
    page = await browser.newPage({
      forcedColors: 'active',
      colorScheme: 'dark',
      reducedMotion: 'reduce',
      viewport: { width: 900, height: 1200 },
    });
    await page.goto(`${site.origin}/page.html`);
    await page.locator('pair-legend .classes .swatch').first().waitFor();
    await page.locator('pair-map.one .labels text').first().waitFor({ state: 'attached' });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('on a black ground turn the ramp round, whatever theme and colours the host has set, and give the rest the system’s', async () => {
    const { classes, system, borders, outside, names } = await drawnOn(page);
    assert.equal(system.Canvas, 'rgb(0, 0, 0)');
    assert.equal(classes.length, 5);
    for (let i = 1; i < 5; i++)
      assert.ok(lightness(classes[i]!) > 1.2 * lightness(classes[i - 1]!), `${classes[i]} after ${classes[i - 1]}`);
    // The lowest is still seen.
    assert.ok(lightness(classes[0]!) >= 1.9, classes[0]);
    assert.equal(outside, system.Canvas);
    assert.equal(names, system.CanvasText);
    for (const border of borders) assert.ok(lightness(border) >= 3, border);
    const [link, focus] = await page.evaluate(() => {
      const root = document.querySelector('pair-summary')!.shadowRoot!;
      const button = document.querySelector('pair-legend')!.shadowRoot!.querySelector<HTMLElement>('.class')!;
      button.focus({ focusVisible: true } as FocusOptions);
      return [getComputedStyle(root.querySelector('a')!).color, getComputedStyle(button).outlineColor];
    });
    assert.equal(link, system.LinkText);
    assert.equal(focus, system.Highlight);
  });

  it('keep regions that step back in sight, and outline what is chosen in the colour of highlights', async () => {
    await page.locator('pair-legend .class').nth(4).click();
    await page.mouse.move(0, 0);
    await becomes(page, () => page.locator('pair-map.one .fills').getAttribute('opacity'), '0.65');
    const { classes, system } = await drawnOn(page);
    const faded = rgb(classes[0]!).map((part) => Math.round(part * 0.65)) as unknown as Rgb;
    assert.ok(ratioOf(faded, BLACK) >= 1.4, String(faded));
    const [swatch, mark] = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('pair-legend')!;
      return [
        getComputedStyle(shadowRoot!.querySelector('.is-left-out .swatch')!).opacity,
        getComputedStyle(shadowRoot!.querySelector('[aria-pressed="true"] .swatch')!).outlineColor,
      ];
    });
    assert.equal(swatch, '0.65');
    assert.equal(mark, system.Highlight);
    await page.evaluate(() => ((document.querySelector('pair-atlas') as PairAtlas).selected = '222401'));
    await becomes(
      page,
      () => page.locator('pair-map.one [data-standing="selected"]').first().getAttribute('stroke'),
      system.Highlight,
    );
    await page.evaluate(() => ((document.querySelector('pair-atlas') as PairAtlas).selected = ''));
    await page.locator('pair-legend .class').nth(4).click();
    await page.mouse.move(0, 0);
    await becomes(page, () => page.locator('pair-map.one .fills').getAttribute('opacity'), '1');
  });

  it('are the same in WebGL as in SVG, and in files, and are none on paper', async () => {
    await becomes(page, () => page.locator('pair-map.two').getAttribute('data-renderer'), 'maplibre');
    const pixels = async (map: string): Promise<string[]> => {
      const box = (await page.locator(`${map} .stage`).boundingBox())!;
      const picture = (await page.screenshot({ clip: box })).toString('base64');
      const reader = await browser.newPage();
      const found = await reader.evaluate(async (base64) => {
        const image = new Image();
        image.src = `data:image/png;base64,${base64}`;
        await image.decode();
        const context = document.createElement('canvas').getContext('2d')!;
        Object.assign(context.canvas, { width: image.width, height: image.height });
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const counts = new Map<string, number>();
        for (let at = 0; at < data.length; at += 4) {
          const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
          counts.set(colour, (counts.get(colour) ?? 0) + 1);
        }
        return [...counts].filter(([, count]) => count > 150).map(([colour]) => colour);
      }, picture);
      await reader.close();
      return found.sort();
    };
    const drawn = await pixels('pair-map.one');
    assert.ok(drawn.length >= 4, drawn.join(' '));
    const twin = await pixels('pair-map.two');
    for (const colour of (await drawnOn(page)).classes.map((each) => rgb(each).join(',')))
      assert.equal(twin.includes(colour), drawn.includes(colour), `${colour}: ${drawn.join(' ')} | ${twin.join(' ')}`);
    const file = await page.evaluate(async () =>
      (await (document.querySelector('pair-atlas') as PairAtlas).exportAs('svg')).text(),
    );
    assert.match(file, /<rect width="1200" height="\d+" fill="rgb\(0, 0, 0\)"/);
    assert.doesNotMatch(file, /Canvas|Highlight/);
    await page.emulateMedia({ media: 'print', forcedColors: 'active' });
    await becomes(page, async () => lightness((await drawnOn(page)).classes[0]!) > 10, true);
  });

  it('on a white ground, which a reader may choose meanwhile, leave the ramp as it is, in strong colours', async () => {
    await page.emulateMedia({ media: 'screen', forcedColors: 'active', colorScheme: 'light' });
    await becomes(page, async () => (await drawnOn(page)).names, 'rgb(0, 0, 0)');
    const { classes, system, borders, names } = await drawnOn(page);
    assert.equal(system.Canvas, 'rgb(255, 255, 255)');
    for (let i = 1; i < 5; i++) assert.ok(lightness(classes[i]!) < lightness(classes[i - 1]!));
    assert.equal(names, system.CanvasText);
    for (const border of borders) assert.ok(ratioOf(rgb(border), [255, 255, 255]) >= 3, border);
  });
});
