/** What an answer that is no feed is, and what can be done about it. Fetched only where there is one. */
import { decodeText } from '../data/encoding.js';
import { quote, type Fault } from '../data/faults.js';
import type { FeedText } from './loader.js';

/** Each has words of its own: `fault.http-REASON` and `remedy.http-REASON`. */
type Reason = 'unauthorized' | 'forbidden' | 'too-many' | 'not-modified' | 'legal' | 'refused' | 'server';

const REASONS: Readonly<Record<number, Reason | undefined>> = {
  304: 'not-modified',
  401: 'unauthorized',
  403: 'forbidden',
  407: 'unauthorized',
  429: 'too-many',
  451: 'legal',
};

/** The fault of an answer by its status; undefined for one that brings a file. */
export function faultOfStatus(status: number, path: string): Fault | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status === 404 || status === 410) return { code: 'not-found', path, severity: 'fatal', args: {} };
  const reason = REASONS[status] ?? (status >= 500 ? 'server' : status >= 400 ? 'refused' : undefined);
  return {
    code: 'http',
    path,
    severity: 'fatal',
    args: { status: String(status), ...(reason === undefined ? {} : { reason }) },
  };
}

/** Where an answer came from: `url` is where redirects have led. */
type Origin = Pick<Response, 'redirected' | 'url'>;

export interface BodyReading {
  readonly json?: unknown;
  /** It is what is shown. */
  readonly isSame?: true;
  readonly source?: FeedText;
  readonly fault?: Fault;
  /** It could be read, and should be mended. */
  readonly warning?: Fault;
}

/** The JSON of a body that is not simply JSON in UTF-8, or what it is instead. */
export function readBody(bytes: Uint8Array, path: string, from: Origin, shown?: FeedText): BodyReading {
  const fault = (code: Fault['code'], args: Fault['args'] = {}): BodyReading => ({
    fault: { code, path, severity: 'fatal', args },
  });
  const decoding = decodeText(bytes, isJson);
  if (decoding.kind === 'unreadable')
    return decoding.encoding === undefined
      ? fault('unknown-encoding')
      : fault('wrong-encoding', { encoding: decoding.encoding });
  const text = decoding.text.trim();
  try {
    const json = JSON.parse(text) as unknown;
    if (shown?.text === text) return { isSame: true };
    return {
      json,
      // By its text, and not by the server's name for it, for that is of these bytes.
      source: { text, tag: null },
      ...(decoding.encoding === undefined ? {} : { warning: encodingWarning(path, decoding.encoding) }),
    };
  } catch (error) {
    return { fault: faultOfText(text, error, path, from) };
  }
}

/** What a text is that is no JSON: its first words tell. */
export function faultOfText(text: string, error: unknown, path: string, { redirected, url }: Origin): Fault {
  const fault = (code: Fault['code'], args: Fault['args']): Fault => ({ code, path, severity: 'fatal', args });
  const start = quote(text.slice(0, 40));
  if (!text) return fault('empty', {});
  if (text.startsWith('<')) return redirected ? fault('login', { to: url }) : fault('web-page', { detail: start });
  return fault('not-json', { detail: `${error instanceof Error ? error.message : String(error)} ${start}` });
}

export const encodingWarning = (path: string, encoding: string): Fault => ({
  code: 'encoding',
  path,
  severity: 'warning',
  args: { encoding },
});

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
