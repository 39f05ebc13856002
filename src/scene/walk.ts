/** Walking over a map by arrow keys. */
import type { RegionCode } from '../data/types.js';
import type { MapShapes } from './shapes.js';

export type Direction = 'left' | 'right' | 'up' | 'down';

const STEPS: Readonly<Record<Direction, readonly [x: number, y: number]>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** The nearest region in a direction, as the eye sees it: what lies off the axis counts twice. Undefined at the edge. */
export function regionTowards(map: MapShapes, from: RegionCode, direction: Direction): RegionCode | undefined {
  const start = map.byCode.get(from)?.label;
  if (!start) return undefined;
  const [stepX, stepY] = STEPS[direction];
  let nearest: RegionCode | undefined,
    least = Infinity;
  for (const { code, label } of map.shapes) {
    const dx = label[0] - start[0],
      dy = label[1] - start[1];
    const along = dx * stepX + dy * stepY,
      across = Math.abs(dx * stepY) + Math.abs(dy * stepX);
    if (code === from || along <= 0 || across > along * 2) continue;
    const distance = Math.hypot(along, across * 2);
    if (distance < least) {
      least = distance;
      nearest = code;
    }
  }
  return nearest;
}
