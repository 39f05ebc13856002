/** Reads what is large with rests, in which the page can be used. Fetched when something large comes. */
import { askedInSteps } from '../data/asked.js';
import { datasetInSteps, type Dataset } from '../data/dataset.js';
import { decodeText } from '../data/encoding.js';
import type { Fault } from '../data/faults.js';
import type { FeedReading } from '../data/feed.js';
import { MOST_BYTES, largeFeedInSteps, sizeFault } from '../data/large-feed.js';
import { jsonInPieces } from '../data/large-json.js';
import { placesNamed } from '../data/place-names.js';
import type { Steps } from '../data/slices.js';
import { encodingWarning, faultOfText } from './http-faults.js';
import type { Fetched, FeedText } from './loader.js';
import { runWithRests, whenIdle } from './rests.js';

/** Bytes that are decoded in one go. */
const DECODED = 4_000_000;

export interface LargeFile {
  readonly url: string;
  readonly tag: string | null;
  readonly shown: FeedText | undefined;
  readonly signal: AbortSignal;
}

/** A response, as `fetchOnce` reads a small one. `read` is what has been read of it, if it has; `goOn` hears whenever something comes. */
export async function readLargeResponse(
  response: Response,
  read: Uint8Array | undefined,
  goOn: () => void,
  file: LargeFile,
): Promise<Fetched> {
  const bytes = read ?? (await bytesOf(response, goOn));
  if (typeof bytes === 'number') return { fault: sizeFault(bytes, file.url) };
  // What is no JSON may be a table.
  const fetched = await readLargeBytes(bytes, response, file);
  return fetched.fault && bytes.length <= MOST_BYTES ? { bytes, response, ...fetched } : fetched;
}

/** The JSON of a file, or the faults that say why there is none; `from` is where it came from. */
export async function readLargeBytes(
  bytes: Uint8Array,
  from: Pick<Response, 'redirected' | 'url'>,
  { url, tag, shown, signal }: LargeFile,
): Promise<Fetched> {
  const fault = (code: Fault['code'], args: Fault['args'] = {}): Fetched => ({
    fault: { code, path: url, severity: 'fatal', args },
  });
  const tooLarge = sizeFault(bytes.length, url);
  if (tooLarge) return { fault: tooLarge };
  let text: string | undefined, encoding: string | undefined;
  try {
    text = await runWithRests(textInPieces(bytes), signal);
  } catch {
    // Other encodings are read in one go: they are few.
    const decoding = decodeText(bytes, () => true);
    ({ encoding } = decoding);
    if (decoding.kind === 'unreadable')
      return encoding === undefined ? fault('unknown-encoding') : fault('wrong-encoding', { encoding });
    ({ text } = decoding);
  }
  // Of what was aborted nobody hears.
  if (text === undefined || shown?.text === text) return { isSame: true };
  try {
    const json = await runWithRests(jsonInPieces(text), signal);
    return {
      json,
      source: { text, tag },
      ...(encoding === undefined ? {} : { warning: encodingWarning(url, encoding) }),
    };
  } catch (error) {
    // An encoding that was only likely has to make sense.
    if (encoding !== undefined && decodeText(bytes, () => false).kind === 'unreadable')
      return fault('wrong-encoding', { encoding });
    return { fault: faultOfText(text.trimStart(), error, url, from) };
  }
}

/** What came; or how much it is at least, where that is more than a page can hold. */
async function bytesOf({ headers, body }: Response, goOn: () => void): Promise<Uint8Array | number> {
  // Of a body that comes packed, this is the size of the pack.
  const announced = Number(headers.get('content-length'));
  if (announced > MOST_BYTES) return announced;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const reader = body?.getReader(); reader; goOn()) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) return size;
    pieces.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function* textInPieces(bytes: Uint8Array): Steps<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (let at = 0; at < bytes.length; at += DECODED) {
    text += decoder.decode(bytes.subarray(at, at + DECODED), { stream: true });
    yield;
  }
  return text + decoder.decode();
}

/** Undefined where it was aborted. */
export const feedWithRests = (signal: AbortSignal, json: unknown): Promise<FeedReading | undefined> =>
  runWithRests(largeFeedInSteps(json), signal);

/** Undefined where it was aborted. */
export async function datasetWithRests(
  signal: AbortSignal,
  ...[feed, codes, regions, faults]: Parameters<typeof datasetInSteps>
): Promise<Dataset | undefined> {
  const dataset = await runWithRests(datasetInSteps(feed, codes, regions, faults, placesNamed), signal);
  if (!dataset) return undefined;
  const { metrics, bases } = dataset.feed;
  const over = metrics.flatMap(({ id }) => bases.flatMap((base) => dataset.metric(`${id}/${base}`) ?? []));
  const [first, ...others] = [...metrics, ...over];
  if (first) await runWithRests(askedInSteps(dataset, first.id), signal);
  // While nothing else is to be done, for readers who switch.
  void (async () => {
    await whenIdle();
    for (const metric of others) await runWithRests(askedInSteps(dataset, metric.id), signal, whenIdle);
  })();
  return dataset;
}
