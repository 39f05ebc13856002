/** Fetches and reads a feed and a topology. Every outcome is a value: regions and feed, or the faults that say why not. */
import { parseFeed, type FeedReading, type RawCodes } from '../data/feed.js';
import { quote, type Fault } from '../data/faults.js';
import { buildDataset, type Dataset } from '../data/dataset.js';
import type { ColumnChoices } from '../data/tables/columns.js';
import type { TableAccount } from '../data/tables/read-table.js';
import { readTopology, type RegionIndex } from '../data/topology.js';
import type { Feed } from '../data/types.js';

/** Where the library's own data lies, relative to this module; the bundle's build sets it to its own folder. */
declare const __PAIR_ATLAS_DATA__: string | undefined;
const DATA = typeof __PAIR_ATLAS_DATA__ === 'string' ? __PAIR_ATLAS_DATA__ : '../../data/';
const HERE = import.meta.url;

export const builtInFeed = (): string => new URL(`${DATA}zhejiang-2018.json`, HERE).href;
export const builtInGeometry = (): string => new URL(`${DATA}counties-2018.json`, HERE).href;

export interface LoadRequest {
  /** An address, the feed itself, or a file that the reader chose. An address or a file may be a table. */
  readonly feed: string | object;
  /** What columns of a table are, where that was not told rightly by itself. */
  readonly columns?: ColumnChoices;
  readonly geometry: string;
  readonly signal: AbortSignal;
  /** Called as each of the two files arrives. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Milliseconds until a file is given up. */
  readonly timeout?: number;
}

export type LoadOutcome =
  | { readonly kind: 'loaded'; readonly dataset: Dataset; readonly faults: readonly Fault[] }
  | { readonly kind: 'failed'; readonly faults: readonly Fault[] }
  | { readonly kind: 'aborted' };

const TIMEOUT = 20_000;
/** Milliseconds to wait before each further try, where trying again can help. */
const RETRIES = [400, 1_600];

export async function loadAtlas({
  feed,
  columns,
  geometry,
  signal,
  onProgress,
  timeout = TIMEOUT,
}: LoadRequest): Promise<LoadOutcome> {
  let done = 0;
  const step = <T>(value: T): T => {
    onProgress?.(++done, 2);
    return value;
  };
  const regionsRead = loadRegions(geometry, signal, timeout).then(step);
  const [feedPart, regionsPart] = await Promise.all([
    (isTable(feed)
      ? loadTable(feed, regionsRead, signal, timeout, columns)
      : typeof feed === 'string'
        ? fetchJson(feed, signal, timeout).then(({ json, fault }) => (fault ? { fault } : readFeed(json)))
        : Promise.resolve(readFeed(feed))
    ).then(step),
    regionsRead,
  ]);
  if (signal.aborted) return { kind: 'aborted' };
  const faults = [...('fault' in feedPart ? [feedPart.fault] : feedPart.faults), ...regionsPart.faults];
  if ('fault' in feedPart || !feedPart.feed || !regionsPart.regions) return { kind: 'failed', faults };
  return {
    kind: 'loaded',
    faults,
    dataset: {
      ...buildDataset(feedPart.feed, feedPart.codes, regionsPart.regions, feedPart.faults),
      table: feedPart.table,
    },
  };
}

