/** The shapes of one map: regions and borders of a topology, projected once, in units that do not depend on its size. */
import type { GeometryObject, Topology } from 'topojson-specification';
import { memo } from '../../data/memo.js';
import { geometriesOf, type RegionIndex } from '../../data/topology.js';
import type { Level, RegionCode } from '../../data/types.js';
import { ArcWriter, arcsOf, boxAlong, boxAround, eachArc, partsOf, type Arc, type ArcRing } from './arcs.js';
import { worldX, worldY, type WorldBox } from './mercator.js';

/** A closed ring in map units: x0, y0, x1, y1, and so on. */
export type Ring = Float64Array;

export interface Shape {
  readonly code: RegionCode;
  /** Outer rings and holes of all parts, for the even-odd rule. */
  readonly rings: readonly Ring[];
  /** SVG path data, map units, for the non-zero rule. */
  readonly path: string;
  readonly box: Box;
  /** A point inside, map units. */
  readonly label: readonly [x: number, y: number];
  /** Of the map's topology, for renderers that project by themselves. */
  readonly geometry: GeometryObject;
}

export type Box = readonly [x0: number, y0: number, x1: number, y1: number];
export type BorderKind = 'county' | 'prefecture' | 'province';

export interface Border {
  readonly kind: BorderKind;
  /** SVG path data, map units: each arc is a line of its own. */
  readonly path: string;
  /** Of the map's topology. */
  readonly arcs: readonly number[];
}

export interface MapShapes {
  readonly level: Level;
  /** What the map was asked to show. */
  readonly regions: readonly RegionCode[];
  readonly topology: Topology;
  readonly shapes: readonly Shape[];
  readonly byCode: ReadonlyMap<RegionCode, Shape>;
  /** Thin to thick: each line once, however many regions it bounds. */
  readonly borders: readonly Border[];
  /** Map units: (world - origin) * scale; the longer side is 10,000. */
  readonly origin: readonly [x: number, y: number];
  readonly scale: number;
  readonly box: WorldBox;
}

/** Of a map, in map units. Paths are in whole ones, which are written and read faster than fractions. */
export const LONGER_SIDE = 10_000;

/** Of a map unit, in what is made to be looked at closely. */
const FINE_PARTS = 10;

/** How a map's units lie in the world. */
export type Frame = Pick<MapShapes, 'origin' | 'scale' | 'box'>;

/**
 * The map of all regions of `level` within `codes`. Codes that the topology lacks add nothing. With the `frame` of another
 * map, that of the same regions in less detail, it lies exactly over that one, and is written in finer steps.
 */
export function mapShapes(regions: RegionIndex, codes: readonly RegionCode[], level: Level, frame?: Frame): MapShapes {
  const { topology } = regions;
  const geometryOf = geometriesByCode(topology, level);
  const arcAt = arcsOf(topology);
  const outlines = [...new Set(codes.flatMap((code) => regions.codesWithin(code, level)))].flatMap((code) => {
    const geometry = geometryOf.get(code);
    const parts = geometry ? partsOf(geometry) : [];
    // A region whose geometry is broken has no shape.
    return geometry && parts.length > 0 ? [{ code, geometry, parts, box: boxAlong(parts, arcAt) }] : [];
  });
  const units = frame ?? frameOf(boxAround(outlines.map((outline) => outline.box)));
  const writer = new ArcWriter(arcAt, units.origin, units.scale, frame ? FINE_PARTS : 1);
  const shapes = outlines.map(({ code, geometry, parts, box }): Shape => {
    const extent: Box = [...place(units, box[0], box[1]), ...place(units, box[2], box[3])];
    const label = regions.get(code)?.label;
    const middle: Shape['label'] = label
      ? place(units, worldX(label[0]), worldY(label[1]))
      : [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2];
    return new RegionShape(code, geometry, writer.region(parts), extent, middle, arcAt, units);
  });
  return {
    level,
    regions: codes,
    topology,
    shapes,
    byCode: new Map(shapes.map((shape) => [shape.code, shape])),
    borders: bordersOf(regions, outlines, level, writer),
    origin: units.origin,
    scale: units.scale,
    box: units.box,
  };
}

