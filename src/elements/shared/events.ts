/** The events of the library. All bubble and are composed; `detail` is a plain object. */
import type { Changes } from '../../data/changes.js';
import type { Fault } from '../../data/faults.js';
import type { Ledger } from '../../data/join.js';
import type { Level, RegionCode } from '../../data/types.js';
import type { ClassIndex } from '../../scene/classes/scale.js';
import { chosenMetricOf, periodOf } from '../../state/derive.js';
import type { AtlasKey, AtlasValues, Filter } from '../../state/values.js';
import type { RendererReason } from '../../render/renderer.js';
import type { RendererKind } from '../../render/renderers.js';

export interface PairEventDetails {
  /** The data is there, at first and after each reload, and the maps have been told to draw it; that one has, `pair-renderer` says. */
  'pair-ready': { readonly feed: string; readonly regions: number };
  /** The region pointed at, or undefined when the pointer has left. */
  'pair-hover': { readonly code: RegionCode | undefined };
  'pair-select': { readonly codes: readonly RegionCode[] };
  /** What the reader changed, and to what. */
  'pair-change': {
    readonly metric?: string;
    /** What amounts and counts are divided by; undefined where they are shown as they are. */
    readonly per?: string;
    readonly period?: string;
    readonly classes?: number;
    readonly method?: string;
    /** Undefined where all is kept again. */
    readonly filter?: Omit<Filter, 'classes'> & { readonly classes?: readonly ClassIndex[] };
    /** The reader's own class breaks by metric and level: "funding county". */
    readonly breaks?: Readonly<Record<string, readonly number[]>>;
    readonly level?: Level;
  };
  /** `changes`: what is otherwise than in the version that was shown before, where anything is. */
  'pair-data': { readonly feed: string; readonly ledger: Ledger; readonly changes?: Changes };
  /** Which renderer a map uses from now on, and why. */
  'pair-renderer': {
    readonly regions: readonly RegionCode[];
    readonly renderer: RendererKind;
    readonly reason: RendererReason;
  };
  /** Of many faults the first thousand; `count` is how many there are, where that is told. */
  'pair-error': {
    readonly count?: number;
    readonly faults: readonly (Fault & { readonly message: string; readonly remedy: string })[];
    readonly isFatal: boolean;
  };
}

export type PairEventName = keyof PairEventDetails;
export type PairEvent<Name extends PairEventName> = CustomEvent<PairEventDetails[Name]>;

declare global {
  interface HTMLElementEventMap {
    'pair-ready': PairEvent<'pair-ready'>;
    'pair-hover': PairEvent<'pair-hover'>;
    'pair-select': PairEvent<'pair-select'>;
    'pair-change': PairEvent<'pair-change'>;
    'pair-data': PairEvent<'pair-data'>;
    'pair-renderer': PairEvent<'pair-renderer'>;
    'pair-error': PairEvent<'pair-error'>;
  }
}

export function emit<Name extends PairEventName>(from: EventTarget, name: Name, detail: PairEventDetails[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** What a reader's change of state says to the page; undefined where it is no matter of `pair-change`. */
export function changeDetail(
  changed: ReadonlySet<AtlasKey>,
  values: AtlasValues,
): PairEventDetails['pair-change'] | undefined {
  const { classes, method, filter, breaks, level, per } = values;
  const known = {
    metric: chosenMetricOf(values)?.id,
    per,
    period: periodOf(values),
    classes,
    method,
    filter: filter && { ...filter, ...(filter.kind === 'classes' ? { classes: [...filter.classes] } : {}) },
    breaks: Object.fromEntries(breaks),
    level,
  };
  const detail = Object.fromEntries(Object.entries(known).filter(([key]) => changed.has(key as AtlasKey)));
  return Object.keys(detail).length > 0 ? detail : undefined;
}
