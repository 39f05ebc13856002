/** Fetches and reads a feed and a topology. Every outcome is a value: regions and feed, or the faults that say why not. */
import { parseFeed, type RawCodes } from '../data/feed.js';
import type { Fault } from '../data/faults.js';
import { buildDataset, type Dataset } from '../data/dataset.js';
import type { ColumnChoices, ColumnReading } from '../data/tables/columns.js';
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
  /** What is shown: the server is asked whether it has another, once, and an answer that says the same is no news. */
  readonly shown?: FeedText;
}

/** A feed as it came. */
export interface FeedText {
  readonly text: string;
  /** The server's name for this state of the file. */
  readonly tag: string | null;
}

export interface Loaded {
  readonly kind: 'loaded';
  readonly dataset: Dataset;
  readonly faults: readonly Fault[];
  /** Undefined where the feed was an object. Of a table, the feed that was made of it. */
  readonly source: FeedText | undefined;
}

export type LoadOutcome =
  | Loaded
  /** The feed is the one that is shown. */
  | { readonly kind: 'same' }
  /** `columns` are those of a table that was read no further. */
  | { readonly kind: 'failed'; readonly faults: readonly Fault[]; readonly columns?: readonly ColumnReading[] }
  | { readonly kind: 'aborted' };

const TIMEOUT = 20_000;
/** The name of a file that is read as a table. */
export const TABLE = /\.(csv|tsv|xlsx?)([?#]|$)/i;
/** Milliseconds to wait before each further try, where trying again can help. */
const RETRIES = [400, 1_600];

export async function loadAtlas(request: LoadRequest): Promise<LoadOutcome> {
  const { geometry, signal, onProgress, timeout } = request;
  let done = 0;
  const step = <T>(value: T): T => {
    onProgress?.(++done, 2);
    return value;
  };
  const regionsRead = loadRegions(geometry, signal, timeout).then(step);
  const [feedPart, regionsPart] = await Promise.all([loadFeed(request, regionsRead).then(step), regionsRead]);
  if (signal.aborted) return { kind: 'aborted' };
  if (feedPart === 'same') return { kind: 'same' };
  const faults = [...feedPart.faults, ...regionsPart.faults];
  // Their words, where they have some beyond those of the first picture.
  if (faults.length > 0) await import('../scene/words/feed-faults.js').catch(() => undefined);
  const { feed, codes, source, columns, build = buildDataset } = feedPart;
  const { regions } = regionsPart;
  if (!feed || !regions) return { kind: 'failed', faults, columns };
  return { kind: 'loaded', faults, source, dataset: build(feed, codes, regions, feedPart.faults) };
}

export interface FeedPart {
  readonly feed?: Feed;
  readonly codes: RawCodes;
  readonly faults: readonly Fault[];
  readonly source?: FeedText;
  /** Of a table that was read no further. */
  readonly columns?: readonly ColumnReading[];
  /** Of a table, whose rows are in cells of its file. */
  readonly build?: typeof buildDataset;
}

async function loadFeed(request: LoadRequest, regionsRead: Promise<RegionsPart>): Promise<FeedPart | 'same'> {
  const { feed, signal, timeout, shown } = request;
  // Its reader is a file of its own.
  if (feed instanceof File || TABLE.test(String(feed)))
    return (await import('./tables.js')).loadTable(request, fetchJson, regionsRead);
  if (typeof feed !== 'string') return readFeed(feed);
  const { json, fault, warning, source, isSame } = await fetchJson(feed, signal, timeout, shown);
  if (isSame) return 'same';
  return fault ? { codes: new Map(), faults: [fault] } : readFeed(json, source, warning);
}

function readFeed(json: unknown, source?: FeedText, warning?: Fault): FeedPart {
  const reading = parseFeed(json);
  const faults = warning ? [warning, ...reading.faults] : reading.faults;
  return reading.kind === 'feed'
    ? { feed: reading.feed, codes: reading.codes, faults, source }
    : { codes: new Map(), faults };
}

export interface RegionsPart {
  readonly regions?: RegionIndex;
  readonly faults: readonly Fault[];
}

/** Topologies are large and do not change: all atlases of a page share one reading of an address. */
const topologies = new Map<string, Promise<RegionsPart>>();

function loadRegions(url: string, signal: AbortSignal, timeout?: number): Promise<RegionsPart> {
  let reading = topologies.get(url);
  if (!reading) {
    // Not bound to one atlas's signal: another may be waiting for the same file.
    reading = fetchJson(url, new AbortController().signal, timeout).then(({ json, fault, warning }): RegionsPart => {
      if (fault) return { faults: [fault] };
      const read = readTopology(json, url);
      const faults = warning ? [warning, ...read.faults] : read.faults;
      return read.kind === 'regions' ? { regions: read.regions, faults } : { faults };
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

export interface Fetched {
  readonly json?: unknown;
  /** Of what is no JSON, as it came: it may be a table. */
  readonly bytes?: Uint8Array;
  readonly response?: Response;
  readonly fault?: Fault;
  readonly warning?: Fault;
  readonly source?: FeedText;
  /** It is what is shown. */
  readonly isSame?: true;
}

/** What to make of an answer that is not simply JSON in UTF-8. */
const loadFaults = () => import('./http-faults.js').catch(() => undefined);

/**
 * One file, tried again where the network or the server failed; where `shown` is there already, asked for once. Never throws; an
 * abort gives a fault that nobody reads.
 */
export async function fetchJson(
  url: string,
  signal: AbortSignal,
  timeout = TIMEOUT,
  shown?: FeedText,
): Promise<Fetched> {
  for (let attempt = 0; ; attempt++) {
    const fetched = await fetchOnce(url, signal, timeout, shown);
    const wait = RETRIES[attempt];
    if (shown || !fetched.fault || signal.aborted || wait === undefined || !canHelp(fetched.fault)) return fetched;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

const canHelp = ({ code, args }: Fault): boolean =>
  code === 'network' || (code === 'http' && Number(args.status) >= 500);

async function fetchOnce(url: string, signal: AbortSignal, timeout: number, shown?: FeedText): Promise<Fetched> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), timeout);
  const giveUp = (): void => limit.abort();
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  const fault = (code: Fault['code'], args: Fault['args'] = {}): Fetched => ({
    fault: { code, path: url, severity: 'fatal', args },
  });
  try {
    // The browser keeps the file, and asks the server whether it still holds: what did not change does not come twice.
    const response = await fetch(url, { signal: limit.signal, ...(shown ? { cache: 'no-cache' } : {}) });
    if (response.status === 404 || response.status === 410) return fault('not-found');
    if (!response.ok) {
      const said = (await loadFaults())?.faultOfStatus(response.status, url);
      return said ? { fault: said } : fault('http', { status: String(response.status) });
    }
    // `Last-Modified` counts seconds: what it says of two files that differ, the text alone knows.
    const tag = response.headers.get('etag');
    if (shown && tag !== null && tag === shown.tag) {
      void response.body?.cancel();
      return { isSame: true };
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return text && shown?.text === text
        ? { isSame: true }
        : { json: JSON.parse(text) as unknown, source: { text, tag } };
    } catch (error) {
      const reading = (await loadFaults())?.readBody(bytes, url, response);
      return { bytes, response, ...(reading ?? fault('not-json', { detail: String(error) })) };
    }
  } catch {
    return limit.signal.aborted && !signal.aborted
      ? fault('timeout', { seconds: String(Math.round(timeout / 1000)) })
      : fault('network');
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}
