/** A small server for tests: the built bundle in a sub-folder of a page under a strict policy, as a government site has it. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const ROOT = new URL('../../', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Where `dist/` lies on a site; the second as people name folders. */
const FOLDERS = ['/deep/folder/', '/地图 文件夹/'];

export interface TestSite {
  readonly origin: string;
  close(): Promise<void>;
}

/**
 * Serves `pages` by path, and below each of `FOLDERS` the repository's `dist/`. `policy` is sent with everything; files named in
 * `missing` are not found. `more`: further headers.
 */
export async function serve(
  pages: Readonly<Record<string, string>>,
  policy: string,
  missing: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<TestSite> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const page = pages[path];
    const headers = {
      'Content-Security-Policy': policy,
      'Content-Type': TYPES[extname(path)] ?? 'text/html; charset=utf-8',
      ...more,
    };
    const found =
      page !== undefined
        ? Promise.resolve(page)
        : missing.some((name) => path.endsWith(name))
          ? Promise.reject(new Error('missing'))
          : readFile(
              new URL(
                FOLDERS.reduce(
                  (at, folder) => (at.startsWith(folder) ? `/dist/${at.slice(folder.length)}` : at),
                  path,
                ).slice(1),
                ROOT,
              ),
            );
    found.then(
      (body) => response.writeHead(200, headers).end(body),
      () => response.writeHead(404, headers).end('not found'),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that failed before it closed its site shall end all the same.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
