/** What the build wrote, for the tests of it. */
import { readFileSync } from 'node:fs';
import type { Position } from 'geojson';
import type { RegionTopology, Layer } from '../../../data/build/pack.ts';

export type BuiltTopology = RegionTopology & { datum: string; vintage: string; detail?: string };

const folder = new URL('../../../data/', import.meta.url);
export const readBuilt = (name: string): Buffer => readFileSync(new URL(name, folder));
export const readJson = <T>(name: string): T => JSON.parse(readBuilt(name).toString('utf8')) as T;

export const PROVINCES = ['220000', '330000', '420000', '510000', '520000'];
export const overview = readJson<BuiltTopology>('counties-2018.json');
export const details = PROVINCES.map((code) => ({ code, topology: readJson<BuiltTopology>(`detail/${code}.json`) }));

export interface BuiltRegion {
  readonly id: string;
  /** Arc numbers of all rings; a reversed arc is under its own number. */
  readonly arcs: readonly number[];
  readonly properties: { name: string; en: string; pinyin: string; parent?: string; label: [number, number] };
}

export function regionsOf(topology: BuiltTopology, layer: Layer): BuiltRegion[] {
  return topology.objects[layer].geometries.map((geometry) => ({
    id: geometry.id as string,
    arcs: ((geometry as unknown as { arcs: number[] }).arcs.flat(3) as number[]).map((ref) => (ref < 0 ? ~ref : ref)),
    properties: geometry.properties as BuiltRegion['properties'],
  }));
}

/** How many of the regions use each arc. */
export function usesOf(regions: readonly BuiltRegion[]): Map<number, number> {
  const uses = new Map<number, number>();
  for (const { arcs } of regions) for (const arc of arcs) uses.set(arc, (uses.get(arc) ?? 0) + 1);
  return uses;
}

/** Points of every arc on the integer grid, where crossings can be told without rounding. */
export function gridArcs(topology: BuiltTopology): [number, number][][] {
  return topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]: Position) => [(x += dx), (y += dy)]);
  });
}
