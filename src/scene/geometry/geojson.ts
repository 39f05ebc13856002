/** Regions and borders of a map as GeoJSON in degrees, for renderers that project by themselves. */
import type { MultiLineString, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { Border, MapShapes, Shape } from './shapes.js';

/** The parts of a region, each an outer ring and its holes. */
export function polygonsOf({ topology }: MapShapes, { geometry }: Shape): Position[][][] {
  const found = (feature(topology, geometry) as GeoJSON.Feature).geometry;
  if (found.type === 'Polygon') return [found.coordinates];
  return found.type === 'MultiPolygon' ? found.coordinates : [];
}

/** The lines of a border, as long as they can be. */
export function linesOf({ topology }: MapShapes, { arcs }: Border): Position[][] {
  const object = { type: 'MultiLineString' as const, arcs: arcs.map((arc) => [arc]) };
  return (mesh(topology, object as never) as MultiLineString).coordinates;
}
