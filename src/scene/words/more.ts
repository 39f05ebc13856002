/** Brings the Chinese words of what comes after the first picture. Whoever says one of them imports this. */
import { addWords } from './index.js';
import { zhCNMore } from './zh-CN-more.js';

addWords('zh-CN', zhCNMore);
