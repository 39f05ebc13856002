/** Brings the first language's words for the list of keys, which few readers open. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { keys } from './zh-CN/keys.js';

addWords(FIRST_LANGUAGE, keys);
