/** 20,000 regions that are nobody's: a jittered grid with the three levels that a county topology has, the same in every run. */
import { mergeArcs } from 'topojson-client';
import type { MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { seeded } from './stats.ts';

/** Blocks of blocks: 5 by 5 provinces of 5 by 2 prefectures of 8 by 10 counties. */
const PROVINCES = 5,
  PREFECTURES_WIDE = 5,
  PREFECTURES_HIGH = 2,
  COUNTIES_WIDE = 8,
  COUNTIES_HIGH = 10;
const WIDE = PROVINCES * PREFECTURES_WIDE * COUNTIES_WIDE,
  HIGH = PROVINCES * PREFECTURES_HIGH * COUNTIES_HIGH;
/** How far a corner strays, in cells. */
const JITTER = 0.22;
/** Degrees of a cell. */
const CELL = 0.1,
  WEST = 98,
  NORTH = 38;

export const SYNTHETIC_REGIONS = WIDE * HIGH;

type Point = readonly [x: number, y: number];
type Region = Polygon<{ name: string; en: string; pinyin: string; parent?: string; label?: [number, number] }> & {
  id: string;
};

export function syntheticTopology(seed = 2018): Topology {
  const random = seeded(seed);
  const stray = (): number => (random() * 2 - 1) * JITTER;
  const corners: Point[][] = Array.from({ length: HIGH + 1 }, (_, row) =>
    Array.from({ length: WIDE + 1 }, (_, column): Point => [
      WEST + CELL * (column + (column % WIDE === 0 ? 0 : stray())),
      NORTH - CELL * (row + (row % HIGH === 0 ? 0 : stray())),
    ]),
  );
  const corner = (column: number, row: number): Point => corners[row]?.[column] ?? [0, 0];
  const arcs: number[][][] = [];
  /** An edge with a bend: borders of counties are no straight lines. */
  const edge = (from: Point, to: Point): number => {
    const bend = stray() * 0.5;
    const middle: Point = [
      (from[0] + to[0]) / 2 + bend * (to[1] - from[1]),
      (from[1] + to[1]) / 2 + bend * (from[0] - to[0]),
    ];
    return arcs.push([from, middle, to].map(([x, y]) => [round(x), round(y)])) - 1;
  };
  const across = corners.map((line, row) =>
    line.slice(0, -1).map((from, column) => edge(from, corner(column + 1, row))),
  );
  const down = corners.slice(0, -1).map((line, row) => line.map((from, column) => edge(from, corner(column, row + 1))));
  const counties: Region[] = [];
  for (let row = 0; row < HIGH; row++) {
    for (let column = 0; column < WIDE; column++) {
      const [top = 0, bottom = 0] = [across[row]?.[column], across[row + 1]?.[column]];
      const [left = 0, right = 0] = [down[row]?.[column], down[row]?.[column + 1]];
      const id = codeAt(column, row);
      const label: [number, number] = [round(WEST + CELL * (column + 0.5)), round(NORTH - CELL * (row + 0.5))];
      counties.push({
        type: 'Polygon',
        id,
        properties: { name: `县${id}`, en: `County ${id}`, pinyin: 'xiàn', parent: `${id.slice(0, 4)}00`, label },
        arcs: [[top, right, ~bottom, ~left]],
      });
    }
  }
  const bare: Topology = { type: 'Topology', arcs, objects: {} };
  const level = (digits: number): (MultiPolygon & { id: string })[] => {
    const members = new Map<string, Region[]>();
    for (const county of counties) {
      const code = county.id.slice(0, digits).padEnd(6, '0');
      members.set(code, [...(members.get(code) ?? []), county]);
    }
    return [...members].map(([id, list]) => ({
      ...(mergeArcs(bare, list as never) as MultiPolygon),
      id,
      properties: {
        name: `地${id}`,
        en: `Unit ${id}`,
        pinyin: 'dì',
        ...(digits === 4 ? { parent: `${id.slice(0, 2)}0000` } : {}),
      },
    }));
  };
  const collection = (geometries: readonly unknown[]): never => ({ type: 'GeometryCollection', geometries }) as never;
  const about = { datum: 'WGS 84', vintage: 'none', source: { 'zh-CN': '人造网格', en: 'made-up grid' } };
  return Object.assign(bare, about, {
    objects: { counties: collection(counties), prefectures: collection(level(4)), provinces: collection(level(2)) },
  });
}

/** From 110101 on: two digits each for province, prefecture and county. */
function codeAt(column: number, row: number): string {
  const width = PREFECTURES_WIDE * COUNTIES_WIDE,
    height = PREFECTURES_HIGH * COUNTIES_HIGH;
  const province = 11 + Math.floor(row / height) * PROVINCES + Math.floor(column / width);
  const prefecture =
    1 + Math.floor((row % height) / COUNTIES_HIGH) * PREFECTURES_WIDE + Math.floor((column % width) / COUNTIES_WIDE);
  const county = 1 + (row % COUNTIES_HIGH) * COUNTIES_WIDE + (column % COUNTIES_WIDE);
  return [province, prefecture, county].map((part) => String(part).padStart(2, '0')).join('');
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000;
