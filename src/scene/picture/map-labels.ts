/** The names on a map: prefectures, counties once there is room for them, and above all what stands out. */
import { memo } from '../../data/memo.js';
import type { RegionIndex } from '../../data/topology.js';
import type { RegionCode } from '../../data/types.js';
import { placeLabels, textWidth, type LabelRequest } from './labels.js';
import { toWorld } from '../geometry/mercator.js';
import { nameOf, shortName } from '../text/names.js';
import { node, unitScale, type PictureNode } from './picture.js';
import type { Emphasis, Scene } from './scene.js';
import { LONGER_SIDE, type MapShapes } from '../geometry/shapes.js';
import type { Palette } from './tokens.js';
import type { Language } from '../words/index.js';

/** CSS pixels. */
export const LABEL_SIZE = 12;
/** On a map that is this much larger than its surface, a county is named where it is so many times as wide as its name, and as high as its letters. */
const ROOM = { zoom: 1.6, width: 1.6, height: 2.5 } as const;
/** Above any area in map units: what stands out is placed before all places. */
const FIRST = 1e9;

/** What names depend on: not the fills. */
export type NamedScene = Pick<Scene, 'map' | 'camera' | 'size' | 'emphasis'> & {
  readonly palette: Pick<Palette, 'ink' | 'accent' | 'halo'>;
};

/** The names that fit on a scene, as SVG text with a halo, in letters of `fontSize` CSS pixels. The places fade with their fills. */
export function labelNodes(
  regions: RegionIndex,
  scene: NamedScene,
  language: Language,
  fontSize = LABEL_SIZE,
): PictureNode[] {
  const { map, camera, size, palette, emphasis } = scene;
  const requests = [
    ...outstanding(regions, map, emphasis, language),
    ...placesOf(regions, map, language),
    ...countiesOf(regions, scene, language, fontSize),
  ];
  return placeLabels(requests, map, camera, size, fontSize).map(({ text, x, y, kind }) => {
    const isPlace = kind === 'place';
    const attributes = {
      x: x.toFixed(1),
      y: y.toFixed(1),
      'font-size': fontSize,
      'font-weight': isPlace ? 400 : 600,
      'data-kind': kind,
      fill: kind === 'active' ? palette.accent : palette.ink,
      stroke: palette.halo,
      opacity: isPlace && emphasis.isFading ? 0.45 : 1,
    };
    return node('text', attributes, [text]);
  });
}

/** They are asked for at every step of a camera, and change only with the map. */
const placesOf = memo((regions: RegionIndex, map: MapShapes, language: Language): readonly LabelRequest[] => {
  const units = map.level === 'county' ? parentsOf(regions, map) : map.shapes.map(({ code }) => code);
  const areas = new Map<RegionCode, number>();
  for (const { code, box } of map.shapes)
    for (const unit of new Set(regions.containersOf(code)))
      areas.set(unit, (areas.get(unit) ?? 0) + (box[2] - box[0]) * (box[3] - box[1]));
  return units.flatMap((code) => unitLabel(regions, map, code, areas.get(code) ?? 0, 'place', language));
});

function countiesOf(regions: RegionIndex, scene: NamedScene, language: Language, fontSize: number): LabelRequest[] {
  const { map, size } = scene;
  const scale = unitScale(scene);
  const isZoomed = scale * LONGER_SIDE > ROOM.zoom * Math.max(size.width, size.height);
  if (map.level !== 'county' || !isZoomed) return [];
  return map.shapes.flatMap(({ code, box, label }): LabelRequest[] => {
    if ((box[3] - box[1]) * scale < ROOM.height * fontSize) return [];
    const text = nameOf(regions, code, language);
    const width = (box[2] - box[0]) * scale;
    return width < ROOM.width * textWidth(text, fontSize) ? [] : [{ text, at: label, weight: 0, kind: 'place' }];
  });
}

function outstanding(
  regions: RegionIndex,
  map: MapShapes,
  { active, selected, partners, cityPartners }: Emphasis,
  language: Language,
): LabelRequest[] {
  const request = (code: RegionCode, weight: number, kind: LabelRequest['kind']): LabelRequest[] => {
    const shape = map.byCode.get(code);
    return shape
      ? [{ text: nameOf(regions, code, language), at: shape.label, box: shape.box, weight: FIRST + weight, kind }]
      : [];
  };
  // A whole city is named once; some counties of it, helped by a city, are named themselves.
  const isWhole = (city: RegionCode): boolean =>
    map.shapes.every(({ code }) => regions.get(code)?.parent !== city || cityPartners.has(code));
  const cities = new Set([...cityPartners].flatMap((code) => regions.get(code)?.parent ?? []).filter(isWhole));
  const counties = [...cityPartners].filter((code) => !cities.has(regions.get(code)?.parent ?? ''));
  return [
    ...(active === undefined ? [] : request(active, 3, 'active')),
    ...[...selected].filter((code) => code !== active).flatMap((code) => request(code, 2, 'active')),
    ...[...partners, ...counties]
      .filter((code) => code !== active && !selected.has(code))
      .flatMap((code) => request(code, 1, 'partner')),
    ...[...cities].flatMap((city) => unitLabel(regions, map, city, FIRST, 'partner', language)),
  ];
}

/** The name of a prefecture at its own label point. */
function unitLabel(
  regions: RegionIndex,
  map: MapShapes,
  code: RegionCode,
  weight: number,
  kind: LabelRequest['kind'],
  language: Language,
): LabelRequest[] {
  const label = regions.get(code)?.label;
  if (!label) return [];
  const [x, y] = toWorld(label[0], label[1]);
  const at = [(x - map.origin[0]) * map.scale, (y - map.origin[1]) * map.scale] as const;
  return [{ text: shortName(regions, code, language), at, weight, kind }];
}

function parentsOf(regions: RegionIndex, map: MapShapes): RegionCode[] {
  const parents = map.shapes.flatMap(({ code }) => regions.get(code)?.parent ?? []);
  return [...new Set(parents)].filter((code) => regions.get(code)?.level === 'prefecture');
}
