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

/** A short sample of a link's line, as the curves across the maps are drawn. */
export function lineKeyPicture(kind: LinkKind, palette: Palette): PictureNode {
  const line = { x1: 1, y1: 5, x2: 25, y2: 5, stroke: palette.accent, 'stroke-width': 1.8, 'stroke-linecap': 'round' };
  return node('svg', { class: 'line-key', viewBox: '0 0 26 10', 'aria-hidden': 'true' }, [
    node('line', { ...line, 'stroke-dasharray': LINK_DASHES[kind] || 'none' }),
  ]);
}

/** The links of the regions that lead, both ways; a link between two of them once. */
export function linksOf(dataset: Dataset, codes: readonly RegionCode[], period: Period): Link[] {
  const links = new Map<string, Link>();
  for (const code of codes) {
    const receives = isReceiver(dataset, code);
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

function isReceiver({ participants, regions }: Dataset, code: RegionCode): boolean {
  return participants.has(code) || [...participants].some((participant) => regions.isWithin(participant, code));
}

/** One end of a curve: a place, and how far from it the curve keeps, so as not to hide a small region's colour. */
export interface LinkEnd {
  readonly x: number;
  readonly y: number;
  /** Half the width and height of what must stay visible. */
  readonly clearX: number;
  readonly clearY: number;
}

/** Points of a curve that is looked at for where it leaves an end. */
const STEPS = 48;
/** How far a curve rises, as a part of its length. */
const RISE = 0.16;

/**
 * A curve from one end to the other, as path data: bent upwards, and cut off where it would enter what it must leave clear.
 * Undefined where nothing of it is left.
 */
export function linkPath(a: LinkEnd, b: LinkEnd): { path: string; tip: readonly [x: number, y: number] } | undefined {
  const dx = b.x - a.x,
    dy = b.y - a.y;
  const side = dx === 0 ? 1 : Math.sign(dx);
  const controlX = (a.x + b.x) / 2 + side * dy * RISE,
    controlY = (a.y + b.y) / 2 - side * dx * RISE;
  const at = (t: number): readonly [number, number] => {
    const u = 1 - t;
    return [u * u * a.x + 2 * u * t * controlX + t * t * b.x, u * u * a.y + 2 * u * t * controlY + t * t * b.y];
  };
  const isClear = (t: number, end: LinkEnd): boolean => {
    const [x, y] = at(t);
    return Math.abs(x - end.x) >= end.clearX || Math.abs(y - end.y) >= end.clearY;
  };
  let first = 0,
    last = STEPS;
  while (first < last && !isClear(first / STEPS, a)) first++;
  while (last > first && !isClear(last / STEPS, b)) last--;
  if (last - first < 2) return undefined;
  // The part of a quadratic curve between two parameters is one again.
  const t0 = first / STEPS,
    t1 = last / STEPS;
  const mix = (p: number, q: number, r: number): number =>
    (1 - t0) * (1 - t1) * p + ((1 - t0) * t1 + t0 * (1 - t1)) * q + t0 * t1 * r;
  const start = at(t0),
    end = at(t1);
  const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    path: `M${point(...start)}Q${point(mix(a.x, controlX, b.x), mix(a.y, controlY, b.y))} ${point(...end)}`,
    tip: end,
  };
}
