/** Brings the first language's words for the hint over a map. Whoever says one of them imports this. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { gestures } from './zh-CN/gestures.js';

addWords(FIRST_LANGUAGE, gestures);
