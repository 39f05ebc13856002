/** The names on a map: prefectures, counties once there is room for them, and above all what stands out. */
import { memo } from '../../data/memo.js';
import type { Dataset } from '../../data/dataset.js';
import type { RegionIndex } from '../../data/topology.js';
import type { RegionCode } from '../../data/types.js';
import { LINE_GAP, placeLabels, textWidth, type LabelRequest } from './labels.js';
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

/** Where places have their names from. */
export type NamedPlaces = Pick<Dataset, 'regions' | 'namesOf'>;

/**
 * The names that fit on a scene, as SVG text with a halo, in letters of `fontSize` CSS pixels; below one that has a second script, a text
 * of its own in that. The places fade with their fills.
 */
export function labelNodes(
  places: NamedPlaces,
  scene: NamedScene,
  language: Language,
  fontSize = LABEL_SIZE,
): PictureNode[] {
  const { map, camera, size, palette, emphasis } = scene;
  const requests = [
    ...outstanding(places, map, emphasis, language),
    ...placesOf(places, map, language),
    ...countiesOf(places, scene, language, fontSize),
  ];
  return placeLabels(requests, map, camera, size, fontSize).flatMap(({ text, second, x, y, kind }) => {
    const isPlace = kind === 'place';
    const line = second ? (fontSize * LINE_GAP) / 2 : 0;
    const attributes = {
      x: x.toFixed(1),
      y: (y - line).toFixed(1),
      'font-size': fontSize,
      'font-weight': isPlace ? 400 : 600,
      'data-kind': kind,
      fill: kind === 'active' ? palette.accent : palette.ink,
      stroke: palette.halo,
      opacity: isPlace && emphasis.isFading ? 0.45 : 1,
    };
    const name = node('text', attributes, [text]);
    if (!second) return [name];
    const bidi: PictureNode['attributes'] = isRightToLeft(second.text)
      ? { direction: 'rtl', 'unicode-bidi': 'isolate' }
      : {};
    const own = { ...attributes, y: (y + line).toFixed(1), lang: second.lang, ...bidi };
    return [name, node('text', own, [second.text])];
  });
}

/** Hebrew, Arabic (with it Uyghur and Kazakh), Syriac and their kin. HTML finds it by itself in a `bdi`; SVG must be told. */
const isRightToLeft = (text: string): boolean => /[\u0590-\u08ff\ufb1d-\ufdfd\ufe70-\ufefc]/.test(text);

/** One is enough on a map; details have all. */
const secondOf = ({ namesOf }: NamedPlaces, code: RegionCode): Pick<LabelRequest, 'second'> => {
  const [second] = namesOf(code);
  return second?.text.trim() ? { second } : {};
};

/** They are asked for at every step of a camera, and change only with the map. */
const placesOf = memo((places: NamedPlaces, map: MapShapes, language: Language): readonly LabelRequest[] => {
  const { regions } = places;
  const units = map.level === 'county' ? parentsOf(regions, map) : map.shapes.map(({ code }) => code);
  const areas = new Map<RegionCode, number>();
  for (const { code, box } of map.shapes)
    for (const unit of new Set(regions.containersOf(code)))
      areas.set(unit, (areas.get(unit) ?? 0) + (box[2] - box[0]) * (box[3] - box[1]));
  return units.flatMap((code) => unitLabel(places, map, code, areas.get(code) ?? 0, 'place', language));
});

function countiesOf(places: NamedPlaces, scene: NamedScene, language: Language, fontSize: number): LabelRequest[] {
  const { map, size } = scene;
  const scale = unitScale(scene);
  const isZoomed = scale * LONGER_SIDE > ROOM.zoom * Math.max(size.width, size.height);
  if (map.level !== 'county' || !isZoomed) return [];
  return map.shapes.flatMap(({ code, box, label }): LabelRequest[] => {
    if ((box[3] - box[1]) * scale < ROOM.height * fontSize) return [];
    const text = nameOf(places.regions, code, language);
    const width = (box[2] - box[0]) * scale;
    return width < ROOM.width * textWidth(text, fontSize)
      ? []
      : [{ text, ...secondOf(places, code), at: label, weight: 0, kind: 'place' }];
  });
}

function outstanding(
  places: NamedPlaces,
  map: MapShapes,
  { active, selected, partners, cityPartners }: Emphasis,
  language: Language,
): LabelRequest[] {
  const { regions } = places;
  const request = (code: RegionCode, weight: number, kind: LabelRequest['kind']): LabelRequest[] => {
    const shape = map.byCode.get(code);
    return shape
      ? [
          {
            text: nameOf(regions, code, language),
            ...secondOf(places, code),
            at: shape.label,
            box: shape.box,
            weight: FIRST + weight,
            kind,
          },
        ]
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
    ...[...cities].flatMap((city) => unitLabel(places, map, city, FIRST, 'partner', language)),
  ];
}

/** The name of a prefecture at its own label point. */
function unitLabel(
  places: NamedPlaces,
  map: MapShapes,
  code: RegionCode,
  weight: number,
  kind: LabelRequest['kind'],
  language: Language,
): LabelRequest[] {
  const { regions } = places;
  const label = regions.get(code)?.label;
  if (!label) return [];
  const [x, y] = toWorld(label[0], label[1]);
  const at = [(x - map.origin[0]) * map.scale, (y - map.origin[1]) * map.scale] as const;
  return [{ text: shortName(regions, code, language), ...secondOf(places, code), at, weight, kind }];
}

function parentsOf(regions: RegionIndex, map: MapShapes): RegionCode[] {
  const parents = map.shapes.flatMap(({ code }) => regions.get(code)?.parent ?? []);
  return [...new Set(parents)].filter((code) => regions.get(code)?.level === 'prefecture');
}
