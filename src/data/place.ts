/** Where something stands in the file that a person opens: a line of a text, or a cell of a sheet. */
import { bisectRight } from 'd3-array';

export type Place =
  /** Line and column count from 1, columns in UTF-16 units, as editors do. */
  | { readonly kind: 'text'; readonly file: string; readonly line: number; readonly column: number }
  /** `cell` is "B12"; a file of one sheet, such as CSV, has no name for it. */
  | { readonly kind: 'cell'; readonly file: string; readonly sheet?: string; readonly cell: string };

/** The place of what a feed calls "values[3].funding"; undefined where the file does not have it. */
export type PlaceFinder = (path: string) => Place | undefined;

/** "feed.json:12:34", which editors and terminals open; "data.xlsx!Sheet1!B12". */
export function placeText(place: Place): string {
  if (place.kind === 'text') return `${place.file}:${place.line}:${place.column}`;
  return [place.file, place.sheet, place.cell].filter((part) => part !== undefined).join('!');
}

/** "D7" for "A7" and the column "D", with the sheet before it where there is one. */
export const inColumn = (cell: string, letter: string): string => cell.replace(/[A-Z]+(?=\d+$)/, letter);

/** Finds line and column of an offset. */
export function lineFinder(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((end) => end.index + end[0].length)];
  return (offset) => {
    const line = bisectRight(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}
