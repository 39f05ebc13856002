/** What an atlas shows at this moment, as the content of a sheet. */
import { LEVELS, type Level } from '../data/types.js';
import { mapShapes } from '../scene/geometry/shapes.js';
import { hasSize, type View } from '../scene/geometry/view.js';
import { mapCount, mapTitle } from '../scene/parts/map.js';
import { say } from '../scene/words/index.js';
import type { SheetContent, SheetLegend, SheetMap } from '../scene/sheet/content.js';
import { countOn, emphasisKeeper, fillsOn, paletteAt, provincesOf, scaleAt } from './derive.js';
import { isReclassed, keptCount } from './legend.js';
import type { AtlasValues } from './values.js';

/** Undefined while there is nothing to show. */
export function snapshotOf(values: AtlasValues, views: readonly View[]): SheetContent | undefined {
  const { dataset, faults, language, selected } = values;
  const maps = views.filter(({ map }) => map.shapes.length > 0);
  const [first] = maps;
  if (!dataset || !first) return undefined;
  const levels = [first.map.level, ...LEVELS].filter(
    (level, i, all) => all.indexOf(level) === i && maps.some(({ map }) => map.level === level),
  );
  const [main, ...others] = levels.flatMap((level) => legendAt(values, level));
  if (!main) return undefined;
  const resting = atRest(values);
  return {
    dataset,
    faults,
    language,
    selected,
    legends: [main, ...others],
    maps: maps.map((view) => ({
      ...headingOf(values, view),
      map: view.map,
      fills: fillsOn(resting, view.map),
      emphasis: emphasisKeeper()(resting, view.map),
      ...(view.camera && hasSize(view) ? { view: { camera: view.camera, size: view.size } } : {}),
    })),
  };
}

/** The views of whole maps, one for each province that takes part: what the default layout shows. */
export function wholeViews(values: AtlasValues): View[] {
  const { dataset, level = 'county' } = values;
  if (!dataset) return [];
  return provincesOf(values).map((code) => ({
    map: mapShapes(dataset.regions, [code], level),
    size: { width: 0, height: 0 },
    camera: undefined,
  }));
}

/** While nobody points at anything: what was chosen is meant, where the pointer happens to be is not. */
const atRest = (values: AtlasValues): AtlasValues => ({
  ...values,
  active: undefined,
  pointer: undefined,
  spotlight: undefined,
});

function legendAt(values: AtlasValues, level: Level): SheetLegend[] {
  const scale = scaleAt(values, level);
  if (!scale) return [];
  return [
    {
      scale,
      palette: paletteAt(values, level),
      isReclassed: isReclassed(values, level),
      asked: values.classes,
      kept: keptCount(values, scale),
    },
  ];
}

function headingOf(values: AtlasValues, { map }: View): Pick<SheetMap, 'title' | 'count' | 'note'> {
  const { dataset, language } = values;
  const scale = scaleAt(values, map.level);
  if (!dataset || !scale) return { title: '', count: '' };
  const isGiven = map.shapes.some(({ code }) => {
    const datum = dataset.datum(code, scale.metric.id, scale.period);
    return datum.kind === 'value' && datum.origin === 'given';
  });
  return {
    title: mapTitle(dataset, map.regions, language),
    count: mapCount(map, countOn(fillsOn(values, map)), language),
    ...(isGiven ? { note: say(language, 'map.given') } : {}),
  };
}
