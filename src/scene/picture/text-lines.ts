/** Text broken into lines, for pictures: SVG does not break it. */
import { textWidth } from './labels.js';

/** Signs that may not begin a line, or end one. */
const CLOSING = /^[，。；：、！？）》」』”’％…·,.;:!?)\]}%]+$/;
const OPENING = /[（《「『“‘([{]$/;
/** A wide character stands for itself; others hang together up to the next space. */
const TOKENS = /[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g;

/** Lines of `text` that are at most `width` pixels wide, as far as can be said without its font. */
export function linesOf(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const token of hangingTogether(text).flatMap((part) => fitting(part, width, fontSize))) {
    if (line && textWidth((line + token).trimEnd(), fontSize) > width) {
      lines.push(line.trim());
      line = '';
    }
    line += token;
  }
  if (line.trim()) lines.push(line.trim());
  return lines;
}

function hangingTogether(text: string): string[] {
  const parts: string[] = [];
  for (const token of text.match(TOKENS) ?? []) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.trim() && (CLOSING.test(token) || OPENING.test(last)))
      parts[parts.length - 1] = last + token;
    else parts.push(token);
  }
  return parts;
}

/** A part that no line can hold, such as an address, in pieces. */
function fitting(part: string, width: number, fontSize: number): string[] {
  if (textWidth(part, fontSize) <= width) return [part];
  const pieces: string[] = [];
  let piece = '';
  for (const character of part) {
    if (piece && textWidth(piece + character, fontSize) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
