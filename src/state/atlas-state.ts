/** The one owner of what an atlas shows. Elements ask it to change, and hear what changed; it knows no element. */
import { provinceOf } from '../data/codes.js';
import type { Fault } from '../data/faults.js';
import type { Dataset } from '../data/dataset.js';
import type { Partner } from '../data/pairs.js';
import { remember } from '../data/memo.js';
import type { Level, Metric, MetricId, Period, RegionCode } from '../data/types.js';
import { MAX_CLASSES, classOf, type ClassMethod } from '../scene/classes/breaks.js';
import { DEFAULT_SCHEME, type Scheme } from '../scene/classes/ramp.js';
import type { Camera } from '../scene/geometry/mercator.js';
import { classScale, fillOf, type ClassIndex, type ClassScale, type Fill } from '../scene/classes/scale.js';
import { NO_EMPHASIS, isSameEmphasis, type Emphasis } from '../scene/picture/scene.js';
import type { MapShapes } from '../scene/geometry/shapes.js';
import { paletteOf, type Palette, type Theme } from '../scene/picture/tokens.js';
import { FIRST_LANGUAGE, type Language } from '../scene/words/index.js';

export type Phase =
  | { readonly kind: 'loading'; readonly done: number; readonly of: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] };

/** What the legend keeps, at one level: some of its classes, or the values of a range, both ends included. */
export type Filter =
  | { readonly kind: 'classes'; readonly level: Level; readonly classes: ReadonlySet<ClassIndex> }
  | { readonly kind: 'range'; readonly level: Level; readonly from: number; readonly to: number };

/** Where the pointer is, in client pixels; absent when the keyboard made a region active. */
export interface PointerPlace {
  readonly x: number;
  readonly y: number;
}

export interface AtlasValues {
  readonly phase: Phase;
  readonly dataset: Dataset | undefined;
  /** Faults that did not keep the atlas from drawing, of the feed and of the author's attributes. */
  readonly faults: readonly Fault[];
  /** A refresh failed, and the last good data is shown. */
  readonly isStale: boolean;
  readonly metric: MetricId | undefined;
  readonly period: Period | undefined;
  /** Pointed at, or reached by keyboard. */
  readonly active: RegionCode | undefined;
  readonly pointer: PointerPlace | undefined;
  readonly selected: readonly RegionCode[];
  /** Undefined keeps all. */
  readonly filter: Filter | undefined;
  /** The class pointed at in a legend: its regions stand out. */
  readonly spotlight: { readonly level: Level; readonly index: ClassIndex } | undefined;
  readonly method: ClassMethod;
  readonly classes: number;
  /** Class breaks that the reader has moved, by `breaksKey`. */
  readonly breaks: ReadonlyMap<string, readonly number[]>;
  /** The level of all maps, in place of each map's own. */
  readonly level: Level | undefined;
  /** The level that each map is drawn at now, by the map's id. */
  readonly shown: ReadonlyMap<string, Level>;
  /** Units that the reader has opened, by the map's key. */
  readonly drills: ReadonlyMap<string, RegionCode>;
  /** Cameras that the reader has moved, by the map's key. */
  readonly cameras: ReadonlyMap<string, Camera>;
  readonly scheme: Scheme;
  readonly theme: Theme;
  /** Reads `--pair-NAME` where the host set it. */
  readonly readToken: (name: string) => string;
  readonly language: Language;
  /** The renderer of maps that do not ask for one themselves. */
  readonly renderer: RendererChoice;
  /** Address of a MapLibre style that lies beneath the regions. */
  readonly basemap: string | undefined;
}

export type RendererChoice = 'auto' | 'svg' | 'maplibre';

export type AtlasKey = keyof AtlasValues;
export type AtlasListener = (changed: ReadonlySet<AtlasKey>, by: 'reader' | 'author') => void;

const START: AtlasValues = {
  phase: { kind: 'loading', done: 0, of: 2 },
  dataset: undefined,
  faults: [],
  isStale: false,
  metric: undefined,
  period: undefined,
  active: undefined,
  pointer: undefined,
  selected: [],
  filter: undefined,
  spotlight: undefined,
  method: 'quantile',
  classes: 5,
  breaks: new Map(),
  level: undefined,
  shown: new Map(),
  drills: new Map(),
  cameras: new Map(),
  scheme: DEFAULT_SCHEME,
  theme: 'light',
  readToken: () => '',
  language: FIRST_LANGUAGE,
  renderer: 'auto',
  basemap: undefined,
};

/** The name under which the reader's breaks of a metric at a level are kept. */
export const breaksKey = (metric: MetricId, level: Level): string => `${metric} ${level}`;

