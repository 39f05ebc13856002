/** Who borders on whom, by the arcs that regions of a topology share; across provinces too. */
import { neighbors } from 'topojson-client';
import { geometriesOf, type RegionIndex } from '../../data/topology.js';
import type { Level, RegionCode } from '../../data/types.js';

type Adjacency = ReadonlyMap<RegionCode, readonly RegionCode[]>;

const known = new WeakMap<RegionIndex, Map<Level, Adjacency>>();

/** The regions of `level` that share a border with `code`. An island has none. */
export function neighboursOf(regions: RegionIndex, level: Level, code: RegionCode): readonly RegionCode[] {
  let levels = known.get(regions);
  if (!levels) known.set(regions, (levels = new Map()));
  let adjacency = levels.get(level);
  if (!adjacency) levels.set(level, (adjacency = adjacencyOf(regions, level)));
  return adjacency.get(code) ?? [];
}

function adjacencyOf(regions: RegionIndex, level: Level): Adjacency {
  const geometries = geometriesOf(regions.topology, level);
  const codes = geometries.map(({ id }) => String(id));
  const lists = neighbors(geometries as never);
  return new Map(codes.map((code, i) => [code, (lists[i] ?? []).flatMap((j) => codes[j] ?? [])]));
}
