/** Finds what is broken in a topology before anything draws it, and hands on what can be drawn. */
import type { Topology } from 'topojson-specification';
import { quote, type Fault } from './faults.js';
import { LEVELS, type Level, type RegionCode } from './types.js';

/** The object of a topology that holds each level. */
export const OBJECT_OF: Readonly<Record<Level, string>> = {
  county: 'counties',
  prefecture: 'prefectures',
  province: 'provinces',
};

/** A region that the file has and that cannot be drawn. */
export interface UndrawnRegion {
  readonly code: RegionCode;
  readonly level: Level;
  /** Where the region stands in the file: "geometry.objects.counties.geometries[12]". */
  readonly path: string;
  /** Why: its place may be that of an arc. */
  readonly fault: Fault;
}

export interface TopologyCheck {
  /** The file itself where nothing is broken; else with geometries of type null in place of the broken ones. */
  readonly topology: Topology;
  /** The first of them each, the others in one. */
  readonly faults: readonly Fault[];
  readonly undrawn: readonly UndrawnRegion[];
  /** Can anything be drawn at all? */
  readonly isDrawable: boolean;
}

/** Causes that are told one by one; a file with more of them is broken as a whole. */
const MOST = 12;
/** Codes that one message names. */
const MOST_CODES = 24;
const WIDEST = 180,
  HIGHEST = 85.06;

