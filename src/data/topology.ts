/** A county topology, read once: its regions by code, and who lies within whom. */
import type { GeometryCollection, Topology } from 'topojson-specification';
import { quote, type Fault } from './faults.js';
import { FIRST_LANGUAGE } from './languages.js';
import { append } from './pairs.js';
import type { TopologyCheck, UndrawnRegion } from './topology-check.js';
import { isId, isInWorld, isSound, OBJECT_OF } from './topology-sound.js';
import { LEVELS, type Level, type LocalText, type RegionCode } from './types.js';

export interface Region {
  readonly code: RegionCode;
  readonly level: Level;
  readonly name: LocalText;
  /** With tone marks, a syllable for each character: "xī hú qū". */
  readonly pinyin: string;
  /** The unit that it lies in; a province has none. */
  readonly parent?: RegionCode;
  /** A point inside, longitude and latitude in degrees. */
  readonly label?: readonly [number, number];
}

/** The regions of a topology. `provinces`, `prefectures` and `counties` keep the order of the file. */
export interface RegionIndex {
  /** Only geometries that can be drawn: a broken one is of type null. */
  readonly topology: Topology;
  /** Regions of the file that have no shape, because their geometry is broken. */
  readonly undrawn: readonly UndrawnRegion[];
  readonly counties: readonly RegionCode[];
  readonly prefectures: readonly RegionCode[];
  readonly provinces: readonly RegionCode[];
  readonly datum?: string;
  readonly vintage?: string;
  readonly source?: LocalText;
  /** The review number (审图号) of these boundaries, where the host has one. */
  readonly approval?: string;
  /** Where the file lies, and what it says of files with more detail: an address relative to it, with `{code}` for the province. */
  readonly address: string;
  readonly detail?: string;
  get(code: RegionCode): Region | undefined;
  /** A unit drawn at two levels (a county directly under its province) is one region, at its lowest level. */
  has(code: RegionCode): boolean;
  /** The counties that lie within a province or a prefecture; a county lies within itself. */
  countiesWithin(code: RegionCode): readonly RegionCode[];
  /** The regions of a level that are the unit, or lie in it; in the file's order. */
  codesWithin(code: RegionCode, level: Level): readonly RegionCode[];
  /** A region, and the units that it lies in, from the inside out. */
  containersOf(code: RegionCode): readonly RegionCode[];
  /** Is `code` the unit `container`, or inside it? */
  isWithin(code: RegionCode, container: RegionCode): boolean;
}

export type TopologyReading =
  | { readonly kind: 'regions'; readonly regions: RegionIndex; readonly faults: readonly Fault[] }
  | { readonly kind: 'unusable'; readonly faults: readonly Fault[] };

/** The geometries of a level, or none where the file lacks the object. */
export function geometriesOf(topology: Topology, level: Level): GeometryCollection['geometries'] {
  const object = topology.objects[OBJECT_OF[level]] as Topology['objects'][string] | null | undefined;
  const geometries = object?.type === 'GeometryCollection' ? (object as GeometryCollection).geometries : undefined;
  return Array.isArray(geometries)
    ? geometries.filter((geometry) => typeof geometry === 'object' && geometry !== null && isId(geometry.id))
    : [];
}

/** What `readTopology` gives for a topology that is sound, or none at all; undefined where something in it is broken, and nothing given that finds out what. */
export function indexTopology(
  json: unknown,
  path: string,
  check?: (topology: Topology, path: string) => TopologyCheck,
): TopologyReading | undefined {
  const unusable = (code: Fault['code'], args: Fault['args']): TopologyReading & { kind: 'unusable' } => ({
    kind: 'unusable',
    faults: [{ code, path, severity: 'fatal', args }],
  });
  if (!isTopology(json)) return unusable('not-topology', { got: quote(typeOf(json)) });
  const members = json as Topology & Record<string, unknown>;
  const datum = textOf(members.datum);
  // GCJ-02 laid over WGS 84 is half a kilometre off and looks right: it is refused rather than drawn.
  if (datum !== undefined && !/^wgs[ -]?84$|^cgcs ?2000$/i.test(datum))
    return unusable('wrong-datum', { got: quote(datum) });
  const checked = isSound(json) ? { topology: json, undrawn: [], isDrawable: true, faults: [] } : check?.(json, path);
  if (!checked) return undefined;
  const { topology, undrawn, isDrawable, faults: broken } = checked;
  if (broken.some(({ severity }) => severity === 'fatal')) return { kind: 'unusable', faults: broken };

  const byCode = new Map<RegionCode, Region>();
  const order: Record<Level, RegionCode[]> = { county: [], prefecture: [], province: [] };
  for (const level of LEVELS) {
    for (const geometry of geometriesOf(topology, level)) {
      const code = String(geometry.id);
      order[level].push(code);
      if (!byCode.has(code))
        byCode.set(code, regionOf(code, level, (geometry.properties ?? {}) as Record<string, unknown>));
    }
  }
  // A county directly under its province ("429004") has a code of no prefecture: where the file has none, the province is next.
  for (const region of byCode.values()) {
    if (region.parent === undefined || byCode.has(region.parent)) continue;
    const province = `${region.code.slice(0, 2)}0000`;
    if (byCode.has(province)) byCode.set(region.code, { ...region, parent: province });
  }
  if (order.county.length === 0) {
    const none = unusable('no-regions', { object: 'counties' });
    return { ...none, faults: [...none.faults, ...broken] };
  }
  if (!isDrawable) {
    const args = { expected: 'shapes', got: '0' };
    const nothing: Fault = { code: 'broken-topology', path: `${path}.objects.counties`, severity: 'fatal', args };
    return { kind: 'unusable', faults: [nothing, ...broken] };
  }
  const faults: Fault[] =
    datum === undefined
      ? [{ code: 'wrong-datum', path: `${path}.datum`, severity: 'warning', args: { got: 'undefined' } }, ...broken]
      : [...broken];
  return { kind: 'regions', faults, regions: indexRegions(topology, undrawn, byCode, order, members, datum, path) };
}

