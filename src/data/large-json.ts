/** Reads a large JSON document in pieces: while `JSON.parse` reads one in one go, the page stands still. */
import type { Steps } from './slices.js';

/** Characters that are read in one go. */
const PIECE_LENGTH = 200_000;
/** Lists and objects within each other that are taken apart; what lies deeper is read in one go. */
const MOST_DEPTH = 8;
const QUOTE = 0x22,
  COMMA = 0x2c,
  COLON = 0x3a,
  BACKSLASH = 0x5c,
  OPEN_LIST = 0x5b,
  CLOSE_LIST = 0x5d,
  OPEN = 0x7b,
  CLOSE = 0x7d;

/** Where a document is no JSON, in characters from its beginning; of a piece that is none, at least where that begins. */
export class JsonError extends SyntaxError {
  constructor(
    text: string,
    readonly at: number,
  ) {
    super(at < text.length ? `Unexpected token in JSON at position ${at}` : 'Unexpected end of JSON input');
  }
}

/** The same value as `JSON.parse` gives; throws a `JsonError` where that throws. */
export function* jsonInPieces(text: string, pieceLength = PIECE_LENGTH): Steps<unknown> {
  return yield* valueOf(text, 0, text.length, pieceLength, MOST_DEPTH);
}

/** The value that stands from `from` to before `to`, and nothing else. */
function* valueOf(text: string, from: number, to: number, pieceLength: number, levels: number): Steps<unknown> {
  const first = afterSpace(text, from);
  const end = beforeSpace(text, to) - 1;
  const open = text.charCodeAt(first);
  // What is one string is read in one go, however long: it is only copied.
  if (to - from <= pieceLength || levels === 0 || (open !== OPEN && open !== OPEN_LIST)) return parsed(text, from, to);
  const isList = open === OPEN_LIST;
  if (first >= end || text.charCodeAt(end) !== (isList ? CLOSE_LIST : CLOSE)) throw new JsonError(text, end + 1);

  /** Of an object, its members with their names. */
  const items: unknown[] = [];
  const read = (start: number, stop: number): void => {
    const piece = parsed(text, start, stop, isList ? '[]' : '{}') as object;
    const list: readonly unknown[] = Array.isArray(piece) ? piece : Object.entries(piece);
    // Between two commas there is something, and so there is before the end where there was a comma.
    if (list.length === 0 && (start > first + 1 || stop < end)) throw new JsonError(text, stop);
    for (const item of list) items.push(item);
  };
  /** Where the piece begins that is not read yet. */
  let start = first + 1;
  for (let at = start; ; at++) {
    const itemAt = at;
    let depth = 0;
    for (;;) {
      [at, depth] = scan(text, at, end, depth, at + pieceLength + 1);
      if (at === end || (depth === 0 && text.charCodeAt(at) === COMMA)) break;
      yield;
    }
    if (depth !== 0) throw new JsonError(text, text.length);
    // Nothing but space is no item, and no matter how long: an empty list may be written so.
    if (at - itemAt > pieceLength && afterSpace(text, itemAt) < at) {
      if (start < itemAt) read(start, itemAt - 1);
      const valueAt = isList ? itemAt : afterName(text, itemAt);
      const value = yield* valueOf(text, valueAt, at, pieceLength, levels - 1);
      items.push(isList ? value : [parsed(text, itemAt, valueAt - 1), value]);
      start = at + 1;
    } else if (at === end || at - start > pieceLength) {
      read(start, at);
      start = at + 1;
      yield;
    }
    if (at === end) break;
  }
  // It defines members, `__proto__` too, as `JSON.parse` does.
  return isList ? items : Object.fromEntries(items as [string, unknown][]);
}

/**
 * The next comma at depth 0, or the end, or `until`, whichever comes first, and how deep it lies. No generator: this is what
 * takes the time.
 */
function scan(text: string, from: number, end: number, startDepth: number, until: number): [at: number, depth: number] {
  let depth = startDepth;
  let at = from;
  for (; at < end && at < until; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = afterString(text, at) - 1;
    else if (char === OPEN || char === OPEN_LIST) depth++;
    else if (char === CLOSE || char === CLOSE_LIST) {
      if (--depth < 0) throw new JsonError(text, at);
    } else if (char === COMMA && depth === 0) break;
  }
  return [Math.min(at, end), depth];
}

/** `around`: the signs to put around it. */
function parsed(text: string, from: number, to: number, around = ''): unknown {
  const [before = '', after = ''] = around;
  try {
    return JSON.parse(`${before}${text.slice(from, to)}${after}`) as unknown;
  } catch (error) {
    // Some engines say where.
    const place = Number(/ position (\d+)/.exec(String(error))?.[1] ?? before.length) - before.length;
    throw new JsonError(text, Math.min(from + place, to));
  }
}

/** Where the value of a member begins that begins at `at`. */
function afterName(text: string, at: number): number {
  const quote = afterSpace(text, at);
  const colon = text.charCodeAt(quote) === QUOTE ? afterSpace(text, afterString(text, quote)) : quote;
  if (text.charCodeAt(colon) !== COLON) throw new JsonError(text, colon);
  return colon + 1;
}

/** The place after the string that begins at `at`. */
function afterString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end + 1;
  }
  throw new JsonError(text, text.length);
}

const isSpace = (char: number): boolean => char === 0x20 || char === 0x0a || char === 0x0d || char === 0x09;

function afterSpace(text: string, from: number): number {
  let at = from;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

function beforeSpace(text: string, to: number): number {
  let at = to;
  while (isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
