/** What legend, table and files ask of the values, and no first picture does. */
import type { Dataset } from '../data/dataset.js';
import { LEVELS, type Level, type RegionCode } from '../data/types.js';
import type { ClassScale } from '../scene/classes/scale.js';
import { isKeptBy, scaleAt } from './derive.js';
import type { AtlasValues } from './values.js';

/** The levels that maps are drawn at, counties first; counties where no map is drawn yet. */
export function levelsDrawn({ drawnLevels }: AtlasValues): Level[] {
  const drawn = new Set(drawnLevels.values());
  return drawn.size > 0 ? LEVELS.filter((level) => drawn.has(level)) : ['county'];
}

/** The version before, while the reader compares with it. */
export const comparedWith = ({ before, isComparing }: AtlasValues): Dataset | undefined =>
  isComparing ? before : undefined;

/** Has the reader changed the classes of a level? */
export function isReclassed(values: AtlasValues, level: Level): boolean {
  const { method, classes, authored } = values;
  return scaleAt(values, level)?.isReaders === true || method !== authored.method || classes !== authored.classes;
}

/** Does the legend's filter keep a region of a level? Regions without a value are not kept while there is one. */
export function isKept(values: AtlasValues, code: RegionCode, level: Level): boolean {
  const { dataset, filter } = values;
  const scale = scaleAt(values, level);
  return !dataset || !scale || isKeptBy(filter, dataset, scale, code);
}

/** How many of those who take part the filter keeps at its level; undefined where no filter is on it. */
export function keptCount(values: AtlasValues, scale: ClassScale): number | undefined {
  const { dataset, filter } = values;
  if (!dataset || filter?.level !== scale.level) return undefined;
  return scale.classes.flatMap(({ codes }) => codes).filter((code) => isKeptBy(filter, dataset, scale, code)).length;
}
