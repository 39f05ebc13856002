/** The picture of a scene as a MapLibre style: the layers of `scene/picture/picture.ts`, in the same order and the same measures. */
import type { Feature, FeatureCollection } from 'geojson';
import { BORDER_WIDTHS, fillColour, patternsOf, type PatternName } from '../../scene/picture/picture.js';
import type { RegionCode } from '../../data/types.js';
import { OUTSIDE, type Scene } from '../../scene/picture/scene.js';
import { linesOf, polygonsOf } from '../../scene/geometry/geojson.js';
import type { MapShapes } from '../../scene/geometry/shapes.js';
import type { Basemap } from './basemap.js';
import { plainColour } from './colour.js';

const BORDERS = ['county', 'prefecture', 'province'] as const;

/** The layer that hatches and dots go beneath. */
export const ABOVE_TEXTURES = 'border-county';

/** A region's colour comes with its state, so that neither a metric nor a palette asks for new tiles. */
const COLOUR = ['to-color', ['feature-state', 'colour'], 'rgba(0,0,0,0)'];

/** Borders' colours and what fades are set by `paintOf`; the sources begin with the scene's map. */
export function styleOf(scene: Scene, basemap?: Basemap) {
  const layers = [
    { id: 'fills', type: 'fill' as const, source: 'regions', paint: { 'fill-color': COLOUR, 'fill-antialias': false } },
    ...BORDERS.map((kind) => ({
      id: `border-${kind}`,
      type: 'line' as const,
      source: 'borders',
      filter: ['==', ['get', 'kind'], kind],
      layout: { 'line-join': 'round' as const },
      paint: { 'line-width': BORDER_WIDTHS[kind] },
    })),
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

const sourcesOf = (map: MapShapes) => ({ regions: geojson(regionsOf(map)), borders: geojson(bordersOf(map)) });

/** Not simplified, as the SVG is not; tiles are cut only as deep as the scene's own precision goes. */
const geojson = (data: FeatureCollection) => ({
  type: 'geojson' as const,
  data,
  tolerance: 0,
  maxzoom: 16,
  promoteId: 'code',
});

/** What depends on palette and emphasis, by layer: constants only, so that a change of them never asks for new tiles. */
export function paintOf(scene: Scene): Readonly<Record<string, Readonly<Record<string, string | number>>>> {
  return {
    fills: { 'fill-opacity': scene.emphasis.isFading && !keepsSome(scene) ? scene.palette.faded : 1 },
    ...Object.fromEntries(
      BORDERS.map((kind) => [`border-${kind}`, { 'line-color': plainColour(scene.palette.borders[kind]) }]),
    ),
  };
}

/** Where the legend keeps some regions, each fades by its own colour; else all fade together, which costs nothing. */
export const keepsSome = ({ emphasis }: Scene): boolean => emphasis.isFading && emphasis.kept.size > 0;

export function coloursOf(scene: Scene): Map<RegionCode, string> {
  const { map, fills, palette, emphasis } = scene;
  const hasKept = keepsSome(scene);
  return new Map(
    map.shapes.map(({ code }) => [
      code,
      plainColour(
        fillColour(fills.get(code) ?? OUTSIDE, palette),
        hasKept && !emphasis.kept.has(code) ? palette.faded : 1,
      ),
    ]),
  );
}

/** Which regions carry which pattern; of those that are in question. */
export function patternedOf(
  { map, fills, palette }: Scene,
  isMeant: (code: RegionCode) => boolean,
): Map<PatternName, RegionCode[]> {
  const patterns = new Map<PatternName, RegionCode[]>();
  for (const { code } of map.shapes) {
    if (!isMeant(code)) continue;
    for (const pattern of patternsOf(fills.get(code) ?? OUTSIDE, palette)) {
      const list = patterns.get(pattern);
      if (list) list.push(code);
      else patterns.set(pattern, [code]);
    }
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
