/** Makes every case for real, and writes down what the reader sees. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonReportOf } from '../../../src/cli/check.js';
import { main } from '../../../src/cli/main.js';
import { readDataset } from '../../../src/cli/files.js';
import type { Fault } from '../../../src/data/faults.js';
import { sayFault, type Language } from '../../../src/scene/words/index.js';
import { loadAtlas } from '../../../src/state/loader.js';
import { CASES, type Answer, type Case } from './cases.js';

export interface Row {
  readonly what: string;
  readonly by: Case['by'];
  readonly isDrawn: boolean;
  readonly said: Readonly<Record<DocLanguage, readonly string[]>>;
}

/** Those of docs/faults.md. */
const LANGUAGES = ['zh-CN', 'en'] as const;
type DocLanguage = (typeof LANGUAGES)[number];
const DIST = new URL('../../../dist/', import.meta.url);
const GEOMETRY = new URL('../../../data/counties-2018.json', import.meta.url);

export async function tableOfFaults(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pair-atlas-'));
  const site = await serveCases();
  try {
    const rows: Row[] = [];
    for (const [i, each] of CASES.entries())
      rows.push(
        each.by === 'http'
          ? await overHttp(each, `${site.origin}/${i}/${each.name ?? 'feed.json'}`, site.origin)
          : await asFile(each, folder),
      );
    return rows;
  } finally {
    site.close();
    await rm(folder, { recursive: true });
  }
}

async function asFile(each: Exclude<Case, { by: 'http' }>, folder: string): Promise<Row> {
  const isFeed = each.by !== 'geometry';
  const file = join(folder, each.by === 'table' ? each.name : isFeed ? 'feed.json' : 'boundaries.json');
  await writeFile(file, await each.bytes);
  const [feed, geometry] = isFeed ? [file, undefined] : [undefined, file];
  const said: Record<DocLanguage, string[]> = { 'zh-CN': [], en: [] };
  let isDrawn = true;
  for (const language of LANGUAGES) {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    const args = ['check', ...(feed ? [feed] : []), ...(geometry ? ['--geometry', geometry] : []), '--lang', language];
    isDrawn = (await main(args, { say, complain: say })) === 0;
    const report = jsonReportOf(await readDataset(feed, geometry, language), false, language);
    // The lines of a file that can be drawn: those of its faults and repairs, as they are printed.
    const wanted = report.entries.filter(({ kind }) => kind !== 'fact').length;
    said[language] = isDrawn
      ? lines.filter((line) => line.startsWith(`  ${file}`)).map((line) => line.trim())
      : pairsOf(lines);
    if (said[language].length !== wanted) throw new Error(`${each.what}: ${wanted} to say, said ${lines.join('\n')}`);
    said[language] = said[language].map((line) => line.replaceAll(`${folder}/`, ''));
  }
  return { what: each.what, by: each.by, isDrawn, said };
}

const pairsOf = (lines: readonly string[]): string[] =>
  lines.flatMap((line, i) => (i % 2 === 0 ? [`${line} — ${(lines[i + 1] ?? '').trim()}`] : []));

async function overHttp(each: Case, feed: string, origin: string): Promise<Row> {
  const { signal } = new AbortController();
  const outcome = await loadAtlas({ feed, geometry: `${origin}/geometry.json`, signal, timeout: 1_000 });
  const faults: readonly Fault[] = 'faults' in outcome ? outcome.faults : [];
  const inWords = (language: Language): string[] =>
    faults.map((fault) => {
      const { message, remedy } = sayFault(fault, language);
      return plainLine(`${message} — ${remedy}`, origin);
    });
  return {
    what: each.what,
    by: 'http',
    isDrawn: outcome.kind === 'loaded',
    said: { 'zh-CN': inWords('zh-CN'), en: inWords('en') },
  };
}

/** A line as the table has it, whichever server and engine it is of. */
export const plainLine = (line: string, origin: string): string =>
  line
    .replace(ENGINE, '…')
    .replaceAll(origin, 'https://example.org')
    .replace(/\/\d+\/feed/g, '/feed');

/** Answers each case below its number; and a page with an atlas for each, of the bundle. */
export async function serveCases(page = ''): Promise<{ origin: string; close(): void }> {
  const geometry = await readFile(GEOMETRY);
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const each = CASES[Number(/^\/(\d+)\//.exec(path)?.[1] ?? -1)];
    if (each?.by === 'http') return answer(each.answer, response);
    if (path.startsWith('/dist/'))
      return void readFile(new URL(path.slice('/dist/'.length), DIST)).then(
        (body) =>
          response
            .writeHead(200, { 'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'text/plain' })
            .end(body),
        () => response.writeHead(404).end(),
      );
    if (path === '/page.html') return void response.writeHead(200, { 'Content-Type': 'text/html' }).end(page);
    response.writeHead(200).end(path === '/geometry.json' ? geometry : '<!doctype html><title>Login</title>');
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

function answer({ status = 200, headers = {}, body, fails }: Answer, response: ServerResponse): void {
  if (fails === 'cut') response.destroy();
  else if (fails !== 'silence') response.writeHead(status, headers).end(body);
}

/** What the engine says of JSON differs between its versions. */
const ENGINE = /Expected [^{]* in JSON at position \d+( \(line \d+ column \d+\))?/;

const HEAD = `# What a reader sees of a fault

Made by \`npm run build:faults\`: every file is written and read by \`pair-atlas check\`, every answer given by a server and read by the
loader of the page. The command line names file, line and column; the page says the same without them.
`;

export function markdownOf(rows: readonly Row[]): string {
  const clean = (text: string): string => text.replace(/\s+/g, ' ').replace(/\|/g, '\\|').replace(/</g, '&lt;');
  const cell = (lines: readonly string[]): string => lines.map(clean).join('<br>') || '—';
  const body = rows.map(
    ({ what, by, isDrawn, said }) =>
      `| ${clean(what)} | ${by} | ${isDrawn ? 'yes' : 'no'} | ${cell(said['zh-CN'])} | ${cell(said.en)} |`,
  );
  return [
    HEAD,
    '| fault | by | drawn | in Chinese | in English |',
    '| --- | --- | --- | --- | --- |',
    ...body,
    '',
  ].join('\n');
}
