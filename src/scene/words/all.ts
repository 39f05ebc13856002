/** All languages at once, for Node and for tests. */
import { en } from './en.js';
import { addWords } from './index.js';
import './more.js';

addWords('en', en);