const isTable = (feed: string | object): feed is string | File =>
  typeof feed === 'string' ? /\.(csv|tsv|xlsx?)([?#]|$)/i.test(feed) : feed instanceof File;

/** A table's names are read against the regions: these are awaited first. Its reader is a file of its own. */
async function loadTable(
  feed: string | File,
  regionsRead: Promise<RegionsPart>,
  signal: AbortSignal,
  timeout: number,
  columns?: ColumnChoices,
): Promise<FeedPart | { fault: Fault }> {
  const fetched = typeof feed === 'string' ? await fetchFile(feed, signal, timeout, bytesOf) : { value: feed };
  if (!('value' in fetched)) return fetched;
  const { regions } = await regionsRead;
  // Why there are none is said with them.
  if (!regions) return readFeedless;
  const { readChosenFile, readTableFile } = await import('./tables.js');
  const { value } = fetched;
  const reading =
    value instanceof File
      ? await readChosenFile(value, regions, { columns })
      : await readTableFile(value, String(feed), regions, { columns });
  return partOf(reading);
}

const readFeedless: FeedPart = { codes: new Map(), faults: [] };
const bytesOf = async (response: Response): Promise<{ value: Uint8Array }> => ({
  value: new Uint8Array(await response.arrayBuffer()),
});

interface FeedPart {
  readonly feed?: Feed;
  readonly codes: RawCodes;
  readonly faults: readonly Fault[];
  readonly table?: TableAccount;
}

const readFeed = (json: unknown): FeedPart => partOf(parseFeed(json));

const partOf = (reading: FeedReading & { readonly account?: TableAccount }): FeedPart =>
  reading.kind === 'feed' ? { ...reading, table: reading.account } : { ...readFeedless, faults: reading.faults };

interface RegionsPart {
  readonly regions?: RegionIndex;
  readonly faults: readonly Fault[];
}

/** Topologies are large and do not change: all atlases of a page share one reading of an address. */
const topologies = new Map<string, Promise<RegionsPart>>();

function loadRegions(url: string, signal: AbortSignal, timeout: number): Promise<RegionsPart> {
  let reading = topologies.get(url);
  if (!reading) {
    // Not bound to one atlas's signal: another may be waiting for the same file.
    reading = fetchJson(url, new AbortController().signal, timeout).then(({ json, fault }): RegionsPart => {
      if (fault) return { faults: [fault] };
      const read = readTopology(json, url);
      return read.kind === 'regions' ? { regions: read.regions, faults: read.faults } : { faults: read.faults };
    });
    topologies.set(url, reading);
    void reading.then(({ regions }) => {
      if (!regions) topologies.delete(url);
    });
  }
  return untilAborted(reading, signal, { faults: [] });
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal, otherwise: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(otherwise);
    if (signal.aborted) return giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

interface Fetched {
  readonly json?: unknown;
  readonly fault?: Fault;
}

/** One JSON file. */
export const fetchJson = (url: string, signal: AbortSignal, timeout = TIMEOUT): Promise<Fetched> =>
  fetchFile(url, signal, timeout, jsonOf);

/** What is in an answer, or the fault that keeps it from being read. */
type Reader<T> = (
  response: Response,
  fault: (code: Fault['code'], args?: Fault['args']) => { fault: Fault },
) => Promise<T>;

/** One file, tried again where the network or the server failed. Never throws; an abort gives a fault that nobody reads. */
async function fetchFile<T extends object>(
  url: string,
  signal: AbortSignal,
  timeout: number,
  read: Reader<T>,
): Promise<T | { fault: Fault }> {
  for (let attempt = 0; ; attempt++) {
    const fetched = await fetchOnce(url, signal, timeout, read);
    const wait = RETRIES[attempt];
    if (!('fault' in fetched) || signal.aborted || wait === undefined || !canHelp(fetched.fault as Fault))
      return fetched;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

const canHelp = ({ code, args }: Fault): boolean =>
  code === 'network' || (code === 'http' && Number(args.status) >= 500);

async function fetchOnce<T extends object>(
  url: string,
  signal: AbortSignal,
  timeout: number,
  read: Reader<T>,
): Promise<T | { fault: Fault }> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeout);
  const giveUp = (): void => limit.abort();
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  const fault = (code: Fault['code'], args: Fault['args'] = {}): { fault: Fault } => ({
    fault: { code, path: url, severity: 'fatal', args },
  });
  try {
    const response = await fetch(url, { signal: limit.signal });
    if (response.status === 404 || response.status === 410) return fault('not-found');
    if (!response.ok) return fault('http', { status: String(response.status) });
    return await read(response, fault);
  } catch {
    return limit.signal.aborted && !signal.aborted
      ? fault('timeout', { seconds: String(Math.round(timeout / 1000)) })
      : fault('network');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}

const jsonOf: Reader<Fetched> = async (response, fault) => {
  const text = await response.text();
  if (!text.trim()) return fault('empty');
  try {
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    // A 404 page served with status 200 is the usual cause: the first words tell.
    return fault('not-json', {
      detail: `${error instanceof Error ? error.message : String(error)} ${quote(text.trim().slice(0, 40))}`,
    });
  }
};
