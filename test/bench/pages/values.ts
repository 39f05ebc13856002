/** What the pages of the peers are told: everything is worked out already, in fewer bytes than the feed that ours reads. */
import type { FeatureCollection, Geometry } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface MapSpec {
  /** The province drawn, or '' for all. */
  readonly group: string;
  /** West, north, east, south on the Mercator square of 0 to 1. */
  readonly box: readonly [number, number, number, number];
  readonly longitude: number;
  readonly latitude: number;
  /** As MapLibre counts: the world is 512 * 2 ** zoom pixels wide. */
  readonly zoom: number;
}

export interface PageValues {
  readonly metrics: readonly string[];
  /** A sign for each county of the topology, in its order: the digit of its class, or a key of `neutral`. */
  readonly fills: Readonly<Record<string, string>>;
  readonly palettes: Readonly<Record<string, readonly string[]>>;
  readonly neutral: Readonly<Record<string, string>>;
  readonly partners: Readonly<Record<string, readonly string[]>>;
  readonly border: string;
  readonly accent: string;
  readonly partner: string;
  readonly width: number;
  readonly height: number;
  readonly maps: readonly MapSpec[];
}

/** Where a page stands in being measured; see `probe.ts`, which is put into every page by the browser. */
export interface Adapter {
  /** Resolves when the library has drawn what the last gesture asked for; by default with the frame. */
  settled?(): Promise<void>;
  /** Client pixels of a place on a map. */
  locate(map: number, at: readonly [number, number]): readonly [number, number];
  /** Two steps deeper, about the middle. */
  zoomIn?(map: number): void | Promise<void>;
}
declare global {
  interface Window {
    bench: {
      adapter?: Adapter;
      /** Says that all maps are drawn; `isDone` where the drawing has happened, and not only been asked for. */
      rendered(isDone?: boolean): void;
    };
  }
}

// Asked for before anything else on the page runs: this module comes first in every bundle.
const files = Promise.all(
  ['../topology.json', '../values.json'].map((name) => fetch(name).then((answer) => answer.json())),
);

export interface County {
  readonly code: string;
  /** Its place in `fills`. */
  readonly index: number;
}

export type Counties = FeatureCollection<Geometry, County>;

export interface Loaded {
  readonly topology: Topology;
  readonly values: PageValues;
  /** For each map, its counties. */
  readonly counties: readonly Counties[];
  colour(metric: string, index: number): string;
}

export async function load(): Promise<Loaded> {
  const [topology, values] = (await files) as [Topology, PageValues];
  const colours = new Map(
    values.metrics.map((metric) => [
      metric,
      { ...values.neutral, ...Object.fromEntries((values.palettes[metric] ?? []).entries()) },
    ]),
  );
  return {
    topology,
    values,
    counties: values.maps.map(({ group }) => countiesOf(topology, group)),
    colour: (metric, index) =>
      (colours.get(metric) as Record<string, string>)[values.fills[metric]?.charAt(index) ?? 'o'] ?? '',
  };
}

function countiesOf(topology: Topology, group: string): Counties {
  const { geometries } = topology.objects.counties as GeometryCollection;
  const features = geometries.flatMap((geometry, index) => {
    const code = String(geometry.id);
    if (!code.startsWith(group.slice(0, 2))) return [];
    const { geometry: shape } = feature(topology, geometry) as GeoJSON.Feature<Geometry>;
    return [{ type: 'Feature' as const, properties: { code, index }, geometry: shape }];
  });
  return { type: 'FeatureCollection', features };
}

/** Boxes for the maps, in the order of `values.maps`. */
export function boxes({ maps }: PageValues): HTMLElement[] {
  return maps.map(() => {
    const box = document.createElement('div');
    box.className = 'map';
    document.querySelector('main')?.append(box);
    return box;
  });
}

/** Calls `choose` when the reader picks another metric. */
export function onMetric(choose: (metric: string) => void): void {
  document
    .querySelector('form')
    ?.addEventListener('change', (event) => choose((event.target as HTMLInputElement).value));
}

export interface Linked {
  readonly active: string | undefined;
  readonly partners: readonly string[];
}

/** Remembers who is pointed at, and calls `show` only when that changes. */
export function linker(
  { partners }: PageValues,
  show: (now: Linked, before: Linked) => void,
): (code: string | undefined) => void {
  let before: Linked = { active: undefined, partners: [] };
  return (code) => {
    if (code === before.active) return;
    const now = { active: code, partners: code === undefined ? [] : (partners[code] ?? []) };
    show(now, before);
    before = now;
  };
}

/** Place on a box whose camera is the map's own; pages whose library can tell ask it instead. */
export function project(
  { longitude, latitude, zoom }: MapSpec,
  { width, height }: PageValues,
  [lon, lat]: readonly [number, number],
): [number, number] {
  const scale = 512 * 2 ** zoom;
  const y = (degrees: number): number => {
    const sine = Math.sin((degrees * Math.PI) / 180);
    return -Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  };
  return [((lon - longitude) / 360) * scale + width / 2, (y(lat) - y(latitude)) * scale + height / 2];
}

export const clientOf = (box: HTMLElement, [x, y]: readonly number[]): [number, number] => {
  const { left, top } = box.getBoundingClientRect();
  return [left + (x ?? 0), top + (y ?? 0)];
};

/** Collects who still has to draw, for the libraries that draw when they like. */
export class Pending<T> {
  readonly #waiting = new Set<T>();
  #resolve: (() => void) | undefined;
  add(...who: readonly T[]): void {
    for (const each of who) this.#waiting.add(each);
  }
  done(who: T): void {
    this.#waiting.delete(who);
    if (this.#waiting.size === 0) this.#resolve?.();
  }
  readonly settled = (): Promise<void> =>
    this.#waiting.size === 0 ? Promise.resolve() : new Promise((resolve) => (this.#resolve = resolve));
}
