/** English for the page in an iframe. */
import type { EmbedWords } from '../embed.js';

export const embed: EmbedWords = {
  title: 'Maps of paired places',
  unknown: 'The address has an option “{option}” that there is none of; there are: {expected}',
  value: 'The address has “{got}” for its option “{option}”, which can be: {expected}',
  origin: 'The option “{option}” leads to another site, “{got}”, which is not read; read are: {expected}',
  parts: 'The option “{option}” goes together with “{expected}”',
};
