/** English for loading and failure. */
import type { state as chinese } from '../zh-CN/state.js';

export const state: Readonly<Record<keyof typeof chinese, string>> = {
  'state.loading': 'Loading data and boundaries…',
  'state.retry': 'Try again',
  'state.failed': 'The maps could not be drawn',
};
