import { KINDS, type BuiltInKind } from '../kinds/index.js';
import type { MetricColumn } from './columns.js';

/** Does a column hold parts of one, which people see in per cent? A kind that nobody knows is refused with the feed. */
export const isPart = ({ kind, unit }: Pick<MetricColumn, 'kind' | 'unit'>): boolean =>
  Object.keys(KINDS).includes(kind) &&
  KINDS[kind as BuiltInKind].notation({ id: '', label: {}, kind: kind as BuiltInKind, unit }).steps === 'share';
