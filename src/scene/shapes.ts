/** The shapes of one map: regions and borders of a topology, projected once, in units that do not depend on its size. */
import { feature, mesh } from 'topojson-client';
import type { MultiLineString, Position } from 'geojson';
import type { GeometryObject, MultiLineString as MultiLineArcs, Topology } from 'topojson-specification';
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
  const { topology } = regions;
  const geometries = geometriesOf(topology, level).filter((geometry) => codes.some((code) => regions.isWithin(String(geometry.id), code)));
  const world = projected(topology);
  const byId = new Map(geometries.map((geometry) => [String(geometry.id), geometry]));
  const partsOf = new Map([...byId].map(([code, geometry]) => [code, polygons(world, geometry)]));
  const { origin, scale, box } = frame ?? frameOf(boxOf([...partsOf.values()].flat(2)));
  const toUnits: Projection = (points) => {
    const units = new Float64Array(points.length * 2);
    let i = 0;
    for (const point of points) {
      units[i++] = ((point[0] as number) - origin[0]) * scale;
      units[i++] = ((point[1] as number) - origin[1]) * scale;
    }
    return units;
  };
  const shapes = [...partsOf].map(([code, parts]): Shape => {
    const label = regions.get(code)?.label;
    const at = label && toUnits([toWorld(...label) as unknown as Position]);
    const geometry = byId.get(code) as GeometryObject;
    return shapeOf(code, parts.flat().map(toUnits), at && [at[0] as number, at[1] as number], () => polygons(topology, geometry));
  });
  return {
    level,
    regions: codes,
    shapes,
    byCode: new Map(shapes.map((shape) => [shape.code, shape])),
    borders: bordersOf(regions, geometries, level, world, toUnits),
    origin,
    scale,
    box,
  };
}

/** Points of the world in map units: x0, y0, x1, y1, and so on. */
type Projection = (points: readonly Position[]) => Float64Array;

/** Every arc is projected once, for all maps of a page and all regions beside it. */
const worlds = new WeakMap<Topology, Topology>();

/** The same topology in world units, where `transform` has done its work. */
function projected(topology: Topology): Topology {
  let world = worlds.get(topology);
  if (!world) {
    const { transform } = topology;
    const [sx, sy] = transform?.scale ?? [1, 1],
      [dx, dy] = transform?.translate ?? [0, 0];
    const arcs = topology.arcs.map((arc) => {
      let x = 0,
        y = 0;
      return arc.map((position) => {
        const [stepX = 0, stepY = 0] = position;
        x = transform ? x + stepX : stepX;
        y = transform ? y + stepY : stepY;
        return toWorld(x * sx + dx, y * sy + dy) as unknown as Position;
      });
    });
    world = { type: 'Topology', objects: topology.objects, arcs };
    worlds.set(topology, world);
  }
  return world;
}

function frameOf(box: WorldBox): Frame {
  return { box, origin: [box[0], box[1]], scale: LONGER_SIDE / Math.max(box[2] - box[0], box[3] - box[1], 1e-9) };
}

/** In the units of `topology`. */
function polygons(topology: Topology, geometry: GeometryObject): Position[][][] {
  const { geometry: found } = feature(topology, geometry) as GeoJSON.Feature;
  if (found.type === 'Polygon') return [found.coordinates];
  return found.type === 'MultiPolygon' ? found.coordinates : [];
}

/** Of rings in world units. */
function boxOf(rings: readonly Position[][]): WorldBox {
  let x0 = Infinity,
    y0 = Infinity,
    x1 = -Infinity,
    y1 = -Infinity;
  for (const ring of rings) {
    for (const point of ring) {
      const x = point[0] as number,
        y = point[1] as number;
      if (x < x0) x0 = x;
      if (y < y0) y0 = y;
      if (x > x1) x1 = x;
      if (y > y1) y1 = y;
    }
  }
  return x0 <= x1 ? [x0, y0, x1, y1] : [0, 0, 1, 1];
}

function shapeOf(code: RegionCode, rings: readonly Ring[], label: Shape['label'] | undefined, degrees: () => Position[][][]): Shape {
  let x0 = Infinity,
    y0 = Infinity,
    x1 = -Infinity,
    y1 = -Infinity;
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] as number,
        y = ring[i + 1] as number;
      if (x < x0) x0 = x;
      if (y < y0) y0 = y;
      if (x > x1) x1 = x;
      if (y > y1) y1 = y;
    }
  }
  return {
    code,
    rings,
    // Asked for by MapLibre alone.
    get polygons() {
      return degrees();
    },
    path: rings.map((ring) => `${linePath(ring, ring.length - 2)}Z`).join(''),
    box: [x0, y0, x1, y1],
    label: label ?? [(x0 + x1) / 2, (y0 + y1) / 2],
  };
}

function bordersOf(
  regions: RegionIndex,
  geometries: readonly GeometryObject[],
  level: Level,
  world: Topology,
  toUnits: Projection,
): Border[] {
  const parentOf = (geometry: GeometryObject): RegionCode | undefined => regions.get(String(geometry.id))?.parent;
  const provinceOf = (geometry: GeometryObject): string => String(geometry.id).slice(0, 2);
  const kindOf = (a: GeometryObject, b: GeometryObject): BorderKind => {
    if (a === b || provinceOf(a) !== provinceOf(b)) return 'province';
    return level === 'county' && parentOf(a) === parentOf(b) ? 'county' : 'prefecture';
  };
  const arcs = new Map<BorderKind, number[][]>();
  for (const { arc, a, b } of sidesOf(geometries)) {
    const kind = kindOf(a, b);
    const list = arcs.get(kind);
    if (list) list.push([arc]);
    else arcs.set(kind, [[arc]]);
  }
  return (['county', 'prefecture', 'province'] as const).map((kind) => {
    const object: MultiLineArcs = { type: 'MultiLineString', arcs: arcs.get(kind) ?? [] };
    const linesIn = (topology: Topology): Position[][] => (mesh(topology, object as never) as MultiLineString).coordinates;
    const path = linesIn(world)
      .map((line) => linePath(toUnits(line)))
      .join('');
    return {
      kind,
      path,
      get lines() {
        return linesIn(regions.topology);
      },
    };
  });
}

interface Sides {
  readonly arc: number;
  /** The geometries on both sides; the same one where there is no other. */
  readonly a: GeometryObject;
  b: GeometryObject;
}

/** Each arc that bounds one of the geometries, once. */
function sidesOf(geometries: readonly GeometryObject[]): Iterable<Sides> {
  const sides = new Map<number, Sides>();
  const visit = (arcs: unknown, geometry: GeometryObject): void => {
    if (typeof arcs === 'number') {
      const arc = arcs < 0 ? ~arcs : arcs;
      const known = sides.get(arc);
      if (known) known.b = geometry;
      else sides.set(arc, { arc: arcs, a: geometry, b: geometry });
    } else if (Array.isArray(arcs)) for (const each of arcs) visit(each, geometry);
  };
  for (const geometry of geometries) if ('arcs' in geometry) visit(geometry.arcs, geometry);
  return sides.values();
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
