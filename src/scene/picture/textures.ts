/**
 * Textures that tell classes apart where colour does not: on grey paper, and for those who do not see some colours apart. They come on demand.
 * Lines stand upright, or are crossed by level ones; a class has more of them the higher it is. Slanted, level and dotted is what
 * is no class, or not published (`patterns` in `picture.ts`), and so never a class.
 */
import { contrastOf, rgbOf } from '../classes/contrast.js';
import type { Colour } from '../classes/ramp.js';
import { node } from './node.js';
import { tokenDefault, type Palette, type Ramp, type Texture } from './tokens.js';

/** Pixels from line to line, and of a line. */
type Measures = readonly [step: number, width: number];
type Measured = Pick<Texture, 'step' | 'width' | 'isGrid'>;
/** From the second class upwards: upright lines and crossed ones take turns, and each has more of its ground covered than the one before. */
const TURNS: readonly Measures[] = [
  [7, 1],
  [7, 1],
  [3, 1],
  [4, 1],
  [4, 2],
  [5, 2],
  [4, 3],
  [5, 3],
];
/** From a middle outwards: upright lines below it, crossed ones above; wide and narrow steps take turns. */
const BELOW: readonly Measures[] = [
  [8, 1],
  [4, 1],
  [8, 3],
  [4, 2],
  [8, 5],
  [4, 3],
  [8, 7],
  [16, 15],
];
const ABOVE: readonly Measures[] = [
  [9, 1],
  [5, 1],
  [8, 2],
  [10, 4],
  [4, 2],
  [8, 5],
  [4, 3],
  [8, 7],
];
/** How much of a colour is left at the end of a ramp, on a light ground and on a dark one: lines need something to stand out from. */
const LEFT = { light: 0.65, dark: 0.4 } as const;
const NOT_PUBLISHED = { light: 'rgb(255 255 255 / 45%)', dark: 'rgb(0 0 0 / 45%)' } as const;

/** The palette with textures, its colours nearer to the ground where they have an order: more lines now say what darkness did. */
export function textured(palette: Palette, ramp: Ramp): Palette {
  const { classes, theme, ink } = palette;
  const ground = theme === 'dark' ? 'dark' : 'light';
  const count = classes.length;
  const colours = classes.map((colour, i) =>
    ramp.kind === 'qualitative' ? colour : nearer(colour, ground, 1 - (1 - LEFT[ground]) * strengthOf(i, count, ramp)),
  );
  return {
    ...palette,
    classes: colours,
    // Over lines it is to be seen as well as over colours.
    notPublished:
      palette.notPublished === tokenDefault('not-published', theme) ? NOT_PUBLISHED[ground] : palette.notPublished,
    textures: colours.map((colour, i): Texture | undefined => {
      const found = measuresOf(i, ramp);
      return found && drawn(found, lineColour(colour) ?? ink);
    }),
  };
}

/** From 0, the palest class, to 1, the strongest. */
function strengthOf(index: number, count: number, ramp: Ramp): number {
  if (ramp.kind !== 'diverging') return count < 2 ? 0 : index / (count - 1);
  const isBelow = index < ramp.below;
  return isBelow ? (ramp.below - index) / ramp.below : (index - ramp.below + 1) / (count - ramp.below);
}

/** The lowest class is plain, where there is no middle. */
function measuresOf(index: number, ramp: Ramp): Measured | undefined {
  const below = ramp.kind === 'diverging' ? ramp.below : undefined;
  const isGrid = below === undefined ? index % 2 === 0 : index >= below;
  const measures = below === undefined ? TURNS[index - 1] : isGrid ? ABOVE[index - below] : BELOW[below - 1 - index];
  return measures && { step: measures[0], width: measures[1], isGrid };
}

function drawn({ step, width, isGrid }: Measured, colour: Colour): Texture {
  const upright = node('rect', { width, height: step, fill: colour }),
    level = node('rect', { width: step, height: width, fill: colour });
  return { step, width, isGrid, colour, lines: isGrid ? [upright, level] : [upright] };
}

/** Black or white, whichever stands out more: by 4.58 to 1 at least. */
function lineColour(colour: Colour): Colour | undefined {
  const [black, white] = [contrastOf('#000000', colour), contrastOf('#ffffff', colour)];
  if (black === undefined || white === undefined) return undefined;
  return black >= white ? '#000000' : '#ffffff';
}

/** What cannot be read, such as a host's name of a colour, stays. */
function nearer(colour: Colour, ground: 'light' | 'dark', left: number): Colour {
  const end = ground === 'light' ? 255 : 0;
  const mixed = rgbOf(colour)?.map((part) => Math.round(part * left + end * (1 - left)));
  return mixed ? `#${mixed.map((part) => part.toString(16).padStart(2, '0')).join('')}` : colour;
}
