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
    covers: (clientX, clientY) => {
      const at = { x: (clientX - box.left) / scale, y: (clientY - box.top) / scale };
      // Beyond the stage nothing is drawn that it could cover.
      const isOnStage = at.x >= 0 && at.y >= 0 && at.x <= clientWidth && at.y <= clientHeight;
      return isOnStage && codes.includes(codeAt(view, at.x, at.y) ?? '');
    },
    isInside: x === spot.x && y === spot.y,
  };
}

/** Scrolls the page no further than an element needs that is not in sight as a whole. */
export function bringIntoSight(element: HTMLElement): void {
  const box = element.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight)
    element.scrollIntoView({ block: box.height > innerHeight ? 'start' : 'nearest' });
}
