/** The encoding of a file that people saved: UTF-8, or another one where that is certain. Never guessed: else it is named. */

export type Decoding =
  /** `encoding` is named where it is not UTF-8. */
  | { readonly kind: 'text'; readonly text: string; readonly encoding?: string }
  /** `encoding` is what it looks like. */
  | { readonly kind: 'unreadable'; readonly encoding?: string };

interface Guess {
  readonly name: string;
  /** For `TextDecoder`; it knows no UTF-32. */
  readonly label?: string;
  /** Certain by its mark; others have to make sense. */
  readonly isMarked: boolean;
}

/** Bytes from the beginning by which UTF-16 without a mark is told. */
const SAMPLE = 4096;

/**
 * The text of a file. UTF-8 goes first. UTF-16 is taken by its byte order mark; without one, and GB 18030, only if `isWhole` finds
 * that the text makes sense, such as by parsing it. Bytes of Big5 or of Windows-1252 are seldom wrong in GB 18030, and are told
 * from it by how few of their pairs lie where GB 2312 has its characters.
 */
export function decodeText(bytes: Uint8Array, isWhole: (text: string) => boolean): Decoding {
  const guess = guessOf(bytes);
  const text = decoded(bytes, guess?.label ?? 'utf-8');
  if (!guess) return text === undefined ? { kind: 'unreadable' } : { kind: 'text', text };
  const encoding = guess.name;
  return text !== undefined && guess.label && (guess.isMarked || isWhole(text))
    ? { kind: 'text', text, encoding }
    : { kind: 'unreadable', encoding };
}

/** Undefined where it is UTF-8, and where nothing is known. */
function guessOf(bytes: Uint8Array): Guess | undefined {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if ((a === 0xff && b === 0xfe && c + d === 0) || (a + b === 0 && c === 0xfe && d === 0xff))
    return { name: 'UTF-32', isMarked: true };
  if (a === 0xff && b === 0xfe) return { name: 'UTF-16', label: 'utf-16le', isMarked: true };
  if (a === 0xfe && b === 0xff) return { name: 'UTF-16', label: 'utf-16be', isMarked: true };
  const bare = bareUtf16Of(bytes);
  if (bare !== undefined) return { name: 'UTF-16', label: bare, isMarked: false };
  if (decoded(bytes, 'utf-8') !== undefined) return undefined;
  return isLikeGb(bytes) ? { name: 'GB 18030', label: 'gb18030', isMarked: false } : undefined;
}

/** Digits, commas and line ends leave empty halves in UTF-16, all on one side; elsewhere zeros are of something that is no text. */
function bareUtf16Of(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  let zeros = 0,
    odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    zeros++;
    odd += i % 2;
  });
  if (zeros * 20 < sample.length || zeros === 0) return undefined;
  // Some Chinese signs have a zero half, too.
  return odd >= 0.9 * zeros ? 'utf-16le' : odd <= 0.1 * zeros ? 'utf-16be' : undefined;
}

function isLikeGb(bytes: Uint8Array): boolean {
  let pairs = 0,
    usual = 0;
  for (let at = 0; at < bytes.length - 1; at++) {
    const first = bytes[at] ?? 0,
      second = bytes[at + 1] ?? 0;
    if (first < 0x80) continue;
    pairs++;
    if (first >= 0xa1 && second >= 0xa1) usual++;
    at++;
  }
  return pairs > 0 && usual / pairs > 0.9;
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
