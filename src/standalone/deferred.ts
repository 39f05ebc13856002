/** What a page can do without until its first picture stands. */
import type * as extension from '../extend.js';

export { goOn } from '../elements/atlas/later.js';
export * from '../elements/deferred.js';
/** A file of its own, `pair-atlas-extend.js`, that a page imports by name. */
export const extend = (): Promise<typeof extension> => import('../extend.js');
