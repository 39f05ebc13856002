import { expect } from '@open-wc/testing';
import { oklch, rampColours, SCHEMES, isScheme, type Scheme } from '../../../src/scene/classes/ramp.js';
import {
  paletteOf,
  THEMES,
  TOKENS,
  tokenDefault,
  type Theme,
  type TokenName,
} from '../../../src/scene/picture/tokens.js';

type Lab = [lightness: number, a: number, b: number];

/** CIE L*a*b* (D65) of "#rrggbb": the space of ΔE76. */
function lab(colour: string): Lab {
  const linear = [1, 3, 5]
    .map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  const [r = 0, g = 0, b = 0] = linear;
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
    y = f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
const deltaE = (a: string, b: string): number => Math.hypot(...lab(a).map((value, i) => value - lab(b)[i]!));

describe('a ramp', () => {
  for (const scheme of Object.keys(SCHEMES) as Scheme[]) {
    it(`of ${scheme} gets steadily darker on a light ground and lighter on a dark one`, () => {
      for (const [ground, sign] of [
        ['light', -1],
        ['dark', 1],
      ] as const) {
        for (let count = 2; count <= 9; count++) {
          const lightness = rampColours(scheme, count, ground).map((colour) => lab(colour)[0]);
          lightness
            .slice(1)
            .forEach((value, i) => expect((value - lightness[i]!) * sign, `${ground} ${count}`).to.be.greaterThan(2));
        }
      }
    });
  }

  it('of one class takes a colour from its middle', () => {
    const [only] = rampColours('teal', 1, 'light');
    expect(lab(only!)[0]).to.be.within(40, 75);
  });

  it('stays within sRGB by giving up chroma', () => {
    expect(oklch(0.5, 0.4, 150)).to.match(/^#[0-9a-f]{6}$/);
    expect(oklch(1, 0.3, 20)).to.equal('#ffffff');
    expect(oklch(0, 0, 0)).to.equal('#000000');
  });

  it('is known by its name, and by nothing of the prototype', () => {
    expect(['teal', 'magic', 'toString'].map(isScheme)).to.deep.equal([true, false, false]);
  });
});

/** Least ΔE76 between one of `kind` and any class, over ramps of two to nine classes. */
function leastToClass(kind: 'outside' | 'noData' | 'cityOnly', theme: Theme, scheme: Scheme): number {
  const counts = Array.from({ length: 8 }, (_, i) => i + 2);
  return Math.min(
    ...counts.flatMap((count) => {
      const palette = paletteOf(theme, scheme, count);
      return palette.classes.map((colour) => deltaE(palette[kind], colour));
    }),
  );
}

describe('a palette', () => {
  // ΔE76 of 2.3 is the least difference that an eye can see; a neighbour on a map takes several times that.
  for (const theme of THEMES) {
    for (const scheme of Object.keys(SCHEMES) as Scheme[]) {
      // Gray has no hue to tell a class from a neutral fill by: only lightness parts them.
      const floor = scheme === 'gray' ? 9 : 19;
      it(`has classes of ${scheme} at least ${floor} ΔE from outside, no data and city-only, in ${theme}`, () => {
        for (const kind of ['outside', 'noData', 'cityOnly'] as const)
          expect(leastToClass(kind, theme, scheme), kind).to.be.at.least(floor);
      });

      it(`has neighbouring classes of ${scheme} at least 6 ΔE apart, even nine of them, in ${theme}`, () => {
        const { classes } = paletteOf(theme, scheme, 9);
        classes.slice(1).forEach((colour, i) => expect(deltaE(colour, classes[i]!)).to.be.at.least(6));
      });
    }
  }

  it('tells outside, no data and city-only apart by ground, on light and dark', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { outside, noData, cityOnly } = paletteOf(theme, 'teal', 5);
      for (const [a, b] of [
        [outside, noData],
        [outside, cityOnly],
        [noData, cityOnly],
      ] as const)
        expect(deltaE(a, b), `${theme} ${a} ${b}`).to.be.at.least(3.5);
    }
  });

  it('tells no data and city-only from outside by black patterns where all three grounds are white', () => {
    const palette = paletteOf('contrast', 'teal', 5);
    expect([palette.noData, palette.cityOnly]).to.deep.equal([palette.outside, palette.outside]);
    for (const mark of [palette.noDataLine, palette.cityOnlyDot])
      expect(deltaE(mark, palette.outside)).to.be.at.least(90);
  });

  for (const theme of THEMES) {
    it(`keeps what is no class off the classes, in ${theme}`, () => {
      for (const scheme of Object.keys(SCHEMES) as Scheme[]) {
        const palette = paletteOf(theme, scheme, 5);
        for (const kind of ['outside', 'noData', 'cityOnly'] as const) {
          for (const colour of palette.classes)
            expect(
              deltaE(palette[kind], colour),
              `${scheme}: ${kind} ${palette[kind]} against ${colour}`,
            ).to.be.greaterThan(9);
        }
      }
    });

    it(`has text that can be read on its ground, in ${theme}`, () => {
      const luminance = (name: TokenName): number => {
        const [r = 0, g = 0, b = 0] = [1, 3, 5]
          .map((i) => parseInt(tokenDefault(name, theme).slice(i, i + 2), 16) / 255)
          .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      for (const text of ['ink', 'ink-soft', 'accent', 'fault'] as const) {
        for (const ground of ['paper', 'surface'] as const)
          expect(contrast(luminance(text), luminance(ground)), `${text} on ${ground}`).to.be.at.least(
            theme === 'contrast' ? 7 : 4.5,
          );
      }
    });
  }

  it('takes what the host set, and its own where the host set nothing', () => {
    const set: Record<string, string> = { outside: ' red ', 'class-2': 'blue', accent: '' };
    const palette = paletteOf('light', 'teal', 3, (name) => set[name] ?? '');
    expect([palette.outside, palette.classes[1], palette.accent]).to.deep.equal(['red', 'blue', TOKENS.accent.light]);
    expect(palette.classes[0]).to.equal(rampColours('teal', 3, 'light')[0]);
  });
});
