/**
 * Two builds. `vite build` makes the standalone files for a page without a build step:
 *
 *     dist/pair-atlas.js                    what a page names: it only passes on what is in the next three
 *     dist/pair-atlas-{base,scene,core}.js  all that the first picture needs: Lit and src/data; src/scene; the rest
 *     dist/pair-atlas-more.js               legend, details, table and the rest, fetched when the first picture stands
 *     dist/pair-atlas-maplibre.js           MapLibre and its renderer, fetched when a map climbs to it
 *     dist/pair-atlas-maplibre-worker.js    MapLibre's worker, found beside the file above
 *     dist/data/                            the built-in feed, geometry and detail files
 *
 * They find each other relative to themselves, whatever folder they lie in. `vite build --mode lib` makes dist/lib for
 * npm: modules as they are, dependencies left to the host. `vite preview` serves the repository under the policy that the
 * library must run under, so that http://localhost:4173/demo/ uses ../dist/.
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { transform } from 'esbuild';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { FIRST_FONTS } from './src/scene/picture/tokens.js';

/** The oldest engine of the SVG rung. MapLibre's own file is left as it is; an engine that cannot read it stays on that rung. */
const TARGET = 'chrome92';
const POLICY = "default-src 'self'";
const DEPENDENCIES = /^(?:lit|@lit|maplibre-gl|d3-[a-z]+|simple-statistics|topojson-client)(?:\/|$)/;

/** The files of the first picture, which runs most of what is in them. */
const FIRST: ReadonlySet<string> = new Set(['base', 'scene', 'core']);
/**
 * Chromium compiles a file that begins so as it arrives, in a thread beside the main one, and not each function when it is first
 * called (https://github.com/WICG/explicit-javascript-compile-hints-file-based).
 */
const COMPILE_HINT = '//# allFunctionsCalledOnLoad\n';

/** `sideEffects` of package.json speaks of dist; these are the files that it means. */
const treeshake = { moduleSideEffects: [{ test: /\/src\/elements\/[^/]+\/pair-[a-z]+\.ts$/, sideEffects: true }] };

const bundle: UserConfig = {
  base: './',
  publicDir: false,
  define: { __PAIR_ATLAS_DATA__: '"./data/"', __PAIR_ATLAS_FONTS__: JSON.stringify(FIRST_FONTS) },
  plugins: [typescript(), withoutAnnotations(), withoutFacades(), versionedFiles(), workerFile(), dataFiles()],
  oxc: false,
  build: {
    target: 'esnext',
    modulePreload: false,
    emptyOutDir: false,
    lib: { entry: 'src/standalone/bundle.ts', formats: ['es'] },
    rollupOptions: {
      treeshake,
      output: {
        entryFileNames: 'pair-atlas.js',
        codeSplitting: { groups: ['base', 'scene', undefined].map(groupOf) },
        chunkFileNames: nameOf,
        minify: true,
        postBanner: ({ name }) => (FIRST.has(name) ? COMPILE_HINT : ''),
      },
    },
  },
};

const lib: UserConfig = {
  publicDir: false,
  plugins: [typescript()],
  oxc: false,
  build: {
    target: 'esnext',
    outDir: 'dist/lib',
    minify: false,
    lib: { entry: libraryEntries(), formats: ['es'] },
    rollupOptions: {
      external: [DEPENDENCIES, /^node:/],
      treeshake,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
};

export default defineConfig(({ command, mode, isPreview }) => ({
  ...(mode === 'lib' ? lib : bundle),
  // Served from src, the data lies where the npm build finds it too.
  ...(command === 'serve' ? { define: {} } : {}),
  server: { port: 4173, strictPort: true },
  preview: { port: 4173, strictPort: true, headers: { 'Content-Security-Policy': POLICY } },
  ...(isPreview ? { appType: 'mpa' as const, build: { outDir: '.' }, plugins: [demoPage()] } : {}),
}));

/** The preview opens on the demo, and says where it is. */
function demoPage(): Plugin {
  return {
    name: 'demo-page',
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url === '/') response.writeHead(302, { Location: '/demo/' }).end();
        else next();
      });
      return () => console.log(`\n  The demo: http://localhost:${server.config.preview.port}/demo/\n`);
    },
  };
}

/**
 * esbuild, as in the tests, and then `static { this.styles = … }` as `static styles = …`: a static block is news to Chromium
 * 92. Compilers that lower it turn every private field into a WeakMap besides, which costs 2 KB and is slower.
 */
