/** The arcs of a topology as drawn: projected once for all maps of a page, rounded and written once for all regions beside them. */
import type { GeometryObject, Topology } from 'topojson-specification';
import { toWorld, type WorldBox } from './mercator.js';

/** Indices of arcs, end to end; `~index` is an arc that runs backwards. */
export type ArcRing = readonly number[];

/** An arc in world units. */
export interface Arc {
  /** x0, y0, x1, y1, and so on. */
  readonly points: Float64Array;
  readonly box: WorldBox;
}

const NOWHERE: WorldBox = [Infinity, Infinity, -Infinity, -Infinity];
const projected = new WeakMap<Topology, Map<number, Arc>>();

/** Finds an arc by its index, forwards or backwards; one that the topology lacks has no points. */
export function arcsOf(topology: Topology): (index: number) => Arc {
  let arcs = projected.get(topology);
  if (!arcs) projected.set(topology, (arcs = new Map()));
  const kept = arcs;
  return (index) => {
    const key = index < 0 ? ~index : index;
    let arc = kept.get(key);
    if (!arc) kept.set(key, (arc = project(topology, key)));
    return arc;
  };
}

function project({ transform, arcs }: Topology, index: number): Arc {
  const positions = arcs[index] ?? [];
  const [sx, sy] = transform?.scale ?? [1, 1],
    [dx, dy] = transform?.translate ?? [0, 0];
  const points = new Float64Array(positions.length * 2);
  let x = 0,
    y = 0,
    i = 0,
    [x0, y0, x1, y1] = NOWHERE;
  for (const position of positions) {
    const stepX = position[0] as number,
      stepY = position[1] as number;
    x = transform ? x + stepX : stepX;
    y = transform ? y + stepY : stepY;
    const [worldX, worldY] = toWorld(x * sx + dx, y * sy + dy);
    points[i++] = worldX;
    points[i++] = worldY;
    if (worldX < x0) x0 = worldX;
    if (worldY < y0) y0 = worldY;
    if (worldX > x1) x1 = worldX;
    if (worldY > y1) y1 = worldY;
  }
  return { points, box: [x0, y0, x1, y1] };
}

/** The rings of a region: outer ones and holes of all its parts. */
export function ringsOf(geometry: GeometryObject): readonly ArcRing[] {
  if (geometry.type === 'Polygon') return geometry.arcs;
  return geometry.type === 'MultiPolygon' ? geometry.arcs.flat() : [];
}

/** The box around boxes; of none, the whole world. */
export function boxAround(boxes: readonly WorldBox[]): WorldBox {
  let [x0, y0, x1, y1] = NOWHERE;
  for (const box of boxes) {
    if (box[0] < x0) x0 = box[0];
    if (box[1] < y0) y0 = box[1];
    if (box[2] > x1) x1 = box[2];
    if (box[3] > y1) y1 = box[3];
  }
  return x0 <= x1 ? [x0, y0, x1, y1] : [0, 0, 1, 1];
}

/** Turns arcs into SVG path data, in units of a frame or `parts` of one, and in steps from point to point: half as long as places. */
export class ArcWriter {
  readonly #written = new Map<number, { readonly from: string; readonly steps: string }>();

  constructor(
    private readonly arcAt: (index: number) => Arc,
    private readonly origin: readonly [x: number, y: number],
    private readonly scale: number,
    private readonly parts = 1,
  ) {}

  /** A line of its own. */
  line(index: number): string {
    const { from, steps } = this.#write(index);
    return `M${from}${steps}`;
  }

  /** Arcs end to end, and back to the beginning. */
  ring(arcs: ArcRing): string {
    const [first] = arcs;
    if (first === undefined) return '';
    let path = `M${this.#write(first).from}`;
    for (const index of arcs) path += this.#write(index).steps;
    return `${path}Z`;
  }

  #write(index: number): { readonly from: string; readonly steps: string } {
    let written = this.#written.get(index);
    if (!written) this.#written.set(index, (written = this.#steps(index)));
    return written;
  }

  #steps(index: number): { readonly from: string; readonly steps: string } {
    const { points } = this.arcAt(index);
    const [originX, originY] = this.origin;
    const { parts } = this,
      scale = this.scale * parts;
    const step = index < 0 ? -2 : 2;
    let from = '',
      steps = '',
      x = 0,
      y = 0;
    for (let i = index < 0 ? points.length - 2 : 0; i >= 0 && i < points.length; i += step) {
      const nextX = Math.round(((points[i] as number) - originX) * scale),
        nextY = Math.round(((points[i + 1] as number) - originY) * scale);
      if (from === '') from = `${nextX / parts} ${nextY / parts}`;
      else if (nextX !== x || nextY !== y) steps += `${steps === '' ? 'l' : ' '}${(nextX - x) / parts} ${(nextY - y) / parts}`;
      x = nextX;
      y = nextY;
    }
    return { from, steps };
  }
}
