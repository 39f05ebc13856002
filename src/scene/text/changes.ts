/** How much of a feed has changed, in a line. */
import { CHANGE_KINDS, type Changes } from '../../data/changes.js';
import { say, type Language } from '../words/index.js';

/** "12 updated, 3 revised"; kinds without a change are left out. */
export const changesSummary = (counts: Changes['counts'], language: Language): string =>
  CHANGE_KINDS.filter((kind) => counts[kind] > 0)
    .map((kind) => say(language, `changes.count.${kind}`, { count: counts[kind] }))
    .join(say(language, 'text.comma'));
