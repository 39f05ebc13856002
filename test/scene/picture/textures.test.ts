/** Whether classes are told apart on grey paper, and by those who do not see red, green or blue apart: by figures. */
import { expect } from '@open-wc/testing';
import { SCHEMES, type Scheme } from '../../../src/scene/classes/ramp.js';
import { patterns, patternsOf, type PictureNode } from '../../../src/scene/picture/picture.js';
import { textured } from '../../../src/scene/picture/textures.js';
import { paletteOf, THEMES, type Palette, type Ramp } from '../../../src/scene/picture/tokens.js';
import { GREY, SIGHT, lightnessOf, luminanceSeen } from '../../fixtures/sight.js';

const SIGHTS = Object.entries({ grey: GREY, ...SIGHT });
const COUNTS = [2, 3, 4, 5, 6, 7, 8, 9];
const SCHEME_NAMES = Object.keys(SCHEMES) as Scheme[];
const numberOf = ({ attributes }: PictureNode, name: string): number => Number(attributes[name] ?? 0);

/** A class's pattern as the pictures have it: pixel by pixel, is there a line? Undefined for a plain class. */
interface Tile {
  readonly isUpright: boolean;
  readonly isCrossed: boolean;
  /** Parts of 1 that lines cover. */
  readonly covered: number;
  readonly line: string;
}

function tileOf(palette: Palette, index: number): Tile | undefined {
  const pattern = patterns(palette, 'test', 1).find(({ attributes }) => attributes.id === `test-class-${index}`);
  if (!pattern) return undefined;
  const step = numberOf(pattern, 'width');
  const rects = pattern.children as PictureNode[];
  const pixels = Array.from({ length: step * step }, (_, i) =>
    rects.some((rect) => i % step < numberOf(rect, 'width') && Math.floor(i / step) < numberOf(rect, 'height')),
  );
  const rowIsLine = (y: number): boolean => pixels.slice(y * step, (y + 1) * step).every(Boolean);
  const columnIsLine = (x: number): boolean => pixels.every((isLine, i) => i % step !== x || isLine);
  const places = Array.from({ length: step }, (_, i) => i);
  expect(pattern.attributes.patternTransform).to.equal('scale(1.00000) rotate(0)');
  return {
    isUpright: places.some(columnIsLine) && !places.every(columnIsLine),
    isCrossed: places.some(rowIsLine) && !places.every(rowIsLine),
    covered: pixels.filter(Boolean).length / pixels.length,
    line: String(rects[0]?.attributes.fill),
  };
}

const palettesOf = (ramp: (count: number) => Ramp[]): { palette: Palette; ramp: Ramp; about: string }[] =>
  THEMES.flatMap((theme) =>
    SCHEME_NAMES.flatMap((scheme) =>
      COUNTS.flatMap((count) =>
        ramp(count).map((each) => ({
          palette: textured(paletteOf(theme, scheme, count, undefined, each), each),
          ramp: each,
          about: `${theme} ${scheme} ${count} ${JSON.stringify(each)}`,
        })),
      ),
    ),
  );
const SEQUENTIAL = (): Ramp[] => [{ kind: 'sequential' }];
const QUALITATIVE = (): Ramp[] => [{ kind: 'qualitative' }];
const DIVERGING = (count: number): Ramp[] =>
  Array.from({ length: count - 1 }, (_, i) => ({ kind: 'diverging', below: i + 1 }));

describe('neighbouring classes, on grey paper and to protanopes, deuteranopes and tritanopes,', () => {
  for (const [sight, matrix] of SIGHTS)
    it(`differ by 5.4 L* where there are nine of them, and by 12 where there are five (${sight})`, () => {
      for (const theme of THEMES)
        for (const scheme of SCHEME_NAMES)
          for (const [count, least] of [
            [9, 5.4],
            [5, 11.9],
          ] as const) {
            const { classes } = paletteOf(theme, scheme, count);
            const seen = classes.map((colour) => lightnessOf(luminanceSeen(colour, matrix)));
            for (let i = 1; i < count; i++)
              expect(Math.abs(seen[i]! - seen[i - 1]!), `${theme} ${scheme} ${count} ${i}`).to.be.at.least(least);
          }
    });
});

