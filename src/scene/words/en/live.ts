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
};
