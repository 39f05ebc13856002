/** The picture of a scene as a MapLibre style: the layers of `scene/picture.ts`, in the same order and the same measures. */
import type { Feature, FeatureCollection } from 'geojson';
import {
  BORDER_WIDTHS,
  CITY_PARTNER_DASHES,
  EMPHASIS_GROUPS,
  FADED_OPACITY,
  HALO_WIDTH,
  OUTLINE_WIDTHS,
  fillColour,
  patternOf,
  type EmphasisStanding,
  type PatternName,
} from '../scene/picture.js';
import type { RegionCode } from '../data/types.js';
import { OUTSIDE, type Emphasis, type Scene } from '../scene/scene.js';
import { linesOf, polygonsOf } from '../scene/geojson.js';
import type { MapShapes } from '../scene/shapes.js';
import type { Palette } from '../scene/tokens.js';
import type { Basemap } from './basemap.js';
import { plainColour } from './maplibre-colour.js';

const BORDERS = ['county', 'prefecture', 'province'] as const;
/** Those that have an outline, from the lowest to the highest. */
const OUTLINED = ['city-partner', 'partner', 'selected', 'active'] as const satisfies readonly EmphasisStanding[];

/** The layers that hatches and dots go beneath: those of all regions, and those of each group that stands out. */
export const ABOVE_TEXTURES = 'border-county';
export const aboveRaisedTextures = (group: number): string => `edge-${group}`;

/** A region's colour comes with its state, so that neither a metric nor a palette asks for new tiles. */
const COLOUR = ['to-color', ['feature-state', 'colour'], 'rgba(0,0,0,0)'];
const STANDING = ['to-string', ['feature-state', 'standing']];

/** Colours and what fades are set by `paintOf`; the sources begin with the scene's map. */
export function styleOf(scene: Scene, basemap?: Basemap) {
  const line = (id: string, source: 'outlines' | 'borders', paint: object, more: object = {}) => ({
    id,
    type: 'line' as const,
    source,
    layout: { 'line-join': 'round' as const },
    paint,
    ...more,
  });
  const layers = [
    { id: 'fills', type: 'fill' as const, source: 'regions', paint: { 'fill-color': COLOUR, 'fill-antialias': false } },
    ...BORDERS.map((kind) =>
      line(`border-${kind}`, 'borders', { 'line-width': BORDER_WIDTHS[kind] }, { filter: ['==', ['get', 'kind'], kind] }),
    ),
    ...EMPHASIS_GROUPS.flatMap((standings, group) => {
      const isIn = ['in', STANDING, ['literal', standings]];
      const outlined = OUTLINED.filter((standing) => (standings as readonly string[]).includes(standing));
      const around = (id: string, standing: (typeof OUTLINED)[number], width: number, more: object = {}) =>
        line(`${id}-${standing}`, 'outlines', { 'line-width': ['case', ['==', STANDING, standing], 2 * width, 0], ...more });
      return [
        ...outlined.map((standing) => around('halo', standing, OUTLINE_WIDTHS[standing] + HALO_WIDTH)),
        ...outlined.map((standing) => around('outline', standing, OUTLINE_WIDTHS[standing], dashesOf(standing))),
        {
          id: `raised-${group}`,
          type: 'fill' as const,
          source: 'outlines',
          paint: { 'fill-color': ['case', isIn, COLOUR, 'rgba(0,0,0,0)'], 'fill-antialias': false },
        },
        line(`edge-${group}`, 'outlines', { 'line-width': ['case', isIn, BORDER_WIDTHS.county, 0] }),
      ];
    }),
  ].map((layer) => ({ ...layer, paint: { ...layer.paint, ...paintOf(scene)[layer.id] } }));
  return {
    version: 8 as const,
    // A change is a change: the SVG has no transitions either.
    transition: { duration: 0, delay: 0 },
    ...(basemap?.sprite === undefined ? {} : { sprite: basemap.sprite }),
    ...(basemap?.glyphs === undefined ? {} : { glyphs: basemap.glyphs }),
    sources: { ...basemap?.sources, ...sourcesOf(scene.map) },
    layers: [...(basemap?.layers ?? []), ...layers],
  };
}

/** In widths of the line, as MapLibre counts them. */
function dashesOf(standing: EmphasisStanding): object {
  const width = 2 * OUTLINE_WIDTHS['city-partner'];
  return standing === 'city-partner' ? { 'line-dasharray': CITY_PARTNER_DASHES.map((length) => length / width) } : {};
}

