/** Tables from files: their bytes to rows, and these to a feed. Fetched when such a file comes, the workbook reader only for XLSX. */
import { decodeText } from '../data/encoding.js';
import { quote, type Fault } from '../data/faults.js';
import { sizeFault } from '../data/large-feed.js';
import { parseDelimited } from '../data/tables/delimited.js';
import { parseSheets, tableDataset, type TableFeedReading } from '../data/tables/feed-of-table.js';
import type { TableOptions } from '../data/tables/read-table.js';
import { addressOf } from '../data/tables/sheet.js';
import type { RegionIndex } from '../data/topology.js';
import { LARGE } from './body.js';
import type { FeedPart, Fetched, LoadRequest, RegionsPart, fetchJson as FetchJson } from './loader.js';
import { NO_FEED, readFeed } from './read-feed.js';
import '../scene/words/tables.js';

/** Both kinds of workbook begin so: the zip of XLSX, and the container of XLS and of encrypted files. */
const ZIP = [0x50, 0x4b],
  CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];
/** Signs that no table has; in a text they are of another encoding, or of something that is no text. */
const STRANGE = /[\0-\x08\x0e-\x1f\ufffe\uffff]/;

/** A table, or a file of any kind that the reader chose. Its names are read against the regions: these are awaited. */
export async function loadTable(
  { feed, columns, signal, timeout, shown }: LoadRequest,
  fetchJson: typeof FetchJson,
  regionsRead: Promise<RegionsPart>,
): Promise<FeedPart | 'same'> {
  // A file that was chosen is as it was.
  if (feed instanceof File && shown) return 'same';
  const fetched: Fetched =
    feed instanceof File
      ? { bytes: new Uint8Array(await feed.arrayBuffer()) }
      : await fetchJson(String(feed), signal, timeout, shown);
  if (fetched.isSame) return 'same';
  const { fault, response, source, bytes = source && new TextEncoder().encode(source.text) } = fetched;
  if (!bytes) return { ...NO_FEED, faults: fault ? [fault] : [] };
  const { regions } = await regionsRead;
  // Why there are none is said with them.
  if (!regions) return NO_FEED;
  const path = feed instanceof File ? feed.name : String(feed);
  const tooLarge = sizeFault(bytes.length, path);
  if (tooLarge) return { ...NO_FEED, faults: [tooLarge] };
  if (/\.json$/i.test(path)) return readChosenFeed(bytes, path, signal);
  const reading = await readTableFile(bytes, path, regions, { columns }, response);
  if (reading.kind !== 'feed') return { ...NO_FEED, faults: reading.faults, columns: reading.columns };
  const text = JSON.stringify(reading.json);
  // What cannot be read may have become something else that cannot be read.
  if (shown?.text === text && reading.faults.length === 0) return 'same';
  const { account } = reading;
  return {
    ...reading,
    build: async (...parts) => tableDataset((await import('../data/build-dataset.js')).buildDataset(...parts), account),
    ...(response ? { source: { text, tag: response.headers.get('etag') } } : {}),
  };
}

async function readChosenFeed(bytes: Uint8Array, path: string, signal: AbortSignal): Promise<FeedPart> {
  const from = { redirected: false, url: '' };
  const file = { url: path, tag: null, shown: undefined, signal };
  const { json, fault, warning } =
    bytes.length > LARGE
      ? await (await import('./large.js')).readLargeBytes(bytes, from, file)
      : (await import('./http-faults.js')).readBody(bytes, path, from);
  return fault ? { ...NO_FEED, faults: [fault] } : readFeed(json, signal, undefined, warning);
}

/**
 * `path` is the file's name or address. What it holds is told by its bytes, so that a workbook named .csv is read as well.
 * `from` is the answer that brought it.
 */
export async function readTableFile(
  bytes: Uint8Array,
  path: string,
  regions: RegionIndex,
  options?: TableOptions,
  from?: Pick<Response, 'redirected' | 'url'>,
): Promise<TableFeedReading> {
  const file = nameOf(path);
  const unusable = (code: Fault['code'], args: Fault['args'] = {}, place = path): TableFeedReading => ({
    kind: 'unusable',
    faults: [{ code, path: place, severity: 'fatal', args }],
  });
  const begins = (mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  if (bytes.length === 0) return unusable('empty');
  if (begins(CONTAINER)) return unusable('old-workbook');
  if (begins(ZIP)) {
    const { readWorkbook } = await import('./xlsx.js');
    const workbook = await readWorkbook(bytes);
    return workbook.kind === 'sheets'
      ? parseSheets(workbook.sheets, { file }, regions, options)
      : unusable(workbook.code, workbook.args);
  }
  const decoding = decodeText(bytes, (text) => !STRANGE.test(text));
  if (decoding.kind === 'unreadable')
    return decoding.encoding === undefined
      ? unusable('unknown-encoding', { reason: 'table' })
      : unusable('wrong-encoding', { encoding: decoding.encoding });
  const { text, encoding = 'UTF-8' } = decoding;
  if (!text.trim()) return unusable('empty');
  if (STRANGE.test(text)) return unusable('unknown-encoding', { reason: 'table' });
  // Some systems give a web page the name of a workbook.
  if (/^\s*<(!doctype|html|\?xml)/i.test(text))
    return from?.redirected
      ? unusable('login', { to: from.url })
      : unusable('web-page', { reason: 'table', detail: quote(text.trim().slice(0, 40)) });
  const reading = parseDelimited(text);
  if (reading.kind === 'open-quote') return unusable('open-quote', {}, `${path} ${addressOf(reading.row, 0)}`);
  return parseSheets([{ rows: reading.rows }], { file, encoding, delimiter: reading.delimiter }, regions, options);
}

/** The last step of a path or an address, as a person would read it. */
function nameOf(path: string): string {
  const name = path.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
