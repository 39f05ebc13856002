/** What an atlas shows at this moment, as the content of a sheet. */
import { LEVELS, type Level, type RegionCode } from '../data/types.js';
import { nameOf } from '../scene/text/names.js';
import type { SheetContent, SheetLegend, SheetMap } from '../scene/sheet/content.js';
import { mapShapes } from '../scene/geometry/shapes.js';
import { hasSize, type View } from '../scene/geometry/view.js';
import { say } from '../scene/words/index.js';
import { AtlasState } from './atlas-state.js';

/** Undefined while there is nothing to show. */
export function snapshotOf(state: AtlasState, views: readonly View[]): SheetContent | undefined {
  const { dataset, faults, language, selected, filter } = state.values;
  const maps = views.filter(({ map }) => map.shapes.length > 0);
  const [first] = maps;
  if (!dataset || !first) return undefined;
  const quiet = quietly(state);
  const levels = [first.map.level, ...LEVELS].filter(
    (level, i, all) => all.indexOf(level) === i && maps.some(({ map }) => map.level === level),
  );
  const legends = levels.flatMap((level) => legendAt(state, level, filter?.level === level));
  const [main, ...others] = legends;
  if (!main) return undefined;
  return {
    dataset,
    faults,
    language,
    selected,
    legends: [main, ...others],
    maps: maps.map((view, i) => ({
      ...headingOf(state, view, i),
      map: view.map,
      fills: quiet.fillsOf(view.map, `snapshot ${i}`),
      emphasis: quiet.emphasisOn(view.map, `snapshot ${i}`),
      ...(view.camera && hasSize(view) ? { view: { camera: view.camera, size: view.size } } : {}),
    })),
  };
}

/** The views of whole maps, one for each province that takes part: what the default layout shows. */
export function wholeViews(state: AtlasState): View[] {
  const { dataset, level = 'county' } = state.values;
  if (!dataset) return [];
  return state.provinces.map((code) => ({
    map: mapShapes(dataset.regions, [code], level),
    size: { width: 0, height: 0 },
    camera: undefined,
  }));
}

/** The same state while nobody points at anything: what was chosen is meant, where the pointer happens to be is not. */
function quietly(state: AtlasState): AtlasState {
  const quiet = new AtlasState();
  quiet.update({ ...state.values, active: undefined, pointer: undefined, spotlight: undefined });
  return quiet;
}

function legendAt(state: AtlasState, level: Level, isFiltered: boolean): SheetLegend[] {
  const scale = state.scaleAt(level);
  if (!scale) return [];
  const members = scale.classes.flatMap(({ codes }) => codes);
  return [
    {
      scale,
      palette: state.paletteAt(level),
      isReclassed: state.isReclassed(level),
      ...(isFiltered ? { kept: members.filter((code) => state.keeps(code, level)).length } : {}),
    },
  ];
}

function headingOf(state: AtlasState, { map }: View, i: number): Pick<SheetMap, 'title' | 'count'> {
  const { dataset, language } = state.values;
  if (!dataset) return { title: '', count: '' };
  const fills = state.fillsOf(map, `snapshot ${i}`);
  state.forget(`snapshot ${i}`);
  const count = [...fills.values()].filter(({ kind }) => kind === 'class').length;
  const name = (code: RegionCode): string => nameOf(dataset.regions, code, language);
  return {
    title: map.regions.map(name).join(say(language, 'text.list')),
    count: say(language, map.level === 'county' ? 'map.count.county' : 'map.count', { count, all: map.shapes.length }),
  };
}
