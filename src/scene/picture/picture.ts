/**
 * The picture of a scene as a tree of SVG elements in plain data. The live SVG renderer, the static snapshot, print and
 * export all draw this tree.
 */
import type { RegionCode } from '../../data/types.js';
import { pixelsPerWorld, toScreen, type Camera, type Size } from '../geometry/mercator.js';
import type { Fill } from '../classes/scale.js';
import { OUTSIDE, standingOf, type Emphasis, type Scene, type Standing } from './scene.js';
import type { MapShapes, Shape } from '../geometry/shapes.js';
import { node, type PictureNode } from './node.js';
import type { Palette } from './tokens.js';

export { node, type PictureNode };

/** CSS pixels, at every zoom. */
export const BORDER_WIDTHS = { county: 0.6, prefecture: 0.8, province: 1.1 } as const;
const OUTLINE_WIDTHS = { active: 2.2, selected: 2, partner: 1.6, 'city-partner': 1.6 } as const;
/** Beyond an outline, so that it stands out from a neighbour of any colour. */
const HALO_WIDTH = 0.8;
/**
 * Drawn one after another: first the outlines of all regions of a group, then their fills. An outline so lies outside its
 * region, and takes nothing of the colour of a small one; only that of a stronger group may lie on its edge.
 */
const EMPHASIS_GROUPS = [
  ['city-partner', 'partner'],
  ['selected'],
  ['active'],
] as const satisfies readonly (readonly Standing[])[];
/** Pixels of line and gap: the outline of what is only known to be one of several. */
const CITY_PARTNER_DASHES = [3, 3] as const;
/** Pixels between the lines, or dots, of a pattern. */
export const PATTERN_STEP = { 'no-data': 6, special: 4, 'city-only': 6, 'not-published': 5 } as const;
/** Of what is no class, or is not published; and by its index, of a class that has a texture. */
export type PatternName = keyof typeof PATTERN_STEP | `class-${number}`;
type EmphasisStanding = (typeof EMPHASIS_GROUPS)[number][number];

/** The whole picture. `prefix` keeps the ids of several pictures on one page apart. */
export function picture(scene: Scene, prefix: string): PictureNode {
  const { map, fills, palette } = scene;
  const regions = map.shapes.map((shape) => fillNode(shape, fills.get(shape.code) ?? OUTSIDE, palette));
  return framed(scene, prefix, [...groundGroups(scene, prefix, regions), emphasisGroup(scene, prefix)]);
}

/** All but what has an outline, of as few elements as can be: what is pointed at is found without them. */
export function groundPicture(scene: Scene, prefix: string): PictureNode {
  return framed(scene, prefix, groundGroups(scene, prefix, fillNodes(scene)));
}

/** Only what has an outline, to be laid over a picture of the rest. */
export function outlinesPicture(scene: Scene, prefix: string): PictureNode {
  return framed(scene, prefix, [emphasisGroup(scene, prefix)]);
}

function framed({ map, camera, size, palette }: Scene, prefix: string, groups: PictureNode[]): PictureNode {
  return node('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size.width} ${size.height}` }, [
    node('defs', {}, patterns(palette, prefix, unitScale({ map, camera }))),
    node('g', { transform: transformOf(map, camera, size) }, groups),
  ]);
}

