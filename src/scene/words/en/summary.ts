/** English for headline figures and switches. */
import type { summary as chinese } from '../zh-CN/summary.js';

export const summary: Readonly<Record<keyof typeof chinese, string>> = {
  'details.sources': 'Sources',
  'level.label': 'Level',
  'level.county': 'Counties',
  'level.prefecture': 'Prefectures',
  'level.province': 'Provinces',
  'metrics.label': 'Metric',
  'summary.label': 'Headline figures',
};
