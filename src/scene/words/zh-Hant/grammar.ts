/** Traditional Chinese: as the simplified one, for pages of Taiwan, Hong Kong and Macao, too. */
import type { Grammar } from '../grammar.js';
import { grammar as simplified } from '../zh-CN/grammar.js';
import { TRADITIONAL } from './tags.js';

export const grammar: Grammar = {
  ...simplified,
  tags: TRADITIONAL,
  fallbacks: ['zh-TW', 'zh-HK', 'zh-CN', 'zh', 'en'],
};
