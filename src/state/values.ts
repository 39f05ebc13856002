/** What an atlas holds: all that its picture depends on, as plain values, and what a change makes of them. */
import type { ColumnReading } from '../data/tables/columns.js';
import type { Changes } from '../data/changes.js';
import type { Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import type { Level, MetricId, Period, RegionCode } from '../data/types.js';
import type { RendererChoice } from '../render/renderers.js';
import { MAX_CLASSES, type ClassMethod } from '../scene/classes/breaks.js';
import { DEFAULT_SCHEME, type Scheme } from '../scene/classes/ramp.js';
import type { ClassIndex } from '../scene/classes/scale.js';
import type { Camera } from '../scene/geometry/mercator.js';
import type { Palette, Ramp, Theme } from '../scene/picture/tokens.js';
import type { Stale } from '../scene/text/stale.js';
import { FIRST_LANGUAGE, type Language } from '../scene/words/index.js';

export type Phase =
  | { readonly kind: 'loading'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready' }
  /** `columns` are those of a table that was read no further. */
  | { readonly kind: 'failed'; readonly faults: readonly Fault[]; readonly columns?: readonly ColumnReading[] };

/** What the legend keeps, at one level: some of its classes, or the values of a range, both ends included. */
export type Filter =
  | { readonly kind: 'classes'; readonly level: Level; readonly classes: ReadonlySet<ClassIndex> }
  | { readonly kind: 'range'; readonly level: Level; readonly from: number; readonly to: number };

/** Where the pointer is, in client pixels; absent when the keyboard made a region active. */
export interface PointerPlace {
  readonly x: number;
  readonly y: number;
}

/** How values are parted into classes. */
export interface Classing {
  readonly method: ClassMethod;
  readonly classes: number;
}

export interface AtlasValues extends Classing {
  readonly phase: Phase;
  readonly dataset: Dataset | undefined;
  /** Faults that did not keep the atlas from drawing, of the feed and of the author's attributes. */
  readonly faults: readonly Fault[];
  /** Of when the data is, where newer data could not be had. */
  readonly stale: Stale | undefined;
  /** What the feed says otherwise than the version that was shown before it; undefined where it says the same. */
  readonly changes: Changes | undefined;
  /** The reader has not seen yet that there are changes. */
  readonly isNews: boolean;
  /** The version in which it said otherwise, for the reader to compare with. */
  readonly before: Dataset | undefined;
  readonly isComparing: boolean;
  readonly metric: MetricId | undefined;
  /** The base of the feed that amounts and counts are divided by. */
  readonly per: MetricId | undefined;
  readonly period: Period | undefined;
  /** Pointed at, or reached by keyboard. */
  readonly active: RegionCode | undefined;
  readonly pointer: PointerPlace | undefined;
  readonly selected: readonly RegionCode[];
  /** Undefined keeps all. */
  readonly filter: Filter | undefined;
  /** The class pointed at in a legend: its regions stand out. */
  readonly spotlight: { readonly level: Level; readonly index: ClassIndex } | undefined;
  /** The author's classes: what "Reset" brings back. */
  readonly authored: Classing;
  /** Class breaks that the reader has moved, by `breaksKey`. */
  readonly breaks: ReadonlyMap<string, readonly number[]>;
  /** The level of all maps, in place of each map's own. */
  readonly level: Level | undefined;
  /** The level that each map of the page is drawn at now, by the map's id. */
  readonly drawnLevels: ReadonlyMap<string, Level>;
  /** Units that the reader has opened, by the map's key. */
  readonly drills: ReadonlyMap<string, RegionCode>;
  /** Cameras that the reader has moved, by the map's key. */
  readonly cameras: ReadonlyMap<string, Camera>;
  readonly scheme: Scheme;
  readonly theme: Theme;
  /** What becomes of a palette where classes are told apart by textures, or a reader's system chooses the colours. */
  readonly sight: ((palette: Palette, scheme: Scheme, ramp: Ramp) => Palette) | undefined;
  /** Reads `--pair-NAME` where the host set it. */
  readonly readToken: (name: string) => string;
  readonly language: Language;
  /** The renderer of maps that do not ask for one themselves. */
  readonly renderer: RendererChoice;
  /** What maps draw of their regions that do not say so themselves. */
  readonly fit: Fit;
  /** Address of a MapLibre style that lies beneath the regions. */
  readonly basemap: string | undefined;
}

/** What a map draws of its regions: all, or the prefectures that take part. */
export const FITS = ['regions', 'participants'] as const;
export type Fit = (typeof FITS)[number];

/** Layouts other than a page's, which follows the atlas's width. */
/** What scale and palette of a level follow from (`derive.ts`). */
export const COLOURED_BY: readonly AtlasKey[] = [
  ...(['dataset', 'metric', 'period', 'method', 'classes', 'breaks', 'scheme', 'theme', 'readToken', 'sight'] as const),
];

export const LAYOUTS = ['page', 'wall', 'text'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** Sizes of text and controls that an author may ask for in place of the host's. */
export const TEXTS = ['normal', 'large'] as const;
export type Text = (typeof TEXTS)[number];

export type AtlasKey = keyof AtlasValues;
export type ChangedBy = 'reader' | 'author';

const CLASSING: Classing = { method: 'quantile', classes: 5 };

export const START: AtlasValues = {
  ...CLASSING,
  authored: CLASSING,
  phase: { kind: 'loading', done: 0, of: 2 },
  dataset: undefined,
  faults: [],
  stale: undefined,
  changes: undefined,
  isNews: false,
  before: undefined,
  isComparing: false,
  metric: undefined,
  per: undefined,
  period: undefined,
  active: undefined,
  pointer: undefined,
  selected: [],
  filter: undefined,
  spotlight: undefined,
  breaks: new Map(),
  level: undefined,
  drawnLevels: new Map(),
  drills: new Map(),
  cameras: new Map(),
  scheme: DEFAULT_SCHEME,
  theme: 'light',
  sight: undefined,
  readToken: () => '',
  language: FIRST_LANGUAGE,
  renderer: 'auto',
  fit: 'regions',
  basemap: undefined,
};

/** The name under which the reader's breaks of a metric at a level are kept. */
export const breaksKey = (metric: MetricId, level: Level): string => `${metric} ${level}`;

/** The values after a change, with what follows from it. */
export function changedValues(values: AtlasValues, patch: Partial<AtlasValues>, by: ChangedBy): AtlasValues {
  const isOther = (key: AtlasKey): boolean => patch[key] !== undefined && !isSame(patch[key], values[key]);
  const next = { ...values, ...patch };
  const classes = Math.max(1, Math.min(MAX_CLASSES, Math.round(next.classes) || START.classes));
  // A filter is of the classes that it was made on.
  const isFilterLost =
    !('filter' in patch) &&
    ((['metric', 'method', 'classes', 'level'] as const).some(isOther) || next.per !== values.per);
  const isAuthored = by === 'author' && (patch.method !== undefined || patch.classes !== undefined);
  return {
    ...next,
    classes,
    ...(isFilterLost ? { filter: undefined } : {}),
    ...(isOther('level') ? { drills: START.drills } : {}),
    ...(isAuthored ? { authored: { method: next.method, classes } } : {}),
  };
}

/** The members in which two states differ. What is divided by another base is another metric. */
export function changedKeys(values: AtlasValues, before: AtlasValues): ReadonlySet<AtlasKey> {
  const keys = (Object.keys(values) as AtlasKey[]).filter((key) => !isSame(values[key], before[key]));
  return new Set(keys.includes('per') ? [...keys, 'metric'] : keys);
}

/** The change that brings back the author's classes, and all of them. */
export const classesReset = ({ authored }: AtlasValues): Partial<AtlasValues> => ({
  ...authored,
  breaks: START.breaks,
  filter: undefined,
});

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i]);
  return Object.is(a, b);
}
