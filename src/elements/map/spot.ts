/** Where regions stand in the window. */
import type { RegionCode } from '../../data/types.js';
import { codeAt, spotOnSurface, type View } from '../../scene/geometry/view.js';
import type { Spot } from '../shared/atlas-host.js';

/** Regions of a map together, as its stage shows them; undefined where it has none of them. */
export function spotOn(stage: HTMLElement, view: View, codes: readonly RegionCode[]): Spot | undefined {
  const spot = spotOnSurface(view, codes);
  if (!spot) return undefined;
  const { clientWidth, clientHeight } = stage;
  const box = stage.getBoundingClientRect();
  // An ancestor may be scaled.
  const scale = box.width / (clientWidth || 1);
  const x = Math.max(0, Math.min(clientWidth, spot.x)),
    y = Math.max(0, Math.min(clientHeight, spot.y));
  return {
    x: box.left + x * scale,
    y: box.top + y * scale,
    width: spot.width * scale,
    height: spot.height * scale,
    isOne: codes.length === 1,
    covers: (clientX, clientY) =>
      codes.includes(codeAt(view, (clientX - box.left) / scale, (clientY - box.top) / scale) ?? ''),
    isInside: x === spot.x && y === spot.y,
  };
}
