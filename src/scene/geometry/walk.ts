/**
 * Walking over a map by arrow keys: to the real neighbour that lies in a direction. Every region can be reached from every
 * other, and a step back leads to where one came from.
 */
import { memo } from '../../data/memo.js';
import type { RegionIndex } from '../../data/topology.js';
import type { RegionCode } from '../../data/types.js';
import { neighboursOf } from './neighbours.js';
import type { MapShapes } from './shapes.js';

export type Direction = 'left' | 'right' | 'up' | 'down';
export const DIRECTIONS: readonly Direction[] = ['left', 'right', 'up', 'down'];

const ANGLES: Readonly<Record<Direction, number>> = { right: 0, down: Math.PI / 2, left: Math.PI, up: -Math.PI / 2 };
const OPPOSITE: Readonly<Record<Direction, Direction>> = { left: 'right', right: 'left', up: 'down', down: 'up' };
/** A neighbour lies in a direction when it is off it by no more than this. */
const WIDEST = Math.PI / 3;

/** Where each arrow leads from each region. At the edge of a map an arrow may lead nowhere. */
export type WalkGraph = ReadonlyMap<RegionCode, Readonly<Partial<Record<Direction, RegionCode>>>>;

/** The last step: what the opposite arrow undoes. */
export interface Trail {
  readonly from: RegionCode;
  readonly direction: Direction;
  readonly to: RegionCode;
}

/** The graph of a map, made once. */
export const walkGraph = memo((regions: RegionIndex, map: MapShapes): WalkGraph => {
  const places = map.shapes.map(({ code, label }) => ({ code, x: label[0], y: label[1] }));
  return connect(places, (code) => neighboursOf(regions, map.level, code));
});

/** One press of an arrow key. Undefined where it leads nowhere. */
export function step(
  graph: WalkGraph,
  trail: Trail | undefined,
  at: RegionCode,
  direction: Direction,
): Trail | undefined {
  const isBack = trail?.to === at && direction === OPPOSITE[trail.direction];
  const to = isBack ? trail.from : graph.get(at)?.[direction];
  return to === undefined ? undefined : { from: at, direction, to };
}

interface Place {
  readonly code: RegionCode;
  readonly x: number;
  readonly y: number;
}

type Targets = Map<RegionCode, Partial<Record<Direction, RegionCode>>>;

/** Arrows for places and their neighbours: first as the eye sees it, then with as few others as it takes to reach all. */
export function connect(places: readonly Place[], neighbours: (code: RegionCode) => readonly RegionCode[]): WalkGraph {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const edges = new Map(
    places.map(({ code }) => [code, new Set(neighbours(code).filter((other) => other !== code && byCode.has(other)))]),
  );
  bridge(places, edges);
  const targets: Targets = new Map(places.map((place) => [place.code, arrowsOf(place, edges.get(place.code), byCode)]));
  repair(places, edges, targets);
  return targets;
}

/** Islands, and whatever else hangs together by itself, are joined to the nearest place of the rest. */
function bridge(places: readonly Place[], edges: Map<RegionCode, Set<RegionCode>>): void {
  for (let parts = partsOf(places, edges); parts.length > 1; parts = partsOf(places, edges)) {
    // The largest is the mainland: the others come to it, or to one another first.
    for (const part of parts.slice(1)) {
      let nearest: readonly [Place, Place] | undefined,
        least = Infinity;
      for (const a of part) {
        for (const b of places) {
          const distance = Math.hypot(a.x - b.x, a.y - b.y);
          if (distance >= least || part.has(b)) continue;
          least = distance;
          nearest = [a, b];
        }
      }
      if (!nearest) continue;
      const [here, there] = nearest;
      edges.get(here.code)?.add(there.code);
      edges.get(there.code)?.add(here.code);
    }
  }
}

/** What hangs together, the largest part first. */
function partsOf(places: readonly Place[], edges: ReadonlyMap<RegionCode, ReadonlySet<RegionCode>>): Set<Place>[] {
  const seen = new Set<RegionCode>();
  const parts = places.flatMap(({ code }) => {
    if (seen.has(code)) return [];
    const codes = reach(code, (at) => edges.get(at) ?? []);
    for (const each of codes) seen.add(each);
    return [new Set(places.filter((place) => codes.has(place.code)))];
  });
  return parts.sort((a, b) => b.size - a.size);
}

