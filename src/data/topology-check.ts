/** Finds what is broken in a topology that is not sound, and hands on what can be drawn. */
import type { Topology } from 'topojson-specification';
import { quote, type Fault } from './faults.js';
import {
  brokenPoint,
  isId,
  isPlain,
  isRecord,
  isSoundTransform,
  isWholeShape,
  OBJECT_OF,
  worldOf,
} from './topology-sound.js';
import { LEVELS, type Level, type RegionCode } from './types.js';

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
  const { transform } = topology;
  if (!isSoundTransform(transform)) {
    const damage = { path: `${path}.transform`, expected: 'transform', got: quote(transform) };
    return { topology, undrawn: [], isDrawable: false, faults: [faultOf('broken-topology', 'fatal', damage)] };
  }
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
  const world = worldOf(transform);
  for (const [i, arc] of (arcs as unknown[]).entries()) {
    const at = brokenPoint(arc, world);
    if (at === undefined) continue;
    const here = `${path}.arcs[${i}]`;
    found.set(i, at < 0 ? { path: here, expected: 'arc', got: quote(arc) } : pointDamage(arc, at, transform, here));
  }
  return found;
}

function pointDamage(arc: unknown, at: number, transform: Topology['transform'], here: string): Damage {
  const points = (arc as unknown[]).slice(0, at + 1) as (readonly unknown[] | null)[];
  const path = `${here}[${at}]`;
  const px = points[at]?.[0],
    py = points[at]?.[1];
  if (typeof px !== 'number' || typeof py !== 'number') return { path, expected: 'point', got: quote(points[at]) };
  if (!Number.isFinite(px) || !Number.isFinite(py))
    return { path, expected: 'point', got: `[${String(px)},${String(py)}]` };
  const sum = (axis: 0 | 1): number => points.reduce((total, point) => total + Number(point?.[axis]), 0);
  const degrees = transform
    ? ([0, 1] as const).map((axis) => sum(axis) * (transform.scale[axis] ?? 1) + (transform.translate[axis] ?? 0))
    : [px, py];
  return { path, expected: 'degrees', got: quote(degrees) };
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

const typed = (value: unknown): string => quote(isRecord(value) ? (value.type ?? value) : value);
