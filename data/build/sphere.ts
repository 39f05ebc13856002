/** Areas on the sphere, points in polygons and distances to borders, for rings of longitude and latitude in degrees. */
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Mean radius of the earth in kilometres (IUGG). */
const RADIUS = 6371.0088;
const RADIANS = Math.PI / 180;

export const polygonsOf = (geometry: Polygon | MultiPolygon): Position[][][] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Square kilometres; holes are taken off, whichever way the rings wind. */
export function areaOf(geometry: Polygon | MultiPolygon): number {
  const areas = polygonsOf(geometry).flatMap((rings) => rings.map((ring, i) => (i === 0 ? 1 : -1) * ringArea(ring)));
  return areas.reduce((sum, area) => sum + area, 0);
}

/** Chamberlain and Duquette, "Some algorithms for polygons on a sphere" (JPL 07-03, 2007). */
export function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
    const [x1 = 0, y1 = 0] = ring[i] ?? [];
    sum += (x1 - x0) * RADIANS * (2 + Math.sin(y0 * RADIANS) + Math.sin(y1 * RADIANS));
  }
  return Math.abs((sum * RADIUS * RADIUS) / 2);
}

/** Is the point within the first ring and in none of the others? */
export function isInside([x = 0, y = 0]: Position, rings: readonly (readonly Position[])[]): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      if (y0 > y !== y1 > y && x < ((x1 - x0) * (y - y0)) / (y1 - y0) + x0) inside = !inside;
    }
  }
  return inside;
}

/** From a point to the nearest side of any ring, in the plane of the coordinates. */
export function distanceToBorder([x = 0, y = 0]: Position, rings: readonly (readonly Position[])[]): number {
  let least = Infinity;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x0 = 0, y0 = 0] = ring[i - 1] ?? [];
      const [x1 = 0, y1 = 0] = ring[i] ?? [];
      const [dx, dy] = [x1 - x0, y1 - y0];
      const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, along));
      least = Math.min(least, Math.hypot(x - x0 - t * dx, y - y0 - t * dy));
    }
  }
  return least;
}
