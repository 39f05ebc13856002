/** Can a topology be drawn as it is? Asked of every file before the first picture; what is wrong with one is found out by `topology-check.ts`. */
import type { Topology } from 'topojson-specification';
import { LEVELS, type Level } from './types.js';

/** The object of a topology that holds each level. */
export const OBJECT_OF: Readonly<Record<Level, string>> = {
  county: 'counties',
  prefecture: 'prefectures',
  province: 'provinces',
};

const WIDEST = 180,
  HIGHEST = 85.06;

/** Degrees that a map can show; also no for what is no number. */
export const isInWorld = (longitude: unknown, latitude: unknown): boolean =>
  typeof longitude === 'number' &&
  typeof latitude === 'number' &&
  Math.abs(longitude) <= WIDEST &&
  Math.abs(latitude) <= HIGHEST;

export const isId = (id: unknown): id is string | number =>
  typeof id === 'string' ? id !== '' : typeof id === 'number' && Number.isFinite(id);
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
export const isPlain = (value: unknown): value is object => isRecord(value) && !Array.isArray(value);

/** Nothing in it is broken, no code stands twice in a level, and there are counties to draw. */
export function isSound({ arcs, objects, transform }: Topology): boolean {
  if (!isSoundTransform(transform)) return false;
  const world = worldOf(transform);
  for (let i = 0; i < arcs.length; i++) if (brokenPoint(arcs[i], world) !== undefined) return false;
  return LEVELS.every((level) => {
    const object: unknown = (objects as Record<string, unknown>)[OBJECT_OF[level]];
    if (object === undefined) return level !== 'county';
    const given = isRecord(object) && object.type === 'GeometryCollection' ? object.geometries : undefined;
    if (!Array.isArray(given) || (level === 'county' && given.length === 0)) return false;
    const ids = new Set<unknown>();
    for (let i = 0; i < given.length; i++) {
      const geometry: unknown = given[i];
      if (!isRecord(geometry) || typeof geometry.id !== 'string' || !geometry.id) return false;
      const { id, properties } = geometry;
      if (properties !== undefined && properties !== null && !isPlain(properties)) return false;
      if (!isWholeShape(geometry, arcs.length)) return false;
      ids.add(id);
    }
    return ids.size === given.length;
  });
}

export function isSoundTransform(transform: unknown): transform is Topology['transform'] {
  if (transform === undefined || transform === null) return true;
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length >= 2 && pair.slice(0, 2).every((each) => Number.isFinite(each));
  return (
    isRecord(transform) &&
    isPair(transform.translate) &&
    isPair(transform.scale) &&
    (transform.scale as number[]).slice(0, 2).every((each) => each !== 0)
  );
}

/** Bounds of what a map can show, in units of the file, so that no point need be placed. */
export interface FileWorld {
  readonly west: number;
  readonly east: number;
  readonly south: number;
  readonly north: number;
  /** Each point of an arc is told by its distance from the one before. */
  readonly isRelative: boolean;
}

export function worldOf(transform: Topology['transform']): FileWorld {
  const [sx, sy] = transform?.scale ?? [1, 1],
    [dx, dy] = transform?.translate ?? [0, 0];
  const edges = (at: number, scale: number, move: number): number[] =>
    [(-at - move) / scale, (at - move) / scale].sort((a, b) => a - b);
  const [west = 0, east = 0] = edges(WIDEST, sx, dx),
    [south = 0, north = 0] = edges(HIGHEST, sy, dy);
  return { west, east, south, north, isRelative: Boolean(transform) };
}

/** The place in an arc of its first point that cannot be drawn; -1 for what is no arc, undefined where all is well. */
export function brokenPoint(arc: unknown, { west, east, south, north, isRelative }: FileWorld): number | undefined {
  if (!Array.isArray(arc) || arc.length < 2) return -1;
  const { length } = arc;
  // Runs over every point before the first picture, often before it is compiled: nothing is made, and nothing called.
  for (let j = 0, x = 0, y = 0; j < length; j++) {
    const point = arc[j] as readonly unknown[] | null | undefined,
      px = point?.[0],
      py = point?.[1];
    if (typeof px !== 'number' || typeof py !== 'number') return j;
    x = isRelative ? x + px : px;
    y = isRelative ? y + py : py;
    // Also for what is no finite number.
    if (!(x >= west && x <= east && y >= south && y <= north)) return j;
  }
  return undefined;
}

/** Can a geometry be drawn? `broken` are arcs that cannot. In plain loops, for all regions. */
export function isWholeShape(
  { type, arcs }: Record<string, unknown>,
  count: number,
  broken?: { readonly size: number; has(arc: number): boolean },
): boolean {
  if (type === 'Polygon') return areWholeRings(arcs, count, broken);
  if (type !== 'MultiPolygon' || !Array.isArray(arcs) || arcs.length === 0) return false;
  for (let i = 0; i < arcs.length; i++) if (!areWholeRings(arcs[i], count, broken)) return false;
  return true;
}

function areWholeRings(rings: unknown, count: number, broken: Parameters<typeof isWholeShape>[2]): boolean {
  if (!Array.isArray(rings) || rings.length === 0) return false;
  for (let i = 0; i < rings.length; i++) {
    const ring: unknown = rings[i];
    if (!Array.isArray(ring) || ring.length === 0) return false;
    for (let j = 0; j < ring.length; j++) {
      const index = ring[j] as number;
      // The bits of a whole number are the number itself, and of nothing else.
      if (index !== (index | 0) || index >= count || index < -count) return false;
      if (broken && broken.size > 0 && broken.has(index < 0 ? ~index : index)) return false;
    }
  }
  return true;
}
