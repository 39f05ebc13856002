/** The shapes of one map: regions and borders of a topology, projected once, in units that do not depend on its size. */
import { feature, mesh } from 'topojson-client';
import type { MultiLineString, Position } from 'geojson';
import type { GeometryCollection, GeometryObject } from 'topojson-specification';
import { geometriesOf, type RegionIndex } from '../data/topology.js';
import type { Level, RegionCode } from '../data/types.js';
import { toWorld, type WorldBox } from './mercator.js';

/** A closed ring in map units: x0, y0, x1, y1, and so on. */
export type Ring = Float64Array;

export interface Shape {
  readonly code: RegionCode;
  /** Outer rings and holes of all parts, for the even-odd rule. */
  readonly rings: readonly Ring[];
  /** SVG path data, map units. */
  readonly path: string;
  readonly box: Box;
  /** A point inside, map units. */
  readonly label: readonly [x: number, y: number];
  /** Degrees, as GeoJSON has it, for renderers that project by themselves. */
  readonly polygons: Position[][][];
}

export type Box = readonly [x0: number, y0: number, x1: number, y1: number];
export type BorderKind = 'county' | 'prefecture' | 'province';

export interface Border {
  readonly kind: BorderKind;
  readonly path: string;
  readonly lines: Position[][];
}

export interface MapShapes {
  readonly level: Level;
  /** What the map was asked to show. */
  readonly regions: readonly RegionCode[];
  readonly shapes: readonly Shape[];
  readonly byCode: ReadonlyMap<RegionCode, Shape>;
  /** Thin to thick: each line once, however many regions it bounds. */
  readonly borders: readonly Border[];
  /** Map units: (world - origin) * scale; the longer side is 1000. */
  readonly origin: readonly [x: number, y: number];
  readonly scale: number;
  readonly box: WorldBox;
}

/** Of a map, in map units. */
export const LONGER_SIDE = 1000;

/** How a map's units lie in the world. */
export type Frame = Pick<MapShapes, 'origin' | 'scale' | 'box'>;

/**
 * The map of all regions of `level` within `codes`. Codes that the topology lacks add nothing. With the `frame` of another
 * map, such as that of the same regions in less detail, it lies exactly over that one.
 */
export function mapShapes(regions: RegionIndex, codes: readonly RegionCode[], level: Level, frame?: Frame): MapShapes {
  const geometries = geometriesOf(regions.topology, level).filter((geometry) =>
    codes.some((code) => regions.isWithin(String(geometry.id), code)),
  );
  const collection: GeometryCollection = { type: 'GeometryCollection', geometries };
  const polygonsOf = new Map(geometries.map((geometry) => [String(geometry.id), polygons(regions, geometry)]));
  const { origin, scale, box } = frame ?? frameOf(boxOf([...polygonsOf.values()].flat(2)));
  const toUnits = ([longitude = 0, latitude = 0]: Position): [number, number] => {
    const [x, y] = toWorld(longitude, latitude);
    return [(x - origin[0]) * scale, (y - origin[1]) * scale];
  };
  const shapes = [...polygonsOf].map(([code, parts]) => shapeOf(code, parts, regions.get(code)?.label, toUnits));
  return {
    level,
    regions: codes,
    shapes,
    byCode: new Map(shapes.map((shape) => [shape.code, shape])),
    borders: bordersOf(regions, collection, level, toUnits),
    origin,
    scale,
    box,
  };
}

function frameOf(box: WorldBox): Frame {
  return { box, origin: [box[0], box[1]], scale: LONGER_SIDE / Math.max(box[2] - box[0], box[3] - box[1], 1e-9) };
}

function polygons(regions: RegionIndex, geometry: GeometryObject): Position[][][] {
  const { geometry: found } = feature(regions.topology, geometry) as GeoJSON.Feature;
  if (found.type === 'Polygon') return [found.coordinates];
  return found.type === 'MultiPolygon' ? found.coordinates : [];
}

