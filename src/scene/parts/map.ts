/** What is said around a map: its name, how many of its regions have a value, and its small print. */
import type { Dataset } from '../../data/dataset.js';
import type { Metric, RegionCode } from '../../data/types.js';
import type { ClassScale } from '../classes/scale.js';
import type { MapShapes } from '../geometry/shapes.js';
import { nameOf } from '../text/names.js';
import { boundaryNotes, figureNotes } from '../text/notes.js';
import { say, type Language } from '../words/index.js';
import { metricLabel } from '../text/metric-label.js';

/** The name of a map that shows some units. */
export const mapTitle = ({ regions }: Dataset, codes: readonly RegionCode[], language: Language): string =>
  codes.map((code) => nameOf(regions, code, language)).join(say(language, 'text.list'));

/** `count`: how many regions of the map have a value. */
export const mapCount = ({ level, shapes }: MapShapes, count: number, language: Language): string =>
  say(language, level === 'county' ? 'map.count.county' : 'map.count', { count, all: shapes.length });

/** For screen readers: what a map shows. */
export const mapLabel = (place: string, metric: Metric | undefined, language: Language): string =>
  say(language, 'map.label', { place, metric: metricLabel(metric, language) });

/** The notes below a map, each with the sign that parts it from the next, so that none is broken across lines. */
export function mapNote(
  dataset: Dataset,
  scale: ClassScale | undefined,
  language: Language,
  map: MapShapes | undefined,
  credits: readonly string[] = [],
): string[] {
  const codes = map?.shapes.map(({ code }) => code);
  const notes = [...figureNotes(dataset, scale, language, codes), ...boundaryNotes(dataset, language), ...credits];
  return notes.map((note, i) => (i < notes.length - 1 ? note + say(language, 'text.semicolon') : note));
}