/**
 * The regions come twice, for fills and for what stands out: a state that changes makes MapLibre count anew for every layer
 * of its source, and new values must not pay for the eight layers of outlines, nor a hover for the fills.
 */
function sourcesOf(map: MapShapes) {
  const regions = regionsOf(map);
  return { regions: geojson(regions), outlines: geojson(regions), borders: geojson(bordersOf(map)) };
}

/** Not simplified, as the SVG is not; tiles are cut only as deep as the scene's own precision goes. */
const geojson = (data: FeatureCollection) => ({ type: 'geojson' as const, data, tolerance: 0, maxzoom: 16, promoteId: 'code' });

/** What depends on palette and emphasis, by layer: constants only, so that a change of them never asks for new tiles. */
export function paintOf({ palette, emphasis }: Scene): Readonly<Record<string, Readonly<Record<string, string | number>>>> {
  const present = new Set(standingsOf(emphasis).values());
  const { accent, partner } = palette;
  return {
    fills: { 'fill-opacity': emphasis.isFading ? FADED_OPACITY : 1 },
    ...Object.fromEntries(BORDERS.map((kind) => [`border-${kind}`, { 'line-color': plainColour(palette.borders[kind]) }])),
    ...Object.fromEntries(
      OUTLINED.flatMap((standing) => {
        // A layer of opacity 0 is not drawn at all; so a standing that nobody has costs nothing.
        const opacity = present.has(standing) ? 1 : 0;
        const colour = standing === 'active' || standing === 'selected' ? accent : partner;
        return [
          [`halo-${standing}`, { 'line-color': plainColour(palette.halo), 'line-opacity': opacity }],
          [`outline-${standing}`, { 'line-color': plainColour(colour), 'line-opacity': opacity }],
        ];
      }),
    ),
    ...Object.fromEntries(
      EMPHASIS_GROUPS.flatMap((standings, group) => {
        const opacity = standings.some((standing) => present.has(standing)) ? 1 : 0;
        return [
          [`raised-${group}`, { 'fill-opacity': opacity }],
          [`edge-${group}`, { 'line-color': plainColour(palette.borders.county), 'line-opacity': opacity }],
        ];
      }),
    ),
  };
}

/** The regions that stand out, and how; the strongest wins. */
export function standingsOf({ active, selected, partners, cityPartners, kept }: Emphasis): Map<RegionCode, EmphasisStanding> {
  const standings = new Map<RegionCode, EmphasisStanding>();
  for (const code of kept) standings.set(code, 'kept');
  for (const code of cityPartners) standings.set(code, 'city-partner');
  for (const code of partners) standings.set(code, 'partner');
  for (const code of selected) standings.set(code, 'selected');
  if (active !== undefined) standings.set(active, 'active');
  return standings;
}

export function coloursOf({ map, fills }: Scene, palette: Palette): Map<RegionCode, string> {
  return new Map(map.shapes.map(({ code }) => [code, plainColour(fillColour(fills.get(code) ?? OUTSIDE, palette))]));
}

/** Which regions carry which pattern; of `codes`, or of all. */
export function patternsOf({ map, fills }: Scene, codes?: ReadonlySet<RegionCode>): Map<PatternName, RegionCode[]> {
  const patterns = new Map<PatternName, RegionCode[]>();
  for (const { code } of map.shapes) {
    const pattern = codes && !codes.has(code) ? undefined : patternOf(fills.get(code) ?? OUTSIDE);
    if (!pattern) continue;
    const list = patterns.get(pattern);
    if (list) list.push(code);
    else patterns.set(pattern, [code]);
  }
  return patterns;
}

export function regionsOf(map: MapShapes): FeatureCollection {
  return collection(
    map.shapes.map((shape): Feature => ({
      type: 'Feature',
      properties: { code: shape.code },
      geometry: { type: 'MultiPolygon', coordinates: polygonsOf(map, shape) },
    })),
  );
}

export function bordersOf(map: MapShapes): FeatureCollection {
  return collection(
    map.borders
      .filter(({ arcs }) => arcs.length > 0)
      .map((border): Feature => ({
        type: 'Feature',
        properties: { kind: border.kind },
        geometry: { type: 'MultiLineString', coordinates: linesOf(map, border) },
      })),
  );
}

const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
