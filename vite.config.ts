/**
 * `vite build` makes the standalone files, for a page without a build step:
 *
 *     dist/pair-atlas.js                       what a page names: it asks for the next five and passes on what they have
 *     dist/pair-atlas-{libraries,data,scene,shared,initial}.js  all that the first picture needs, a file for each layer
 *     dist/pair-atlas-deferred.js              legend, details, table and the rest, fetched when the first picture stands
 *     dist/pair-atlas-extend.js                what registers schemes, methods, languages, parts and kinds: a page imports it by name
 *     dist/pair-atlas-maplibre.js              MapLibre and its renderer, fetched when the page is idle, with its worker beside it
 *     dist/embed.{html,js}                     a page for iframes, and what makes these as high as it is
 *     dist/builder/                            the script of demo/builder/, no part of the library
 *     dist/data/                               the built-in feed, geometry and detail files
 * They find each other relative to themselves. dist/lib, for npm, is what `tsc` makes of src. `vite preview` serves the repository
 * under the policy that the library must run under: http://localhost:4173/demo/ uses ../dist/.
 */
import { defineConfig } from 'vite';
import { plugins } from './build/plugins.js';

/** The source is written in it, without the static blocks that Chromium 92 cannot read; a lower one would make a slow WeakMap of each private field. */
const TARGET = 'es2022';
/** Chromium compiles a file that begins so while it arrives (https://github.com/WICG/explicit-javascript-compile-hints-file-based). */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';
const INITIAL: ReadonlySet<string> = new Set(['libraries', 'data', 'scene', 'shared', 'pair-atlas-initial']);

export default defineConfig(({ isPreview }) => ({
  base: './',
  publicDir: false,
  plugins: plugins(TARGET),
  ...(isPreview ? { appType: 'mpa' as const } : {}),
  server: { port: 4173, strictPort: true },
  preview: { port: 4173, strictPort: true, headers: { 'Content-Security-Policy': "default-src 'self'" } },
  build: {
    target: TARGET,
    outDir: isPreview ? '.' : 'dist',
    emptyOutDir: false,
    modulePreload: false,
    lib: { entry: { 'pair-atlas-initial': 'src/standalone/initial.ts' }, formats: ['es'] },
    rolldownOptions: {
      // It would put 150 bytes that chunks share into a file of their own, a request ahead of the names on the maps.
      experimental: { chunkOptimization: { avoidRedundantChunkLoads: false } },
      output: {
        // A renderer's file has the name of its folder.
        chunkFileNames: ({ name, facadeModuleId }) =>
          `pair-atlas-${/\/render\/(\w+)\/renderer\.ts$/.exec(facadeModuleId ?? '')?.[1] ?? name}.js`,
        minify: true,
        comments: { annotation: false },
        postBanner: ({ name }) => (INITIAL.has(name) ? COMPILE_HINT : ''),
        codeSplitting: {
          // Small files: on a line that they share with the data the last of them is there sooner (test/bench: slow, 3 %).
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /\/node_modules\//, priority: 4 },
            { name: 'data', tags: ['$initial'], test: /\/src\/data\//, priority: 3 },
            { name: 'scene', tags: ['$initial'], test: /\/src\/scene\//, priority: 2 },
            { name: 'shared', tags: ['$initial'], minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
}));