function boxOf(rings: readonly Position[][]): WorldBox {
  let x0 = Infinity,
    y0 = Infinity,
    x1 = -Infinity,
    y1 = -Infinity;
  for (const ring of rings) {
    for (const [longitude = 0, latitude = 0] of ring) {
      const [x, y] = toWorld(longitude, latitude);
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
  }
  return x0 <= x1 ? [x0, y0, x1, y1] : [0, 0, 1, 1];
}

function shapeOf(
  code: RegionCode,
  parts: Position[][][],
  label: readonly [number, number] | undefined,
  toUnits: (at: Position) => [number, number],
): Shape {
  const rings = parts.flat().map((ring) => {
    const units = new Float64Array(ring.length * 2);
    ring.forEach((position, i) => units.set(toUnits(position), i * 2));
    return units;
  });
  let x0 = Infinity,
    y0 = Infinity,
    x1 = -Infinity,
    y1 = -Infinity;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] as number,
        y = ring[i + 1] as number;
      x0 = Math.min(x0, x);
      y0 = Math.min(y0, y);
      x1 = Math.max(x1, x);
      y1 = Math.max(y1, y);
    }
  }
  return {
    code,
    rings,
    polygons: parts,
    path: rings.map((ring) => `${linePath(ring, ring.length - 2)}Z`).join(''),
    box: [x0, y0, x1, y1],
    label: label ? toUnits([...label]) : [(x0 + x1) / 2, (y0 + y1) / 2],
  };
}

function bordersOf(
  regions: RegionIndex,
  collection: GeometryCollection,
  level: Level,
  toUnits: (at: Position) => [number, number],
): Border[] {
  const parentOf = (geometry: GeometryObject): RegionCode | undefined => regions.get(String(geometry.id))?.parent;
  const provinceOf = (geometry: GeometryObject): string => String(geometry.id).slice(0, 2);
  const kindOf = (a: GeometryObject, b: GeometryObject): BorderKind => {
    if (a === b || provinceOf(a) !== provinceOf(b)) return 'province';
    return level === 'county' && parentOf(a) === parentOf(b) ? 'county' : 'prefecture';
  };
  return (['county', 'prefecture', 'province'] as const).map((kind) => {
    const lines = (mesh(regions.topology, collection as never, (a, b) => kindOf(a, b) === kind) as MultiLineString).coordinates;
    const path = lines.map((line) => linePath(Float64Array.from(line.flatMap(toUnits)))).join('');
    return { kind, path, lines };
  });
}

/** Path data with one digit behind the point, in steps from point to point: about half the length of absolute ones. */
function linePath(points: ArrayLike<number>, end = points.length): string {
  let path = '',
    separator = 'l',
    x = 0,
    y = 0;
  for (let i = 0; i < end; i += 2) {
    const nextX = Math.round((points[i] as number) * 10),
      nextY = Math.round((points[i + 1] as number) * 10);
    if (i === 0) path = `M${nextX / 10} ${nextY / 10}`;
    else if (nextX !== x || nextY !== y) {
      path += `${separator}${(nextX - x) / 10} ${(nextY - y) / 10}`;
      separator = ' ';
    }
    x = nextX;
    y = nextY;
  }
  return path;
}

/** The region at a point of map units; failing that, the nearest one whose outline is within `slack` units. */
export function regionAt(map: MapShapes, x: number, y: number, slack = 0): RegionCode | undefined {
  let nearest: RegionCode | undefined,
    least = slack * slack;
  for (const shape of map.shapes) {
    const [x0, y0, x1, y1] = shape.box;
    if (x < x0 - slack || x > x1 + slack || y < y0 - slack || y > y1 + slack) continue;
    if (contains(shape, x, y)) return shape.code;
    if (slack > 0) {
      const distance = squaredDistance(shape, x, y);
      if (distance < least) {
        least = distance;
        nearest = shape.code;
      }
    }
  }
  return nearest;
}

export function contains(shape: Shape, x: number, y: number): boolean {
  let inside = false;
  for (const ring of shape.rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const xi = ring[i] as number,
        yi = ring[i + 1] as number,
        xj = ring[j] as number,
        yj = ring[j + 1] as number;
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}

function squaredDistance(shape: Shape, x: number, y: number): number {
  let least = Infinity;
  for (const ring of shape.rings) {
    for (let i = 2; i < ring.length; i += 2) {
      const ax = ring[i - 2] as number,
        ay = ring[i - 1] as number;
      const dx = (ring[i] as number) - ax,
        dy = (ring[i + 1] as number) - ay;
      const length = dx * dx + dy * dy;
      const t = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
      least = Math.min(least, (ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2);
    }
  }
  return least;
}