function typescript(): Plugin {
  return {
    name: 'typescript',
    enforce: 'pre',
    transform: {
      filter: { id: /\.ts(?:\?|$)/ },
      async handler(source, id) {
        const compilerOptions = { useDefineForClassFields: false };
        const { code } = await transform(source, {
          loader: 'ts',
          target: TARGET,
          sourcefile: id,
          tsconfigRaw: { compilerOptions },
        });
        const fields = edited(code, this.parse(code), (node) => staticFields(code, node));
        const tight = edited(fields, this.parse(fields), (node) => tightTemplate(fields, node));
        return { code: tight, map: null, moduleType: 'js' };
      },
    },
  };
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

interface StaticAssignment {
  readonly expression: { readonly left: { readonly property: SyntaxNode }; readonly right: SyntaxNode };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A module's text after the edits that `edit` makes of single nodes of its syntax tree; they may not overlap. */
function edited(code: string, tree: unknown, edit: (node: SyntaxNode) => Edit[]): string {
  const edits: Edit[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value) edits.push(...edit(value as SyntaxNode));
    Object.values(value).forEach(visit);
  };
  visit(tree);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end, text: replacement }) => text.slice(0, start) + replacement + text.slice(end), code);
}

function staticFields(code: string, { type, start, end, body }: SyntaxNode): Edit[] {
  if (type !== 'StaticBlock') return [];
  const text = (body as StaticAssignment[])
    .map(({ expression: { left, right } }) => {
      const name = code.slice(left.property.start, left.property.end);
      return `static ${name} = ${code.slice(right.start, right.end)};`;
    })
    .join('');
  return [{ start, end, text }];
}