/** What is wrong at a place: what was expected there (a word `type.*`), and what came. */
interface Damage {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

interface Cause extends Damage {
  readonly code: Fault['code'];
  readonly severity: Fault['severity'];
  readonly codes: RegionCode[];
}

export function checkTopology(topology: Topology, path: string): TopologyCheck {
  const wrongTransform = transformDamage(topology.transform, `${path}.transform`);
  if (wrongTransform)
    return { topology, undrawn: [], isDrawable: false, faults: [faultOf('broken-topology', 'fatal', wrongTransform)] };
  const arcs = brokenArcs(topology, path);
  const causes = new Map<string, Cause>();
  const blame = (code: Fault['code'], severity: Fault['severity'], damage: Damage): Cause => {
    let cause = causes.get(damage.path);
    if (!cause) causes.set(damage.path, (cause = { ...damage, code, severity, codes: [] }));
    return cause;
  };
  const broken: { code: RegionCode; level: Level; path: string; cause: Cause }[] = [];
  const objects: Record<string, unknown> = { ...topology.objects };
  let isWhole = true,
    isDrawable = false;
  for (const level of LEVELS) {
    const name = OBJECT_OF[level],
      at = `${path}.objects.${name}`;
    const object: unknown = objects[name];
    const given = isRecord(object) && object.type === 'GeometryCollection' ? object.geometries : undefined;
    if (!Array.isArray(given)) {
      // Without counties the reading ends with a fault of its own.
      if (object !== undefined && level !== 'county')
        blame('broken-topology', 'warning', { path: at, expected: 'collection', got: typed(object) });
      if (object !== undefined) isWhole = false;
      delete objects[name];
      continue;
    }
    const seen = new Set<RegionCode>();
    const kept: unknown[] = [];
    let isChanged = false;
    for (let i = 0; i < given.length; i++) {
      const geometry: unknown = given[i];
      const here = (): string => `${at}.geometries[${i}]`;
      if (!isRecord(geometry)) {
        blame('broken-topology', 'row', { path: here(), expected: 'geometry', got: quote(geometry) });
        isChanged = true;
        continue;
      }
      const { id, properties } = geometry;
      if (!isId(id)) {
        blame('broken-topology', 'row', { path: `${here()}.id`, expected: 'code', got: quote(id) });
        isChanged = true;
        continue;
      }
      const code = String(id);
      if (seen.has(code)) {
        blame('duplicate-region', 'row', { path: here(), expected: '', got: code }).codes.push(code);
        isChanged = true;
        continue;
      }
      seen.add(code);
      // All ids of a file are of one type, as a rule: said once.
      if (typeof id === 'number')
        blame('broken-topology', 'warning', { path: `${at}.geometries[].id`, expected: 'code', got: code });
      if (properties !== undefined && properties !== null && !isPlain(properties))
        blame('broken-topology', 'warning', {
          path: `${here()}.properties`,
          expected: 'object',
          got: quote(properties),
        });
      const damage = isWholeShape(geometry, topology.arcs.length, arcs)
        ? undefined
        : shapeDamage(geometry, here(), topology.arcs.length, arcs);
      if (!damage) {
        kept.push(geometry);
        if (level === 'county') isDrawable = true;
        continue;
      }
      const cause = blame('broken-geometry', 'row', damage);
      cause.codes.push(code);
      broken.push({ code, level, path: here(), cause });
      kept.push({ type: null, id, ...(isPlain(properties) ? { properties } : {}) });
      isChanged = true;
    }
    if (!isChanged) continue;
    isWhole = false;
    objects[name] = { ...(object as object), geometries: kept };
  }
  return {
    topology: isWhole ? topology : ({ ...topology, objects } as Topology),
    undrawn: broken.map(({ cause, ...region }) => ({ ...region, fault: faultOfCause(cause) })),
    isDrawable,
    faults: summedUp([...causes.values()], path),
  };
}

/** Each arc that cannot be drawn, with the first place where it is broken. */
function brokenArcs({ arcs, transform }: Topology, path: string): ReadonlyMap<number, Damage> {
  const found = new Map<number, Damage>();
  const [sx, sy] = transform?.scale ?? [1, 1],
    [dx, dy] = transform?.translate ?? [0, 0];
  // Bounds in units of the file, so that no point need be placed.
  const edge = (at: number, scale: number, move: number): number => (at - move) / scale;
  const west = Math.min(edge(-WIDEST, sx, dx), edge(WIDEST, sx, dx)),
    east = Math.max(edge(-WIDEST, sx, dx), edge(WIDEST, sx, dx)),
    south = Math.min(edge(-HIGHEST, sy, dy), edge(HIGHEST, sy, dy)),
    north = Math.max(edge(-HIGHEST, sy, dy), edge(HIGHEST, sy, dy));
  const isRelative = Boolean(transform);
  for (let i = 0; i < arcs.length; i++) {
    const arc: unknown = arcs[i];
    if (!Array.isArray(arc) || arc.length < 2) {
      found.set(i, { path: `${path}.arcs[${i}]`, expected: 'arc', got: quote(arc) });
      continue;
    }
    const { length } = arc;
    // Runs over every point before the first picture, often before it is compiled: nothing is made, and nothing called.
    for (let j = 0, x = 0, y = 0; j < length; j++) {
      const point = arc[j] as readonly unknown[] | null | undefined,
        px = point?.[0],
        py = point?.[1];
      if (typeof px === 'number' && typeof py === 'number') {
        x = isRelative ? x + px : px;
        y = isRelative ? y + py : py;
        if (x >= west && x <= east && y >= south && y <= north) continue;
        const isFinite = Number.isFinite(px) && Number.isFinite(py);
        found.set(i, {
          path: `${path}.arcs[${i}][${j}]`,
          expected: isFinite ? 'degrees' : 'point',
          got: isFinite ? quote([x * sx + dx, y * sy + dy]) : `[${String(px)},${String(py)}]`,
        });
        break;
      }
      found.set(i, { path: `${path}.arcs[${i}][${j}]`, expected: 'point', got: quote(point) });
      break;
    }
  }
  return found;
}

/** Can it be drawn? Asked of every region before the first picture, so in plain loops; what is wrong with one is found out after. */
function isWholeShape(
  { type, arcs }: Record<string, unknown>,
  count: number,
  broken: ReadonlyMap<number, Damage>,
): boolean {
  if (type === 'Polygon') return areWholeRings(arcs, count, broken);
  if (type !== 'MultiPolygon' || !Array.isArray(arcs) || arcs.length === 0) return false;
  for (let i = 0; i < arcs.length; i++) if (!areWholeRings(arcs[i], count, broken)) return false;
  return true;
}

function areWholeRings(rings: unknown, count: number, broken: ReadonlyMap<number, Damage>): boolean {
  if (!Array.isArray(rings) || rings.length === 0) return false;
  for (let i = 0; i < rings.length; i++) {
    const ring: unknown = rings[i];
    if (!Array.isArray(ring) || ring.length === 0) return false;
    for (let j = 0; j < ring.length; j++) {
      const index = ring[j] as number;
      // The bits of a whole number are the number itself, and of nothing else.
      if (index !== (index | 0) || index >= count || index < -count) return false;
      if (broken.size > 0 && broken.has(index < 0 ? ~index : index)) return false;
    }
  }
  return true;
}

/** The first thing that keeps a geometry from being drawn. */
function shapeDamage(
  { type, arcs }: Record<string, unknown>,
  path: string,
  count: number,
  broken: ReadonlyMap<number, Damage>,
): Damage | undefined {
  const lists = (list: unknown, place: string, expected: string): Damage | undefined =>
    Array.isArray(list) && list.length > 0 ? undefined : { path: place, expected, got: quote(list) };
  const polygonDamage = (rings: unknown, place: string): Damage | undefined => {
    const notRings = lists(rings, place, 'rings');
    if (notRings) return notRings;
    for (const [i, ring] of (rings as unknown[]).entries()) {
      const notRing = lists(ring, `${place}[${i}]`, 'ring');
      if (notRing) return notRing;
      for (const [j, index] of (ring as unknown[]).entries()) {
        if (!Number.isInteger(index) || (index as number) >= count || (index as number) < -count)
          return { path: `${place}[${i}][${j}]`, expected: 'arc-index', got: quote(index) };
        const damage = broken.get((index as number) < 0 ? ~(index as number) : (index as number));
        if (damage) return damage;
      }
    }
    return undefined;
  };
  if (type === 'Polygon') return polygonDamage(arcs, `${path}.arcs`);
  if (type !== 'MultiPolygon') return { path: `${path}.type`, expected: 'polygon', got: quote(type) };
  const notParts = lists(arcs, `${path}.arcs`, 'parts');
  if (notParts) return notParts;
  for (const [i, part] of (arcs as unknown[]).entries()) {
    const damage = polygonDamage(part, `${path}.arcs[${i}]`);
    if (damage) return damage;
  }
  return undefined;
}

function transformDamage(transform: unknown, path: string): Damage | undefined {
  if (transform === undefined || transform === null) return undefined;
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length >= 2 && pair.slice(0, 2).every((each) => Number.isFinite(each));
  const isSound =
    isRecord(transform) &&
    isPair(transform.translate) &&
    isPair(transform.scale) &&
    (transform.scale as number[]).slice(0, 2).every((each) => each !== 0);
  return isSound ? undefined : { path, expected: 'transform', got: quote(transform) };
}

function summedUp(causes: readonly Cause[], path: string): Fault[] {
  if (causes.length <= MOST) return causes.map(faultOfCause);
  const told = causes.slice(0, MOST - 1),
    others = causes.slice(MOST - 1);
  const codes = [...new Set(others.flatMap((cause) => cause.codes))];
  return [
    ...told.map(faultOfCause),
    {
      code: 'more-broken',
      path,
      severity: 'row',
      args: { count: String(others.length), regions: String(codes.length), codes: listed(codes) },
    },
  ];
}

const faultOfCause = ({ code, severity, codes, ...damage }: Cause): Fault => faultOf(code, severity, damage, codes);

function faultOf(
  code: Fault['code'],
  severity: Fault['severity'],
  { path, expected, got }: Damage,
  codes: readonly RegionCode[] = [],
): Fault {
  return { code, path, severity, args: { expected, got, ...(codes.length > 0 ? { codes: listed(codes) } : {}) } };
}

/** A region may be drawn at two levels. */
function listed(codes: readonly RegionCode[]): string {
  const each = [...new Set(codes)];
  return each.length > MOST_CODES ? `${each.slice(0, MOST_CODES).join(' ')} …` : each.join(' ');
}

/** Degrees that a map can show; also no for what is no number. */
export const isInWorld = (longitude: unknown, latitude: unknown): boolean =>
  typeof longitude === 'number' &&
  typeof latitude === 'number' &&
  Math.abs(longitude) <= WIDEST &&
  Math.abs(latitude) <= HIGHEST;

export const isId = (id: unknown): id is string | number =>
  typeof id === 'string' ? id !== '' : typeof id === 'number' && Number.isFinite(id);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isPlain = (value: unknown): value is object => isRecord(value) && !Array.isArray(value);
const typed = (value: unknown): string => quote(isRecord(value) ? (value.type ?? value) : value);