/** A level's geometries, for all maps of a page. */
const geometriesByCode = memo(
  (topology: Topology, level: Level): ReadonlyMap<RegionCode, GeometryObject> =>
    new Map(geometriesOf(topology, level).map((geometry) => [String(geometry.id), geometry])),
);

/** Map units of a point of the world. */
const place = ({ origin, scale }: Frame, x: number, y: number): readonly [x: number, y: number] => [
  (x - origin[0]) * scale,
  (y - origin[1]) * scale,
];

class RegionShape implements Shape {
  #rings: readonly Ring[] | undefined;

  constructor(
    readonly code: RegionCode,
    readonly geometry: GeometryObject,
    readonly path: string,
    readonly box: Box,
    readonly label: readonly [x: number, y: number],
    private readonly arcAt: (index: number) => Arc,
    private readonly frame: Frame,
  ) {}

  /** Not needed to draw the first picture. */
  get rings(): readonly Ring[] {
    return (this.#rings ??= partsOf(this.geometry).flatMap((part) =>
      part.map((ring) => ringIn(ring, this.arcAt, this.frame)),
    ));
  }
}

function frameOf(box: WorldBox): Frame {
  return { box, origin: [box[0], box[1]], scale: LONGER_SIDE / Math.max(box[2] - box[0], box[3] - box[1], 1e-9) };
}

/** The points of a ring; where one arc ends and the next begins, one of the two. */
function ringIn(ring: ArcRing, arcAt: (index: number) => Arc, frame: Frame): Ring {
  const arcs = ring.map((index) => ({ points: arcAt(index).points, isBackwards: index < 0 }));
  const placed = new Float64Array(
    arcs.reduce((length, { points }) => length + points.length, 0) - 2 * Math.max(0, arcs.length - 1),
  );
  let at = 0;
  for (const { points, isBackwards } of arcs) {
    // The first point of a further arc takes the place of the last one of the arc before it.
    if (at > 0) at -= 2;
    for (let i = 0; i < points.length; i += 2) {
      const from = isBackwards ? points.length - 2 - i : i;
      placed.set(place(frame, points[from] as number, points[from + 1] as number), at);
      at += 2;
    }
  }
  return placed;
}

/** A region, and the rings that bound it. */
interface Outline {
  readonly code: RegionCode;
  readonly parts: readonly (readonly ArcRing[])[];
}

function bordersOf(regions: RegionIndex, outlines: readonly Outline[], level: Level, writer: ArcWriter): Border[] {
  const provinceOf = ({ code }: Outline): string => code.slice(0, 2);
  const kindOf = (a: Outline, b: Outline): BorderKind => {
    if (a === b || provinceOf(a) !== provinceOf(b)) return 'province';
    return level === 'county' && regions.get(a.code)?.parent === regions.get(b.code)?.parent ? 'county' : 'prefecture';
  };
  const arcs: Record<BorderKind, number[]> = { county: [], prefecture: [], province: [] };
  sidesOf(outlines).forEach(({ arc, a, b }) => arcs[kindOf(a, b)].push(arc));
  return (['county', 'prefecture', 'province'] as const).map((kind) => ({
    kind,
    arcs: arcs[kind],
    path: arcs[kind].map((arc) => writer.line(arc)).join(''),
  }));
}

interface Sides {
  /** As the first of them has it, whose path is written already. */
  readonly arc: number;
  /** The regions on both sides; the same one where there is no other. */
  readonly a: Outline;
  b: Outline;
}

/** Each arc that bounds one of the regions, once. */
function sidesOf(outlines: readonly Outline[]): ReadonlyMap<number, Sides> {
  const sides = new Map<number, Sides>();
  for (const outline of outlines) {
    eachArc(outline.parts, (arc) => {
      const key = arc < 0 ? ~arc : arc;
      const known = sides.get(key);
      if (known) known.b = outline;
      else sides.set(key, { arc, a: outline, b: outline });
    });
  }
  return sides;
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