/** Line breaks and indentation within `html` and `css` are for people, and so are the comments of a sheet. */
function tightTemplate(code: string, { type, tag, quasi }: SyntaxNode): Edit[] {
  if (type !== 'TaggedTemplateExpression') return [];
  const { name } = tag as SyntaxNode & { name?: string };
  if (name !== 'html' && name !== 'css') return [];
  return (quasi as { quasis: SyntaxNode[] }).quasis.map(({ start, end }) => {
    const text = code.slice(start, end);
    const tight = name === 'html' ? text : text.replace(/\/\*.*?\*\//gs, '').replace(/\s*([{};,])\s*/g, '$1');
    return { start, end, text: tight.replace(/\s*\n\s*/g, ' ') };
  });
}

function libraryEntries(): string[] {
  const elements = readdirSync('src/elements', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[^/\\]+[/\\]pair-[^/\\]+\.ts$/.test(file),
  );
  return [
    ...['src/index.ts', 'src/core.ts', 'src/cli/pair-atlas.ts'].filter((file) => existsSync(file)),
    ...elements.map((file) => join('src/elements', file)),
  ];
}

/** Files in the order of their layers: each takes all that it imports and that no file before it has. */
function groupOf(only: string | undefined, i: number): Rolldown.CodeSplittingGroup {
  return {
    name: (id, modules) => {
      const name = fileOf(id, modules);
      return only === undefined || name === only ? name : null;
    },
    priority: 3 - i,
  };
}

/**
 * What `first` and `more` import by no dynamic import lies in their files, and in no other that both would fetch. Those of
 * `first` are three of about the same size: beside the boundaries, which are larger than all of them and come on the same line,
 * three arrive sooner than one.
 */
function fileOf(
  id: string,
  modules: { getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null },
): string | null {
  const within = (entry: string): boolean => {
    const seen = new Set<string>();
    const visit = (at: string): boolean => {
      if (at === id) return true;
      if (seen.has(at)) return false;
      seen.add(at);
      return (modules.getModuleInfo(at)?.importedIds ?? []).some(visit);
    };
    return visit(resolve(entry));
  };
  if (!within('src/standalone/initial.ts')) return within('src/standalone/deferred.ts') ? 'more' : null;
  return /\/node_modules\/|\/src\/data\//.test(id) ? 'base' : id.includes('/src/scene/') ? 'scene' : 'core';
}

function nameOf({ name, moduleIds }: { readonly name: string; readonly moduleIds: readonly string[] }): string {
  return moduleIds.some((id) => id.includes('/maplibre-gl/')) ? 'pair-atlas-maplibre.js' : `pair-atlas-${name}.js`;
}

/** A file that is loaded as it is has no use for what bundlers are told in comments. */
function withoutAnnotations(): Plugin {
  return {
    name: 'without-annotations',
    generateBundle(_options, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk') file.code = file.code.replace(/\/\*\s*[@#]__PURE__\s*\*\//g, '');
    },
  };
}

/**
 * Where a module that is imported by `import()` lies in a group, a file of its own passes on what that module exports. Nothing
 * needs it: whoever asks for it asks for the group itself, and is a request to the server nearer to what it wants.
 */
function withoutFacades(): Plugin {
  return {
    name: 'without-facades',
    generateBundle(_options, files) {
      const chunks = Object.values(files).filter((file) => file.type === 'chunk');
      const passes = new Map<string, Pass>();
      for (const { fileName, isEntry, code } of chunks) {
        const pass = isEntry ? undefined : passOf(this.parse(code).body as unknown as SyntaxNode[]);
        if (pass) passes.set(`./${fileName}`, pass);
      }
      for (const file of passes.keys()) delete files[file.slice(2)];
      for (const chunk of chunks)
        chunk.code = edited(chunk.code, this.parse(chunk.code), (node) => direct(node, passes));
    },
  };
}

/** What a file passes on of another one. */
interface Pass {
  readonly from: string;
  readonly names: readonly {
    readonly local: { readonly name: string };
    readonly exported: { readonly name: string };
  }[];
}

/** Of a file that does nothing else. */
function passOf([first, ...more]: readonly SyntaxNode[]): Pass | undefined {
  if (first?.type !== 'ExportNamedDeclaration' || !first.source || more.length > 0) return undefined;
  return { from: (first.source as { readonly value: string }).value, names: first.specifiers as Pass['names'] };
}

function direct({ type, start, end, source }: SyntaxNode, passes: ReadonlyMap<string, Pass>): Edit[] {
  if (type !== 'ImportExpression') return [];
  // Minified, an address is a template.
  const { value, quasis } = source as {
    readonly value?: string;
    readonly quasis?: readonly { value: { cooked: string } }[];
  };
  const pass = passes.get(value ?? quasis?.[0]?.value.cooked ?? '');
  if (!pass) return [];
  const members = pass.names.map(({ local, exported }) => `${exported.name}:e.${local.name}`);
  return [{ start, end, text: `import("${pass.from}").then(e=>({${members.join()}}))` }];
}

/**
 * `pair-atlas.js` only passes on what is in the core: all other files import from that, and it would run twice on a page that
 * names it with a query (`pair-atlas.js?v=2`). The build's own query keeps a cache from mixing the files of two versions.
 */
function versionedFiles(): Plugin {
  return {
    name: 'versioned-files',
    generateBundle: {
      order: 'post',
      handler(_options, files) {
        const chunks = Object.values(files).filter((file) => file.type === 'chunk');
        const hash = createHash('sha256');
        for (const { code } of chunks) hash.update(code);
        const version = hash.digest('hex').slice(0, 8);
        for (const chunk of chunks)
          chunk.code = chunk.code.replace(/(["'`])\.\/(pair-atlas-[\w-]+\.js)\1/g, `$1./$2?${version}$1`);
      },
    },
  };
}

/** Puts MapLibre's worker beside its file; as .js, because many a server does not know .mjs and sends it as no script. */
function workerFile(): Plugin {
  const NAME = 'pair-atlas-maplibre-worker.js',
    THEIRS = 'maplibre-gl-worker.mjs';
  return {
    name: 'worker-file',
    apply: 'build',
    transform: {
      filter: { id: /\/maplibre-gl\/dist\/maplibre-gl\.mjs$/ },
      handler(code) {
        if (!code.includes(THEIRS))
          this.error(`maplibre-gl no longer names ${THEIRS}: see where it finds its worker now.`);
        return { code: code.replaceAll(THEIRS, NAME), map: null };
      },
    },
    writeBundle({ dir = 'dist' }) {
      copyFileSync(`node_modules/maplibre-gl/dist/${THEIRS}`, join(dir, NAME));
    },
  };
}

function dataFiles(): Plugin {
  return {
    name: 'data-files',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const folder of ['data', 'data/detail'].filter((each) => existsSync(each))) {
        for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
          const target = join(dir, folder, basename(file));
          mkdirSync(dirname(target), { recursive: true });
          copyFileSync(join(folder, file), target);
        }
      }
    },
  };
}
