/** Brings the first language's words for tables. Whoever reads one, or asks for one, imports this. */
import { FIRST_LANGUAGE, addWords } from './index.js';
import { tables } from './zh-CN/tables.js';

addWords(FIRST_LANGUAGE, tables);
