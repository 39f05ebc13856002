/** Where in a province the prefectures lie that a map is drawn of: a small picture for a corner of the map. */
import type { RegionIndex } from '../../data/topology.js';
import type { RegionCode } from '../../data/types.js';
import { cameraOf, hasSize, type View } from '../geometry/view.js';
import { fromScreen } from '../geometry/mercator.js';
import { mapShapes, regionAt } from '../geometry/shapes.js';
import { node, type PictureNode } from './picture.js';

/** Map units around the picture, for its outline. */
const MARGIN = 250;

/** `drawn`: what the map shows of `whole`. Undefined where that is all, or nothing that has a shape. */
export function locatorPicture(
  regions: RegionIndex,
  whole: readonly RegionCode[],
  drawn: readonly RegionCode[],
): PictureNode | undefined {
  const all = mapShapes(regions, whole, 'prefecture');
  const levels = (['prefecture', 'county'] as const).filter((level) =>
    drawn.some((code) => regions.get(code)?.level === level),
  );
  const inside = levels.flatMap((level) =>
    mapShapes(
      regions,
      drawn.filter((code) => regions.get(code)?.level === level),
      level,
      all,
    ).shapes.map(({ path }) => path),
  );
  if (all.shapes.length === 0 || inside.length === 0 || inside.length >= all.shapes.length) return undefined;
  const [west, north, east, south] = all.box;
  const width = (east - west) * all.scale + 2 * MARGIN,
    height = (south - north) * all.scale + 2 * MARGIN;
  const box = [-MARGIN, -MARGIN, width, height].map(Math.round).join(' ');
  return node('svg', { class: 'locator', viewBox: box, 'aria-hidden': 'true' }, [
    node('path', { class: 'whole', d: all.shapes.map(({ path }) => path).join('') }),
    node('path', { class: 'drawn', d: inside.join('') }),
  ]);
}

export type Corner = 'start-start' | 'start-end' | 'end-start' | 'end-end';
/** Logical corners, block before inline; the lower right first, where readers look for it. */
const CORNERS: readonly Corner[] = ['end-end', 'end-start', 'start-end', 'start-start'];
/** Places looked at along each side of a corner. */
const STEPS = 5;

/** The corner of a map in which a square of `side` pixels covers least of it. */
export function emptiestCorner(view: View, side: number): Corner {
  const { map, size } = view;
  const [first] = CORNERS as [Corner];
  if (!hasSize(view)) return first;
  const camera = cameraOf(view);
  const covered = (corner: Corner): number => {
    const x0 = corner.endsWith('end') ? size.width - side : 0,
      y0 = corner.startsWith('end') ? size.height - side : 0;
    let hits = 0;
    for (let i = 0; i < STEPS * STEPS; i++) {
      const at = (step: number): number => ((step + 0.5) / STEPS) * side;
      const [x, y] = fromScreen(x0 + at(i % STEPS), y0 + at(Math.floor(i / STEPS)), camera, size);
      if (regionAt(map, (x - map.origin[0]) * map.scale, (y - map.origin[1]) * map.scale) !== undefined) hits++;
    }
    return hits;
  };
  return CORNERS.reduce((best, corner) => (covered(corner) < covered(best) ? corner : best), first);
}
