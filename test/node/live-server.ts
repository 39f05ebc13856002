/** A server of one feed that does what it is told: names its states, is slow, fails, falls silent, or cuts the line. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const DIST = new URL('../../dist/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.json': 'application/json' };

export interface Asked {
  /** `performance.now()`. */
  readonly at: number;
  /** The state that the browser has, as the server named it. */
  readonly has: string | undefined;
  /** What was answered; 0 for nothing. */
  readonly status: number;
}

export class LiveServer {
  feed: object;
  /** In place of the feed. */
  fails: number | 'silence' | 'cut' | undefined;
  /** Milliseconds until an answer begins. */
  delay = 0;
  hasTags = true;
  readonly asked: Asked[] = [];
  origin = '';
  readonly #server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // A sandboxed frame is of no origin.
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (path === '/feed.json') return void this.#answer(request.headers['if-none-match'], response);
    if (path.endsWith('.html'))
      return void response
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': this.policy })
        .end(this.pages[path] ?? '');
    readFile(new URL(path.slice('/dist/'.length), DIST)).then(
      (body) => response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain' }).end(body),
      () => response.writeHead(404).end(),
    );
  });

  constructor(
    feed: object,
    private readonly pages: Readonly<Record<string, string>>,
    private readonly policy = "default-src 'self'",
  ) {
    this.feed = feed;
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#server.unref();
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Lets go of whoever waits in silence. */
  release(): void {
    this.#server.closeAllConnections();
  }

  async #answer(has: string | undefined, response: ServerResponse): Promise<void> {
    const { fails, delay, hasTags } = this;
    const body = JSON.stringify(this.feed);
    const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 8)}"`;
    const status = typeof fails === 'number' ? fails : fails ? 0 : hasTags && has === tag ? 304 : 200;
    this.asked.push({ at: performance.now(), has, status });
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    if (fails === 'silence') return;
    const headers = {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-cache',
      ...(hasTags ? { ETag: tag } : {}),
    };
    if (fails === 'cut') {
      response.writeHead(200, { ...headers, 'Content-Length': String(Buffer.byteLength(body)) });
      response.write(body.slice(0, body.length / 2), () => response.destroy());
    } else if (status === 304) response.writeHead(304, headers).end();
    else response.writeHead(status, headers).end(status === 200 ? body : 'no');
  }
}
