/** Brings the first language's words for what is said between sounds. Whoever says one of them imports this. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { sound } from './zh-CN/sound.js';

addWords(FIRST_LANGUAGE, sound);