function indexRegions(
  topology: Topology,
  undrawn: readonly UndrawnRegion[],
  byCode: Map<RegionCode, Region>,
  order: Record<Level, RegionCode[]>,
  members: Record<string, unknown>,
  datum: string | undefined,
  address: string,
): RegionIndex {
  const containers = new Map<RegionCode, RegionCode[]>();
  const containersOf = (code: RegionCode): RegionCode[] => {
    let found = containers.get(code);
    if (!found) {
      containers.set(code, (found = []));
      // A chain of parents that comes back to where it was ends there.
      for (let at: RegionCode | undefined = code; at !== undefined && !found.includes(at); at = byCode.get(at)?.parent)
        found.push(at);
    }
    return found;
  };
  const isWithin = (code: RegionCode, container: RegionCode): boolean => containersOf(code).includes(container);
  const within: Partial<Record<Level, ReturnType<typeof byContainer>>> = {};
  const codesWithin = (code: RegionCode, level: Level): readonly RegionCode[] =>
    (within[level] ??= byContainer(order[level], containersOf)).get(code) ?? [];
  return {
    topology,
    undrawn,
    counties: order.county,
    prefectures: order.prefecture,
    provinces: order.province,
    datum,
    vintage: textOf(members.vintage),
    source: localTextOf(members.source),
    approval: textOf(members.approval),
    address,
    detail: textOf(members.detail),
    get: (code) => byCode.get(code),
    has: (code) => byCode.has(code),
    containersOf,
    isWithin,
    codesWithin,
    countiesWithin: (code) => codesWithin(code, 'county'),
  };
}

/** Codes by each unit that they are, or lie in; in their own order. */
export function byContainer(
  codes: Iterable<RegionCode>,
  containersOf: RegionIndex['containersOf'],
): ReadonlyMap<RegionCode, readonly RegionCode[]> {
  const lists = new Map<RegionCode, RegionCode[]>();
  for (const code of codes) for (const unit of containersOf(code)) append(lists, unit, code);
  return lists;
}

function regionOf(code: RegionCode, level: Level, properties: Record<string, unknown>): Region {
  const chinese = textOf(properties.name);
  const english = textOf(properties.en);
  const name: Record<string, string> = {};
  if (chinese) name[FIRST_LANGUAGE] = chinese;
  if (english) name.en = english;
  if (!chinese && !english) name[FIRST_LANGUAGE] = code;
  const label = properties.label;
  return {
    code,
    level,
    name,
    pinyin: textOf(properties.pinyin) ?? '',
    parent: textOf(properties.parent) ?? parentByCode(code, level),
    label:
      Array.isArray(label) && label.length === 2 && isInWorld(label[0], label[1])
        ? (label as [number, number])
        : undefined,
  };
}

function parentByCode(code: RegionCode, level: Level): RegionCode | undefined {
  if (level === 'province') return undefined;
  return level === 'county' ? `${code.slice(0, 4)}00` : `${code.slice(0, 2)}0000`;
}

function isTopology(json: unknown): json is Topology {
  const candidate = json as Partial<Topology> | null;
  return (
    typeof candidate === 'object' &&
    candidate !== null &&
    candidate.type === 'Topology' &&
    Array.isArray(candidate.arcs) &&
    typeof candidate.objects === 'object' &&
    candidate.objects !== null
  );
}

const typeOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null ? ((json as { type?: unknown }).type ?? 'object') : json;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);

function localTextOf(value: unknown): LocalText | undefined {
  if (typeof value === 'string') return { [FIRST_LANGUAGE]: value };
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
    ? (value as LocalText)
    : undefined;
}
