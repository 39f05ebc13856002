/** Geometry of the build: datum, cleaning and simplification. Every output is cut from one cleaned set of counties. */
import gcoord from 'gcoord';
import mapshaper from 'mapshaper';
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { Topology } from 'topojson-specification';
import type { SourceCounty } from './source.ts';
import { polygonsOf } from './sphere.ts';
import { prefectureOf, provinceOf } from './units.ts';

type Shape = Polygon | MultiPolygon;
export type CountyFeature = Feature<Shape, { readonly code: string; readonly name: string }>;

/** The source rounds up to its grid of 1/1024 degree: half a cell off is what makes inland borders fit. */
const HALF_CELL = 1 / 2048;

/** From the source's grid in GCJ-02 to WGS 84. Equal points stay equal, so shared borders stay shared. */
function toWgs84([x = 0, y = 0]: Position): Position {
  return gcoord.transform([x - HALF_CELL, y - HALF_CELL], gcoord.GCJ02, gcoord.WGS84);
}

function mapPoints(geometry: Shape, change: (point: Position) => Position): Shape {
  return geometry.type === 'Polygon'
    ? { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(change)) }
    : { type: 'MultiPolygon', coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(change))) };
}

/** The counties in WGS 84, snapped to each other, without gaps or overlaps between neighbours; not simplified. */
export async function cleanCounties(counties: readonly SourceCounty[]): Promise<CountyFeature[]> {
  const features = counties.map(({ code, name, geometry }): CountyFeature => ({
    type: 'Feature',
    properties: { code, name },
    geometry: mapPoints(geometry, toWgs84),
  }));
  return runOnCounties(features, ['-clean gap-fill-area=1km2']);
}

/** How much of the shape goes. */
export interface Simplification {
  /** Metres of detail that a county of 1 square kilometre loses; a larger county loses more, by `growth`. */
  readonly metres: number;
  /** Power of the area by which the loss grows: 0 treats all alike, 0.5 gives every county as many points. */
  readonly growth: number;
  /** Islands and exclaves below this many square kilometres go. */
  readonly speck: number;
}

/** Degrees of longitude and latitude between the points that a file can name, counted from `ORIGIN`. */
export type Grid = readonly [x: number, y: number];

/** South-west of all five provinces, and round, so that every file of one grid fits the others. */
export const ORIGIN: [number, number] = [97, 24];

/** A topology with the layers `counties`, `prefectures` and `provinces`, all of the same arcs, in degrees on the grid. */
export async function simplify(counties: readonly CountyFeature[], how: Simplification, grid: Grid): Promise<Topology> {
  const speck = `${how.speck}km2`;
  // An exclave that goes leaves a hole in its neighbour, which the cleaning fills again.
  const withoutSpecks = `-filter-islands min-area=${speck} -clean gap-fill-area=${speck}`;
  const simplified = await runOnCounties(counties, [
    withoutSpecks,
    // Small city districts would lose their shape at the detail that suits a county of the plateau.
    `-simplify variable keep-shapes interval='${how.metres}*Math.pow(this.area/1e6,${how.growth})'`,
    withoutSpecks,
  ]);
  const snapped = (await snapToGrid(simplified, grid)).map((county) => {
    const { code } = county.properties;
    return { ...county, properties: { code, prefecture: prefectureOf(code), province: provinceOf(code) } };
  });
  const output = await mapshaper.applyCommands(
    '-i counties.json -dissolve prefecture + name=prefectures -dissolve province + name=provinces target=counties' +
      ' -o topology.json format=topojson no-quantization target=*',
    { 'counties.json': collection(snapped) },
  );
  return JSON.parse(textOf(output, 'topology.json')) as Topology;
}

/** Rounding to a grid may make borders cross or lie on each other. Cleaning mends that off the grid, so both take turns. */
async function snapToGrid(counties: readonly CountyFeature[], grid: Grid): Promise<CountyFeature[]> {
  let cleaned = [...counties];
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const rounded = cleaned.map((county) => ({
      ...county,
      geometry: mapPoints(county.geometry, (point) => onGrid(point, grid)),
    }));
    cleaned = await runOnCounties(rounded, ['-clean']);
    if (cleaned.every((county) => isOnGrid(county.geometry, grid))) return cleaned;
  }
  throw new Error(`the borders still cross on the grid after ${MOST_TURNS} turns`);
}

const MOST_TURNS = 12;

const onGrid = ([x = 0, y = 0]: Position, grid: Grid): Position => [
  Math.round((x - ORIGIN[0]) / grid[0]) * grid[0] + ORIGIN[0],
  Math.round((y - ORIGIN[1]) / grid[1]) * grid[1] + ORIGIN[1],
];

const isOnGrid = (geometry: Shape, grid: Grid): boolean =>
  polygonsOf(geometry)
    .flat(2)
    .every((point) => {
      const [x, y] = onGrid(point, grid);
      return x === point[0] && y === point[1];
    });

async function runOnCounties(
  counties: readonly CountyFeature[],
  commands: readonly string[],
): Promise<CountyFeature[]> {
  const output = await mapshaper.applyCommands(`-i counties.json ${commands.join(' ')} -o result.json format=geojson`, {
    'counties.json': collection(counties),
  });
  return (JSON.parse(textOf(output, 'result.json')) as FeatureCollection<Shape, CountyFeature['properties']>).features;
}

const collection = (features: readonly Feature[]): string => JSON.stringify({ type: 'FeatureCollection', features });

function textOf(output: Record<string, Uint8Array | string>, name: string): string {
  const file = output[name];
  if (!file) throw new Error(`mapshaper wrote ${Object.keys(output).join(', ') || 'nothing'}, expected ${name}`);
  return typeof file === 'string' ? file : new TextDecoder().decode(file);
}
