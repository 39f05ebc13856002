/** Names on a map, placed so that none covers another. */
import { toScreen, pixelsPerWorld, type Camera, type Size } from '../geometry/mercator.js';
import type { Box, MapShapes } from '../geometry/shapes.js';
import type { PlaceName } from '../../data/types.js';

export interface LabelRequest {
  readonly text: string;
  /** In a second script, below it where there is room. */
  readonly second?: Pick<PlaceName, 'text' | 'lang'>;
  /** Map units. */
  readonly at: readonly [x: number, y: number];
  /** The box that the name is of, map units: a name wider than it stands beside it, so as not to hide its colour. */
  readonly box?: Box;
  /** Higher ones are placed first. */
  readonly weight: number;
  readonly kind: 'place' | 'partner' | 'active';
}

export interface PlacedLabel {
  readonly text: string;
  readonly second?: Pick<PlaceName, 'text' | 'lang'>;
  /** CSS pixels, middle of the text, and of what stands below it. */
  readonly x: number;
  readonly y: number;
  readonly kind: LabelRequest['kind'];
}

const MARGIN = 3;
/** Of a name and one in a second script below it, in parts of the letters' size: from the middle of one to that of the other. */
export const LINE_GAP = 1.25;

/** The labels that fit on the surface without touching another, heaviest first. `fontSize` in CSS pixels. */
export function placeLabels(
  requests: readonly LabelRequest[],
  map: MapShapes,
  camera: Camera,
  size: Size,
  fontSize: number,
): PlacedLabel[] {
  const [originX, originY] = toScreen(map.origin, camera, size);
  const scale = pixelsPerWorld(camera.zoom) / map.scale;
  const screen = ([x0, y0, x1, y1]: Box): Box => [
    originX + x0 * scale,
    originY + y0 * scale,
    originX + x1 * scale,
    originY + y1 * scale,
  ];
  const taken: Box[] = [];
  const placed: PlacedLabel[] = [];
  const boxes = requests.flatMap(({ box }) => (box ? [box] : []));
  const place = ({ text, second, at, box, kind }: LabelRequest): boolean => {
    const half = Math.max(textWidth(text, fontSize), textWidth(second?.text ?? '', fontSize)) / 2 + MARGIN,
      tall = (fontSize * (second ? 1 + LINE_GAP : 1)) / 2 + MARGIN;
    // One that is wider than the whole map could only be cut off.
    if (2 * half > size.width) return false;
    const spots = spotsFor([originX + at[0] * scale, originY + at[1] * scale], box && screen(box), half, tall);
    for (const [wantedX, y] of spots) {
      // A name that would be cut off at the side moves inwards.
      const x = Math.max(half, Math.min(size.width - half, wantedX));
      if (Math.abs(x - wantedX) > half || y < tall || y > size.height - tall) continue;
      const extent: Box = [x - half, y - tall, x + half, y + tall];
      // Beside its own region, a name may not seem to be that of another.
      const others = spots.length > 1 ? boxes.filter((other) => other !== box).map(screen) : [];
      if ([...taken, ...others].some((other) => overlaps(extent, other))) continue;
      taken.push(extent);
      placed.push({ text, ...(second ? { second } : {}), x, y, kind });
      return true;
    }
    return false;
  };
  for (const request of [...requests].sort((a, b) => b.weight - a.weight))
    if (!place(request) && request.second) place({ ...request, second: undefined });
  return placed;
}

const overlaps = (a: Box, b: Box): boolean => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

/** Where a name may stand, best first: inside its region if there is room, else below, above or, in the way of curves, beside it. */
function spotsFor(
  [x, y]: readonly [number, number],
  box: Box | undefined,
  half: number,
  tall: number,
): (readonly [x: number, y: number])[] {
  if (!box || (box[2] - box[0] > half * 2.6 && box[3] - box[1] > tall * 4)) return [[x, y]];
  const middleX = (box[0] + box[2]) / 2,
    middleY = (box[1] + box[3]) / 2;
  return [
    [middleX, box[3] + tall],
    [middleX, box[1] - tall],
    [box[2] + half, middleY],
    [box[0] - half, middleY],
  ];
}

/** Roughly: a Chinese character is as wide as it is high, others about half of that. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const character of text) ems += character.charCodeAt(0) > 0x2e7f ? 1 : 0.56;
  return ems * fontSize;
}
