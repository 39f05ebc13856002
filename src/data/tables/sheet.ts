/** A table as it stands in a file: cells in rows, before anything is known of them. */

/** Dates come as text (YYYY-MM-DD), truth values too; null is an empty cell. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

export interface Sheet {
  /** Of a workbook; undefined where the file is one table. */
  readonly name?: string;
  readonly rows: readonly Row[];
  /** Addresses ("C5") of cells that are merged with others, and hold what stands in the first: a number there is of none alone. */
  readonly merged?: ReadonlySet<string>;
  /** Addresses of numbers that the spreadsheet shows in per cent: here they are text, "27.4%", as readers see them. */
  readonly percents?: ReadonlySet<string>;
}

/** What is known of the file before its cells are read. */
export interface FileAccount {
  readonly file: string;
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly sheet?: string;
  /** Sheets of the workbook that were not read. */
  readonly otherSheets: readonly string[];
}

/** As `decodeText` names it. */
export type Encoding = string;
export type Delimiter = ',' | '\t' | ';';

/** "A" for 0, "AB" for 27. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** "C5" for column 2 of row 4, as a spreadsheet shows it. */
export const addressOf = (row: number, column: number): string => `${columnLetter(column)}${row + 1}`;

/** Text of a cell as people shall read it: only without what keeps a spreadsheet from reading a formula or a number in it. */
export const readableText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : String(cell)
        .replace(/\ufeff/g, '')
        .trim()
        .replace(/^'/, '');

const PLAIN = /^(?!')[\x21-\x7e\u3400-\u9fff]*$/;

/**
 * Text of a cell, to be understood: full-width letters, digits and signs as half-width, spaces as one, without the marks that keep a spreadsheet
 * from reading a formula or a number. Not NFKC: that would make "1①" eleven.
 */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  // Most cells are as they should be.
  if (PLAIN.test(cell)) return cell;
  return cell
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\ufeff\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'/, '');
}