describe('textures', () => {
  it('are upright lines, or such lines crossed: never slanted, level alone or dotted, as what is no class is', () => {
    const { classes, textures } = textured(paletteOf('light', 'teal', 9), { kind: 'sequential' });
    expect(textures).to.have.length(classes.length);
    for (const { palette } of palettesOf(DIVERGING).concat(palettesOf(SEQUENTIAL)))
      palette.classes.forEach((_, i) => {
        const tile = tileOf(palette, i);
        if (tile) expect(tile.isUpright).to.equal(true);
      });
    const turns = patterns(paletteOf('light', 'teal', 9), 'test', 1).map(
      ({ attributes, children }) => `${(children[0] as PictureNode).name} ${String(attributes.patternTransform)}`,
    );
    expect(turns).to.deep.equal([
      'rect scale(1.00000) rotate(45)',
      'rect scale(1.00000) rotate(90)',
      'circle scale(1.00000) rotate(0)',
      'rect scale(1.00000) rotate(-45)',
    ]);
  });

  it('take turns along a ramp, upright and crossed, and each covers at least 6 % more than the one below', () => {
    for (const { palette, about } of palettesOf(SEQUENTIAL)) {
      const tiles = palette.classes.map((_, i) => tileOf(palette, i));
      expect(tiles[0], about).to.equal(undefined);
      tiles.slice(1).forEach((tile, i) => {
        expect(tile!.isCrossed, about).to.equal(i % 2 === 1);
        expect(tile!.covered - (tiles[i]?.covered ?? 0), `${about} ${i + 1}`).to.be.at.least(0.06);
      });
    }
  });

  it('tell the sides of a middle apart by their direction, and each side has at least 4.5 % more covered outwards', () => {
    for (const { palette, ramp, about } of palettesOf(DIVERGING)) {
      const below = ramp.kind === 'diverging' ? ramp.below : 0;
      const tiles = palette.classes.map((_, i) => tileOf(palette, i)!);
      tiles.forEach((tile, i) => expect(tile.isCrossed, about).to.equal(i >= below));
      for (const side of [tiles.slice(0, below).reverse(), tiles.slice(below)])
        side.slice(1).forEach((tile, i) => expect(tile.covered - side[i]!.covered, about).to.be.at.least(0.045));
    }
  });

  it('leave names their colours, and give neighbours another direction', () => {
    for (const { palette, ramp } of palettesOf(QUALITATIVE)) {
      const { classes } = paletteOf(palette.theme, 'teal', palette.classes.length, undefined, ramp);
      expect(palette.classes).to.deep.equal(classes);
      palette.classes.slice(1).forEach((_, i) => expect(tileOf(palette, i + 1)!.isCrossed).to.equal(i % 2 === 1));
    }
  });

  for (const [sight, matrix] of SIGHTS)
    it(`stand out by 4.5 to 1 from their colours, and from afar keep the order of a ramp by 2 L* (${sight})`, () => {
      for (const { palette, ramp, about } of [SEQUENTIAL, QUALITATIVE, DIVERGING].flatMap(palettesOf)) {
        const mean = palette.classes.map((colour, i) => {
          const tile = tileOf(palette, i);
          const ground = luminanceSeen(colour, matrix);
          if (!tile) return lightnessOf(ground);
          const line = luminanceSeen(tile.line, matrix);
          const contrast = (Math.max(ground, line) + 0.05) / (Math.min(ground, line) + 0.05);
          expect(contrast, `${about} ${i}`).to.be.at.least(4.5);
          return lightnessOf(ground * (1 - tile.covered) + line * tile.covered);
        });
        const sign = palette.theme === 'dark' ? 1 : -1;
        if (ramp.kind === 'sequential')
          mean.slice(1).forEach((value, i) => expect((value - mean[i]!) * sign, about).to.be.at.least(2));
      }
    });

  it('are laid under the hatch of what is not published, which is drawn stronger, unless the host has set it', () => {
    const palette = textured(paletteOf('light', 'teal', 5), { kind: 'sequential' });
    expect(patternsOf({ kind: 'class', index: 2, notPublished: true }, palette)).to.deep.equal([
      'class-2',
      'not-published',
    ]);
    expect(patternsOf({ kind: 'class', index: 0, notPublished: false }, palette)).to.deep.equal([]);
    expect(palette.notPublished).to.equal('rgb(255 255 255 / 45%)');
    const own = paletteOf('light', 'teal', 5, (name) => (name === 'not-published' ? 'red' : ''));
    expect(textured(own, { kind: 'sequential' }).notPublished).to.equal('red');
  });

  it('take a colour that a host has named as it is, with lines in the ink', () => {
    const own = paletteOf('light', 'teal', 3, (name) => (name === 'class-2' ? 'hsl(20 80% 60%)' : ''));
    const { classes, textures } = textured(own, { kind: 'sequential' });
    expect(classes[1]).to.equal('hsl(20 80% 60%)');
    expect(textures?.[1]?.colour).to.equal(own.ink);
  });

  it('are none for a palette of a single class', () => {
    expect(textured(paletteOf('light', 'teal', 1), { kind: 'sequential' }).textures).to.deep.equal([undefined]);
  });
});
