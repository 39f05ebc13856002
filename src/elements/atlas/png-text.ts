/** Texts in a PNG (PNG 1.2, 11.3.4.5: iTXt, UTF-8): whoever gets the picture without its page still has its title and description. */

/** Signature, and the chunk that must come first: 4 bytes length, 4 type, 13 data, 4 sum. */
const HEAD = 8 + 25;

export function withTexts(
  png: Uint8Array,
  texts: Readonly<Record<string, string>>,
  language: string,
): Uint8Array<ArrayBuffer> {
  const chunks = Object.entries(texts).map(([keyword, text]) => textChunk(keyword, text, language));
  const made = new Uint8Array(png.length + chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of [png.subarray(0, HEAD), ...chunks, png.subarray(HEAD)]) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

function textChunk(keyword: string, text: string, language: string): Uint8Array {
  // Two zeros for: not compressed, and by no method; then the keyword in the language, which has none.
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0${language}\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, sumOf(data));
  return chunk;
}

/** CRC-32, as PNG has it. */
export function sumOf(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
