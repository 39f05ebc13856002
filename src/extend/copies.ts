/** Copies of the library whose tables something may be registered in. The standalone file may be imported by two addresses: it is one. */
import { SCHEMES } from '../scene/classes/ramp.js';

const KEY = Symbol.for('pair-atlas/extend');
const holder = globalThis as { [KEY]?: Set<object> };
const copies = (holder[KEY] ??= new Set());
copies.add(SCHEMES);

/** Has another copy been imported, too? What is registered there is not known here. */
export const hasOtherCopy = (): boolean => copies.size > 1;
