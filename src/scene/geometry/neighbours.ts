/** Who borders on whom, by the arcs that regions of a topology share; across provinces too. */
import { neighbors } from 'topojson-client';
import { memo } from '../../data/memo.js';
import { geometriesOf, type RegionIndex } from '../../data/topology.js';
import type { Level, RegionCode } from '../../data/types.js';

type Adjacency = ReadonlyMap<RegionCode, readonly RegionCode[]>;

/** The regions of `level` that share a border with `code`. An island has none. */
export function neighboursOf(regions: RegionIndex, level: Level, code: RegionCode): readonly RegionCode[] {
  return adjacencyOf(regions, level).get(code) ?? [];
}

const adjacencyOf = memo((regions: RegionIndex, level: Level): Adjacency => {
  const geometries = geometriesOf(regions.topology, level);
  const codes = geometries.map(({ id }) => String(id));
  const lists = neighbors(geometries as never);
  return new Map(codes.map((code, i) => [code, (lists[i] ?? []).flatMap((j) => codes[j] ?? [])]));
});
