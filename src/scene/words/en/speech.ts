/** English for what a screen reader hears. */
import type { speech as chinese } from '../zh-CN/speech.js';

export const speech: Readonly<Record<keyof typeof chinese, string>> = {
  'speech.selected': '{name} selected, {count} in all',
  'speech.released': '{name} no longer selected, {count} in all',
  'speech.metric': 'Metric is now {metric}',
  'speech.period': 'Period is now {period}',
  'speech.classes': 'Classes have changed',
  'speech.class': 'class {rank} of {count} ({label})',
};
