/** What a column has to know of its kind, asked of the table of kinds: built in, or registered by an author. No kind, no to all. */
import { KINDS, type AnyKind, type BuiltInKind, type KindTable } from '../kinds/index.js';
import type { Metric } from '../types.js';
import type { MetricColumn } from './columns.js';

const kindNamed = (kind: string): AnyKind | undefined =>
  Object.keys(KINDS).includes(kind) ? (KINDS as KindTable)[kind] : undefined;
const metricOf = (kind: string, unit: string | undefined): Metric => ({
  id: '',
  label: {},
  kind: kind as BuiltInKind,
  unit,
});

/** Does it hold parts of one, which people see in per cent? */
export const isPart = ({ kind, unit }: Pick<MetricColumn, 'kind' | 'unit'>): boolean =>
  kindNamed(kind)?.notation(metricOf(kind, unit)).steps === 'share';

/** Parts of one, whatever unit its heading names. */
export const isAlwaysPart = (kind: string): boolean => isPart({ kind, unit: '' });

/** Names in place of numbers. */
export const hasNames = (kind: string): boolean => kindNamed(kind)?.cell !== undefined;

/** Names that go from a first to a last. */
export const hasOrder = (kind: string): boolean => hasNames(kind) && kindNamed(kind)?.ramp !== 'qualitative';

/** Its regions add up: it is in the table's unit, where that has one of its amounts. */
export const addsUp = (kind: string): boolean => kindNamed(kind)?.total !== undefined;

/** Whole things, which need no unit to be understood. */
export function isWhole(kind: string): boolean {
  const classing = kindNamed(kind)?.classing(metricOf(kind, undefined));
  return classing?.by === 'values' && classing.isWhole;
}
