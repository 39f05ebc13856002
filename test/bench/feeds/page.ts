/** A visit to a page with a large feed: how long it stands still at most, while it reads the feed, and while it is used. */
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { readTopology } from '../../../src/data/read-topology.ts';
import type { PairAtlas } from '../../../src/elements/atlas/atlas.ts';
import { feeds } from '../../fixtures/fuzz/feeds.ts';
import type { Tried } from '../../fixtures/fuzz/run.ts';

export type { Tried };

export interface Stands {
  /** Milliseconds of the longest task of the main thread, and of all that take over 50 together. */
  readonly longest: number;
  readonly sum: number;
}

export interface VisitResult {
  /** Milliseconds from navigation until the data was there, or refused. */
  readonly ready: number;
  /** The longest task until then, and until the page was at rest. */
  readonly read: number;
  readonly load: Stands;
  /** By what was done. */
  readonly use: Readonly<Record<string, Stands>>;
  /** What stood in place of the maps. */
  readonly refused: string;
  readonly complaints: readonly string[];
}

interface TaskWindow extends Window {
  tasks: { start: number; duration: number }[];
  settled: Promise<number>;
}

/** Milliseconds without a long task before the page is at rest. */
const QUIET = 1_500;
const PATIENCE = 180_000;

const USES: Readonly<Record<string, (atlas: PairAtlas) => void>> = {
  'a county selected': (atlas) => (atlas.selected = atlas.state.values.dataset?.regions.counties[0] ?? ''),
  'another metric': (atlas) => (atlas.metric = 'each'),
  'an earlier period': (atlas) => (atlas.period = '2020'),
  prefectures: (atlas) => atlas.state.change({ level: 'prefecture' }, 'reader'),
};

/** What comes when the feed is asked for again, every value another one; and that it is compared with the one before. */
const AGAIN: typeof USES = {
  'a new version': (atlas) => atlas.reload(),
  'the versions compared': (atlas) => atlas.state.change({ isComparing: true }, 'reader'),
};

export async function visitLarge(browser: Browser, url: string, hasNext: boolean): Promise<VisitResult> {
  const { page, complaints } = await open(browser);
  try {
    await page.goto(url);
    const ready = await page.evaluate(() => (window as unknown as TaskWindow).settled);
    const { tasks, ...load } = await stands(page);
    const refused = await page.evaluate(() =>
      (document.querySelector('pair-atlas')?.shadowRoot?.querySelector('[part="error"]')?.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    const use: Record<string, Stands> = {};
    for (const [name, act] of refused ? [] : Object.entries(hasNext ? { ...USES, ...AGAIN } : USES)) {
      await page.evaluate(`(${String(act)})(document.querySelector('pair-atlas'))`);
      const { longest, sum } = await stands(page);
      use[name] = { longest, sum };
    }
    const read = Math.max(0, ...tasks.filter(({ start }) => start < ready).map(({ duration }) => duration));
    return { ready, read, load, use, refused, complaints };
  } catch (error) {
    const none = { longest: NaN, sum: NaN };
    return { ready: NaN, read: NaN, load: none, use: {}, refused: '', complaints: [...complaints, String(error)] };
  } finally {
    await page.context().close();
  }
}

async function open(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('crash', () => complaints.push('the page crashed'));
  // The compiler names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(() => {
    const tasks: TaskWindow['tasks'] = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
    const settled = new Promise<number>((resolve) => {
      for (const name of ['pair-ready', 'pair-error'])
        document.addEventListener(name, (event) => {
          if (name === 'pair-ready' || (event as CustomEvent<{ isFatal: boolean }>).detail.isFatal)
            resolve(performance.now());
        });
    });
    Object.assign(window, { tasks, settled });
  });
  // Chromium loads pages of its own when a window opens.
  await page.waitForTimeout(QUIET);
  return { page, complaints };
}

/** Waits until there has been no long task for a while, and takes those that there were. */
async function stands(page: Page): Promise<Stands & { tasks: TaskWindow['tasks'] }> {
  const tasks = await page.evaluate(async (quiet) => {
    const { tasks: seen } = window as unknown as TaskWindow;
    for (let since = performance.now(), count = seen.length; performance.now() - since < quiet;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (seen.length !== count) {
        count = seen.length;
        since = performance.now();
      }
    }
    return seen.splice(0);
  }, QUIET);
  const durations = tasks.map(({ duration }) => duration);
  return { tasks, longest: Math.max(0, ...durations), sum: durations.reduce((sum, each) => sum + each, 0) };
}

/** Feeds at random on one page, each in place of the one before, and looked at: an error of the page ends the run. */
export async function tryInPage(
  browser: Browser,
  url: string,
  topology: unknown,
  runs: number,
  seed: number,
): Promise<Tried> {
  const reading = readTopology(topology);
  if (reading.kind !== 'regions') throw new Error('The boundaries of the trial are unusable.');
  const { page, complaints } = await open(browser);
  await page.goto(url);
  await page.evaluate(() => (window as unknown as TaskWindow).settled);
  let drawn = 0,
    longest = 0;
  await stands(page);
  for (const feed of fc.sample(feeds(reading.regions), { numRuns: runs, seed })) {
    const isDrawn = await page.evaluate(
      async (text) => {
        const atlas = document.querySelector('pair-atlas') as PairAtlas;
        const frame = (): Promise<number> => new Promise(requestAnimationFrame);
        const over = new AbortController();
        const heard = new Promise<boolean>((resolve) => {
          atlas.addEventListener('pair-ready', () => resolve(true), over);
          atlas.addEventListener('pair-error', ({ detail }) => detail.isFatal && resolve(false), over);
        });
        const json: unknown = JSON.parse(text);
        // What is no object is no feed that a page could be given.
        atlas.feed = typeof json === 'object' && json !== null ? json : {};
        const isThere = await heard;
        over.abort();
        const { dataset } = atlas.state.values;
        if (isThere && dataset) {
          const [metric] = dataset.feed.metrics.slice(-1);
          atlas.selected = dataset.regions.counties.slice(0, 2).join(' ');
          if (metric) atlas.metric = metric.id;
          await frame();
          await atlas.exportAs('csv');
          await atlas.exportAs('svg').catch((error: Error) => {
            // A feed whose regions are on no map has none to export, and is told so.
            if (!error.message.includes('no map to export') || atlas.state.values.dataset?.participants.size)
              throw error;
          });
        }
        await frame();
        await frame();
        return isThere;
      },
      JSON.stringify(feed) ?? 'null',
    );
    if (isDrawn) drawn++;
    if (complaints.length > 0) throw new Error(`${complaints[0]}\n${JSON.stringify(feed)}`);
    const tasks = await page.evaluate(() => (window as unknown as TaskWindow).tasks.splice(0));
    longest = Math.max(longest, ...tasks.map(({ duration }) => duration));
  }
  await page.context().close();
  return { runs, drawn, longest };
}
