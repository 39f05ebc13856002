/** Text with delimiters as rows: comma, tab or semicolon, whichever parts the lines most evenly. */
import { dsvFormat } from 'd3-dsv';
import type { Delimiter, Row } from './sheet.js';

const DELIMITERS: readonly Delimiter[] = [',', '\t', ';'];
/** Characters from the beginning by which the delimiter is told. */
const SAMPLE = 20_000;

export type DelimitedReading =
  | { readonly kind: 'rows'; readonly rows: readonly Row[]; readonly delimiter: Delimiter }
  /** A quotation mark was opened and never closed: all that follows is in this row, counted from 0. */
  | { readonly kind: 'open-quote'; readonly row: number; readonly delimiter: Delimiter };

export function parseDelimited(text: string): DelimitedReading {
  // Excel's own line that names the delimiter. It is kept as an empty row, so that addresses stay those of the file.
  const named = /^sep=([,;\t])\r?\n/.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const delimiter = (named?.[1] as Delimiter | undefined) ?? delimiterOf(body);
  const rows: Row[] = dsvFormat(delimiter).parseRows(body);
  if (named) rows.unshift([]);
  return isOpen(body, rows)
    ? { kind: 'open-quote', row: rows.length - 1, delimiter }
    : { kind: 'rows', rows, delimiter };
}

/** The delimiter that gives the most rows one and the same number of cells, more than one; a comma where none does. */
function delimiterOf(text: string): Delimiter {
  const sample = text.length > SAMPLE ? text.slice(0, text.lastIndexOf('\n', SAMPLE) + 1 || SAMPLE) : text;
  let best: Delimiter = ',',
    bestScore = 0;
  // d3-dsv takes whatever follows a closing quotation mark for a delimiter.
  const outside = sample.replace(/"(?:[^"]|"")*"/g, '');
  for (const delimiter of DELIMITERS) {
    if (!outside.includes(delimiter)) continue;
    const widths = new Map<number, number>();
    for (const { length } of dsvFormat(delimiter).parseRows(sample))
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    // Of two that part all lines evenly, the one with more cells: "1,234;5,678" is two cells, in a line of its own three.
    const score = Math.max(0, ...[...widths].map(([width, count]) => count + width / 1000));
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}

/** d3-dsv reads a cell whose quotation mark is not closed to the end of the file, and says nothing. */
function isOpen(text: string, rows: readonly Row[]): boolean {
  if ((text.split('"').length - 1) % 2 === 0) return false;
  const end = text.replace(/(\r?\n)+$/, '');
  const last = String(rows.at(-1)?.at(-1) ?? '');
  if (end.endsWith(`"${last.replace(/"/g, '""')}"`)) return false;
  // An odd mark in the midst of a plain cell (5" wide) opens nothing: that cell stands there as it is.
  return last === '' ? end.endsWith('"') : !end.endsWith(last) || /[\r\n]/.test(last);
}
