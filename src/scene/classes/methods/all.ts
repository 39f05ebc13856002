/** The methods that come when an author or a reader may ask for them. */
import { addMethod } from './index.js';
import { jenks } from './jenks.js';

addMethod('jenks', jenks);
