/** The small pictures of a legend: swatches of fills, and the bars of its histogram. */
import type { Histogram } from '../classes/histogram.js';
import type { ClassIndex, Fill } from '../classes/scale.js';
import { fillColour, node, patterns, patternsOf, type PictureNode } from './picture.js';
import type { Palette } from './tokens.js';

/** A swatch of a fill, from the same generator as the maps, and as dense: what the legend shows is what they draw. Style gives its size. */
export function swatchPicture(fill: Fill, palette: Palette, id: string): PictureNode {
  const names = patternsOf(fill, palette).map((pattern) => `${id}-${pattern}`);
  const box = { width: '100%', height: '100%' };
  return node('svg', { class: 'swatch', 'aria-hidden': 'true' }, [
    ...(names.length > 0
      ? [
          node(
            'defs',
            {},
            patterns(palette, id, 1).filter(({ attributes }) => names.includes(String(attributes.id))),
          ),
        ]
      : []),
    node('rect', { ...box, fill: fillColour(fill, palette) }),
    ...names.map((name) => node('rect', { ...box, fill: `url(#${name})` })),
  ]);
}

/** One class's part of a bar; places and sizes in per cent of the histogram. */
export interface BarBox {
  readonly index: ClassIndex;
  /** In the middle of the bar. */
  readonly value: number;
  readonly x: string;
  readonly y: string;
  readonly width: string;
  readonly height: string;
}

export function barBoxes({ bars, most, valueAt }: Histogram): BarBox[] {
  const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;
  return bars.flatMap(({ from, to, parts }) => {
    let below = 0;
    return parts.map(({ index, count }) => {
      const height = count / most;
      below += height;
      return {
        index,
        value: valueAt((from + to) / 2),
        // A little air between two bars.
        x: percent(from + (to - from) * 0.06),
        y: percent(1 - below),
        width: percent((to - from) * 0.88),
        height: percent(height),
      };
    });
  });
}

export const barColour = (index: ClassIndex, palette: Palette): string => palette.classes[index] ?? palette.outside;

export function barNodes(histogram: Histogram, palette: Palette): PictureNode[] {
  return barBoxes(histogram).map(({ index, x, y, width, height }) =>
    node('rect', { x, y, width, height, fill: barColour(index, palette) }),
  );
}

/** The class breaks as lines across the bars. */
export function breakNodes(histogram: Histogram, breaks: readonly number[], palette: Palette): PictureNode[] {
  return breaks.map((at) =>
    node('rect', {
      x: `${(histogram.at(at) * 100).toFixed(2)}%`,
      y: 0,
      width: 1,
      height: '100%',
      fill: palette.ink,
      opacity: 0.35,
      transform: 'translate(-0.5 0)',
    }),
  );
}

/** Of the width of a narrow legend, what a thumb takes that a finger's tip can hit. */
const THUMB = 0.125;
const MOST_ROWS = 3;

/** The row below the histogram in which the thumb of each break stands: those that are close to each other stand in different rows. */
export function thumbRows({ at }: Pick<Histogram, 'at'>, breaks: readonly number[]): number[] {
  const ends: number[] = [];
  return breaks.map(at).map((place) => {
    const free = ends.findIndex((end) => place - end >= THUMB);
    const hasRoom = free >= 0 || ends.length < MOST_ROWS;
    // Beyond that as far from the next as can be.
    const row = free >= 0 ? free : hasRoom ? ends.length : ends.indexOf(Math.min(...ends));
    ends[row] = place;
    return row;
  });
}
