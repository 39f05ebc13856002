/** Brings the first language's words for the ways past a map and to the list of keys. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { ways } from './zh-CN/ways.js';

addWords(FIRST_LANGUAGE, ways);