export class AtlasState {
  #values = START;
  /** The author's classes: what "Reset" brings back. */
  #official: Pick<AtlasValues, 'method' | 'classes'> = START;
  readonly #listeners = new Set<AtlasListener>();
  readonly #memo = new Map<string, ReturnType<typeof remember<unknown>>>();
  /** What stood out on a map when it was asked last. */
  readonly #shown = new Map<string, Emphasis>();

  get values(): AtlasValues {
    return this.#values;
  }

  /** Calls `listener` after each change, until `signal` is aborted. */
  subscribe(listener: AtlasListener, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  /** Members of `patch` that are equal to what is there change nothing, and tell nobody. */
  update(patch: Partial<AtlasValues>, by: 'reader' | 'author' = 'author'): void {
    const next = { ...this.#values, ...patch };
    // A filter is of the classes that it was made on.
    const isOther = (key: AtlasKey): boolean => patch[key] !== undefined && !isSame(patch[key], this.#values[key]);
    if (!('filter' in patch) && (['metric', 'method', 'classes', 'level'] as const).some(isOther))
      next.filter = undefined;
    if (isOther('level')) next.drills = START.drills;
    next.classes = Math.max(1, Math.min(MAX_CLASSES, Math.round(next.classes) || START.classes));
    const changed = new Set((Object.keys(next) as AtlasKey[]).filter((key) => !isSame(next[key], this.#values[key])));
    if (changed.size === 0) return;
    this.#values = next;
    if (by === 'author' && (patch.method !== undefined || patch.classes !== undefined)) this.#official = next;
    for (const listener of [...this.#listeners]) listener(changed, by);
  }

  /** The metric shown: the one asked for, or the feed's first. */
  get metric(): Metric | undefined {
    const { dataset, metric } = this.#values;
    return (metric === undefined ? undefined : dataset?.metric(metric)) ?? dataset?.feed.metrics[0];
  }

  /** The period shown: the one asked for, or the feed's last. */
  get period(): Period {
    const { dataset, period } = this.#values;
    const periods = dataset?.feed.periods ?? [];
    return period !== undefined && periods.includes(period) ? period : (periods[periods.length - 1] ?? '');
  }

  /** The provinces of the feed, givers and receivers: what the default layout draws. */
  get provinces(): RegionCode[] {
    const { dataset } = this.#values;
    if (!dataset) return [];
    const codes = [...dataset.pairs.givers(this.period), ...dataset.participants].map(provinceOf);
    return [...new Set(codes)].filter((code) => dataset.regions.has(code));
  }

  /** Whose partners are shown: the active region, or the selected ones while that has none. */
  get leading(): readonly RegionCode[] {
    const { dataset, active, selected } = this.#values;
    return active !== undefined && dataset && dataset.partnersOf(active, this.period).length > 0 ? [active] : selected;
  }

  /** The one scale of a level; undefined until there is data. */
  scaleAt(level: Level): ClassScale | undefined {
    const { dataset, method, classes, breaks } = this.#values;
    const { metric, period } = this;
    if (!dataset || !metric) return undefined;
    const readers = breaks.get(breaksKey(metric.id, level));
    return this.#remember(`scale ${level}`, [dataset, metric, period, method, classes, readers], () =>
      classScale(dataset, metric, period, level, {
        method,
        classes,
        thresholds: metric.breaks,
        periods: dataset.feed.periods,
        breaks: readers,
      }),
    );
  }

  /** Has the reader changed the classes of a level? */
  isReclassed(level: Level): boolean {
    const { method, classes } = this.#values;
    return (
      this.scaleAt(level)?.isReaders === true || method !== this.#official.method || classes !== this.#official.classes
    );
  }

  /** The author's classes again, and all of them. */
  resetClasses(): void {
    const { method, classes } = this.#official;
    this.update({ method, classes, breaks: START.breaks, filter: undefined }, 'reader');
  }

  /** Does the legend's filter keep a region of a level? Regions without a value are not kept while there is one. */
  keeps(code: RegionCode, level: Level): boolean {
    const { dataset, filter } = this.#values;
    const scale = this.scaleAt(level);
    if (!filter || filter.level !== level || !dataset || !scale) return true;
    const datum = dataset.datum(code, scale.metric.id, scale.period);
    if (datum.kind !== 'value') return false;
    return filter.kind === 'range'
      ? datum.value >= filter.from && datum.value <= filter.to
      : filter.classes.has(classOf(datum.value, scale.breaks));
  }

  /** Colours for the current scale, theme and host. */
  paletteAt(level: Level): Palette {
    const { theme, scheme, readToken } = this.#values;
    const count = this.scaleAt(level)?.classes.length ?? 1;
    return this.#remember(`palette ${level}`, [theme, scheme, readToken, count], () =>
      paletteOf(theme, scheme, count, readToken),
    );
  }

  /** The fill of every region of a map. */
  fillsOf(map: MapShapes, id: string): ReadonlyMap<RegionCode, Fill> {
    const { dataset } = this.#values;
    const scale = this.scaleAt(map.level);
    return this.#remember(`fills ${id}`, [map, scale], () => {
      if (!dataset || !scale) return new Map<RegionCode, Fill>();
      return new Map(
        map.shapes.map(({ code }): [RegionCode, Fill] => [
          code,
          fillOf(dataset.datum(code, scale.metric.id, scale.period), scale),
        ]),
      );
    });
  }

  /**
   * What stands out on a map: the active region, the selected ones, and the partners of whichever of these leads; where
   * there are no partners to show, what the legend points at or keeps.
   */
  emphasisOn(map: MapShapes, id: string): Emphasis {
    const { dataset, active, selected, filter, spotlight } = this.#values;
    const { period } = this;
    const scale = filter || spotlight ? this.scaleAt(map.level) : undefined;
    const made = this.#remember(
      `emphasis ${id}`,
      [map, dataset, active, selected, period, filter, spotlight, scale],
      () => {
        if (!dataset || (active === undefined && selected.length === 0 && !filter && !spotlight)) return NO_EMPHASIS;
        const partners = spotlight ? [] : this.leading.flatMap((code) => dataset.partnersOf(code, period));
        const isShown = (code: RegionCode): boolean => map.byCode.has(code);
        // On either side: a city in place of its county.
        const isCitys = ({ code, isCitys: fromCity }: Partner): boolean =>
          fromCity === true || (map.level === 'county' && dataset.regions.get(code)?.level === 'prefecture');
        const codesOf = (some: readonly Partner[]): ReadonlySet<RegionCode> =>
          new Set(
            this.codesOn(
              map,
              some.map(({ code }) => code),
            ),
          );
        const isLegends = partners.length === 0 && (spotlight ?? filter) !== undefined;
        return {
          active: active !== undefined && isShown(active) ? active : undefined,
          selected: new Set(this.codesOn(map, selected)),
          partners: codesOf(partners.filter((partner) => !isCitys(partner))),
          cityPartners: codesOf(partners.filter(isCitys)),
          kept: isLegends
            ? new Set(map.shapes.map(({ code }) => code).filter((code) => this.#isLit(code, map.level)))
            : NO_EMPHASIS.kept,
          // Under a pointer that wanders colours stay those of the legend; what fades the rest is a choice.
          isFading: isLegends || selected.some((code) => dataset.partnersOf(code, period).length > 0),
        };
      },
    );
    // Most maps show nothing of most regions that are pointed at: they need not even look.
    const shown = this.#shown.get(id);
    if (shown && isSameEmphasis(shown, made)) return shown;
    this.#shown.set(id, made);
    return made;
  }

  /** Is a region of the class that the legend points at, or else one that its filter keeps? */
  #isLit(code: RegionCode, level: Level): boolean {
    const { dataset, spotlight } = this.#values;
    const scale = this.scaleAt(level);
    if (!spotlight || !dataset || !scale) return this.keeps(code, level);
    const fill = fillOf(dataset.datum(code, scale.metric.id, scale.period), scale);
    return spotlight.level === level && fill.kind === 'class' && fill.index === spotlight.index;
  }

  /** Codes as a map can show them: themselves, the counties within them, or the unit that they lie in; those of elsewhere are none. */
  codesOn(map: MapShapes, codes: readonly RegionCode[]): RegionCode[] {
    const regions = this.#values.dataset?.regions;
    return codes.flatMap((code): RegionCode[] => {
      if (map.byCode.has(code)) return [code];
      if (!regions) return [];
      const within = regions.countiesWithin(code).filter((county) => map.byCode.has(county));
      return within.length > 0
        ? within
        : map.shapes.map((shape) => shape.code).filter((unit) => regions.isWithin(code, unit));
    });
  }

  #remember<T>(name: string, keys: readonly unknown[], make: () => T): T {
    let remembered = this.#memo.get(name);
    if (!remembered) this.#memo.set(name, (remembered = remember<unknown>()));
    return remembered(keys, make) as T;
  }

  /** Forgets what was derived for a map that is gone. */
  forget(id: string): void {
    for (const kind of ['fills', 'emphasis']) this.#memo.delete(`${kind} ${id}`);
    this.#shown.delete(id);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i]);
  return Object.is(a, b);
}
