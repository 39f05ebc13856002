/** The proof that what is measured is there: colours of regions, and outlines of partners, read from a picture of the page. */
import type { Browser, Page } from 'playwright-core';
import type { BenchCase } from './cases.ts';
import { chooseMetric, locate, open, pointAt, settle, type Visit } from './measure.ts';
import { isOurs, type BenchSite, type PageName } from './site.ts';

/** How far a channel may be off: hatches over values that nobody published are laid over ours. */
const TOLERANCE = 34;
/** Part of the probed regions that must have their colour. */
const ENOUGH = 0.95;

export interface Validation {
  readonly page: PageName;
  readonly case: string;
  /** Parts of the probes that had the right colour: at the first picture, and after a switch of the metric. */
  readonly first: number;
  readonly switched: number;
  /** Pixels around a partner that changed when a region was pointed at, on another map where there are several. */
  readonly linked: number;
  readonly violations: readonly string[];
  readonly isValid: boolean;
}

export async function validate(
  browser: Browser,
  site: BenchSite,
  bench: BenchCase,
  name: PageName,
): Promise<Validation> {
  // Decodes pictures: the page under test shall not be touched by it.
  const reader = await browser.newPage();
  const visit = await open(browser, site, bench, name);
  try {
    // The screenshot is taken at once: had the maps not been drawn at the mark, it would show.
    const first = await match(visit, reader, 'funding');
    await settle(visit, site);
    await chooseMetric(visit, 'cadres');
    const switched = await match(visit, reader, 'cadres');
    const target = bench.targets.find(({ map, partner }) => bench.page.maps.length === 1 || map !== partner.map);
    if (!target) throw new Error(`${bench.name} has nothing to point at`);
    const [x, y] = await locate(visit, target.partner.map, target.partner.at);
    const clip = { x: x - 12, y: y - 12, width: 24, height: 24 };
    const before = await pixels(reader, await visit.page.screenshot({ clip }));
    await pointAt(visit, target.map, target.at);
    const after = await pixels(reader, await visit.page.screenshot({ clip }));
    const linked = countChanges(before, after);
    const violations = await visit.page.evaluate(
      () => (window as unknown as { probe: { violations: string[] } }).probe.violations,
    );
    if (visit.complaints.length > 0) throw new Error(`${name} at ${bench.name}: ${visit.complaints[0]}`);
    return {
      page: name,
      case: bench.name,
      first,
      switched,
      linked,
      violations: [...new Set(violations)],
      isValid: first >= ENOUGH && switched >= ENOUGH && linked > 10,
    };
  } finally {
    await visit.context.close();
    await reader.context().close();
  }
}

async function match(visit: Visit, reader: Page, metric: string): Promise<number> {
  const { bench } = visit;
  if (isOurs(visit.name)) await hideNames(visit);
  const picture = await pixels(reader, await visit.page.screenshot());
  const indexOf = new Map(codesOf(bench.topology).map((code, index) => [code, index]));
  let right = 0,
    probed = 0;
  for (const { map, code, around } of bench.probes) {
    const sign = bench.page.fills[metric]?.charAt(indexOf.get(code) ?? -1) ?? 'o';
    // Ours hatches what has no data and dots what only a city is known for; plain colours stand for both on the other pages.
    if (isOurs(visit.name) && (sign === 'n' || sign === 'c')) continue;
    const wanted = channels(bench.page.neutral[sign] ?? bench.page.palettes[metric]?.[Number(sign)] ?? '');
    probed++;
    const places = await Promise.all(around.map((at) => locate(visit, map, at)));
    if (places.some(([x, y]) => isNear(picture.at(Math.round(x), Math.round(y)), wanted))) right++;
  }
  return probed > 0 ? right / probed : 0;
}

/** Ours writes names over the regions; the colours are what is looked at. */
const hideNames = ({ page }: Visit): Promise<void> =>
  page.evaluate(() => {
    const atlas = document.querySelector('pair-atlas');
    for (const map of [
      ...(atlas?.querySelectorAll('pair-map') ?? []),
      ...(atlas?.shadowRoot?.querySelectorAll('pair-map') ?? []),
    ])
      map.shadowRoot?.querySelector<SVGElement>('.labels')?.style.setProperty('visibility', 'hidden');
  });

const codesOf = (topology: string): string[] =>
  (JSON.parse(topology) as { objects: { counties: { geometries: { id: string }[] } } }).objects.counties.geometries.map(
    ({ id }) => String(id),
  );

const channels = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
const isNear = (a: readonly number[], b: readonly number[]): boolean =>
  b.every((channel, i) => Math.abs(channel - (a[i] ?? 999)) <= TOLERANCE);

interface Picture {
  readonly data: readonly number[];
  at(x: number, y: number): readonly number[];
}

async function pixels(reader: Page, png: Buffer): Promise<Picture> {
  const { width, packed } = await reader.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let text = '';
    for (let i = 0; i < data.length; i += 0x8000) text += String.fromCharCode(...data.subarray(i, i + 0x8000));
    return { width: bitmap.width, packed: btoa(text) };
  }, png.toString('base64'));
  const data = Buffer.from(packed, 'base64');
  return {
    data: data as unknown as readonly number[],
    at: (x, y) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)],
  };
}

function countChanges({ data: before }: Picture, { data: after }: Picture): number {
  let changed = 0;
  for (let i = 0; i < before.length; i += 4)
    if ([0, 1, 2].some((channel) => Math.abs((before[i + channel] ?? 0) - (after[i + channel] ?? 0)) > 24)) changed++;
  return changed;
}
