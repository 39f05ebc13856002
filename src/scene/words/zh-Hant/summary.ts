/** Traditional Chinese for headline figures and switches. */
import type { summary as chinese } from '../zh-CN/summary.js';

export const summary: Readonly<Record<keyof typeof chinese, string>> = {
  'level.label': '級別',
  'level.county': '縣級',
  'level.prefecture': '市級',
  'level.province': '省級',
  'metrics.label': '指標',
  'details.sources': '來源',
  'summary.label': '主要數字',
};
