/** English for how sure a number is. */
import type { status as chinese } from '../zh-CN/status.js';

export const status: Readonly<Record<keyof typeof chinese, string>> = {
  'status.reported': 'reported',
  'status.confirmed': 'confirmed',
  'status.inferred': 'inferred',
  'status.estimated': 'estimated',
  'status.illustrative': 'illustrative',
  'status.map.some': '{metric}: {count} of the figures {status}',
  'status.map': '{metric} by county: {status} figures',
  'status.revised': 'revised',
  'status.provisional': 'provisional',
};
