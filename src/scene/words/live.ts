/** Brings the first language's words for a feed that is asked for again: they are said without the rest of `deferred.ts`. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { live } from './zh-CN/live.js';

addWords(FIRST_LANGUAGE, live);
