/** English for maps and their boundaries. */
import type { map as chinese } from '../zh-CN/map.js';

export const map: Readonly<Record<keyof typeof chinese, string>> = {
  'map.count.county': '{count} of {all} counties with a value',
  'map.count': '{count} of {all} with a value',
  'map.given': 'those who help: colours of the counties helped',
  'map.label': 'Map of {place} by county, {metric}',
  'map.zoom-in': 'Zoom in',
  'map.zoom-out': 'Zoom out',
  'map.reset': 'Reset the view',
  'map.path': 'Back to what it lies in',
  'map.fitted': 'only the prefectures that take part',
  'boundary.approval': 'Map review number: {approval}',
  'boundary.illustrative': 'boundaries illustrative, not submitted for review',
  'boundary.vintage': 'as of {vintage}',
};
