/** What a page can do without until its first picture stands. */
export { drawLinks } from '../elements/atlas/links.js';
export * from '../elements/deferred.js';
/** A file of its own, `pair-atlas-extend.js`, that a page imports by name. */
export const extend = (): Promise<typeof import('../extend.js')> => import('../extend.js');
