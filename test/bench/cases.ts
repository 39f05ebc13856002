/** The three cases: what every page draws, with classes, colours and partners as the library's own core has them. */
import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import {
  buildDataset,
  classScale,
  fillOf,
  fitCamera,
  mapShapes,
  paletteOf,
  parseFeed,
  readTopology,
  type Dataset,
  type MapShapes,
} from '../../src/core.ts';
import { contains } from '../../src/scene/geometry/shapes.ts';
import { countryTopology } from './country.ts';
import type { MapSpec, PageValues } from './pages/values.ts';
import { seeded } from './stats.ts';
import { syntheticTopology } from './synthetic.ts';

export const CASES = ['five', 'country', 'synthetic'] as const;
export type CaseName = (typeof CASES)[number];

/** Longitude and latitude, and the map that a place is on. */
export interface Place {
  readonly map: number;
  readonly code: string;
  readonly at: readonly [number, number];
}

export interface Probe extends Place {
  /** Points of the same region: a label or a border may lie on some of them. */
  readonly around: readonly (readonly [number, number])[];
}

export interface BenchCase {
  readonly name: CaseName;
  readonly title: string;
  readonly regions: number;
  readonly topology: string;
  readonly values: string;
  readonly feed: string;
  readonly page: PageValues;
  /** Regions to point at, one after the other, each with a partner that must light up. */
  readonly targets: readonly (Place & { readonly partner: Place })[];
  readonly probes: readonly Probe[];
  /** The map that is panned. */
  readonly panned: number;
}

/** CSS pixels around the maps, as the library has them. */
const PADDING = 6;
const HOVERS = 12,
  PROBES = 60;
const ROOT = new URL('../../', import.meta.url);

export async function makeCase(name: CaseName, work: string): Promise<BenchCase> {
  if (name === 'five') {
    const read = (file: string): string => readFileSync(new URL(`data/${file}`, ROOT), 'utf8');
    return finish(name, 'five provinces', read('counties-2018.json'), read('zhejiang-2018.json'), FIVE);
  }
  const topology = name === 'country' ? await countryTopology(work) : syntheticTopology();
  return finish(
    name,
    name === 'country' ? 'the whole country' : 'a jittered grid',
    JSON.stringify(topology),
    feedFor(topology),
    name === 'country' ? ONE : GRID,
  );
}

const FIVE = {
  groups: ['330000', '510000', '520000', '420000', '220000'],
  width: 420,
  height: 380,
  least: 9,
  panned: 1,
  probed: 13,
};
const ONE = { groups: [''], width: 1000, height: 700, least: 4, panned: 0, probed: 10 };
/** Its regions are all as small. */
const GRID = { ...ONE, probed: 4 };

function finish(name: CaseName, title: string, topology: string, feed: string, shown: typeof FIVE): BenchCase {
  const dataset = datasetOf(topology, feed);
  const { counties, provinces } = dataset.regions;
  const maps = shown.groups.map((group) => mapShapes(dataset.regions, group ? [group] : provinces, 'county'));
  const page = pageValues(dataset, maps, shown);
  return {
    name,
    title,
    page,
    topology,
    feed,
    regions: counties.length,
    values: JSON.stringify(page),
    panned: shown.panned,
    targets: targetsOf(maps, page, shown.least),
    probes: probesOf(maps, page, shown.probed),
  };
}

function datasetOf(topology: string, feed: string): Dataset {
  const geometry = readTopology(JSON.parse(topology));
  const reading = parseFeed(JSON.parse(feed));
  if (geometry.kind !== 'regions' || reading.kind !== 'feed')
    throw new Error(
      `expected a topology and a feed, got ${JSON.stringify({ ...geometry.faults, ...reading.faults }).slice(0, 300)}`,
    );
  return buildDataset(reading.feed, reading.codes, geometry.regions, reading.faults);
}

function pageValues(dataset: Dataset, maps: readonly MapShapes[], { groups, width, height }: typeof FIVE): PageValues {
  const metrics = ['funding', 'coverage', 'cadres'];
  const period = dataset.periodsOf('funding').at(-1) ?? '';
  const fills: Record<string, string> = {},
    palettes: Record<string, readonly string[]> = {};
  for (const id of metrics) {
    const metric = dataset.metric(id);
    if (!metric) throw new Error(`the feed has no metric ${id}`);
    const scale = classScale(dataset, metric, period, 'county', { method: 'quantile', classes: 5 });
    palettes[id] = paletteOf('light', 'teal', scale.classes.length).classes;
    fills[id] = dataset.regions.counties
      .map((code) => {
        const fill = fillOf(dataset.datum(code, id, period), scale);
        return fill.kind === 'class'
          ? String(fill.index)
          : fill.kind === 'no-data'
            ? 'n'
            : fill.kind === 'city-only'
              ? 'c'
              : 'o';
      })
      .join('');
  }
  const partners: Record<string, string[]> = {};
  for (const code of dataset.regions.counties) {
    const found = dataset
      .partnersOf(code, period)
      .flatMap((partner) =>
        dataset.regions.get(partner.code)?.level === 'county'
          ? [partner.code]
          : dataset.regions.countiesWithin(partner.code),
      );
    if (found.length > 0) partners[code] = [...new Set(found)];
  }
  const palette = paletteOf('light', 'teal', 5);
  return {
    metrics,
    fills,
    palettes,
    partners,
    width,
    height,
    neutral: { o: palette.outside, n: palette.noData, c: palette.cityOnly },
    border: palette.borders.county,
    accent: palette.accent,
    partner: palette.partner,
    maps: maps.map(({ box }, i): MapSpec => ({
      group: groups[i] ?? '',
      box,
      ...fitCamera(box, { width, height }, PADDING),
    })),
  };
}

