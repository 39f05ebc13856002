/** What a reader sees of a map: its shapes, the size of its surface, and the reader's camera. Replaced, never changed. */
import type { RegionCode } from '../../data/types.js';
import {
  fitCamera,
  fromScreen,
  keepInSight,
  panBy,
  pixelsPerWorld,
  toScreen,
  type Camera,
  type Size,
} from './mercator.js';
import { regionAt, type MapShapes } from './shapes.js';

export interface View {
  readonly map: MapShapes;
  readonly size: Size;
  /** The reader's camera; undefined shows the whole map, whatever the size. */
  readonly camera: Camera | undefined;
}

/** CSS pixels around a map that is shown whole. */
const PADDING = 6;
/** How many zoom steps deeper than the whole map a reader may go. */
const DEEPEST = 5;

export const hasSize = ({ size }: View): boolean => size.width > 0 && size.height > 0;

const fits = new WeakMap<View, Camera>();

/** Always the same one for a view: who compares cameras sees that nothing has moved. */
function fitOf(view: View): Camera {
  let fit = fits.get(view);
  if (!fit) fits.set(view, (fit = fitCamera(view.map.box, view.size, PADDING)));
  return fit;
}

export const cameraOf = (view: View): Camera => view.camera ?? fitOf(view);

/** How many zoom steps the reader is deeper than the whole map. */
export const depthOf = (view: View): number => (view.camera && hasSize(view) ? view.camera.zoom - fitOf(view).zoom : 0);

/** The view after a gesture, kept in sight of its map. All the way out, the camera is nobody's again. */
export function moved(view: View, next: (camera: Camera, size: Size) => Camera): View {
  if (!hasSize(view)) return view;
  const fit = fitOf(view);
  const camera = keepInSight(next(cameraOf(view), view.size), fit, view.map.box, DEEPEST, view.size);
  return { ...view, camera: camera.zoom <= fit.zoom ? undefined : camera };
}

/** The view with another camera, as far as the map allows it; undefined shows the whole map. */
export const lookingAt = (view: View, camera: Camera | undefined): View =>
  camera && hasSize(view) ? moved(view, () => camera) : { ...view, camera };

/** The view on a surface of another size: what the reader looks at stays in the middle, as large in the picture as it was. */
export function resized(view: View, size: Size): View {
  const next = { ...view, size };
  if (!view.camera || !hasSize(next)) return next;
  // A camera that came before the surface, with a link, may be beyond what this one can show.
  if (!hasSize(view)) return lookingAt(next, view.camera);
  return { ...next, camera: { ...view.camera, zoom: view.camera.zoom + fitOf(next).zoom - fitOf(view).zoom } };
}

/** The region at a point of the surface, or within `slack` pixels of it. */
export function codeAt(view: View, x: number, y: number, slack = 0): RegionCode | undefined {
  if (!hasSize(view)) return undefined;
  const { map, size } = view;
  const camera = cameraOf(view);
  const [worldX, worldY] = fromScreen(x, y, camera, size);
  const unitsPerPixel = map.scale / pixelsPerWorld(camera.zoom);
  return regionAt(
    map,
    (worldX - map.origin[0]) * map.scale,
    (worldY - map.origin[1]) * map.scale,
    slack * unitsPerPixel,
  );
}

/** Regions on the surface, together: the middle of their label points, in CSS pixels. */
export function spotOnSurface(view: View, codes: readonly RegionCode[]): { x: number; y: number } | undefined {
  const { map, size } = view;
  const shapes = codes.flatMap((code) => map.byCode.get(code) ?? []);
  if (shapes.length === 0 || !hasSize(view)) return undefined;
  const camera = cameraOf(view);
  const middle = (axis: 0 | 1): number => shapes.reduce((sum, { label }) => sum + label[axis], 0) / shapes.length;
  const [x, y] = toScreen([map.origin[0] + middle(0) / map.scale, map.origin[1] + middle(1) / map.scale], camera, size);
  return { x, y };
}

/** The view with a region's label point in the middle, as near as the map's edges allow. */
export function centredOn(view: View, code: RegionCode): View {
  const spot = spotOnSurface(view, [code]);
  return spot
    ? moved(view, (camera, { width, height }) => panBy(camera, width / 2 - spot.x, height / 2 - spot.y))
    : view;
}
