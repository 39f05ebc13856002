/** What a page can do without until its first picture stands. */
export { drawLinks } from '../elements/atlas/links.js';
export * from '../elements/deferred.js';
