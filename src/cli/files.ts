/** Reads a feed and a topology from files. Every outcome is a value, as it is in the browser. */
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { buildDataset } from '../data/build-dataset.js';
import type { Dataset } from '../data/dataset.js';
import { decodeText } from '../data/encoding.js';
import type { Fault } from '../data/faults.js';
import { largeFeedInSteps, sizeFault } from '../data/large-feed.js';
import type { Place, PlaceFinder } from '../data/place.js';
import { runThrough } from '../data/slices.js';
import type { ColumnChoices } from '../data/tables/columns.js';
import { tableDataset } from '../data/tables/feed-of-table.js';
import { readTopology } from '../data/read-topology.js';
import { say, type Language } from '../scene/words/index.js';
import { encodingWarning, isJson } from '../state/http-faults.js';
import { TABLE } from '../state/loader.js';
import { readTableFile } from '../state/tables.js';
import { jsonErrorOf, jsonPlaces } from './json-places.js';

/** The library's own data: the same way from src/cli and from dist/lib/cli. */
const DATA = new URL('../../data/', import.meta.url);
const BUILT_IN = { feed: 'zhejiang-2018.json', geometry: 'counties-2018.json' } as const;
/** What faults of the boundaries call their file. */
const GEOMETRY = 'geometry';

/** Of the units above the county, as the built-in boundaries have them. */
export async function builtInNames(): Promise<ReadonlyMap<string, string>> {
  const { objects } = JSON.parse(await readFile(new URL(BUILT_IN.geometry, DATA), 'utf8')) as Topology;
  const units = ['prefectures', 'provinces'].map((name) => objects[name] as GeometryCollection<{ name?: string }>);
  return new Map(
    units.flatMap(({ geometries }) =>
      geometries.map(({ id, properties }) => [String(id), (properties as { name?: string }).name ?? '']),
    ),
  );
}

export interface Reading {
  /** Absent where a fault is fatal. */
  readonly dataset?: Dataset;
  /** The feed as it came, or as it was made of a table. */
  readonly json?: unknown;
  readonly faults: readonly Fault[];
  readonly files: { readonly feed: string; readonly geometry: string };
  /** Where in the two files something stands. */
  readonly placeOf: PlaceFinder;
}

/** Undefined names the built-in file. `columns` says what those of a table are. */
export async function readDataset(
  feedFile: string | undefined,
  geometryFile: string | undefined,
  language: Language,
  columns?: ColumnChoices,
): Promise<Reading> {
  const files = { feed: feedFile ?? builtIn('feed'), geometry: geometryFile ?? builtIn('geometry') };
  if (TABLE.test(files.feed)) return readTableDataset(files, language, columns);
  const [feedJson, geometryJson] = await Promise.all([
    readJson(files.feed, language),
    readJson(files.geometry, language),
  ]);
  const placeOf: PlaceFinder = (path) =>
    path === files.feed ? feedJson.place : (placeInGeometry(geometryJson, files, path) ?? feedJson.placeOf?.(path));
  const broken = [feedJson, geometryJson].flatMap(({ fault }) => fault ?? []);
  if (broken.length > 0) return { faults: broken, files, placeOf };
  const { json, warnings } = feedJson;
  // A page reads it no otherwise.
  const feed = runThrough(largeFeedInSteps(json));
  const regions = readTopology(geometryJson.json, GEOMETRY);
  const ofFeed = [...warnings, ...feed.faults];
  const faults = [...ofFeed, ...geometryJson.warnings, ...regions.faults];
  if (feed.kind !== 'feed' || regions.kind !== 'regions') return { faults, files, placeOf };
  return { faults, files, placeOf, json, dataset: buildDataset(feed.feed, feed.codes, regions.regions, ofFeed) };
}

/** A table's names are read against the regions: without these it cannot be read. */
async function readTableDataset(
  files: Reading['files'],
  language: Language,
  columns: ColumnChoices | undefined,
): Promise<Reading> {
  const [bytes, geometryJson] = await Promise.all([readBytes(files.feed), readJson(files.geometry, language)]);
  const placeOf: PlaceFinder = (path) => placeInGeometry(geometryJson, files, path) ?? placeInTable(files.feed, path);
  const broken = [bytes, geometryJson].flatMap((each) => ('fault' in each ? (each.fault ?? []) : []));
  if ('fault' in bytes || broken.length > 0) return { faults: broken, files, placeOf };
  const regions = readTopology(geometryJson.json, GEOMETRY);
  const ofGeometry = [...geometryJson.warnings, ...regions.faults];
  if (regions.kind !== 'regions') return { faults: ofGeometry, files, placeOf };
  const table = await readTableFile(bytes.bytes, files.feed, regions.regions, { columns });
  const faults = [...table.faults, ...ofGeometry];
  if (table.kind !== 'feed') return { faults, files, placeOf };
  const { feed, codes, account, json } = table;
  const dataset = tableDataset(buildDataset(feed, codes, regions.regions, table.faults), account);
  return { faults, files, placeOf, json, dataset };
}

function placeInGeometry({ place, placeOf }: FileReading, files: Reading['files'], path: string): Place | undefined {
  if (path === files.geometry) return place;
  const isGeometry = path === GEOMETRY || path.startsWith(`${GEOMETRY}.`);
  return isGeometry ? placeOf?.(path.slice(GEOMETRY.length)) : undefined;
}

/** "D7", "Sheet1!D7", or either with the file before it. */
function placeInTable(file: string, path: string): Place | undefined {
  const inFile = path.startsWith(`${file} `) ? path.slice(file.length + 1) : path;
  const [, sheet, cell] = /^(?:(.+)!)?([A-Z]+[1-9]\d*)$/.exec(inFile) ?? [];
  return cell === undefined ? undefined : { kind: 'cell', file, ...(sheet === undefined ? {} : { sheet }), cell };
}

const builtIn = (name: keyof typeof BUILT_IN): string => relative('', fileURLToPath(new URL(BUILT_IN[name], DATA)));

async function readBytes(path: string): Promise<{ readonly bytes: Uint8Array } | { readonly fault: Fault }> {
  try {
    const bytes = await readFile(path);
    const fault = sizeFault(bytes.length, path);
    return fault ? { fault } : { bytes };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const isMissing = detail.startsWith('ENOENT');
    return {
      fault: {
        code: isMissing ? 'not-found' : 'unexpected',
        path,
        severity: 'fatal',
        args: isMissing ? {} : { detail },
      },
    };
  }
}

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
  const read = await readBytes(path);
  if ('fault' in read) return { fault: read.fault, warnings: [] };
  const decoding = decodeText(read.bytes, isJson);
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
