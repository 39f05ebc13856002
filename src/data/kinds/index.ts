/** The table of kinds. A kind is a file beside this one, a line here, and its words in each language. */
import type { RegisteredKinds } from '../registered.js';
import type { Metric } from '../types.js';
import { amount } from './amount.js';
import { category } from './category.js';
import { change } from './change.js';
import { count } from './count.js';
import { coverage } from './coverage.js';
import type { Kind } from './kind.js';
import { index } from './number.js';
import { ordered } from './ordered.js';
import { rate } from './rate.js';
import { share } from './share.js';

export const KINDS = { amount, count, share, rate, change, category, ordered, index, coverage } as const;

export type BuiltInKind = keyof typeof KINDS;
export type MetricKind = BuiltInKind | keyof RegisteredKinds;
type EachKind = (typeof KINDS)[BuiltInKind];
/** The keys of all words that kinds speak with. */
export type KindWord = EachKind extends Kind<infer Word, string> ? Word : never;
/** Why a number is out of range. */
export type RangeReason = EachKind extends Kind<string, infer Reason> ? Reason : never;

export const METRIC_KINDS = Object.keys(KINDS) as BuiltInKind[];

/** What is asked of a kind. */
export type AnyKind = Kind<KindWord, RangeReason>;
/** The same table, as what is registered is put into it. */
export type KindTable = Record<string, AnyKind>;

export const kindOf = ({ kind }: Pick<Metric, 'kind'>): AnyKind => (KINDS as KindTable)[kind] as AnyKind;

/** Also of one that is registered. */
export const isKind = (name: unknown): boolean => kindNames().some((each) => each === name);
export const kindNames = (): string[] => Object.keys(KINDS);
