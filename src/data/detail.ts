/** The detail files of several provinces as one topology. They share a grid, so that neighbours fit. */
import { OBJECT_OF } from './topology-sound.js';
import { LEVELS } from './types.js';
import type { GeometryCollection, Topology } from 'topojson-specification';

type Nested = number | Nested[];

/** Takes what `readTopology` gave, with nothing broken in it. Undefined where the files lie on different grids: their arcs cannot stand in one file. */
export function mergeTopologies(topologies: readonly Topology[]): Topology | undefined {
  const [first] = topologies;
  if (!first || topologies.some(({ transform }) => JSON.stringify(transform) !== JSON.stringify(first.transform)))
    return undefined;
  if (topologies.length === 1) return first;
  const arcs: Topology['arcs'] = [];
  const objects: Record<string, GeometryCollection> = {};
  for (const topology of topologies) {
    const offset = arcs.length;
    for (const level of LEVELS) {
      const name = OBJECT_OF[level],
        object = topology.objects[name];
      if (object?.type !== 'GeometryCollection') continue;
      const collection = (objects[name] ??= { type: 'GeometryCollection', geometries: [] });
      for (const geometry of (object as GeometryCollection).geometries) {
        const moved = 'arcs' in geometry ? { ...geometry, arcs: shifted(geometry.arcs, offset) } : geometry;
        collection.geometries.push(moved as (typeof collection.geometries)[number]);
      }
    }
    for (const arc of topology.arcs) arcs.push(arc);
  }
  return { ...first, objects, arcs };
}

/** Negative numbers are arcs that run backwards. */
function shifted(ref: Nested, offset: number): Nested {
  if (Array.isArray(ref)) return ref.map((part) => shifted(part, offset));
  return ref < 0 ? ref - offset : ref + offset;
}
