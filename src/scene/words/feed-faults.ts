/** Brings the first language's words for faults of files. The loader fetches this where there is one, before it is said. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { feedFaults } from './zh-CN/feed-faults.js';

addWords(FIRST_LANGUAGE, feedFaults);
