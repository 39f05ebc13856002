/** Sequential colour ramps of one hue, even in lightness as the eye sees it, for light and dark grounds. */
import type { RegisteredSchemes } from '../../data/registered.js';

export type Ground = 'light' | 'dark';
/** "#rrggbb". */
export type Colour = string;

export interface Hue {
  /** Degrees in OKLCH. */
  readonly hue: number;
  /** Chroma in the middle of the ramp. */
  readonly chroma: number;
}

/** A hue, or colours that an author makes, from the lowest class to the highest. */
export type SequentialRamp = Hue | { colours(count: number, ground: Ground): readonly Colour[] };

/** Names for the attribute `scheme`, and what is registered besides. */
export const SCHEMES = {
  teal: { hue: 200, chroma: 0.085 },
  blue: { hue: 250, chroma: 0.12 },
  green: { hue: 150, chroma: 0.1 },
  red: { hue: 28, chroma: 0.13 },
  purple: { hue: 300, chroma: 0.12 },
  gray: { hue: 90, chroma: 0.004 },
} as const satisfies Readonly<Record<string, Hue>>;
export type BuiltInScheme = keyof typeof SCHEMES;
export type Scheme = BuiltInScheme | keyof RegisteredSchemes;
export const DEFAULT_SCHEME = 'teal' satisfies BuiltInScheme;

/** The same table, as what is registered is put into it. */
export type SchemeTable = Record<string, SequentialRamp>;

export const isScheme = (name: string): name is Scheme => Object.keys(SCHEMES).includes(name);

const LIGHTNESS: Readonly<Record<Ground, readonly [first: number, last: number]>> = {
  // The first class must stay off the paper, where "outside" is; the last must keep a black outline visible.
  light: [0.87, 0.38],
  dark: [0.42, 0.9],
};

/** `count` colours from the lowest class to the highest. A single class takes the middle of the ramp. */
export function rampColours(scheme: Scheme, count: number, ground: Ground): readonly Colour[] {
  const ramp = (SCHEMES as SchemeTable)[scheme] as SequentialRamp;
  if ('colours' in ramp) return ramp.colours(count, ground);
  const { hue, chroma } = ramp;
  const [first, last] = LIGHTNESS[ground];
  return Array.from({ length: count }, (_, i) => {
    const t = count === 1 ? 0.55 : i / (count - 1);
    // Chroma swells towards the middle, where sRGB has room for it.
    return oklch(first + (last - first) * t, chroma * (0.62 + 0.38 * Math.sin(Math.PI * t)), hue);
  });
}

/** Of a class below the middle and above it: told apart by those who do not see red or green apart, too. */
const DIVERGING_HUES = { below: 55, above: 255 } as const;

/** Colours on either side of a middle, the strongest at the ends. `below` of the `count` classes lie below it. */
export function divergingColours(count: number, below: number, ground: Ground): Colour[] {
  const [pale, strong] = ground === 'light' ? [0.9, 0.42] : [0.4, 0.86];
  const side = (classes: number, hue: number): Colour[] =>
    Array.from({ length: classes }, (_, i) => {
      const t = (i + 1) / classes;
      return oklch(pale + (strong - pale) * t, 0.035 + 0.1 * t, hue);
    });
  return [...side(below, DIVERGING_HUES.below).reverse(), ...side(count - below, DIVERGING_HUES.above)];
}

/**
 * Names that have no order, on either ground: found by search, so that any two differ by 20 ΔE and more, and any of the first six by
 * 28, for those too who do not see red, green or blue apart (test/scene/classes/ramp.test.ts).
 */
const NAMED = [
  [65, 0.5, 0.12],
  [215, 0.86, 0.12],
  [185, 0.5, 0.06],
  [140, 0.8, 0.06],
  [80, 0.86, 0.12],
  [305, 0.5, 0.12],
  [260, 0.74, 0.12],
  [320, 0.68, 0.06],
  [35, 0.68, 0.12],
] as const satisfies readonly (readonly [hue: number, lightness: number, chroma: number])[];

/** Colours of names: up to nine that differ, and then again from the first. */
export function namedColours(count: number): Colour[] {
  return Array.from({ length: count }, (_, i) => {
    const [hue, lightness, chroma] = NAMED[i % NAMED.length] ?? NAMED[0];
    return oklch(lightness, chroma, hue);
  });
}

/** OKLCH (Ottosson 2020) to sRGB; what lies outside of sRGB loses chroma, not hue or lightness. */
export function oklch(lightness: number, chroma: number, hue: number): Colour {
  for (let c = chroma; c > 0.001; c *= 0.95) {
    const rgb = linearRgb(lightness, c, hue);
    if (rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005)) return hex(rgb);
  }
  return hex(linearRgb(lightness, 0, hue));
}

function linearRgb(lightness: number, chroma: number, hue: number): [number, number, number] {
  const a = chroma * Math.cos((hue * Math.PI) / 180),
    b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hex(linear: readonly number[]): Colour {
  return `#${linear
    .map((channel) => {
      const clamped = Math.max(0, Math.min(1, channel));
      const encoded = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * clamped ** (1 / 2.4) - 0.055;
      return Math.round(encoded * 255)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;
}
