/** The shapes of a map in detail, fetched when the reader looks closely. */
import type { RegionIndex } from '../../data/topology.js';
import { mapShapes, type MapShapes } from '../../scene/geometry/shapes.js';
import { loadDetail } from '../../state/detail-loader.js';

/** The same regions in the same frame, so that nothing moves; undefined where there is no such detail, or not now. */
export async function detailedMap(overview: RegionIndex, map: MapShapes): Promise<MapShapes | undefined> {
  const regions = await loadDetail(overview, map.regions.length > 0 ? map.regions : overview.provinces);
  if (!regions) return undefined;
  // Names and label points are the overview's: a name does not jump.
  const detailed = mapShapes({ ...overview, topology: regions.topology }, map.regions, map.level, map);
  const isComplete =
    detailed.shapes.length === map.shapes.length && map.shapes.every(({ code }) => detailed.byCode.has(code));
  return isComplete ? detailed : undefined;
}
