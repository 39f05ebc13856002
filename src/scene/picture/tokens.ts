/**
 * Every colour, size and font of the library, once: the custom property that sets it, its default on a light and on a dark
 * ground and in high contrast, and what it is for. The style sheets and the maps' palette read it.
 */
import type { PictureNode } from './node.js';
import { divergingColours, namedColours, rampColours, type Colour, type Ground, type Scheme } from '../classes/ramp.js';

export type Theme = Ground | 'contrast';
export const THEMES: readonly Theme[] = ['light', 'dark', 'contrast'];

interface Token {
  readonly light: string;
  readonly dark?: string;
  readonly contrast?: string;
}

/** `--pair-NAME` sets a token from outside; the default holds where it is not set. */
export const TOKENS = {
  // surfaces and text
  /** Ground of the whole atlas. */
  paper: { light: '#ffffff', dark: '#16191b' },
  /** Ground of panels, controls and tooltips. */
  surface: { light: '#f6f5f2', dark: '#202528', contrast: '#ffffff' },
  /** Text. */
  ink: { light: '#1c2226', dark: '#e9e7e2', contrast: '#000000' },
  /** Secondary text: units, sources, notes. */
  'ink-soft': { light: '#5a6268', dark: '#a3a9ad', contrast: '#000000' },
  /** Hairlines between blocks and around controls. */
  line: { light: '#d9d6cf', dark: '#3a4145', contrast: '#000000' },
  /** The region pointed at, the chosen metric, focus. */
  accent: { light: '#b3371f', dark: '#f08a6c', contrast: '#a11c00' },
  /** Text of faults. */
  fault: { light: '#9b1c1c', dark: '#f29b9b', contrast: '#8a0000' },
  /** Shadow under tooltips. */
  shadow: { light: 'rgb(20 24 26 / 18%)', dark: 'rgb(0 0 0 / 60%)', contrast: 'transparent' },
  // map
  /** Regions that take no part. */
  outside: { light: '#f0eeea', dark: '#23282b', contrast: '#ffffff' },
  /** Ground of regions without data. */
  'no-data': { light: '#ffffff', dark: '#16191b', contrast: '#ffffff' },
  /** Hatch of regions without data. */
  'no-data-line': { light: '#8d8a84', dark: '#8f9699', contrast: '#000000' },
  /** Ground of counties where only the city is known to help. */
  'city-only': { light: '#faf7ef', dark: '#2a2c2a', contrast: '#ffffff' },
  /** Dots of counties where only the city is known to help. */
  'city-only-dot': { light: '#a39a83', dark: '#8b8674', contrast: '#000000' },
  /** Fine hatch over classes of inferred, estimated and illustrative values. */
  'not-published': { light: 'rgb(255 255 255 / 16%)', dark: 'rgb(0 0 0 / 18%)', contrast: 'rgb(255 255 255 / 60%)' },
  /** Borders between counties. */
  'border-county': { light: '#ffffff', dark: '#16191b', contrast: '#4d4d4d' },
  /** Borders between prefectures. */
  'border-prefecture': { light: '#a9a59d', dark: '#5d666b', contrast: '#000000' },
  /** Outline of a province. */
  'border-province': { light: '#77746e', dark: '#89939a', contrast: '#000000' },
  /** Outline and name of the partners of a region. */
  partner: { light: '#1c2226', dark: '#ffffff', contrast: '#000000' },
  /** Halo around outlines and names on a map. */
  halo: { light: '#ffffff', dark: '#16191b', contrast: '#ffffff' },
  // type
  /** All text. In English this default begins with fonts for Latin letters, in traditional Chinese with those that have its characters. */
  font: { light: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif' },
  /** Body text. */
  'font-size': { light: '0.9375rem' },
  /** Units, sources, notes. */
  'font-size-small': { light: '0.8125rem' },
  /** Boundary notes and marks. */
  'font-size-tiny': { light: '0.75rem' },
  /** Headline figures. */
  'font-size-large': { light: '1.6875rem' },
  /** Body text. */
  'line-height': { light: '1.5' },
  // measures
  /** Space between blocks. */
  gap: { light: '1rem' },
  /** Corners of controls and tooltips. */
  radius: { light: '3px' },
  /** Least height and width of a control. */
  control: { light: '2.75rem' },
  /** Height of a map; auto takes the shape of its region. */
  'map-height': { light: 'auto' },
  /** A map that is given no height is no higher, so that it is seen whole. */
  'map-max-height': { light: '85vh' },
} as const satisfies Readonly<Record<string, Token>>;

export type TokenName = keyof typeof TOKENS;

export function tokenDefault(name: TokenName, theme: Theme): string {
  const token: Token = TOKENS[name];
  return (theme === 'light' ? undefined : token[theme]) ?? token.light;
}

/** A page whose root has smaller letters (62.5 % is a habit) does not make ours smaller; one whose reader wants larger ones does. */
const atLeast = (value: string): string =>
  value
    .replace(/^([\d.]+)rem$/, (_, rems: string) => `max(${rems}rem, ${Number(rems) * 16}px)`)
    // Fonts, which are others where a language has its own.
    .replace(/^".*/, 'var(--_fonts, $&)');

/** Rules that make `--_NAME` of each token: the host's `--pair-NAME` wins, and no element of the library ever sets it. */
export function tokenRules(selectorOf: (theme: Theme) => string): string {
  const names = Object.keys(TOKENS) as TokenName[];
  return THEMES.map((theme) => {
    const differing = names.filter(
      (name) => theme === 'light' || tokenDefault(name, theme) !== tokenDefault(name, 'light'),
    );
    return `${selectorOf(theme)} { ${differing.map((name) => `--_${name}: var(--pair-${name}, ${atLeast(tokenDefault(name, theme))});`).join('\n')} }`;
  }).join('\n');
}

/** Upright lines over the colour of a class, or such lines and level ones: what is drawn otherwise is no class. */
export interface Texture {
  /** Pixels from a line to the next, and of a line. */
  readonly step: number;
  readonly width: number;
  readonly isGrid: boolean;
  readonly colour: Colour;
  /** One step of it, drawn. */
  readonly lines: readonly PictureNode[];
}

/** The colours that a map is drawn in, resolved. */
export interface Palette {
  readonly theme: Theme;
  /** From the lowest class to the highest. */
  readonly classes: readonly Colour[];
  /** What tells classes apart without colour, where that is asked for; a class may go without. */
  readonly textures?: readonly (Texture | undefined)[];
  readonly outside: Colour;
  readonly noData: Colour;
  readonly noDataLine: Colour;
  readonly cityOnly: Colour;
  readonly cityOnlyDot: Colour;
  readonly notPublished: Colour;
  readonly borders: Readonly<Record<'county' | 'prefecture' | 'province', Colour>>;
  readonly accent: Colour;
  readonly partner: Colour;
  readonly halo: Colour;
  /** Opacity of regions that step back for others. */
  readonly faded: number;
  readonly paper: Colour;
  readonly ink: Colour;
  readonly inkSoft: Colour;
  readonly font: string;
}

/** How the colours of classes follow one another; `below` is how many lie below the middle. */
export type Ramp =
  { readonly kind: 'sequential' | 'qualitative' } | { readonly kind: 'diverging'; readonly below: number };

function coloursOf(ramp: Ramp, scheme: Scheme, count: number, ground: Ground): readonly Colour[] {
  switch (ramp.kind) {
    case 'sequential':
      return rampColours(scheme, count, ground);
    case 'qualitative':
      return namedColours(count);
    case 'diverging':
      return divergingColours(count, ramp.below, ground);
  }
}

/**
 * The palette of a theme. `read` gives what the host set for `--pair-NAME`, or an empty text; `--pair-class-1` and so on
 * set single classes.
 */
export function paletteOf(
  theme: Theme,
  scheme: Scheme,
  classes: number,
  read: (name: string) => string = () => '',
  ramp: Ramp = { kind: 'sequential' },
): Palette {
  const token = (name: TokenName): string => read(name).trim() || tokenDefault(name, theme);
  return {
    theme,
    classes: coloursOf(ramp, scheme, classes, theme === 'dark' ? 'dark' : 'light').map(
      (colour, i) => read(`class-${i + 1}`).trim() || colour,
    ),
    outside: token('outside'),
    noData: token('no-data'),
    noDataLine: token('no-data-line'),
    cityOnly: token('city-only'),
    cityOnlyDot: token('city-only-dot'),
    notPublished: token('not-published'),
    borders: {
      county: token('border-county'),
      prefecture: token('border-prefecture'),
      province: token('border-province'),
    },
    accent: token('accent'),
    partner: token('partner'),
    halo: token('halo'),
    faded: 0.4,
    paper: token('paper'),
    ink: token('ink'),
    inkSoft: token('ink-soft'),
    font: token('font'),
  };
}

/** Do two palettes differ in more than their classes? A metric brings other classes, and nothing else. */
export function isRecoloured(palette: Palette, before: Palette): boolean {
  const differs = <Colours extends object>(now: Colours, then: Colours): boolean =>
    (Object.keys(now) as (keyof Colours)[]).some(
      (name) => name !== 'classes' && name !== 'borders' && now[name] !== then[name],
    );
  return palette !== before && (differs(palette, before) || differs(palette.borders, before.borders));
}
