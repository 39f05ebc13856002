/** The words of the data layer: what a feed holds once it has been checked, and what the map knows of a region. */

import type { MetricKind } from './kinds/index.js';
import type { Status } from './status.js';

/** Six digits of GB/T 2260, always text: "330106". */
export type RegionCode = string;
/** Amounts of money, in yuan. */
export type Yuan = number;
/** A part of a whole, 0 to 1. */
export type Share = number;
/** A metric's id, such as "funding". */
export type MetricId = string;
/** A period's name, such as "2018". */
export type Period = string;

export type Level = 'county' | 'prefecture' | 'province';
export const LEVELS: readonly Level[] = ['county', 'prefecture', 'province'];

/** Text of a feed, by language tag; at least one. It is text, never markup. */
export type LocalText = Readonly<Record<string, string>>;

export interface Source {
  readonly id: string;
  readonly name: LocalText;
  readonly url?: string;
  /** YYYY-MM-DD where the day is known. */
  readonly date?: string;
}

/** A value of a column that is no number: what cells say, and what readers see. */
export interface NamedValue {
  readonly id: string;
  readonly label: LocalText;
}

export interface Metric {
  readonly id: MetricId;
  readonly label: LocalText;
  readonly kind: MetricKind;
  /** "CNY" for yuan, "person", "county", or a host's own word. */
  readonly unit?: string;
  /** The published total, in the metric's base unit; of coverage, the published share. */
  readonly total?: number;
  /** What it is derived from: the metric that `coverage` counts, the numerator of a `share` or `rate`, what a `change` is of. */
  readonly of?: MetricId;
  /** `own`: those who help have rows of their own. Else theirs is what those whom they help have, by their share. */
  readonly givers?: 'own';
  /** The base of a `share` or `rate`. */
  readonly per?: MetricId;
  /** Of a rate of `of` and `per`: it is said of so many of the base; 1 where left out. */
  readonly times?: number;
  /** The library made it: a metric of the feed, `of`, over a base of the feed. Its label says which. */
  readonly base?: Base;
  /** The period that a `change` begins with. */
  readonly since?: Period;
  /** Of a `change`: what classes lie on either side of; 0 where left out. */
  readonly middle?: number;
  /** Of a `category` or `ordered`: what its cells may say, in this order. */
  readonly categories?: readonly NamedValue[];
  /** What a cell may say instead of a value, beside the words that the library knows (`SPECIAL_VALUES`). */
  readonly special?: readonly NamedValue[];
  /** Columns with the ends of the interval in which a value surely lies. */
  readonly low?: string;
  readonly high?: string;
  /** Digits behind the point of an `index` or a `rate`, at most. */
  readonly digits?: number;
  /** The publisher's own class breaks, for the method `threshold`: ascending, in the base unit. */
  readonly breaks?: readonly number[];
  /** A name for each class that `breaks` make, from the lowest. */
  readonly classLabels?: readonly LocalText[];
  readonly source?: string;
}

/** What a metric is divided by, and how that is said. */
export interface Base {
  readonly id: MetricId;
  readonly is: 'person' | 'many' | 'county' | 'other';
  readonly label?: LocalText;
}

/** One row of `values`, after checking: the numbers by metric. A cell that says "missing" is null. */
export interface ValueRow {
  readonly code: RegionCode;
  readonly period: Period;
  /** Further periods in which it holds. */
  readonly also?: readonly Period[];
  readonly status: Status;
  readonly source?: string;
  readonly numbers: ReadonlyMap<MetricId, number | null>;
  /** The intervals in which values surely lie, by metric. */
  readonly ranges?: ReadonlyMap<MetricId, readonly [low: number, high: number]>;
  /** What cells say instead of a value, by metric. */
  readonly specials?: ReadonlyMap<MetricId, string>;
  /** Where it stands in the feed, for the ledger: "values[12]"; of a table, once it is a dataset, its cell: "A7". */
  readonly path: string;
}

/** One row of `pairs`, after checking. `from` may be a prefecture, where the county is not known. */
export interface PairRow {
  readonly from: RegionCode;
  readonly to: RegionCode;
  readonly period?: Period;
  readonly weight: number;
  readonly status: Status;
  readonly source?: string;
  readonly note?: LocalText;
  readonly path: string;
}

/** A number that came as text, and was read because it can be read in one way only. */
export interface ReadNumber {
  /** "values[12].funding". */
  readonly path: string;
  readonly from: string;
  readonly to: number;
}

export interface Note {
  readonly code: RegionCode;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly source?: string;
  readonly path: string;
}

/** The name of a region in a second language or script. */
export interface PlaceName {
  readonly code: RegionCode;
  /** BCP 47: "bo", "ii", "ug", "mn-Mong". */
  readonly lang: string;
  readonly text: string;
  readonly source?: string;
  readonly path: string;
}

export interface Headline {
  readonly id: string;
  readonly label: LocalText;
  readonly value: number;
  readonly unit?: string;
  readonly source?: string;
}

export interface Boundaries {
  readonly vintage?: string;
  readonly source?: LocalText;
  /** The review number (审图号) that the host holds. The library ships none. */
  readonly approval?: string;
}

export interface Feed {
  readonly id: string;
  readonly title: LocalText;
  readonly updated?: string;
  readonly sources: readonly Source[];
  readonly boundaries: Boundaries;
  readonly metrics: readonly Metric[];
  /** What readers may divide amounts and counts by: metrics, and `county`. */
  readonly bases: readonly MetricId[];
  /** Who takes part: the denominator of coverage. */
  readonly regions: readonly RegionCode[];
  readonly values: readonly ValueRow[];
  readonly pairs: readonly PairRow[];
  readonly notes: readonly Note[];
  readonly names: readonly PlaceName[];
  readonly headlines: readonly Headline[];
  /** In order, as the rows name them. */
  readonly periods: readonly Period[];
  /** Numbers that came as text. */
  readonly readNumbers: readonly ReadNumber[];
}
