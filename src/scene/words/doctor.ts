/** Brings the first language's words for the doctor. Whoever says one of them imports this. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { doctor } from './zh-CN/doctor.js';

addWords(FIRST_LANGUAGE, doctor);
