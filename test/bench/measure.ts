/** One visit of one page: load, point, switch, zoom, drag, and what each of it cost. */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import type { BenchCase } from './cases.ts';
import { probeOf, type ProbeWindow, type Repaint } from './probe.ts';
import { isOurs, type BenchSite, type PageName, type Sent } from './site.ts';
import { median, quantile } from './stats.ts';

/** Numbers of one visit, by the key of a row. */
export type Sample = Readonly<Record<string, number>>;

export const VIEWPORT = { width: 1440, height: 1400 };
export const PATIENCE = 240_000;
/** Longer than our own patience with MapLibre. */
const CLIMB = 30_000;
const DRAG_MOVES = 60;
/** What the browser itself does for a new window, on the cores that the page shall be measured on. */
export const BROWSER_REST = 500;
/** Nothing was sent for this long: the page has loaded. */
const QUIET = 1_500;

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly name: PageName;
  readonly bench: BenchCase;
  /** Milliseconds from navigation to the end of the frame with all maps in it. */
  readonly painted: number;
  /** What was sent until then, and since. */
  readonly early: readonly Sent[];
  readonly late: readonly Sent[];
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

export async function open(browser: Browser, site: BenchSite, bench: BenchCase, name: PageName): Promise<Visit> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const requests: string[] = [],
    complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(probeOf(bench, name));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.enable');
  await page.waitForTimeout(BROWSER_REST);
  site.takeSent();
  await page.goto(`${site.origin}/${bench.name}/${name}/`, { waitUntil: 'commit' });
  await page.waitForFunction(() => (window as unknown as ProbeWindow).probe.painted !== undefined);
  const [painted, at] = await page.evaluate(() => {
    const time = (window as unknown as ProbeWindow).probe.painted ?? NaN;
    return [time, performance.timeOrigin + time] as const;
  });
  const sent = site.takeSent();
  const early = sent.filter((one) => one.at <= at),
    late = sent.filter((one) => one.at > at);
  return { context, page, cdp, name, bench, painted, early, late, requests, complaints };
}

/** Waits until nothing more is sent; what came after the first picture. */
export async function settle({ page }: Visit, site: BenchSite): Promise<Sent[]> {
  const late: Sent[] = [];
  for (let quiet = 0; quiet < QUIET; quiet += 250) {
    await page.waitForTimeout(250);
    const sent = site.takeSent();
    late.push(...sent);
    if (sent.length > 0) quiet = 0;
  }
  return late;
}

const sum = (sent: readonly Sent[], kind?: RegExp): number =>
  sent.reduce((total, { bytes, path }) => total + (kind === undefined || kind.test(path) ? bytes : 0), 0);

export async function measureLoad(visit: Visit, site: BenchSite): Promise<Sample> {
  const total = sum([...visit.early, ...visit.late, ...(await settle(visit, site))]);
  return {
    bytes: sum(visit.early) / 1000,
    'bytes-all': total / 1000,
    script: sum(visit.early, /\.m?js$/) / 1000,
    geometry: sum(visit.early, /(?:topology|counties-2018)\.json$/) / 1000,
    ...(await heap(visit)),
  };
}

async function heap({ cdp }: Visit): Promise<Sample> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const usage = (await cdp.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  const MB = 1024 * 1024;
  return {
    heap: usage.usedSize / MB,
    'heap-all': (usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0)) / MB,
  };
}

async function taskTime({ cdp }: Visit): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** Does `act`, and waits for what it draws. */
async function repaint(visit: Visit, type: 'pointermove' | 'click', act: () => Promise<void>): Promise<Repaint> {
  await visit.page.evaluate((kind) => (window as unknown as ProbeWindow).probe.watch(kind), type);
  await act();
  return visit.page.evaluate(() => (window as unknown as ProbeWindow).probe.repaint());
}

export async function pointAt(visit: Visit, map: number, at: readonly [number, number]): Promise<Repaint> {
  const [x, y] = await locate(visit, map, at);
  return repaint(visit, 'pointermove', () => visit.page.mouse.move(x, y));
}

export const locate = (visit: Visit, map: number, at: readonly [number, number]): Promise<readonly [number, number]> =>
  visit.page.evaluate(
    ([i, place]) => {
      const { adapter } = (window as unknown as ProbeWindow).bench;
      if (!adapter) throw new Error('the page has no adapter');
      return adapter.locate(i, place);
    },
    [map, at] as const,
  );

/** Metrics in the order in which they are switched through. */
const ORDER = ['funding', 'coverage', 'cadres'] as const;

