/** Colours that do not rest on lightness alone, as those see them who do not see red, green or blue apart. */
import { expect } from '@open-wc/testing';
import { divergingColours, namedColours, type Ground } from '../../../src/scene/classes/ramp.js';
import { paletteOf } from '../../../src/scene/picture/tokens.js';
import { SIGHT, seen } from '../../fixtures/sight.js';

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
