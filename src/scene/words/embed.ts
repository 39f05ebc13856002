/** Words of the page in an iframe, which shows them before an atlas, and so its words, are there. */
import type { BuiltInLanguage } from './languages.js';
import { embed as english } from './en/embed.js';
import { embed as chinese } from './zh-CN/embed.js';
import { embed as traditional } from './zh-Hant/embed.js';

export type EmbedWords = typeof chinese;

export const EMBED_WORDS: Readonly<Record<BuiltInLanguage, EmbedWords>> = {
  'zh-CN': chinese,
  'zh-Hant': traditional,
  en: english,
};
