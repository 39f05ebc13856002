/** The standalone file `pair-atlas.js`: one script tag, and all elements are there. */
export * from './index.js';