export async function chooseMetric(visit: Visit, metric: string): Promise<Repaint> {
  const box = await visit.page
    .locator(isOurs(visit.name) ? 'pair-metrics label' : 'form label')
    .filter({ has: visit.page.locator(`input[value="${metric}"]`) })
    .boundingBox();
  if (!box) throw new Error(`${visit.name} has no switch for ${metric}`);
  await visit.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await visit.page.waitForTimeout(100);
  return repaint(visit, 'click', () => visit.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
}

export async function measureHover(visit: Visit): Promise<Sample> {
  const found: Repaint[] = [];
  // The first round warms the page up, and is not counted: a reader points more than once.
  for (const turn of [0, 1, 2]) {
    for (const { map, at } of visit.bench.targets) {
      const gesture = await pointAt(visit, map, at);
      if (turn > 0) found.push(gesture);
      // Longer than Leaflet's own pause between two looks at the pointer.
      await visit.page.waitForTimeout(40);
    }
  }
  return summary('hover', found);
}

export async function measureSwitch(visit: Visit): Promise<Sample> {
  const found: Repaint[] = [];
  for (let i = 0; i < 9; i++) {
    const gesture = await chooseMetric(visit, ORDER[(i + 1) % ORDER.length] ?? 'funding');
    if (i >= 3) found.push(gesture);
    await visit.page.waitForTimeout(100);
  }
  return summary('switch', found);
}

const summary = (key: string, found: readonly Repaint[]): Sample => ({
  [key]: median(found.map(({ drawn }) => drawn)),
  [`${key}-p95`]: quantile(
    found.map(({ drawn }) => drawn),
    0.95,
  ),
  [`${key}-presented`]: median(found.map(({ presented }) => presented)),
  [`${key}-script`]: median(found.map(({ handled }) => handled)),
});

/** Drags one map, zoomed in by two steps. Ours is zoomed by the reader's wheel, and climbs to MapLibre by that. */
export async function measurePan(visit: Visit, site: BenchSite): Promise<Sample> {
  const { page, bench } = visit;
  const { map, at } = { map: bench.panned, at: middleOf(bench) };
  const [x, y] = await locate(visit, map, at);
  let isSvg = false;
  if (isOurs(visit.name)) isSvg = !(await climb(visit, x, y));
  else await page.evaluate((i) => (window as unknown as ProbeWindow).bench.adapter?.zoomIn?.(i), map);
  await settle(visit, site);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const path = Array.from({ length: DRAG_MOVES + 4 }, (_, i): [number, number] => {
    const turn = (i / DRAG_MOVES) * 2 * Math.PI;
    return [x + 90 * Math.sin(turn), y + 60 * Math.sin(2 * turn)];
  });
  // The first moves only begin the gesture.
  for (const [toX, toY] of path.splice(0, 4)) await page.mouse.move(toX, toY);
  await page.evaluate(() => (window as unknown as ProbeWindow).probe.startFrames());
  const before = await taskTime(visit);
  for (const [toX, toY] of path) await page.mouse.move(toX, toY);
  const after = await taskTime(visit);
  const frames = await page.evaluate(() => (window as unknown as ProbeWindow).probe.stopFrames());
  await page.mouse.up();
  return {
    pan: quantile(frames, 0.5),
    'pan-p95': quantile(frames, 0.95),
    'pan-on-svg': Number(isSvg),
    'pan-task': (after - before) / DRAG_MOVES,
  };
}

function middleOf({ page, panned }: BenchCase): [number, number] {
  const { longitude = 0, latitude = 0 } = page.maps[panned] ?? {};
  return [longitude, latitude];
}

/** False where MapLibre did not come up: the map is panned as the reader would find it. */
async function climb({ page }: Visit, x: number, y: number): Promise<boolean> {
  await page.mouse.move(x, y);
  await page.keyboard.down('Control');
  for (let i = 0; i < 2; i++) {
    await page.mouse.wheel(0, -240);
    await page.waitForTimeout(200);
  }
  await page.keyboard.up('Control');
  const isUp = page.waitForFunction(
    () => {
      const atlas = document.querySelector('pair-atlas');
      const all = [
        ...document.querySelectorAll('pair-map'),
        ...(atlas?.shadowRoot?.querySelectorAll('pair-map') ?? []),
      ];
      return all.some((map) => (map as HTMLElement).dataset.renderer === 'maplibre');
    },
    undefined,
    { timeout: CLIMB },
  );
  return isUp.then(
    () => true,
    () => false,
  );
}
