/** The table of kinds. A kind is a file beside this one, a line here, and its words in each language. */
import type { Metric } from '../types.js';
import { amount } from './amount.js';
import { count } from './count.js';
import { coverage } from './coverage.js';
import type { Kind } from './kind.js';

export const KINDS = { amount, count, coverage } as const;

export type MetricKind = keyof typeof KINDS;
type AnyKind = (typeof KINDS)[MetricKind];
/** The keys of all words that kinds speak with. */
export type KindWord = AnyKind extends Kind<infer Word, string> ? Word : never;
/** Why a number is out of range. */
export type RangeReason = AnyKind extends Kind<string, infer Reason> ? Reason : never;

export const METRIC_KINDS = Object.keys(KINDS) as MetricKind[];

export const kindOf = ({ kind }: Pick<Metric, 'kind'>): Kind<KindWord, RangeReason> => KINDS[kind];
