/** The scene: all that a picture of one map needs, as plain data. Renderers draw it, and know nothing else. */
import type { RegionCode } from '../../data/types.js';
import type { Camera, Size } from '../geometry/mercator.js';
import type { Fill } from '../classes/scale.js';
import type { MapShapes } from '../geometry/shapes.js';
import type { Palette } from './tokens.js';

/** What stands out. A region in none of them fades when `isFading`. */
export interface Emphasis {
  /** Pointed at, or reached by keyboard; it may lie on another map. */
  readonly active: RegionCode | undefined;
  readonly partners: ReadonlySet<RegionCode>;
  /** Counties of a partner city, where which of them is the partner is not known. */
  readonly cityPartners: ReadonlySet<RegionCode>;
  readonly selected: ReadonlySet<RegionCode>;
  /** What the legend points at or keeps: it does not fade, and has no outline. */
  readonly kept: ReadonlySet<RegionCode>;
  readonly isFading: boolean;
}

export const NO_EMPHASIS: Emphasis = {
  active: undefined,
  partners: new Set(),
  cityPartners: new Set(),
  selected: new Set(),
  kept: new Set(),
  isFading: false,
};

export function isSameEmphasis(a: Emphasis, b: Emphasis): boolean {
  const isSameSet = (some: ReadonlySet<RegionCode>, others: ReadonlySet<RegionCode>): boolean =>
    some.size === others.size && [...some].every((code) => others.has(code));
  return (
    a.active === b.active &&
    a.isFading === b.isFading &&
    (['partners', 'cityPartners', 'selected', 'kept'] as const).every((key) => isSameSet(a[key], b[key]))
  );
}

/**
 * Members are replaced, never changed: a renderer compares each with the one it drew last, and repaints only what differs.
 */
export interface Scene {
  readonly map: MapShapes;
  readonly fills: ReadonlyMap<RegionCode, Fill>;
  readonly palette: Palette;
  readonly emphasis: Emphasis;
  readonly camera: Camera;
  readonly size: Size;
}

export type Standing = 'active' | 'selected' | 'partner' | 'city-partner' | 'kept' | 'none';

/** How a region stands out; the strongest wins. */
export function standingOf(code: RegionCode, emphasis: Emphasis): Standing {
  if (code === emphasis.active) return 'active';
  if (emphasis.selected.has(code)) return 'selected';
  if (emphasis.partners.has(code)) return 'partner';
  if (emphasis.cityPartners.has(code)) return 'city-partner';
  return emphasis.kept.has(code) ? 'kept' : 'none';
}

/** The fill of a region that the fills do not name. */
export const OUTSIDE: Fill = { kind: 'outside' };
