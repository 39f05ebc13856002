/** The bytes of a text file as text: UTF-8 and UTF-16 with and without a mark, and GB 18030, as Excel writes on Chinese Windows. */
import type { Encoding } from './sheet.js';

export type Decoding =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  /** In none of these encodings. */
  | { readonly kind: 'unreadable' };

const LABELS: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'GB 18030': 'gb18030',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
};

export function decodeText(bytes: Uint8Array): Decoding {
  // No byte sequence of one is by chance whole in the other for longer than a word: UTF-8 goes first.
  const tries: readonly Encoding[] = utf16Of(bytes) ?? ['UTF-8', 'GB 18030'];
  for (const encoding of tries) {
    try {
      // A mark at the beginning is not part of the text.
      const text = new TextDecoder(LABELS[encoding], { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { kind: 'text', text, encoding };
    } catch {
      // The next one.
    }
  }
  return { kind: 'unreadable' };
}

/** By the mark, or by the empty halves that digits, commas and line ends leave in UTF-16. */
function utf16Of(bytes: Uint8Array): readonly Encoding[] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['UTF-16LE'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['UTF-16BE'];
  const sample = bytes.subarray(0, 4096);
  const empty = [0, 0];
  sample.forEach((byte, i) => byte === 0 && (empty[i % 2] = (empty[i % 2] ?? 0) + 1));
  const [even = 0, odd = 0] = empty;
  // On one side only: elsewhere they are the bytes of something that is no text.
  if (Math.max(even, odd) < 0.9 * (even + odd) || even + odd === 0) return undefined;
  return odd >= even ? ['UTF-16LE'] : ['UTF-16BE'];
}
