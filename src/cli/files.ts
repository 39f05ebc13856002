/** Reads a feed and a topology from files. Every outcome is a value, as it is in the browser. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildDataset, type Dataset } from '../data/dataset.js';
import { decodeText } from '../data/encoding.js';
import type { Fault } from '../data/faults.js';
import { parseFeed } from '../data/feed.js';
import type { Place, PlaceFinder } from '../data/place.js';
import { readTopology } from '../data/topology.js';
import { say, type Language } from '../scene/words/index.js';
import { encodingWarning, isJson } from '../state/http-faults.js';
import { jsonErrorOf, jsonPlaces } from './json-places.js';

/** The library's own data: the same way from src/cli and from dist/lib/cli. */
const DATA = new URL('../../data/', import.meta.url);
const BUILT_IN = { feed: 'zhejiang-2018.json', geometry: 'counties-2018.json' } as const;
/** What faults of the boundaries call their file. */
const GEOMETRY = 'geometry';

export interface Reading {
  /** Absent where a fault is fatal. */
  readonly dataset?: Dataset;
  readonly faults: readonly Fault[];
  readonly files: { readonly feed: string; readonly geometry: string };
  /** Where in the two files something stands. */
  readonly placeOf: PlaceFinder;
}

/** Undefined names the built-in file. */
export async function readDataset(
  feedFile: string | undefined,
  geometryFile: string | undefined,
  language: Language,
): Promise<Reading> {
  const files = { feed: feedFile ?? builtIn('feed'), geometry: geometryFile ?? builtIn('geometry') };
  const [feedJson, geometryJson] = await Promise.all([
    readJson(files.feed, language),
    readJson(files.geometry, language),
  ]);
  const placeOf: PlaceFinder = (path) => {
    if (path === files.feed) return feedJson.place;
    if (path === files.geometry) return geometryJson.place;
    const isGeometry = path === GEOMETRY || path.startsWith(`${GEOMETRY}.`);
    return isGeometry ? geometryJson.placeOf?.(path.slice(GEOMETRY.length)) : feedJson.placeOf?.(path);
  };
  const broken = [feedJson, geometryJson].flatMap(({ fault }) => fault ?? []);
  if (broken.length > 0) return { faults: broken, files, placeOf };
  const feed = parseFeed(feedJson.json);
  const regions = readTopology(geometryJson.json, GEOMETRY);
  const ofFeed = [...feedJson.warnings, ...feed.faults];
  const faults = [...ofFeed, ...geometryJson.warnings, ...regions.faults];
  if (feed.kind !== 'feed' || regions.kind !== 'regions') return { faults, files, placeOf };
  return { faults, files, placeOf, dataset: buildDataset(feed.feed, feed.codes, regions.regions, ofFeed) };
}

const builtIn = (name: keyof typeof BUILT_IN): string => relative('', fileURLToPath(new URL(BUILT_IN[name], DATA)));

interface FileReading {
  readonly json?: unknown;
  readonly fault?: Fault;
  /** Of the fault. */
  readonly place?: Place;
  readonly warnings: readonly Fault[];
  readonly placeOf?: PlaceFinder;
}

async function readJson(path: string, language: Language): Promise<FileReading> {
  const fault = (code: Fault['code'], args: Fault['args'] = {}, place?: Place): FileReading => ({
    fault: { code, path, severity: 'fatal', args },
    place,
    warnings: [],
  });
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return detail.startsWith('ENOENT') ? fault('not-found') : fault('unexpected', { detail });
  }
  const decoding = decodeText(bytes, isJson);
  if (decoding.kind === 'unreadable')
    return decoding.encoding === undefined
      ? fault('unknown-encoding')
      : fault('wrong-encoding', { encoding: decoding.encoding });
  const { text, encoding } = decoding;
  if (!text.trim()) return fault('empty');
  if (/^\s*</.test(text)) return fault('web-page', { detail: JSON.stringify(text.trim().slice(0, 40)) });
  try {
    const json = JSON.parse(text) as unknown;
    const warnings = encoding === undefined ? [] : [encodingWarning(path, encoding)];
    return { json, warnings, placeOf: jsonPlaces(text, path) };
  } catch (error) {
    const found = jsonErrorOf(text, path);
    const detail = found ? say(language, found.word) : String(error);
    return fault('not-json', { detail }, found?.place);
  }
}
