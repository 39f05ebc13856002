/** Builds the pages and serves them: everything gzipped once, the same headers for all, and a list of what was sent. */
import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { BenchCase } from './cases.ts';

export const POLICY = "default-src 'self'";
/** In the order of the report. `ours` has five maps and a switch, as all have; `tag` is one tag, and draws all that comes with it. */
export const PAGES = ['floor', 'maplibre', 'echarts', 'openlayers', 'leaflet', 'ours', 'tag'] as const;
/** The same two of another build, which `--before` names. */
export const BEFORE = ['before', 'before-tag'] as const;
export type PageName = (typeof PAGES)[number] | (typeof BEFORE)[number];
/** Whether one tag draws all. */
export const isTag = (name: PageName): boolean => name === 'tag' || name === 'before-tag';
export const isBefore = (name: PageName): boolean => name === 'before' || name === 'before-tag';
export const isOurs = (name: PageName): boolean => name === 'ours' || isTag(name) || isBefore(name);
export const PEERS: readonly PageName[] = ['maplibre', 'echarts', 'openlayers', 'leaflet'];

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const STYLES: Readonly<Partial<Record<PageName, string>>> = {
  maplibre: 'maplibre-gl/dist/maplibre-gl.css',
  openlayers: 'ol/ol.css',
  leaflet: 'leaflet/dist/leaflet.css',
};

export interface Sent {
  readonly path: string;
  /** Of the body, gzipped. */
  readonly bytes: number;
  /** `Date.now()`, with fractions. */
  readonly at: number;
}

export interface BenchSite {
  readonly origin: string;
  /** What was sent since the last call. */
  takeSent(): Sent[];
  close(): Promise<void>;
}

type Files = Map<string, { readonly body: Buffer; readonly type: string }>;

/** `before` is the `dist` of another build of the library. */
export async function openSite(cases: readonly BenchCase[], before?: string): Promise<BenchSite> {
  const files: Files = new Map();
  const put = (path: string, content: string | Buffer): void => {
    files.set(path, {
      body: gzipSync(content, { level: 9 }),
      type: TYPES[extname(path)] ?? 'application/octet-stream',
    });
  };
  put('/icon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
  put('/page.css', await minified(join(HERE, 'pages/page.css')));
  const builds = { dist: join(ROOT, 'dist'), ...(before === undefined ? {} : { before }) };
  for (const [name, dist] of Object.entries(builds))
    for (const folder of ['', 'data', 'data/detail'])
      for (const file of readdirSync(join(dist, folder)).filter((name) => /\.(?:js|json)$/.test(name)))
        put(`/${name}/${folder ? `${folder}/` : ''}${file}`, readFileSync(join(dist, folder, file)));
  const scripts = new Map<PageName, string>();
  for (const page of ['floor', ...PEERS] as const) scripts.set(page, await minified(join(HERE, `pages/${page}.ts`)));
  for (const bench of cases) {
    put(`/${bench.name}/topology.json`, bench.topology);
    put(`/${bench.name}/values.json`, bench.values);
    put(`/${bench.name}/feed.json`, bench.feed);
    for (const page of [...PAGES, ...BEFORE]) {
      put(`/${bench.name}/${page}/index.html`, htmlOf(page, bench));
      const script = scripts.get(page);
      if (script !== undefined) put(`/${bench.name}/${page}/app.js`, script);
      const style = STYLES[page];
      if (style !== undefined) put(`/${bench.name}/${page}/app.css`, await minified(join(HERE, 'node_modules', style)));
    }
    put(
      `/${bench.name}/maplibre/maplibre-gl-worker.mjs`,
      readFileSync(join(HERE, 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs')),
    );
  }
  return listen(files);
}

async function minified(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    // Images of controls that no page shows.
    external: ['*.png'],
    loader: { '.svg': 'empty' },
    legalComments: 'none',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

function htmlOf(page: PageName, { name, page: { metrics, maps } }: BenchCase): string {
  const script = isOurs(page) ? `/${isBefore(page) ? 'before' : 'dist'}/pair-atlas.js` : 'app.js';
  const own = STYLES[page] === undefined ? '' : '<link rel="stylesheet" href="app.css">';
  const data = name === 'five' ? '' : ' src="../feed.json" geometry="../topology.json"';
  const regions = maps.map(({ group }) => `<pair-map${group ? ` region="${group}"` : ''}></pair-map>`).join('');
  const radios = metrics.map(
    (id, i) => `<label><input type="radio" name="metric" value="${id}"${i === 0 ? ' checked' : ''}>${id}</label> `,
  );
  const parts = isTag(page) ? '' : `<pair-metrics></pair-metrics><main>${regions}</main>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${page}</title><link rel="icon" href="/icon.svg">${own}<link rel="stylesheet" href="/page.css"><script type="module" src="${script}"></script></head><body class="${maps.length > 1 ? 'five' : 'one'}">${
    isOurs(page) ? `<pair-atlas${data}>${parts}</pair-atlas>` : `<form>${radios.join('')}</form><main></main>`
  }</body></html>`;
}

async function listen(files: Files): Promise<BenchSite> {
  let sent: Sent[] = [];
  const server: Server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path.endsWith('/')) path += 'index.html';
    const file = files.get(path);
    if (!file) return void response.writeHead(404, { 'Content-Security-Policy': POLICY }).end();
    response.writeHead(200, {
      'Content-Security-Policy': POLICY,
      'Content-Type': file.type,
      'Content-Encoding': 'gzip',
      'Content-Length': file.body.length,
      'Cache-Control': 'max-age=3600',
    });
    response.end(file.body, () => {
      if (path !== '/icon.svg')
        sent.push({ path, bytes: file.body.length, at: performance.timeOrigin + performance.now() });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeSent() {
      const taken = sent;
      sent = [];
      return taken;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
