/** Serves the bundle, the boundaries and the large feeds, under the policy of the library. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import type { LargeCase } from './large.ts';

const DIST = new URL('../../../dist/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };
const HTML = 'text/html; charset=utf-8';
/** All parts around one map. */
const ONE_MAP = `<pair-metrics levels></pair-metrics><pair-timeline></pair-timeline><pair-map></pair-map><pair-legend></pair-legend>
<pair-details></pair-details><pair-table></pair-table><pair-ledger></pair-ledger>`;

export interface LargeSite {
  readonly origin: string;
  close(): void;
}

export async function openLargeSite(cases: readonly LargeCase[], country: string): Promise<LargeSite> {
  const sent = new Set<LargeCase>();
  const byName = new Map(cases.map((each) => [each.name, each]));
  const pageOf = (name: string): string => {
    const { isCountry, isBuiltIn } = byName.get(name) ?? { isBuiltIn: true };
    const address = isBuiltIn ? '' : `src="/${name}.json" `;
    return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="/icon.js">
<script type="module" src="/dist/pair-atlas.js"></script>
<pair-atlas renderer="svg" ${address}${isCountry ? 'geometry="/country.json"' : ''}>${isCountry ? ONE_MAP : ''}</pair-atlas>`;
  };
  const send = (
    response: ServerResponse,
    type: string,
    body: string | Buffer,
    headers: Record<string, string> = {},
  ): void =>
    void response
      .writeHead(200, { 'Content-Security-Policy': "default-src 'self'", 'Content-Type': type, ...headers })
      .end(body);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const type = TYPES[extname(path)] ?? HTML;
    const found = byName.get(/^\/([\w-]+)\.json$/.exec(path)?.[1] ?? '');
    if (path === '/country.json') return send(response, type, country);
    if (type === HTML) return send(response, type, pageOf(path.slice(1)));
    if (!found)
      return void readFile(new URL(path.slice('/dist/'.length), DIST)).then(
        (body) => send(response, type, body),
        () => response.writeHead(404).end(),
      );
    const body = sent.has(found) ? (found.next ?? found.body) : found.body;
    sent.add(found);
    send(response, type, body, {
      ...(found.isUnannounced ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(body.length) }),
      ...(found.isPacked ? { 'Content-Encoding': 'gzip' } : {}),
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
