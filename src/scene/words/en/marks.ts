/** English for what a region is where it has no value, and what must be said of a value. */
import type { marks as chinese } from '../zh-CN/marks.js';

export const marks: Readonly<Record<keyof typeof chinese, string>> = {
  'kind.no-data': 'No data',
  'kind.not-summed': 'Not added up',
  'kind.not-summed.long':
    'The counties’ figures are finished numbers without what they were divided by, and cannot be put together',
  'kind.city-only': 'Known to the city only',
  'kind.outside': 'Not taking part',
  'kind.city-only.long': '{city} takes part; which of its counties does was not published',
  'kind.outside.long': 'Not among the paired places',
  'status.note.inferred': 'Inferred; not published as such',
  'status.note.estimated': 'An estimate, not a published figure',
  'status.note.illustrative': 'Illustrative, not a published figure',
  'coverage.yes': 'Covered',
  'coverage.no': 'Not covered',
  'coverage.share': '{share} ({covered} of {counties})',
  'special.suppressed': 'Suppressed',
  'special.not-applicable': 'Not applicable',
  'special.below-limit': 'Below the detection limit',
  'category.commonest': 'mostly “{label}”',
  'status.note.revised': 'A revised figure',
  'status.note.provisional': 'Provisional; may be revised',
};
