/** English for a feed that is asked for again. */
import type { live as chinese } from '../zh-CN/live.js';

export const live: Readonly<Record<keyof typeof chinese, string>> = {
  'state.stale': 'Data of {age}; the update failed',
  'state.kept': 'Data of {age}; the update failed: this is what the browser kept on {time}',
};
