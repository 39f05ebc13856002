/** The arcs of a topology as drawn: projected once for all maps of a page, rounded and written once for all regions beside them. */
import type { GeometryObject, Topology } from 'topojson-specification';
import { worldX, worldY, type WorldBox } from './mercator.js';

/** Indices of arcs, end to end; `~index` is an arc that runs backwards. */
export type ArcRing = readonly number[];

/** An arc in world units. */
export interface Arc {
  /** x0, y0, x1, y1, and so on. */
  readonly points: Float64Array;
  readonly box: WorldBox;
  /** What it adds to twice the area within a ring: above zero where the ring is walked clockwise on the screen. */
  readonly turn: number;
}

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

// Loops over points run before they are compiled, when a page opens: they make nothing that they can do without.
function project({ transform, arcs }: Topology, index: number): Arc {
  const positions = arcs[index] ?? [];
  const { length } = positions;
  const sx = transform?.scale[0] ?? 1,
    sy = transform?.scale[1] ?? 1,
    dx = transform?.translate[0] ?? 0,
    dy = transform?.translate[1] ?? 0;
  const points = new Float64Array(length * 2);
  let x = 0,
    y = 0,
    x0 = Infinity,
    y0 = Infinity,
    x1 = -Infinity,
    y1 = -Infinity,
    turn = 0,
    beforeX = 0,
    beforeY = 0;
  for (let i = 0, at = 0; i < length; i++, at += 2) {
    const position = positions[i] as number[];
    x = (transform ? x : 0) + (position[0] as number);
    y = (transform ? y : 0) + (position[1] as number);
    const placeX = (points[at] = worldX(x * sx + dx)),
      placeY = (points[at + 1] = worldY(y * sy + dy));
    if (placeX < x0) x0 = placeX;
    if (placeX > x1) x1 = placeX;
    if (placeY < y0) y0 = placeY;
    if (placeY > y1) y1 = placeY;
    if (i > 0) turn += beforeX * placeY - placeX * beforeY;
    beforeX = placeX;
    beforeY = placeY;
  }
  return { points, turn, box: [x0, y0, x1, y1] };
}

/** The parts of a region: of each its outer ring, and its holes. */
export function partsOf(geometry: GeometryObject): readonly (readonly ArcRing[])[] {
  if (geometry.type === 'Polygon') return [geometry.arcs];
  return geometry.type === 'MultiPolygon' ? geometry.arcs : [];
}

/** The box around boxes; of none, the whole world. */
export function boxAround(boxes: readonly WorldBox[]): WorldBox {
  const around = new Around();
  for (const box of boxes) around.add(box);
  return around.box;
}

/** The box around the parts of a region. */
export function boxAlong(parts: readonly (readonly ArcRing[])[], arcAt: (index: number) => Arc): WorldBox {
  const around = new Around();
  eachArc(parts, (index) => around.add(arcAt(index).box));
  return around.box;
}

/** By number: walked by `of`, each step of a loop that is not compiled yet makes an object. */
export function eachArc(parts: readonly (readonly ArcRing[])[], take: (index: number) => void): void {
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as readonly ArcRing[];
    for (let j = 0; j < part.length; j++) {
      const ring = part[j] as ArcRing;
      for (let k = 0; k < ring.length; k++) take(ring[k] as number);
    }
  }
}

class Around {
  #x0 = Infinity;
  #y0 = Infinity;
  #x1 = -Infinity;
  #y1 = -Infinity;

  add(box: WorldBox): void {
    if (box[0] < this.#x0) this.#x0 = box[0];
    if (box[1] < this.#y0) this.#y0 = box[1];
    if (box[2] > this.#x1) this.#x1 = box[2];
    if (box[3] > this.#y1) this.#y1 = box[3];
  }

  get box(): WorldBox {
    return this.#x0 <= this.#x1 ? [this.#x0, this.#y0, this.#x1, this.#y1] : [0, 0, 1, 1];
  }
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

  /**
   * The rings of a region, each its arcs end to end, and back to the beginning: outer ones clockwise and holes the other way,
   * whatever the file has. So the paths of several regions can be one, and where two of them overlap it is filled as well.
   */
  region(parts: readonly (readonly ArcRing[])[]): string {
    const written: string[] = [];
    for (const part of parts) {
      for (let i = 0; i < part.length; i++) {
        const ring = this.#turned(part[i] as ArcRing, i === 0);
        if (ring.length === 0) continue;
        written.push('M', this.#write(ring[0] as number).from);
        for (let j = 0; j < ring.length; j++) written.push(this.#write(ring[j] as number).steps);
        written.push('Z');
      }
    }
    return written.join('');
  }

  #turned(ring: ArcRing, isClockwise: boolean): ArcRing {
    let turn = 0;
    for (let i = 0; i < ring.length; i++) {
      const index = ring[i] as number;
      turn += index < 0 ? -this.arcAt(index).turn : this.arcAt(index).turn;
    }
    return turn > 0 === isClockwise ? ring : ring.map((index) => ~index).reverse();
  }

  #write(index: number): { readonly from: string; readonly steps: string } {
    let written = this.#written.get(index);
    if (!written) this.#written.set(index, (written = this.#steps(index)));
    return written;
  }

  #steps(index: number): { readonly from: string; readonly steps: string } {
    const { points } = this.arcAt(index);
    const { parts } = this,
      scale = this.scale * parts,
      originX = this.origin[0],
      originY = this.origin[1];
    const { length } = points;
    if (length === 0) return { from: '', steps: '' };
    const step = index < 0 ? -2 : 2;
    const start = index < 0 ? length - 2 : 0;
    const steps: number[] = [];
    let x = Math.round(((points[start] as number) - originX) * scale),
      y = Math.round(((points[start + 1] as number) - originY) * scale);
    const from = `${x / parts} ${y / parts}`;
    for (let i = start + step; i >= 0 && i < length; i += step) {
      const nextX = Math.round(((points[i] as number) - originX) * scale),
        nextY = Math.round(((points[i + 1] as number) - originY) * scale);
      if (nextX === x && nextY === y) continue;
      steps.push((nextX - x) / parts, (nextY - y) / parts);
      x = nextX;
      y = nextY;
    }
    return { from, steps: steps.length === 0 ? '' : `l${steps.join(' ')}` };
  }
}
