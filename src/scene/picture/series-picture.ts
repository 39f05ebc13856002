/** The small line of a region's values, or their cells. What is not known has no point, and no line leads over it. */
import type { SeriesPart, SeriesPoint } from '../parts/series.js';
import { fillColour, node, patternsOf, patterns, type PictureNode } from './picture.js';
import type { Palette } from './tokens.js';

/** Pixels. */
const HEIGHT = { line: 44, cells: 18 } as const;
const MARGIN = 6,
  RADIUS = 3;

/** As wide as its box, which the page gives it; places along it are in per cent. `id` keeps its patterns apart. */
export function seriesPicture(part: SeriesPart, palette: Palette, id: string): PictureNode {
  const { points, isNamed, spoken } = part;
  return node(
    'svg',
    { class: 'points', width: '100%', height: isNamed ? HEIGHT.cells : HEIGHT.line, role: 'img', 'aria-label': spoken },
    isNamed ? cells(points, palette, id) : line(part, palette),
  );
}

const percent = (part: number): string => `${(part * 100).toFixed(2)}%`;

function line({ points, zero }: SeriesPart, palette: Palette): PictureNode[] {
  const x = (i: number): string => percent((i + 0.5) / points.length);
  const y = (at: number): number => Math.round((MARGIN + (1 - at) * (HEIGHT.line - 2 * MARGIN)) * 10) / 10;
  const foot = y(zero ?? 0);
  const ground = node('line', {
    x1: 0,
    x2: '100%',
    y1: foot,
    y2: foot,
    stroke: palette.borders.province,
    'stroke-width': 1,
  });
  const steps = points.flatMap(({ at, isHollow }, i) => {
    const before = points[i - 1];
    if (at === undefined || before?.at === undefined) return [];
    // What rests on numbers that nobody published is no firm line.
    const dashes: PictureNode['attributes'] = isHollow || before.isHollow ? { 'stroke-dasharray': '3 3' } : {};
    const ends = { x1: x(i - 1), y1: y(before.at), x2: x(i), y2: y(at) };
    return [node('line', { ...ends, stroke: palette.inkSoft, 'stroke-width': 1.5, ...dashes })];
  });
  const dots = points.flatMap(({ at, isHollow, isShown }, i) => {
    if (at === undefined) return [];
    const colour = isShown ? palette.accent : palette.ink;
    const place = { cx: x(i), cy: y(at), r: isShown ? RADIUS + 1 : RADIUS };
    return [node('circle', { ...place, fill: isHollow ? palette.paper : colour, stroke: colour, 'stroke-width': 1.5 })];
  });
  return [ground, ...steps, ...dots];
}

function cells(points: readonly SeriesPoint[], palette: Palette, id: string): PictureNode[] {
  const height = HEIGHT.cells - 4;
  return [
    node('defs', {}, patterns(palette, id, 1)),
    ...points.flatMap(({ fill, isShown }, i) => {
      const box = { x: percent(i / points.length), width: percent(1 / points.length), y: 0, height };
      return [
        node('rect', { ...box, fill: fillColour(fill, palette), stroke: palette.borders.county, 'stroke-width': 1 }),
        ...patternsOf(fill, palette).map((pattern) => node('rect', { ...box, fill: `url(#${id}-${pattern})` })),
        ...(isShown ? [node('rect', { ...box, y: height + 1, height: 3, fill: palette.accent })] : []),
      ];
    }),
  ];
}
