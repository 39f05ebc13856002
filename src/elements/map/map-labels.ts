/** Which names a map asks for: prefectures by default; while something stands out, that and its partners. */
import type { RegionIndex } from '../../data/topology.js';
import type { RegionCode } from '../../data/types.js';
import { placeLabels, type LabelRequest } from '../../scene/labels.js';
import { toWorld } from '../../scene/mercator.js';
import { nameOf, shortName } from '../../scene/names.js';
import { node, type PictureNode } from '../../scene/picture.js';
import type { Emphasis, Scene } from '../../scene/scene.js';
import type { MapShapes } from '../../scene/shapes.js';
import type { Language } from '../../scene/words/index.js';

/** CSS pixels. */
const LABEL_SIZE = 12;

/** The names that fit on a scene, as SVG text with a halo. */
export function labelNodes(regions: RegionIndex, { map, camera, size, palette, emphasis }: Scene, language: Language): PictureNode[] {
  return placeLabels(labelRequests(regions, map, emphasis, language), map, camera, size, LABEL_SIZE).map(({ text, x, y, kind }) => {
    const attributes = {
      x: x.toFixed(1),
      y: y.toFixed(1),
      'font-size': LABEL_SIZE,
      'font-weight': kind === 'place' ? 400 : 600,
      'data-kind': kind,
      fill: kind === 'active' ? palette.accent : palette.ink,
      stroke: palette.halo,
      'stroke-opacity': kind === 'place' ? 0.82 : 1,
    };
    return node('text', attributes, [text]);
  });
}

function labelRequests(regions: RegionIndex, map: MapShapes, emphasis: Emphasis, language: Language): LabelRequest[] {
  if (emphasis.isFading || emphasis.active !== undefined || emphasis.selected.size > 0)
    return outstanding(regions, map, emphasis, language);
  const known = placesOf.get(map);
  if (known?.language === language) return known.requests;
  const requests = places(regions, map, language);
  placesOf.set(map, { language, requests });
  return requests;
}

/** The names of a map at rest: they are asked for at every step of a camera, and change only with the map. */
const placesOf = new WeakMap<MapShapes, { readonly language: Language; readonly requests: LabelRequest[] }>();

function places(regions: RegionIndex, map: MapShapes, language: Language): LabelRequest[] {
  const units = map.level === 'county' ? parentsOf(regions, map) : map.shapes.map(({ code }) => code);
  return units.flatMap((code): LabelRequest[] => {
    const label = regions.get(code)?.label;
    if (!label) return [];
    const [x, y] = toWorld(label[0], label[1]);
    const weight = map.shapes
      .filter((shape) => regions.isWithin(shape.code, code))
      .reduce((area, { box }) => area + (box[2] - box[0]) * (box[3] - box[1]), 0);
    return [
      {
        text: shortName(regions, code, language),
        at: [(x - map.origin[0]) * map.scale, (y - map.origin[1]) * map.scale],
        weight,
        kind: 'place',
      },
    ];
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
    return shape ? [{ text: nameOf(regions, code, language), at: shape.label, box: shape.box, weight, kind }] : [];
  };
  const cities = new Set([...cityPartners].map((code) => regions.get(code)?.parent));
  return [
    ...(active === undefined ? [] : request(active, 3, 'active')),
    ...[...selected].filter((code) => code !== active).flatMap((code) => request(code, 2, 'active')),
    ...[...partners].flatMap((code) => request(code, 1, 'partner')),
    ...[...cities].flatMap((city): LabelRequest[] => {
      const label = city === undefined ? undefined : regions.get(city)?.label;
      if (!label || city === undefined) return [];
      const [x, y] = toWorld(label[0], label[1]);
      return [
        {
          text: nameOf(regions, city, language),
          at: [(x - map.origin[0]) * map.scale, (y - map.origin[1]) * map.scale],
          weight: 1,
          kind: 'partner',
        },
      ];
    }),
  ];
}

function parentsOf(regions: RegionIndex, map: MapShapes): RegionCode[] {
  const parents = map.shapes.flatMap(({ code }) => regions.get(code)?.parent ?? []);
  return [...new Set(parents)].filter((code) => regions.get(code)?.level === 'prefecture');
}
