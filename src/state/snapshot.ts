/** What an atlas shows at this moment, as the content of a sheet. */
import { LEVELS, type Level, type RegionCode } from '../data/types.js';
import { mapShapes } from '../scene/geometry/shapes.js';
import { hasSize, type View } from '../scene/geometry/view.js';
import { mapCount, mapTitle } from '../scene/parts/map.js';
import { figureNotes } from '../scene/text/notes.js';
import { say } from '../scene/words/index.js';
import type { SheetContent, SheetLegend, SheetMap } from '../scene/sheet/content.js';
import { countOn, emphasisKeeper, fillsOn, fittedCodes, paletteAt, provincesOf, scaleAt } from './derive.js';
import { isReclassed, keptCount } from './legend.js';
import type { AtlasValues } from './values.js';

/** `named`: the regions that it is a map of, where it does not draw all of them. */
export type MapView = View & { readonly named?: readonly RegionCode[] };

/** Undefined while there is nothing to show. */
export function snapshotOf(values: AtlasValues, views: readonly MapView[]): SheetContent | undefined {
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
      named: view.named ?? view.map.regions,
      fills: fillsOn(resting, view.map),
      emphasis: emphasisKeeper()(resting, view.map),
      ...(view.camera && hasSize(view) ? { view: { camera: view.camera, size: view.size } } : {}),
    })),
  };
}

/** The views of maps that nobody moved, one for each province that takes part: what the default layout shows. */
export function wholeViews(values: AtlasValues): MapView[] {
  const { dataset, fit, level = 'county' } = values;
  if (!dataset) return [];
  return provincesOf(values).map((code) => ({
    map: mapShapes(dataset.regions, fit === 'participants' ? fittedCodes(values, [code], level) : [code], level),
    named: [code],
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

function headingOf(values: AtlasValues, { map, named }: MapView): Pick<SheetMap, 'title' | 'count' | 'note'> {
  const { dataset, language } = values;
  const scale = scaleAt(values, map.level);
  if (!dataset || !scale) return { title: '', count: '' };
  const codes = map.shapes.map(({ code }) => code);
  const isFitted = named !== undefined && named.join(' ') !== map.regions.join(' ');
  const notes = [...figureNotes(dataset, scale, language, codes), ...(isFitted ? [say(language, 'map.fitted')] : [])];
  return {
    title: mapTitle(dataset, named ?? map.regions, language),
    count: mapCount(map, countOn(fillsOn(values, map)), language),
    ...(notes.length > 0 ? { note: notes.join(say(language, 'text.semicolon')) } : {}),
  };
}
