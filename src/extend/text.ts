import { FIRST_LANGUAGE } from '../data/languages.js';
import type { LocalText } from '../data/types.js';

/** A plain string is text in the first language, as in a feed. */
export const localText = (text: string | LocalText): LocalText =>
  typeof text === 'string' ? { [FIRST_LANGUAGE]: text } : { ...text };
