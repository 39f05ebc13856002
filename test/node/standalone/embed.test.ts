/** `embed.html` in iframes of another site's page, with `embed.js` and without, as a web editor pastes them. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Frame, Page } from 'playwright-core';
import { atRest, becomes, launchBrowser } from '../browser.js';
import { serve, type TestSite } from '../serve.js';

const STRICT = "default-src 'self'";
const FOLDER = '/deep/folder';

interface Host {
  readonly page: Page;
  readonly complaints: string[];
  close(): Promise<void>;
}

describe('embed.html', () => {
  let browser: Browser;
  let atlases: TestSite;
  before(async () => {
    browser = await launchBrowser();
    atlases = await serve({}, STRICT);
  });
  after(async () => {
    await browser.close();
    await atlases.close();
  });

  const addressOf = (query: string, { origin } = atlases): string => `${origin}${FOLDER}/embed.html${query}`;
  const script = ({ origin } = atlases): string => `<script src="${origin}${FOLDER}/embed.js"></script>`;

  /** A page of another site, under a policy as strict as an embed lets it be. */
  async function host(body: string, width = 1000, height = 800, site = atlases): Promise<Host> {
    const policy = `${STRICT}; frame-src ${site.origin}; script-src 'self' ${site.origin}; style-src 'self'`;
    const around = await serve(
      {
        '/page.html': `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="/demo/icon.svg"><link rel="stylesheet" href="/page.css"></head><body>${body}</body></html>`,
        '/page.css':
          'body { margin: 0 } iframe { width: 100%; border: 2px solid; box-sizing: border-box; display: block }',
      },
      policy,
    );
    const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${around.origin}/page.html`);
    return {
      page,
      complaints,
      close: async () => {
        await page.context().close();
        await around.close();
      },
    };
  }

  const framesOf = (page: Page): Frame[] => page.frames().filter((frame) => frame !== page.mainFrame());

  async function drawn(frame: Frame, maps = 5): Promise<void> {
    await frame.waitForFunction((count) => {
      const found: Element[] = [];
      for (const root of [document, document.querySelector('pair-atlas')?.shadowRoot])
        found.push(...(root?.querySelectorAll('pair-map') ?? []));
      return found.filter((map) => map.shadowRoot?.querySelector('.fills path')).length === count;
    }, maps);
  }

  /** What an iframe is too low and too narrow for, in pixels; its own height too. */
  const spareOf = (frame: Frame): Promise<{ down: number; across: number; height: number }> =>
    frame.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      const { height } = document.body.getBoundingClientRect();
      return { down: Math.ceil(height) - innerHeight, across: scrollWidth - clientWidth, height };
    });

  for (const width of [280, 360, 768, 1280, 2560])
    it(`is as high as its content ${width} pixels wide, two on a page, and stays so`, async () => {
      const { page, complaints, close } = await host(
        `<iframe src="${addressOf('')}" title="一"></iframe>${script()}<iframe src="${addressOf('?metric=funding&lang=en')}" title="two"></iframe>`,
        width,
      );
      const frames = framesOf(page);
      assert.equal(frames.length, 2);
      for (const [i, frame] of frames.entries()) {
        // What is far out of sight of another site's frame the browser does not draw.
        await page.evaluate((at) => document.querySelectorAll('iframe')[at]?.scrollIntoView(), i);
        await drawn(frame);
        await atRest(page);
        await becomes(page, async () => (await spareOf(frame)).down, 0);
        // A height that made another one would never come to rest.
        await becomes(
          page,
          async () => {
            const { height } = await spareOf(frame);
            await setTimeout(300);
            return (await spareOf(frame)).height - height;
          },
          0,
        );
        const { across, height } = await spareOf(frame);
        assert.equal(across, 0);
        assert(height > 500 && height < 8000, `${height} pixels high`);
      }
      assert.deepEqual(complaints, []);
      await close();
    });

  it('follows what a reader does: a taller content makes a taller iframe', async () => {
    const { page, close } = await host(`${script()}<iframe src="${addressOf('')}" title="一"></iframe>`, 700);
    const [frame] = framesOf(page) as [Frame];
    await drawn(frame);
    await atRest(page);
    const { height: before } = await spareOf(frame);
    await frame.locator('pair-ledger summary').click();
    await becomes(page, async () => (await spareOf(frame)).height > before + 20, true);
    await becomes(page, async () => (await spareOf(frame)).down, 0);
    await close();
  });

  it('that is higher than any iframe gets is scrolled to its end', async () => {
    const { page, close } = await host(
      `${script()}<iframe src="${addressOf('?maps=420000&parts=')}" title="一"></iframe>`,
      360,
    );
    const [frame] = framesOf(page) as [Frame];
    await drawn(frame, 1);
    const high = (): Promise<number> =>
      page.locator('iframe').evaluate(({ clientHeight }: HTMLElement) => clientHeight);
    const overflow = (): Promise<string> => frame.evaluate(() => getComputedStyle(document.documentElement).overflowY);
    await becomes(page, async () => (await spareOf(frame)).down, 0);
    assert.equal(await overflow(), 'hidden');
    await frame.evaluate(() => (document.body.style.minHeight = '25000px'));
    await becomes(page, high, 20_000);
    await becomes(page, overflow, 'visible');
    await frame.evaluate(() => scrollTo(0, document.body.scrollHeight));
    assert((await frame.evaluate(() => scrollY)) > 4_000);
    // As low as it was before, it is followed again.
    await frame.evaluate(() => (document.body.style.minHeight = ''));
    await becomes(page, overflow, 'hidden');
    await becomes(page, async () => (await spareOf(frame)).down, 0);
    await close();
  });

  it('is told of to a script that comes when all is drawn, and its height has been said to nobody', async () => {
    // One map in more than enough room: its page is as high with a script around it as without.
    const { page, close } = await host(
      `<iframe src="${addressOf('?maps=420000&parts=')}" height="1500" title="一"></iframe>`,
      360,
    );
    const [frame] = framesOf(page) as [Frame];
    await drawn(frame, 1);
    await atRest(page);
    assert.notEqual((await spareOf(frame)).down, 0);
    await page.addScriptTag({ url: `${atlases.origin}${FOLDER}/embed.js` });
    await becomes(page, async () => (await spareOf(frame)).down, 0);
    await close();
  });

  it('is complete without script around it: it scrolls within the height that it was given', async () => {
    const { page, complaints, close } = await host(
      `<iframe src="${addressOf('')}" height="600" title="一"></iframe>`,
      360,
    );
    const [frame] = framesOf(page) as [Frame];
    await drawn(frame);
    await atRest(page);
    const { down, across } = await spareOf(frame);
    assert(down > 100, 'it is lower than what it shows');
    assert.equal(across, 0);
    await frame.evaluate(() => scrollTo(0, document.body.scrollHeight));
    assert((await frame.evaluate(() => scrollY)) > 100);
    assert.equal(await page.locator('iframe').evaluate(({ offsetHeight }: HTMLElement) => offsetHeight), 600);
    assert.deepEqual(complaints, []);
    await close();
  });

  it('shows the panel of what is chosen where the reader looks, in an iframe higher than the window', async () => {
    const { page, close } = await host(`${script()}<iframe src="${addressOf('')}" title="一"></iframe>`, 360, 640);
    const [frame] = framesOf(page) as [Frame];
    await drawn(frame);
    await becomes(page, async () => (await spareOf(frame)).down, 0);
    await frame.evaluate(
      () => ((document.querySelector('pair-atlas') as HTMLElement & { selected: string }).selected = '330782'),
    );
    const panel = frame.locator('pair-details [part="panel"]');
    await panel.waitFor();
    for (const y of [0, 300, 0]) {
      await page.evaluate((top) => scrollTo(0, top), y);
      await becomes(
        page,
        async () => {
          const box = await panel.boundingBox();
          return box !== null && box.y >= 300 && Math.abs(box.y + box.height - 640) < 24;
        },
        true,
      );
    }
    await close();
  });

  it('takes its maps, parts and choices from the address, and says what it does not know', async () => {
    const query = new URLSearchParams({
      maps: '330000,510000 520000',
      parts: 'metrics,legend,details,chart',
      metric: 'funding',
      scheme: 'pink',
      clases: '4',
      selected: '330782',
      title: '<b>结对</b>',
      src: 'https://elsewhere.example/feed.json',
    });
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(addressOf(`?${query}`));
    await drawn(page.mainFrame(), 2);
    assert.equal(await page.locator('h1').innerText(), '<b>结对</b>');
    assert.equal(await page.locator('meta[name="robots"]').getAttribute('content'), 'noindex');
    const faults = await page.locator('body > .fault').allInnerTexts();
    for (const said of ['chart', 'pink', 'clases', 'https://elsewhere.example/feed.json'])
      assert(
        faults.some((fault) => fault.includes(`“${said}”`)),
        said,
      );
    assert.equal(faults.length, 4);
    assert(!asked.some((url) => new URL(url).hostname.includes('elsewhere')));
    assert.deepEqual(
      await page.evaluate(() => {
        const atlas = document.querySelector('pair-atlas') as HTMLElement & { metric: string; selected: string };
        return [atlas.metric, atlas.selected, ...[...atlas.querySelectorAll('*')].map(({ localName }) => localName)];
      }),
      ['funding', '330782', 'pair-metrics', 'main', 'pair-map', 'pair-map', 'pair-legend', 'pair-details'],
    );
    await page.close();
  });

  it('says what the feed has not of what was asked for, and nothing of what was not', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('?lang=fr&metric=ghosts&per=nobody&src='));
    await drawn(page.mainFrame());
    await page.locator('.fault', { hasText: 'nobody' }).waitFor();
    const faults = await page.locator('body > .fault').allInnerTexts();
    for (const said of ['fr', 'ghosts', 'nobody'])
      assert(
        faults.some((fault) => fault.includes(said)),
        said,
      );
    assert.equal(faults.length, 3, faults.join(' '));
    // Of a feed that is asked for again and again, once.
    await page.evaluate(() => {
      const faults = [{ path: 'metric', message: 'm', remedy: 'r' }];
      for (let i = 0; i < 3; i++)
        document
          .querySelector('pair-atlas')!
          .dispatchEvent(new CustomEvent('pair-error', { detail: { isFatal: false, faults } }));
    });
    assert.equal(await page.locator('body > .fault').count(), 4);
    await page.close();
  });

  it('draws without an origin of its own where its files may be had, and says what is to do where not', async () => {
    const sandbox = 'sandbox="allow-scripts"';
    const open = await serve({}, STRICT, [], { 'Access-Control-Allow-Origin': '*' });
    const drawing = await host(
      `${script(open)}<iframe ${sandbox} src="${addressOf('', open)}" title="一"></iframe>`,
      1000,
      800,
      open,
    );
    const [frame] = framesOf(drawing.page) as [Frame];
    await drawn(frame);
    await becomes(drawing.page, async () => (await spareOf(frame)).down, 0);
    await drawing.close();
    await open.close();
    const { page, close } = await host(`<iframe ${sandbox} src="${addressOf('')}" height="400" title="一"></iframe>`);
    const [closed] = framesOf(page) as [Frame];
    const hint = closed.locator('#missing');
    await hint.waitFor({ state: 'attached' });
    assert.equal(await hint.isVisible(), false, 'not while it may still come');
    await hint.evaluate((element) => element.getAnimations().forEach((animation) => animation.finish()));
    assert.equal(await hint.isVisible(), true);
    assert.match(await hint.innerText(), /Access-Control-Allow-Origin/);
    await close();
  });

  it('changes the height of no other iframe, and of none by a message that is not its own', async () => {
    const { page, close } = await host(
      `${script()}<iframe id="atlas" src="${addressOf('?maps=330000&parts=legend')}" title="一"></iframe>
<iframe id="other" src="${addressOf('', atlases).replace('embed.html', 'data/zhejiang-2018.json')}" height="100" title="二"></iframe>`,
    );
    const frames = framesOf(page);
    await drawn(frames[0]!, 1);
    // The legend comes after the maps: until it has, the page will say a height once more.
    await frames[0]!.locator('pair-legend strong').first().waitFor();
    await becomes(page, async () => (await spareOf(frames[0]!)).down, 0);
    const heights = (): Promise<number[]> =>
      page.locator('iframe').evaluateAll((all) => all.map((frame) => (frame as HTMLElement).offsetHeight));
    const before = await heights();
    await frames[1]!.evaluate(() => parent.postMessage({ from: 'pair-atlas', height: 3333 }, '*'));
    for (const height of [-1, 0, 1e9, Number.NaN, '300', null])
      await frames[0]!.evaluate(
        (wrong) => parent.postMessage({ from: 'pair-atlas', height: wrong }, '*'),
        height as number,
      );
    await page.evaluate(() => postMessage({ from: 'pair-atlas', height: 3333 }, '*'));
    // Messages are taken in turn: after one that is right, all have been.
    await frames[0]!.evaluate(() => parent.postMessage({ from: 'pair-atlas', height: 777 }, '*'));
    await becomes(page, async () => (await heights())[0], 781);
    assert.equal((await heights())[1], before[1]);
    await close();
  });
});
