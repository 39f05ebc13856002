/** Colours that do not rest on lightness alone, as those see them who do not see red, green or blue apart. */
import { expect } from '@open-wc/testing';
import { divergingColours, namedColours, type Ground } from '../../../src/scene/classes/ramp.js';
import { paletteOf } from '../../../src/scene/picture/tokens.js';

type Row = readonly [number, number, number];
type Lab = [lightness: number, a: number, b: number];

/** Machado, Oliveira and Fernandes 2009, severity 1: linear sRGB as it is seen. */
const SIGHT: Readonly<Record<string, readonly [Row, Row, Row]>> = {
  common: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(colour: string, [toR, toG, toB]: readonly [Row, Row, Row]): Lab {
  const linear = [1, 3, 5]
    .map((i) => parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  const channel = (row: Row): number =>
    Math.max(
      0,
      Math.min(
        1,
        row.reduce((sum, weight, i) => sum + weight * linear[i]!, 0),
      ),
    );
  const [r, g, b] = [channel(toR), channel(toG), channel(toB)];
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
    y = f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** ΔE76; 2.3 is the least that an eye can see, and far apart on a map it takes several times that. */
const deltaE = (a: string, b: string, sight: string): number => {
  const other = seen(b, SIGHT[sight]!);
  return Math.hypot(...seen(a, SIGHT[sight]!).map((value, i) => value - other[i]!));
};
const pairsOf = (colours: readonly string[]): [string, string][] =>
  colours.flatMap((a, i) => colours.slice(i + 1).map((b): [string, string] => [a, b]));

for (const sight of Object.keys(SIGHT)) {
  for (const ground of ['light', 'dark'] as const satisfies readonly Ground[]) {
    describe(`with ${sight} sight, on a ${ground} ground`, () => {
      const { noData, outside } = paletteOf(ground, 'teal', 5);

      it('the two sides of a middle are 30 ΔE apart, and neighbours on one side 5', () => {
        for (let count = 2; count <= 9; count++)
          for (let below = 1; below < count; below++) {
            const colours = divergingColours(count, below, ground);
            for (const low of colours.slice(0, below))
              for (const high of colours.slice(below)) expect(deltaE(low, high, sight)).to.be.at.least(30);
            colours.slice(1).forEach((colour, i) => expect(deltaE(colour, colours[i]!, sight)).to.be.at.least(5));
            for (const colour of colours)
              for (const neutral of [noData, outside]) expect(deltaE(colour, neutral, sight)).to.be.at.least(15);
          }
      });

      it('any two of nine named colours are 20 ΔE apart, any two of six 28, and all from what is no class', () => {
        for (const [a, b] of pairsOf(namedColours(9))) expect(deltaE(a, b, sight), `${a} ${b}`).to.be.at.least(20);
        for (const [a, b] of pairsOf(namedColours(6))) expect(deltaE(a, b, sight), `${a} ${b}`).to.be.at.least(28);
        for (const colour of namedColours(9))
          for (const neutral of [noData, outside]) expect(deltaE(colour, neutral, sight)).to.be.at.least(15);
      });
    });
  }
}
