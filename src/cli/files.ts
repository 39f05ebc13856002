/** Reads a feed and a topology from files. Every outcome is a value, as it is in the browser. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildDataset, type Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import { parseFeed } from '../data/feed.js';
import type { ColumnChoices } from '../data/tables/columns.js';
import { readTopology } from '../data/topology.js';
import { readTableFile } from '../state/tables.js';

/** The library's own data: the same way from src/cli and from dist/lib/cli. */
const DATA = new URL('../../data/', import.meta.url);
const BUILT_IN = { feed: 'zhejiang-2018.json', geometry: 'counties-2018.json' } as const;

/** A file that is read as a table. */
const TABLE = /\.(csv|tsv|xlsx?)$/i;

export interface Reading {
  /** Absent where a fault is fatal. */
  readonly dataset?: Dataset;
  /** The feed that a table was read as. */
  readonly json?: unknown;
  readonly faults: readonly Fault[];
}

/** Undefined names the built-in file. */
export async function readDataset(
  feedFile: string | undefined,
  geometryFile: string | undefined,
  columns?: ColumnChoices,
): Promise<Reading> {
  if (feedFile !== undefined && TABLE.test(feedFile)) return readTableDataset(feedFile, geometryFile, columns);
  const [feedJson, geometryJson] = await Promise.all([
    readJson(feedFile, BUILT_IN.feed),
    readJson(geometryFile, BUILT_IN.geometry),
  ]);
  const broken = [feedJson, geometryJson].flatMap(({ fault }) => fault ?? []);
  if (broken.length > 0) return { faults: broken };
  const feed = parseFeed(feedJson.json);
  const regions = readTopology(geometryJson.json);
  const faults = [...feed.faults, ...regions.faults];
  if (feed.kind !== 'feed' || regions.kind !== 'regions') return { faults };
  return {
    faults,
    json: feedJson.json,
    dataset: buildDataset(feed.feed, feed.codes, regions.regions, feed.faults),
  };
}

async function readTableDataset(
  file: string,
  geometryFile: string | undefined,
  columns: ColumnChoices | undefined,
): Promise<Reading> {
  const [bytes, geometryJson] = await Promise.all([readBytes(file), readJson(geometryFile, BUILT_IN.geometry)]);
  if (bytes.fault || geometryJson.fault) return { faults: [bytes, geometryJson].flatMap(({ fault }) => fault ?? []) };
  const regions = readTopology(geometryJson.json);
  if (regions.kind !== 'regions') return { faults: regions.faults };
  const table = await readTableFile(bytes.bytes, file, regions.regions, { columns });
  const faults = [...table.faults, ...regions.faults];
  if (table.kind !== 'feed') return { faults };
  const { feed, codes, account, json } = table;
  return { faults, json, dataset: { ...buildDataset(feed, codes, regions.regions, table.faults), table: account } };
}

async function readBytes(path: string): Promise<{ bytes: Uint8Array; fault?: undefined } | { fault: Fault }> {
  try {
    return { bytes: await readFile(path) };
  } catch (error) {
    return { fault: unreadable(path, error) };
  }
}

/** Why a file cannot be had. */
function unreadable(path: string, error: unknown): Fault {
  const detail = error instanceof Error ? error.message : String(error);
  return detail.startsWith('ENOENT')
    ? { code: 'not-found', path, severity: 'fatal', args: {} }
    : { code: 'unexpected', path, severity: 'fatal', args: { detail } };
}

async function readJson(
  file: string | undefined,
  builtIn: string,
): Promise<{ readonly json?: unknown; readonly fault?: Fault }> {
  const path = file ?? fileURLToPath(new URL(builtIn, DATA));
  const fault = (code: Fault['code'], args: Fault['args'] = {}) => ({
    fault: { code, path, severity: 'fatal', args } as const,
  });
  let text: string;
  try {
    // Spreadsheets and editors on Windows begin a file with a byte order mark.
    text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    return { fault: unreadable(path, error) };
  }
  if (!text.trim()) return fault('empty');
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return fault('not-json', { detail: error instanceof Error ? error.message : String(error) });
  }
}
