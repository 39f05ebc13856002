/** Brings the first language's words for faults. Fetched where there is one, before it is said (`load.ts`). */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { feedFaults } from './zh-CN/feed-faults.js';

addWords(FIRST_LANGUAGE, feedFaults);
