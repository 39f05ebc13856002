/** Web Mercator and the camera that both renderers share: MapLibre's, whose world is 512 px wide at zoom 0. */

export interface Camera {
  /** Degrees. */
  readonly longitude: number;
  readonly latitude: number;
  /** As in MapLibre: the world is 512 * 2 ** zoom CSS pixels wide. */
  readonly zoom: number;
}

export interface Size {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** x to the right, y downwards, both 0 to 1 over the world. */
export type WorldPoint = readonly [x: number, y: number];
/** West, north, east, south in world units. */
export type WorldBox = readonly [x0: number, y0: number, x1: number, y1: number];

const WORLD = 512;

export const worldX = (longitude: number): number => longitude / 360 + 0.5;

export function worldY(latitude: number): number {
  const sine = Math.sin((latitude * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

export const toWorld = (longitude: number, latitude: number): WorldPoint => [worldX(longitude), worldY(latitude)];

export function fromWorld(x: number, y: number): [longitude: number, latitude: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}

/** CSS pixels for one world unit. */
export const pixelsPerWorld = (zoom: number): number => WORLD * 2 ** zoom;

/** The camera that shows all of `box`, with `padding` pixels around it. */
export function fitCamera(box: WorldBox, size: Size, padding: number): Camera {
  const width = Math.max(1, size.width - 2 * padding),
    height = Math.max(1, size.height - 2 * padding);
  const scale = Math.min(width / Math.max(1e-9, box[2] - box[0]), height / Math.max(1e-9, box[3] - box[1]));
  return cameraAt((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, Math.log2(scale / WORLD));
}

export function cameraAt(x: number, y: number, zoom: number): Camera {
  const [longitude, latitude] = fromWorld(x, y);
  return { longitude, latitude, zoom };
}

/** Where a point of the world stands on a surface of `size`, in CSS pixels from its upper left. */
export function toScreen(point: WorldPoint, camera: Camera, size: Size): [x: number, y: number] {
  const scale = pixelsPerWorld(camera.zoom);
  const [x, y] = toWorld(camera.longitude, camera.latitude);
  return [(point[0] - x) * scale + size.width / 2, (point[1] - y) * scale + size.height / 2];
}

export function fromScreen(x: number, y: number, camera: Camera, size: Size): [x: number, y: number] {
  const scale = pixelsPerWorld(camera.zoom);
  const [centreX, centreY] = toWorld(camera.longitude, camera.latitude);
  return [centreX + (x - size.width / 2) / scale, centreY + (y - size.height / 2) / scale];
}

/** The camera after the picture moved by (dx, dy) pixels under the pointer. */
export function panBy(camera: Camera, dx: number, dy: number): Camera {
  const scale = pixelsPerWorld(camera.zoom);
  const [x, y] = toWorld(camera.longitude, camera.latitude);
  return cameraAt(x - dx / scale, y - dy / scale, camera.zoom);
}

/** The camera after zooming by `steps` about a point of the surface, which stays where it is. */
export function zoomAbout(camera: Camera, steps: number, x: number, y: number, size: Size): Camera {
  const [worldX, worldY] = fromScreen(x, y, camera, size);
  const zoom = camera.zoom + steps;
  const scale = pixelsPerWorld(zoom);
  return cameraAt(worldX - (x - size.width / 2) / scale, worldY - (y - size.height / 2) / scale, zoom);
}

/** Keeps the map in sight: not smaller than `fit`, at most `deepest` steps deeper, the surface within `box` where it is smaller. */
export function keepInSight(camera: Camera, fit: Camera, box: WorldBox, deepest: number, size: Size): Camera {
  if (camera.zoom <= fit.zoom) return fit;
  const zoom = Math.min(camera.zoom, fit.zoom + deepest);
  const [x, y] = toWorld(camera.longitude, camera.latitude);
  const scale = pixelsPerWorld(zoom);
  return cameraAt(
    within(x, box[0], box[2], size.width / 2 / scale),
    within(y, box[1], box[3], size.height / 2 / scale),
    zoom,
  );
}

/** `value`, at least `margin` from both ends; the middle where there is no room for that. */
function within(value: number, from: number, to: number, margin: number): number {
  return to - from <= 2 * margin ? (from + to) / 2 : Math.max(from + margin, Math.min(to - margin, value));
}
