/** What a column has to know of its kind, asked of the table of kinds: built in, or registered by an author. No kind, no to all. */
import { KINDS, type KindTable } from '../kinds/index.js';
import type { ColumnForm } from '../kinds/kind.js';
import type { MetricColumn } from './columns.js';

const formOf = (kind: string): ColumnForm | undefined =>
  Object.keys(KINDS).includes(kind) ? (KINDS as KindTable)[kind]?.column : undefined;

/** Parts of one, which people see in per cent, whatever unit its heading names. */
export const isAlwaysPart = (kind: string): boolean => formOf(kind) === 'part';

/** Does it hold parts of one? */
export const isPart = ({ kind, unit }: Pick<MetricColumn, 'kind' | 'unit'>): boolean =>
  isAlwaysPart(kind) || (formOf(kind) === 'part-or-number' && unit === undefined);

/** Names in place of numbers. */
export const hasNames = (kind: string): boolean => formOf(kind) === 'names' || hasOrder(kind);

/** Names that go from a first to a last. */
export const hasOrder = (kind: string): boolean => formOf(kind) === 'ordered';

/** Its regions add up: it is in the table's unit, where that has one of its amounts. */
export const addsUp = (kind: string): boolean => formOf(kind) === 'amount' || isWhole(kind);

/** Whole things, which need no unit to be understood. */
export const isWhole = (kind: string): boolean => formOf(kind) === 'whole';
