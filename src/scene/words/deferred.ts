/** Brings the first language's words for what comes after the first picture. Whoever says one of them imports this. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { deferred } from './zh-CN/deferred.js';

addWords(FIRST_LANGUAGE, deferred);
