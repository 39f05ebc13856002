/** English for a feed that is asked for again. */
import type { live as chinese } from '../zh-CN/live.js';

export const live: Readonly<Record<keyof typeof chinese, string>> = {
  'state.stale': 'Data of {age}; the update failed',
  'state.kept': 'Data of {age}; the update failed: this is what the browser kept on {time}',
  'changes.count.updated': '{count} updated',
  'changes.count.revised': '{count} revised',
  'changes.count.withdrawn': '{count} withdrawn',
  'changes.news': 'The data has changed: {summary}',
  'changes.select': 'Select them on the maps',
  'changes.dismiss': 'Dismiss',
  'changes.heading': 'Compared with the version before ({summary})',
  'changes.line': '{place}, {metric}, {period}: {from} → {to} ({kind})',
  'changes.updated': 'updated',
  'changes.revised': 'revised',
  'changes.withdrawn': 'withdrawn',
  'changes.compare': 'Compare with the version before',
  'changes.comparing': 'Compared with the version before: {summary}',
  'compare.heading': 'Version before',
  'compare.same': 'the same',
  'compare.before': 'In the version before: {before}',
  'compare.more': 'In the version before: {before}; now {difference} more',
  'compare.less': 'In the version before: {before}; now {difference} less',
  'compare.unchanged': 'The same as in the version before',
  'compare.legend': 'Against the version before: {count} regions differ, {moved} of them in another class',
  'compare.legend.names': 'Against the version before: {count} regions differ',
};
