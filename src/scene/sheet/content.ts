/** What a sheet is made of, as plain data. */
import type { Dataset } from '../../data/dataset.js';
import type { Fault } from '../../data/faults.js';
import type { RegionCode } from '../../data/types.js';
import type { Camera, Size } from '../geometry/mercator.js';
import type { ClassScale, Fill } from '../classes/scale.js';
import type { Emphasis } from '../picture/scene.js';
import type { MapShapes } from '../geometry/shapes.js';
import type { Palette } from '../picture/tokens.js';
import type { Language } from '../words/index.js';

export interface SheetMap {
  readonly title: string;
  /** How many of its regions have a value. */
  readonly count: string;
  /** How its figures are known, whose they are, and how much of its regions is drawn, where that needs words. */
  readonly note?: string;
  readonly map: MapShapes;
  /** The regions that it is a map of, all of which it may not draw. */
  readonly named: readonly RegionCode[];
  readonly fills: ReadonlyMap<RegionCode, Fill>;
  readonly emphasis: Emphasis;
  /** What the reader has zoomed to, on a surface of some size; undefined shows the whole map. */
  readonly view?: { readonly camera: Camera; readonly size: Size };
}

/** The scale of the maps of one level. */
export interface SheetLegend {
  readonly scale: ClassScale;
  readonly palette: Palette;
  /** The reader has changed the classes. */
  readonly isReclassed: boolean;
  /** How many classes were asked for. */
  readonly asked: number;
  /** How many regions the reader's filter keeps, while there is one. */
  readonly kept?: number;
}

export interface SheetContent {
  readonly dataset: Dataset;
  readonly faults: readonly Fault[];
  readonly language: Language;
  /** One for each level that is drawn, the main one first. */
  readonly legends: readonly [SheetLegend, ...SheetLegend[]];
  readonly maps: readonly SheetMap[];
  readonly selected: readonly RegionCode[];
}
