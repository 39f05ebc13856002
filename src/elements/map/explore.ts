/** Walking over a map by keyboard, and what is said on the way. Fetched with the first key: a first picture needs none of it. */
import type { Level, RegionCode } from '../../data/types.js';
import { comparisonText } from '../../scene/text/comparison.js';
import { describe, explain, spoken } from '../../scene/text/description.js';
import { classLabels } from '../../scene/parts/legend.js';
import { codeAt, type View } from '../../scene/geometry/view.js';
import { step, walkGraph, type Trail } from '../../scene/geometry/walk.js';
import { say } from '../../scene/words/index.js';
import { metricOf, periodOf, scaleAt } from '../../state/derive.js';
import { comparedWith } from '../../state/legend.js';
import type { AtlasKey, AtlasValues } from '../../state/values.js';
import type { MapCommand } from './keys.js';
import { metricLabel } from '../../scene/text/metric-label.js';

export type WalkCommand = Extract<MapCommand, { kind: 'walk' | 'extreme' }>;

/** Where a key leads from the active region; from outside the map, to the selected region or the one in its middle. */
export function walked(
  view: View,
  values: AtlasValues,
  command: WalkCommand,
  trail: Trail | undefined,
): { readonly to: RegionCode; readonly trail?: Trail } {
  const { map, size } = view;
  const { active, selected, dataset } = values;
  const here = active !== undefined && map.byCode.has(active) ? active : undefined;
  const start = (): RegionCode =>
    selected.find((code) => map.byCode.has(code)) ??
    codeAt(view, size.width / 2, size.height / 2, size.width / 3) ??
    (map.shapes[0]?.code as RegionCode);
  if (command.kind === 'extreme') return { to: extremeOf(view, values, command.of) ?? here ?? start() };
  if (here === undefined || !dataset) return { to: start() };
  const taken = step(walkGraph(dataset.regions, map), trail, here, command.direction);
  return taken ? { to: taken.to, trail: taken } : { to: here, trail };
}

/** The region of a map with its lowest or highest value; the first of several. */
function extremeOf({ map }: View, values: AtlasValues, of: 'lowest' | 'highest'): RegionCode | undefined {
  const { dataset } = values;
  const sign = of === 'highest' ? 1 : -1;
  let found: RegionCode | undefined,
    most = -Infinity;
  for (const { code } of map.shapes) {
    const datum = dataset?.datum(code, metricOf(values)?.id ?? '', periodOf(values));
    if (datum?.kind !== 'value' || datum.value * sign <= most) continue;
    most = datum.value * sign;
    found = code;
  }
  return found;
}

/** What a screen reader hears of a region: what has changed, first; then name, value, class and the rest. */
export function spokenOf(values: AtlasValues, level: Level, code: RegionCode, changed: ReadonlySet<AtlasKey>): string {
  const { dataset, language, selected } = values;
  const scale = scaleAt(values, level);
  const description = dataset && scale && describe(dataset, scale, code, language);
  if (!description) return '';
  if (changed.has('selected') && !changed.has('active')) {
    const key = selected.includes(code) ? 'speech.selected' : 'speech.released';
    return say(language, key, { name: description.title, count: selected.length });
  }
  const { classIndex } = description;
  const change = changed.has('metric')
    ? say(language, 'speech.metric', { metric: metricLabel(scale.metric, language) })
    : changed.has('period')
      ? say(language, 'speech.period', { period: scale.period })
      : changed.has('breaks') || changed.has('method') || changed.has('classes')
        ? say(language, 'speech.classes')
        : '';
  const ofClass =
    classIndex === undefined || scale.isFixed
      ? ''
      : say(language, 'speech.class', {
          rank: classIndex + 1,
          count: scale.classes.length,
          label: classLabels(scale, language)[classIndex] ?? '',
        });
  const before = comparedWith(values);
  const compared = before ? comparisonText(before, dataset, scale, code, language) : '';
  return [change, spoken(description, language, ofClass, explain(dataset, scale, code, language)), compared]
    .filter(Boolean)
    .join(say(language, 'text.stop'));
}
