/** Fetches and reads a feed and a topology. Every outcome is a value: regions and feed, or the faults that say why not. */
import type { RawCodes } from '../data/feed.js';
import type { Fault } from '../data/faults.js';
import type { buildDataset } from '../data/build-dataset.js';
import { datasetInSteps, type Dataset } from '../data/dataset.js';
import { runThrough } from '../data/slices.js';
import type { ColumnChoices, ColumnReading } from '../data/tables/columns.js';
import { indexTopology, type RegionIndex, type TopologyReading } from '../data/topology.js';
import type { Feed } from '../data/types.js';
import { loadFaultWords } from '../scene/words/load.js';
import { takeAhead } from './ahead.js';
import { LARGE, bytesOf, parseBody, readSmall } from './body.js';
import { NO_FEED, loadLarge, readFeed } from './read-feed.js';

export interface LoadRequest {
  /** An address, the feed itself, or a file that the reader chose. An address or a file may be a table. */
  readonly feed: string | object;
  /** What columns of a table are, where that was not told rightly by itself. */
  readonly columns?: ColumnChoices;
  readonly geometry: string;
  readonly signal: AbortSignal;
  /** Called as each of the two files arrives. */
  readonly onProgress?: (done: number, of: number) => void;
  /** Milliseconds until a file is given up of which nothing has come. */
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
/** How much longer than its beginning the rest of a file may take. */
const BODY = 6;
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
  await loadFaultWords(faults);
  const { feed, codes, source, columns, build = buildHere } = feedPart;
  const { regions } = regionsPart;
  if (!feed || !regions) return { kind: 'failed', faults, columns };
  const dataset = await build(feed, codes, regions, feedPart.faults);
  return dataset ? { kind: 'loaded', faults, source, dataset } : { kind: 'aborted' };
}

type Parts = Required<Parameters<typeof buildDataset>>;

/** Names in the place of codes are found by a file of its own. */
async function buildHere(...parts: Parts): Promise<Dataset> {
  const dataset = runThrough(datasetInSteps(...parts));
  if (!dataset.ledger.unmatched.some(({ code }) => /[^\d\s]/.test(code))) return dataset;
  return (await import('../data/build-dataset.js').catch(() => undefined))?.buildDataset(...parts) ?? dataset;
}

export interface FeedPart {
  readonly feed?: Feed;
  readonly codes: RawCodes;
  readonly faults: readonly Fault[];
  readonly source?: FeedText;
  /** Of a table that was read no further. */
  readonly columns?: readonly ColumnReading[];
  /** Of a table, whose rows are in cells of its file, and of what is large; undefined where it was aborted. */
  readonly build?: (...parts: Parts) => Dataset | Promise<Dataset | undefined>;
}

async function loadFeed(request: LoadRequest, regionsRead: Promise<RegionsPart>): Promise<FeedPart | 'same'> {
  const { feed, signal, timeout, shown } = request;
  // Its reader is a file of its own.
  if (feed instanceof File || TABLE.test(String(feed)))
    return (await import('./tables.js')).loadTable(request, fetchJson, regionsRead);
  if (typeof feed !== 'string') return readFeed(feed, signal);
  const { json, fault, warning, source, isSame } = await fetchJson(feed, signal, timeout, shown);
  if (isSame) return 'same';
  return fault ? { ...NO_FEED, faults: [fault] } : readFeed(json, signal, source, warning);
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
    reading = fetchJson(url, new AbortController().signal, timeout).then(
      async ({ json, fault, warning }): Promise<RegionsPart> => {
        if (fault) return { faults: [fault] };
        const read = await readRegions(json, url);
        const faults = warning ? [warning, ...read.faults] : read.faults;
        return read.kind === 'regions' ? { regions: read.regions, faults } : { faults };
      },
    );
    topologies.set(url, reading);
    const forget = (): boolean => topologies.delete(url);
    void reading.then(({ regions }) => regions || forget(), forget);
  }
  return untilAborted(reading, signal, { faults: [] });
}

/** What is wrong with a topology is found out by a file that is fetched where something is. */
export const readRegions = async (json: unknown, url: string): Promise<TopologyReading> =>
  indexTopology(json, url) ?? (await import('../data/read-topology.js')).readTopology(json, url);

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
  const ahead = shown ? undefined : takeAhead(url);
  const limit = ahead?.limit ?? new AbortController();
  const giveUp = (): void => limit.abort();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (times = 1): void => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, timeout * times);
  };
  wait();
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  const fault = (code: Fault['code'], args: Fault['args'] = {}): Fetched => ({
    fault: { code, path: url, severity: 'fatal', args },
  });
  try {
    // The browser keeps the file, and asks the server whether it still holds: what did not change does not come twice.
    const response = await (ahead?.response ??
      fetch(url, { signal: limit.signal, ...(shown ? { cache: 'no-cache' } : {}) }));
    if (response.status === 404 || response.status === 410) return fault('not-found');
    if (!response.ok) {
      const said = (await loadFaults())?.faultOfStatus(response.status, url);
      return said ? { fault: said } : fault('http', { status: String(response.status) });
    }
    // `Last-Modified` counts seconds: what it says of two files that differ, the text alone knows.
    const tag = response.headers.get('etag');
    if (shown && tag !== null && tag === shown.tag) return { isSame: true };
    wait(BODY);
    const read = await (ahead?.body ?? readSmall(response, shown?.text));
    const isSmall = read && read.bytes.length <= LARGE;
    const large = isSmall ? undefined : await loadLarge();
    if (large) return await large.readLargeResponse(response, read?.bytes, wait, { url, tag, shown, signal });
    const body = isSmall ? read : parseBody(read?.bytes ?? (await bytesOf(response)), shown?.text);
    if (body.text !== undefined && !body.error)
      return 'json' in body ? { json: body.json, source: { text: body.text, tag } } : { isSame: true };
    const reading = (await loadFaults())?.readBody(body.bytes, url, response, shown);
    if (reading?.isSame) return reading;
    return { bytes: body.bytes, response, ...(reading ?? fault('not-json', { detail: String(body.error) })) };
  } catch {
    return limit.signal.aborted && !signal.aborted
      ? fault('timeout', { seconds: String(Math.round(timeout / 1000)) })
      : fault('network');
  } finally {
    clearTimeout(timer);
    // What is still on its way nobody needs.
    giveUp();
    signal.removeEventListener('abort', giveUp);
  }
}