/** Participants and givers in turn over all maps, those with the widest room first. */
function targetsOf(maps: readonly MapShapes[], page: PageValues, least: number): BenchCase['targets'] {
  const perMap = maps.map((map, i) =>
    spacious(map, i, page, least).flatMap((place) => {
      const code = page.partners[place.code]?.find((partner) => maps.some((other) => other.byCode.has(partner)));
      const at = maps.findIndex((other) => code !== undefined && other.byCode.has(code));
      const other = maps[at];
      return code !== undefined && other
        ? [{ ...place, partner: { code, map: at, at: lonLat(other, other.byCode.get(code)?.label) } }]
        : [];
    }),
  );
  const targets = Array.from({ length: HOVERS }, (_, turn) => {
    const list = perMap[turn % perMap.length] ?? [];
    // Spread over the map: its first regions lie together.
    return list[
      Math.floor(((Math.floor(turn / perMap.length) + 0.5) / Math.ceil(HOVERS / perMap.length)) * list.length)
    ];
  });
  return targets.flatMap((target) => target ?? []);
}

function probesOf(maps: readonly MapShapes[], page: PageValues, least: number): Probe[] {
  return maps.flatMap((map, i) => {
    const places = spacious(map, i, page, least);
    const step = Math.max(1, Math.floor(places.length / (PROBES / maps.length)));
    return places
      .filter((_, n) => n % step === 0)
      .map((place) => {
        const shape = map.byCode.get(place.code);
        if (!shape) throw new Error(place.code);
        // All over the region: names and borders may lie on some of it.
        const [x0, y0, x1, y1] = shape.box;
        const parts = [0.2, 0.35, 0.5, 0.65, 0.8];
        const points = parts.flatMap((v) =>
          parts.map((u): [number, number] => [x0 + (x1 - x0) * u, y0 + (y1 - y0) * v]),
        );
        return {
          ...place,
          around: points.filter((point) => contains(shape, ...point)).map((point) => lonLat(map, point)),
        };
      });
  });
}

/** Regions at least `least` pixels wide and high, in the order of the map. */
function spacious(map: MapShapes, i: number, page: PageValues, least: number): Place[] {
  const scale = pixelsPerUnit(map, page, i);
  return map.shapes
    .filter(({ box: [x0, y0, x1, y1] }) => Math.min(x1 - x0, y1 - y0) * scale >= least)
    .map(({ code, label }) => ({ map: i, code, at: lonLat(map, label) }));
}

const pixelsPerUnit = (map: MapShapes, page: PageValues, i: number): number =>
  (512 * 2 ** (page.maps[i]?.zoom ?? 0)) / map.scale;

function lonLat(map: MapShapes, [x, y]: readonly [number, number] = [0, 0]): [number, number] {
  const worldX = map.origin[0] + x / map.scale,
    worldY = map.origin[1] + y / map.scale;
  return [(worldX - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * worldY))) * 180) / Math.PI];
}

/** A feed for boundaries that nobody has figures of: a fifth helps, the rest is helped, all of it by a seeded draw. */
export function feedFor(topology: Topology): string {
  const { counties } = topology.objects;
  const codes = counties?.type === 'GeometryCollection' ? counties.geometries.map(({ id }) => String(id)) : [];
  const random = seeded(1);
  const provinces = [...new Set(codes.map((code) => code.slice(0, 2)))];
  const giving = new Set(provinces.filter((_, i) => i % 5 === 0));
  const givers = codes.filter((code) => giving.has(code.slice(0, 2))),
    receivers = codes.filter((code) => !giving.has(code.slice(0, 2)));
  return JSON.stringify({
    version: 1,
    id: 'bench',
    title: { 'zh-CN': '测速用的数据', en: 'Made-up figures for the benchmark' },
    metrics: [
      { id: 'funding', label: { 'zh-CN': '资金', en: 'Funding' }, kind: 'amount', unit: 'CNY' },
      { id: 'cadres', label: { 'zh-CN': '干部', en: 'Cadres' }, kind: 'count', unit: 'person' },
      { id: 'coverage', label: { 'zh-CN': '覆盖', en: 'Coverage' }, kind: 'coverage', of: 'cadres' },
    ],
    regions: receivers,
    values: receivers.map((code) => ({
      code,
      period: '2018',
      funding: Math.round(Math.exp(14 + 3 * random())) * 100,
      cadres: Math.floor(random() * 5),
      status: 'reported',
    })),
    pairs: receivers.map((to, i) => ({
      from: givers[i % givers.length],
      to,
      period: '2018',
      weight: 1,
      status: 'confirmed',
    })),
  });
}
