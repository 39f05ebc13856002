/**
 * What is particular to a kind of metric. Nothing outside this folder asks which kind a metric is: whoever has to know something
 * of it finds a member here, and the scene interprets what is said in words (`Classing`, `Notation`, `Said`) for every kind alike.
 */
import type { Status } from '../status.js';
import type { LocalText, Metric, MetricId, Period, Share, ValueRow } from '../types.js';

/**
 * `Word`: the keys of `scene/words` that the kind speaks with. `Reason`: why it refuses a number, a word `range.REASON`. Both
 * are checked by the types against the words of every language.
 */
export interface Kind<Word extends string = string, Reason extends string = string> {
  /** Its name, of a kind that an author has registered; of the others it is a word `role.kind.…`. */
  readonly label?: LocalText;

  // What it reads of a feed

  /** Is there a column of the rows with the metric's id? Otherwise it is derived from other columns. */
  isColumn(metric: Metric): boolean;
  /** What the metric needs of the feed and does not find there; `columns` are the ids of the metrics that are columns. */
  lacks(metric: Metric, columns: Pick<ReadonlySet<MetricId>, 'has'>): Lack | undefined;
  /**
   * The number of a cell, undefined where it is none; of a text by `numberOfText`, which is listed in the ledger. Cells that say
   * "missing" do not come here.
   */
  number(cell: unknown, metric: Metric): number | undefined;
  /** What belongs into a cell, for the message of a fault: the end of a word `type.…`. */
  expects(metric: Metric): string;
  /** What a column of a table holds that is read as one. An author's kind is read as the one that it is like. */
  readonly column: ColumnForm;
  /** Why a number cannot be: it is no data then, and in the ledger. */
  refuses(value: number, metric: Metric): Reason | undefined;

  // What a region has

  /** What a row says of its region; `other` is what the region has in another column. */
  read(row: ValueRow, metric: Metric, other: Other): Reading | undefined;
  /**
   * The value of a prefecture, a province or a giver from its counties, at least one of which has a value; undefined where they
   * have none together. What a giver has is shared out by `share`. A county that comes in parts is the county.
   */
  combine(parts: readonly Part[]): number | undefined;
  /** How it came about that a value is not a region's own; `{counties}` is how many it is made of. */
  readonly origins: Readonly<Record<'sum' | 'given', Word | LocalText>>;
  /** How regions are added up, for totals; undefined where a sum says nothing. */
  readonly total: Total<Word> | undefined;
  /** Do what was received and what was given come to the same, so that the ledger compares them? */
  readonly reconciles: boolean;

  // How it is shown

  classing(metric: Metric): Classing<Word>;
  /** Colours of the classes: from little to much, apart from a middle, or side by side. */
  readonly ramp: 'sequential' | 'diverging' | 'qualitative';
  /** What can be derived of a value among the others. */
  readonly findings: readonly FindingKind[];
  notation(metric: Metric): Notation;
  /** What is said of a region's value; `counties` are how many it is made of. */
  says(value: number, counties: number, metric: Metric): Said<Word>;
  /**
   * What stands for the number in a table, where the number itself says nothing: of kinds whose values are names. There, what a cell
   * says in place of a name is one more of them, and no gap.
   */
  cell?(value: number, metric: Metric): LocalText;
}

/**
 * Amounts in the table's unit; whole things, which need none; parts of one, always or where no unit is named; numbers that stand for
 * themselves; names, with or without an order. `none` is no column.
 */
export type ColumnForm = 'amount' | 'whole' | 'part' | 'part-or-number' | 'number' | 'names' | 'ordered' | 'none';

/** A field of a metric that names no metric it could be derived from. */
export interface Lack {
  readonly field: string;
  readonly got: unknown;
}

/** What a region has in a column, in the period of the row or else in the nearest one; with `period`, in that one alone. */
export type Other = (column: MetricId, period?: Period) => (Reading & { readonly period: Period }) | undefined;

export interface Reading {
  readonly value: number;
  /** Weight among the parts of a mean; 1 where left out. */
  readonly weight?: number;
  /** The period of what it was divided by, where that is another one. */
  readonly base?: Period;
  readonly status: Status;
  readonly source?: string;
}

/** A county in what is combined. */
export interface Part {
  /** Undefined where there is no data. */
  readonly value: number | undefined;
  readonly weight: number;
  /** How much of it the giver bears; 1 within a prefecture or a province. */
  readonly share: Share;
}

export interface Total<Word extends string> {
  /** What a region adds. */
  of(value: number, counties: number): number;
  /** The whole that a total is a share of. */
  whole(metric: Metric, received: number, participants: number): number;
  says(total: number, counties: number): Said<Word>;
  /** Is its share of the whole said beside it? */
  readonly hasShare: boolean;
}

export type Classing<Word extends string> =
  /**
   * The kind's own classes, the same at every level, with a label for each: a word, or text of the feed. They have no histogram,
   * no method, and no breaks that a reader could move.
   */
  | { readonly by: 'kind'; readonly breaks: readonly number[]; readonly labels: readonly (Word | LocalText)[] }
  /** Classes from the values. Of whole numbers each has a class while they are few, and classes begin and end with one. */
  | { readonly by: 'values'; readonly isWhole: boolean; /** No class reaches over it. */ readonly middle?: number };

export type FindingKind = 'rank' | 'share' | 'mean' | 'class' | 'neighbours';

/** How a number is written. */
export interface Notation {
  /** Counted in the language's steps of money or of everything else, or in per cent. */
  readonly steps: 'money' | 'many' | 'share';
  /** The feed's word for the base unit. */
  readonly unit: string | undefined;
  /** Digits behind the point of a single value, at most; undefined: about four that count. */
  readonly digits?: number;
  /** What is above zero has a plus. */
  readonly isSigned?: boolean;
}

export type Said<Word extends string> =
  /** The number in its best unit; `isAbout` where no such number was ever counted. */
  | { readonly as: 'number'; readonly isAbout: boolean }
  /** A sentence, its shares written in per cent. */
  | {
      readonly as: 'words';
      readonly word: Word;
      readonly args?: Readonly<Record<string, number | ShareArgument | LocalText>>;
    }
  /** Text of the feed. */
  | { readonly as: 'text'; readonly text: LocalText };

export interface ShareArgument {
  readonly share: Share;
}