function groundGroups(scene: Scene, prefix: string, regions: PictureNode[]): PictureNode[] {
  const opacity = scene.emphasis.isFading ? scene.palette.faded : 1;
  return [
    node('g', { class: 'fills', opacity }, regions),
    node('g', { class: 'textures', opacity }, textureNodes(scene, prefix)),
    node('g', { class: 'kept' }, keptNodes(scene, prefix)),
    node(
      'g',
      // Round ends, as each arc is a line of its own.
      { class: 'borders', fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round' },
      borderNodes(scene.map, scene.palette),
    ),
  ];
}

function emphasisGroup(scene: Scene, prefix: string): PictureNode {
  return node('g', { class: 'emphasis', 'stroke-linejoin': 'round' }, emphasisNodes(scene, prefix));
}

/** Map units to pixels. */
export function transformOf(map: MapShapes, camera: Camera, size: Size): string {
  const [x, y] = toScreen(map.origin, camera, size);
  return `translate(${round(x)} ${round(y)}) scale(${(pixelsPerWorld(camera.zoom) / map.scale).toPrecision(8)})`;
}

/** Pixels for one map unit. */
export function unitScale({ map, camera }: Pick<Scene, 'map' | 'camera'>): number {
  return pixelsPerWorld(camera.zoom) / map.scale;
}

export function fillColour(fill: Fill, palette: Palette): string {
  switch (fill.kind) {
    case 'class':
      return palette.classes[fill.index] ?? palette.outside;
    case 'no-data':
    case 'special':
      return palette.noData;
    case 'city-only':
      return palette.cityOnly;
    case 'outside':
      return palette.outside;
  }
}

/** The patterns laid over a fill, the lowest first: colour is never the only carrier of what is not known. */
export function patternsOf(fill: Fill, { textures }: Palette): PatternName[] {
  switch (fill.kind) {
    case 'class':
      return [
        ...(textures?.[fill.index] ? [`class-${fill.index}` as const] : []),
        ...(fill.notPublished ? ['not-published' as const] : []),
      ];
    case 'no-data':
    case 'special':
    case 'city-only':
      return [fill.kind];
    case 'outside':
      return [];
  }
}

export function fillNode(shape: Shape, fill: Fill, palette: Palette): PictureNode {
  return node('path', { d: shape.path, 'data-code': shape.code, fill: fillColour(fill, palette) });
}

/** One path for all regions of the same colour. */
export function fillNodes({ map, fills, palette }: Pick<Scene, 'map' | 'fills' | 'palette'>): PictureNode[] {
  return pathsBy(map, (code) => [fillColour(fills.get(code) ?? OUTSIDE, palette)]).map(([fill, d]) =>
    node('path', { d, fill }),
  );
}

/** One path for all regions with the same pattern. */
export function textureNodes({ map, fills, palette }: Textured, prefix: string): PictureNode[] {
  return pathsBy(map, (code) => patternsOf(fills.get(code) ?? OUTSIDE, palette)).map(([pattern, d]) =>
    node('path', { d, fill: `url(#${prefix}-${pattern})`, 'data-pattern': pattern }),
  );
}

type Textured = Pick<Scene, 'fills' | 'palette'> & { readonly map: Pick<MapShapes, 'shapes'> };

/** Paths of regions for which `keysOf` says the same, joined; without those for which it says nothing. */
function pathsBy<Key extends string>(
  { shapes }: Pick<MapShapes, 'shapes'>,
  keysOf: (code: RegionCode) => readonly Key[],
): [Key, string][] {
  const paths = new Map<Key, string[]>();
  for (const { code, path } of shapes) {
    for (const key of keysOf(code)) {
      const list = paths.get(key);
      if (list) list.push(path);
      else paths.set(key, [path]);
    }
  }
  return [...paths].map(([key, list]) => [key, list.join('')]);
}

export function borderNodes(map: MapShapes, palette: Palette): PictureNode[] {
  return map.borders
    .filter(({ path }) => path !== '')
    .map(({ kind, path }) =>
      node('path', {
        d: path,
        'data-border': kind,
        stroke: palette.borders[kind],
        'stroke-width': BORDER_WIDTHS[kind],
        'vector-effect': 'non-scaling-stroke',
      }),
    );
}

/** What the legend keeps while the rest fades, again and in full, beneath the borders. */
export function keptNodes({ map, fills, palette, emphasis: { kept } }: Scene, prefix: string): PictureNode[] {
  const shapes = map.shapes.filter(({ code }) => kept.has(code));
  return [
    ...shapes.map((shape) => fillNode(shape, fills.get(shape.code) ?? OUTSIDE, palette)),
    ...textureNodes({ map: { shapes }, fills, palette }, prefix),
  ];
}

/** Regions with an outline, again, above all others: outline and halo around them, and their full fill. */
export function emphasisNodes({ map, fills, emphasis, palette }: Scene, prefix: string): PictureNode[] {
  const all = outstanding(map, emphasis);
  return EMPHASIS_GROUPS.flatMap((standings) => {
    const group = standings.map((standing) => ({
      standing,
      shapes: all.filter((shape) => standingOf(shape.code, emphasis) === standing),
    }));
    return [
      ...group.flatMap(({ standing, shapes }) => shapes.flatMap((shape) => haloNodes(shape, standing, palette))),
      ...group.flatMap(({ standing, shapes }) => shapes.flatMap((shape) => outlineNodes(shape, standing, palette))),
      ...group.flatMap(({ shapes }) =>
        shapes.flatMap((shape) => raisedNodes(shape, fills.get(shape.code) ?? OUTSIDE, palette, prefix)),
      ),
    ];
  });
}

// A line is centred on the border, and its inner half goes under the fill: hence twice the width that is seen.
function haloNodes({ path }: Shape, standing: EmphasisStanding, palette: Palette): PictureNode[] {
  return [line(path, palette.halo, 2 * (OUTLINE_WIDTHS[standing] + HALO_WIDTH))];
}

function outlineNodes({ path, code }: Shape, standing: EmphasisStanding, palette: Palette): PictureNode[] {
  const colour = standing === 'active' || standing === 'selected' ? palette.accent : palette.partner;
  const dashes: PictureNode['attributes'] =
    standing === 'city-partner' ? { 'stroke-dasharray': CITY_PARTNER_DASHES.join(' ') } : {};
  return [
    line(path, colour, 2 * OUTLINE_WIDTHS[standing], { 'data-standing': standing, 'data-emphasis': code, ...dashes }),
  ];
}

/** The fill, its pattern, and the border that two neighbours of a group have between them. */
function raisedNodes(shape: Shape, fill: Fill, palette: Palette, prefix: string): PictureNode[] {
  return [
    fillNode(shape, fill, palette),
    ...patternsOf(fill, palette).map((pattern) => node('path', { d: shape.path, fill: `url(#${prefix}-${pattern})` })),
    line(shape.path, palette.borders.county, BORDER_WIDTHS.county),
  ];
}

function line(path: string, colour: string, width: number, more: PictureNode['attributes'] = {}): PictureNode {
  return node('path', {
    d: path,
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    'vector-effect': 'non-scaling-stroke',
    ...more,
  });
}

function outstanding(map: MapShapes, { active, partners, cityPartners, selected }: Emphasis): Shape[] {
  const codes = new Set([...cityPartners, ...partners, ...selected, ...(active === undefined ? [] : [active])]);
  return [...codes].flatMap((code) => map.byCode.get(code) ?? []);
}

/** Patterns keep their pixel size whatever the zoom: they are scaled back by it. */
export function patterns(palette: Palette, prefix: string, scale: number): PictureNode[] {
  const step = PATTERN_STEP;
  const pattern = (name: PatternName, turn: number, children: readonly PictureNode[], size?: number): PictureNode =>
    node(
      'pattern',
      {
        id: `${prefix}-${name}`,
        patternUnits: 'userSpaceOnUse',
        width: size ?? step[name as keyof typeof step],
        height: size ?? step[name as keyof typeof step],
        patternTransform: `scale(${(1 / scale).toPrecision(6)}) rotate(${turn})`,
      },
      children,
    );
  const stripe = (colour: string, width: number, step: number): PictureNode =>
    node('rect', { width, height: step, fill: colour });
  return [
    pattern('no-data', 45, [stripe(palette.noDataLine, 1, step['no-data'])]),
    // Level lines: neither those of no data nor those of a number that nobody published.
    pattern('special', 90, [stripe(palette.noDataLine, 1, step.special)]),
    pattern('city-only', 0, [node('circle', { cx: 3, cy: 3, r: 0.9, fill: palette.cityOnlyDot })]),
    pattern('not-published', -45, [stripe(palette.notPublished, 1, step['not-published'])]),
    ...(palette.textures ?? []).flatMap((texture, i) =>
      texture ? pattern(`class-${i}`, 0, texture.lines, texture.step) : [],
    ),
  ];
}

const round = (value: number): number => Math.round(value * 100) / 100;