function arrowsOf(
  place: Place,
  neighbours: ReadonlySet<RegionCode> = new Set(),
  byCode: ReadonlyMap<RegionCode, Place>,
): Partial<Record<Direction, RegionCode>> {
  const others = [...neighbours].flatMap((code) => byCode.get(code) ?? []);
  const farthest = Math.max(1e-9, ...others.map(({ x, y }) => Math.hypot(x - place.x, y - place.y)));
  const arrows: Partial<Record<Direction, RegionCode>> = {};
  for (const direction of DIRECTIONS) {
    let least = Infinity;
    for (const other of others) {
      const off = deviation(place, other, direction);
      // Straight ahead goes before near.
      const score = off + (0.4 * Math.hypot(other.x - place.x, other.y - place.y)) / farthest;
      if (off > WIDEST || score >= least) continue;
      least = score;
      arrows[direction] = other.code;
    }
  }
  return arrows;
}

/** Radians between a direction and the way from one place to another. */
function deviation(from: Place, to: Place, direction: Direction): number {
  const off = Math.abs(Math.atan2(to.y - from.y, to.x - from.x) - ANGLES[direction]);
  return Math.min(off, 2 * Math.PI - off);
}

function repair(
  places: readonly Place[],
  edges: ReadonlyMap<RegionCode, ReadonlySet<RegionCode>>,
  targets: Targets,
): void {
  const [root] = places;
  if (!root) return;
  const forward = (): Set<RegionCode> => reach(root.code, (code) => Object.values(targets.get(code) ?? {}));
  const backward = (): Set<RegionCode> => {
    const sources = new Map<RegionCode, RegionCode[]>();
    for (const [code, arrows] of targets) {
      for (const to of Object.values(arrows)) sources.set(to, [...(sources.get(to) ?? []), code]);
    }
    return reach(root.code, (code) => sources.get(code) ?? []);
  };
  const count = (): number => forward().size + backward().size;
  let now = count();
  // Each round adds at least one place that is reached, or leads back.
  while (now < 2 * places.length) {
    const reached = forward(),
      leading = backward();
    const isMissing = reached.size < places.length;
    // Arrows from what is reached to what is not; when all is reached, from what does not lead back to what does.
    const from = places.filter(({ code }) => (isMissing ? reached.has(code) : !leading.has(code)));
    const to = places.filter(({ code }) => (isMissing ? !reached.has(code) : leading.has(code)));
    const next = bestArrow(from, to, edges, targets, () => count() > now);
    if (!next) return;
    now = count();
  }
}

/** Sets the best arrow between two groups that helps: of neighbours first, in a free direction first, as straight as can be. */
function bestArrow(
  from: readonly Place[],
  to: readonly Place[],
  edges: ReadonlyMap<RegionCode, ReadonlySet<RegionCode>>,
  targets: Targets,
  helps: () => boolean,
): boolean {
  const goals = new Map(to.map((place) => [place.code, place]));
  const near = from.flatMap((a) =>
    [...(edges.get(a.code) ?? [])].flatMap((code) => goals.get(code) ?? []).map((b) => ({ a, b })),
  );
  const far = (): { a: Place; b: Place }[] =>
    from
      .flatMap((a) => to.map((b) => ({ a, b })))
      .sort((p, q) => Math.hypot(p.a.x - p.b.x, p.a.y - p.b.y) - Math.hypot(q.a.x - q.b.x, q.a.y - q.b.y));
  for (const pairs of [(): { a: Place; b: Place }[] => near, far]) {
    const options = pairs()
      .slice(0, 400)
      .flatMap(({ a, b }) =>
        DIRECTIONS.map((direction) => {
          const isFree = targets.get(a.code)?.[direction] === undefined;
          return { a, b, direction, cost: deviation(a, b, direction) + (isFree ? 0 : 1) };
        }),
      )
      .sort((p, q) => p.cost - q.cost);
    for (const { a, b, direction } of options) {
      const arrows = targets.get(a.code);
      if (!arrows) continue;
      const before = arrows[direction];
      arrows[direction] = b.code;
      if (helps()) return true;
      if (before === undefined) delete arrows[direction];
      else arrows[direction] = before;
    }
  }
  return false;
}

function reach(start: RegionCode, next: (code: RegionCode) => Iterable<RegionCode>): Set<RegionCode> {
  const seen = new Set([start]);
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const code of next(at)) {
      if (seen.has(code)) continue;
      seen.add(code);
      waiting.push(code);
    }
  }
  return seen;
}
