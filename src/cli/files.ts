/** Reads a feed and a topology from files. Every outcome is a value, as it is in the browser. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildDataset, type Dataset } from '../data/dataset.js';
import type { Fault } from '../data/faults.js';
import { parseFeed } from '../data/feed.js';
import { readTopology } from '../data/topology.js';

/** The library's own data: the same way from src/cli and from dist/lib/cli. */
const DATA = new URL('../../data/', import.meta.url);
const BUILT_IN = { feed: 'zhejiang-2018.json', geometry: 'counties-2018.json' } as const;

export interface Reading {
  /** Absent where a fault is fatal. */
  readonly dataset?: Dataset;
  readonly faults: readonly Fault[];
}

/** Undefined names the built-in file. */
export async function readDataset(feedFile: string | undefined, geometryFile: string | undefined): Promise<Reading> {
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
  return { faults, dataset: buildDataset(feed.feed, feed.codes, regions.regions, feed.faults) };
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
    const detail = error instanceof Error ? error.message : String(error);
    return detail.startsWith('ENOENT') ? fault('not-found') : fault('unexpected', { detail });
  }
  if (!text.trim()) return fault('empty');
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    return fault('not-json', { detail: error instanceof Error ? error.message : String(error) });
  }
}
