/** Who helps whom, as curves across maps: which links there are, and the way that each of them takes. */
import type { Dataset } from '../../data/dataset.js';
import type { Partner } from '../../data/pairs.js';
import { isPublished } from '../../data/status.js';
import type { Period, RegionCode, Share } from '../../data/types.js';
import { node, type PictureNode } from './picture.js';
import type { Palette } from './tokens.js';

/** `city`: which county of a city it is, nobody published. It looks different, whatever else is known. */
export type LinkKind = 'confirmed' | 'inferred' | 'city';

export interface Link {
  readonly from: RegionCode;
  readonly to: RegionCode;
  readonly kind: LinkKind;
  /** Of the receiver's value. */
  readonly share: Share;
}

/** Dashes and gaps in pixels: a line that is not sure never looks like one that is. */
export const LINK_DASHES: Readonly<Record<LinkKind, string>> = { confirmed: '', inferred: '7 4', city: '1.5 4' };

/** Pixels: the width for none of a county that is known, and for all of it. */
const THINNEST = 1,
  WIDEST = 3;

/** How wide a link is drawn: by its share of what the county receives; in between where nobody knows it. */
export const linkWidth = (kind: LinkKind, share: Share): number =>
  THINNEST + (WIDEST - THINNEST) * (kind === 'city' ? 0.3 : Math.min(1, share));

/** A short sample of a link's line, as wide and as dashed as its curve across the maps. */
export function lineKeyPicture(kind: LinkKind, share: Share, palette: Palette): PictureNode {
  const width = linkWidth(kind, share).toFixed(2);
  const line = {
    x1: 2,
    y1: 5,
    x2: 24,
    y2: 5,
    stroke: palette.accent,
    'stroke-width': width,
    'stroke-linecap': 'round',
  };
  return node('svg', { class: 'line-key', viewBox: '0 0 26 10', 'aria-hidden': 'true' }, [
    node('line', { ...line, 'stroke-dasharray': LINK_DASHES[kind] || 'none' }),
  ]);
}

/** The links of the regions that lead, both ways; a link between two of them once. */
export function linksOf(dataset: Dataset, codes: readonly RegionCode[], period: Period): Link[] {
  const links = new Map<string, Link>();
  for (const code of codes) {
    const receives = dataset.isReceiver(code);
    for (const partner of dataset.partnersOf(code, period)) {
      const [from, to] = receives ? [partner.code, code] : [code, partner.code];
      links.set(`${from} ${to}`, { from, to, kind: linkKind(dataset, code, partner), share: partner.share });
    }
  }
  return [...links.values()];
}

export function linkKind(
  { regions }: Dataset,
  code: RegionCode,
  { code: partner, status, isCitys }: Partner,
): LinkKind {
  const isCounty = regions.get(code)?.level === 'county';
  if (isCitys || (isCounty && regions.get(partner)?.level !== 'county')) return 'city';
  return isPublished(status) ? 'confirmed' : 'inferred';
}

/** One end of a curve: a place, and what of it the curve leaves free, so as not to hide a small region's colour. */
export interface LinkEnd {
  readonly x: number;
  readonly y: number;
  /** Whether a point lies on what must stay visible: the curve ends at its edge. */
  covers(x: number, y: number): boolean;
}

/** A way across the maps, from who helps to who is helped. */
export interface Curve {
  /** One move and one quadratic curve. */
  readonly path: string;
  readonly tip: readonly [x: number, y: number];
  /** Where it points to at its tip, in degrees clockwise from the right. */
  readonly angle: number;
}

/** Points of a curve that is looked at for where it leaves an end. */
const STEPS = 48;
/** Halvings of a step, to find the very edge. */
const HALVINGS = 5;
/** How far a curve rises, as a part of its length. */
const RISE = 0.16;

type Point = readonly [x: number, y: number];

/** Bends upwards what leads from `a` to `b`; `at` says where along the way. */
export function bendOf(a: Pick<LinkEnd, 'x' | 'y'>, b: Pick<LinkEnd, 'x' | 'y'>, at = 0.5): Point {
  const dx = b.x - a.x,
    dy = b.y - a.y;
  const side = dx === 0 ? 1 : Math.sign(dx);
  return [a.x + dx * at + side * dy * RISE, a.y + dy * at - side * dx * RISE];
}

/** Where along the way links part that have one end in common: near the ends that differ, so that they run as one before. */
const PARTING = 0.7;

/** The bend that links share which lead from one place to several, or from several to one; undefined for links that share nothing. */
export function sharedBend(links: readonly (readonly [from: Point, to: Point])[]): Point | undefined {
  const count = (end: 0 | 1): number => new Set(links.map((link) => link[end].join(' '))).size;
  const [starts, ends] = [count(0), count(1)];
  if (links.length < 3 || (starts > 1 && ends > 1)) return undefined;
  const middle = (end: 0 | 1): { x: number; y: number } => ({
    x: links.reduce((sum, link) => sum + link[end][0], 0) / links.length,
    y: links.reduce((sum, link) => sum + link[end][1], 0) / links.length,
  });
  return bendOf(middle(0), middle(1), ends > 1 ? PARTING : 1 - PARTING);
}

/**
 * A curve from one end to the other: bent upwards, or as `bend` says, and cut off at the edge of what it must leave clear. Undefined
 * where nothing of it is left.
 */
export function linkPath(a: LinkEnd, b: LinkEnd, bend: Point = bendOf(a, b)): Curve | undefined {
  const [controlX, controlY] = bend;
  const at = (t: number): Point => {
    const u = 1 - t;
    return [u * u * a.x + 2 * u * t * controlX + t * t * b.x, u * u * a.y + 2 * u * t * controlY + t * t * b.y];
  };
  const isClear = (t: number, end: LinkEnd): boolean => !end.covers(...at(t));
  let first = 0,
    last = STEPS;
  while (first < last && !isClear(first / STEPS, a)) first++;
  while (last > first && !isClear(last / STEPS, b)) last--;
  if (last - first < 2) return undefined;
  /** The last step is walked again in halves: `from` is covered, `to` is clear. */
  const edge = (from: number, to: number, end: LinkEnd): number => {
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (from + to) / 2;
      if (isClear(middle, end)) to = middle;
      else from = middle;
    }
    return to;
  };
  // The part of a quadratic curve between two parameters is one again.
  const t0 = first === 0 ? 0 : edge((first - 1) / STEPS, first / STEPS, a),
    t1 = last === STEPS ? 1 : edge((last + 1) / STEPS, last / STEPS, b);
  const mix = (p: number, q: number, r: number): number =>
    (1 - t0) * (1 - t1) * p + ((1 - t0) * t1 + t0 * (1 - t1)) * q + t0 * t1 * r;
  const start = at(t0),
    end = at(t1);
  const turn: Point = [mix(a.x, controlX, b.x), mix(a.y, controlY, b.y)];
  const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    path: `M${point(...start)}Q${point(...turn)} ${point(...end)}`,
    tip: end,
    angle: (Math.atan2(end[1] - turn[1], end[0] - turn[0]) * 180) / Math.PI,
  };
}
