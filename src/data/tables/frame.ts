/** Where in a sheet the table lies: title and unit above it, headings in one or two rows, remarks below. */
import { readCell } from './cells.js';
import { roleOfHeading } from './columns.js';
import { cellText, readableText, type Cell, type Row, type Sheet } from './sheet.js';
import { readUnit, type UnitReading } from './units.js';

/** A row that is no row of data, and why. */
export interface SkippedRow {
  /** Counted from 0. */
  readonly row: number;
  readonly text: string;
  readonly because: 'title' | 'unit' | 'remark' | 'heading' | 'total' | 'above';
}

export interface Frame {
  readonly title: string | undefined;
  readonly unit: UnitReading | undefined;
  /** What follows "数据来源：" above or below the table. */
  readonly source: string | undefined;
  /** Row of the headings, counted from 0; undefined where the table has none. */
  readonly headingRow: number | undefined;
  readonly headings: readonly string[];
  /** The rows of data with their places in the sheet. */
  readonly body: readonly { readonly row: number; readonly cells: Row }[];
  readonly skipped: readonly SkippedRow[];
}

/** Rows from the top in which headings are looked for. */
const DEPTH = 40;
const UNIT = /^[([]?(?:计量|数据|計量|資料)?[单單]位\s*[::]\s*([^()[\]]+?)[)\]]?$|^[([]?unit\s*:\s*(.+?)[)\]]?$/i;
const SOURCE =
  /^(?:[([（]?)(?:数据|资料|資料|數據)?(?:来源|出处|來源|出處)\s*[:：]\s*(.+?)$|^(?:data )?source\s*:\s*(.+)$/i;
const REMARK =
  /^(注|说明|备注|附注|来源|数据来源|资料来源|註|說明|備註|附註|來源|資料來源|note|notes|source|remark)\s*\d*\s*[::.、]/i;

export function frameOf({ rows }: Sheet, isPlace: (cell: Cell) => boolean): Frame | undefined {
  const headingRow = headingRowOf(rows, isPlace);
  const firstData = rows.findIndex((row) => row.some(isPlace) && row.some(isNumber));
  if (headingRow === undefined && firstData < 0) return undefined;
  const top = headingRow ?? firstData;
  const skipped: SkippedRow[] = [];
  let title: string | undefined, unit: UnitReading | undefined, source: string | undefined;
  /** A row with one thing to say, which is taken as what it is. */
  const take = (row: number, texts: readonly string[], otherwise: SkippedRow['because']): void => {
    let because = otherwise;
    for (const text of texts) {
      const unitMatch = UNIT.exec(text);
      const said = readableText(rows[row]?.find((cell) => cellText(cell) === text));
      const sourceMatch = SOURCE.exec(said);
      if (unitMatch) {
        const written = unitMatch[1] ?? unitMatch[2] ?? '';
        // "单位：万元、人" says nothing of a single column.
        if (!/[、,;/]/.test(written)) unit ??= readUnit(written);
        because = 'unit';
      } else if (sourceMatch) source ??= (sourceMatch[1] ?? sourceMatch[2] ?? '').trim();
      else if (otherwise === 'title' && !REMARK.test(text)) title ??= said;
    }
    skipped.push({ row, text: saidIn(rows[row]), because });
  };
  rows.slice(0, top).forEach((row, i) => {
    const texts = textsOf(row);
    if (texts.length > 0) take(i, texts, 'title');
  });
  const second = headingRow === undefined ? undefined : rows[headingRow + 1];
  const headings = headingRow === undefined ? [] : headingsOf(rows[headingRow] ?? [], second, isPlace);
  const isDouble =
    headingRow !== undefined && second !== undefined && isSecondHeading(rows[headingRow] ?? [], second, isPlace);
  if (isDouble) skipped.push({ row: headingRow + 1, text: saidIn(second), because: 'heading' });
  const start = headingRow === undefined ? firstData : headingRow + (isDouble ? 2 : 1);
  const body: { row: number; cells: Row }[] = [];
  const first = headings.join('\t');
  rows.forEach((cells, row) => {
    if (row < start) return;
    const texts = textsOf(cells);
    const [only = ''] = texts;
    if (texts.length === 0) return;
    if (headingRow !== undefined && headings.length > 1 && headingsOf(cells, undefined, isPlace).join('\t') === first)
      skipped.push({ row, text: saidIn(cells), because: 'heading' });
    else if (REMARK.test(only) || (texts.length === 1 && !cells.some(isPlace) && !cells.some(isNumber)))
      take(row, texts, 'remark');
    else body.push({ row, cells });
  });
  return { title, unit, source, headingRow, headings, body, skipped };
}

const isNumber = (cell: Cell): boolean => readCell(cell).kind === 'number';

/** What stands in a row, each thing once: a title merged across all columns is one. */
const textsOf = (row: Row): string[] => [...new Set(row.map(cellText).filter(Boolean))];

/** The same as people shall read it. */
export const saidIn = (row: Row = []): string => [...new Set(row.map(readableText).filter(Boolean))].join(' ');

/** The first row with a heading of codes or names; else the row of texts above the first row of data. */
function headingRowOf(rows: readonly Row[], isPlace: (cell: Cell) => boolean): number | undefined {
  const isHeading = (row: Row, roles: readonly string[]): boolean =>
    textsOf(row).length > 1 && row.some((cell) => roles.includes(roleOfHeading(cellText(cell)) ?? ''));
  for (const roles of [
    ['code', 'name'],
    ['prefecture', 'province'],
  ]) {
    const at = rows.slice(0, DEPTH).findIndex((row) => isHeading(row, roles));
    if (at >= 0) return at;
  }
  const data = rows.findIndex((row) => row.some(isPlace) && row.some(isNumber));
  const above = rows[data - 1];
  return above && textsOf(above).length > 1 && !above.some(isNumber) ? data - 1 : undefined;
}

/** A second row of headings has nothing, or the same again, where the first has the place, and no number anywhere. */
function isSecondHeading(first: Row, second: Row, isPlace: (cell: Cell) => boolean): boolean {
  const texts = textsOf(second);
  if (texts.length === 0 || second.some(isPlace)) return false;
  // A year is a heading, and any other number is none.
  if (second.some((cell) => isNumber(cell) && !/^(19|20)\d\d$/.test(cellText(cell)))) return false;
  return first.every((cell, i) => {
    const role = roleOfHeading(cellText(cell));
    return (role !== 'code' && role !== 'name') || ['', cellText(cell)].includes(cellText(second[i]));
  });
}

/** "资金 · 2018": a group's heading holds for the columns below it, until the next one. */
function headingsOf(first: Row, second: Row | undefined, isPlace: (cell: Cell) => boolean): string[] {
  if (!second || !isSecondHeading(first, second, isPlace)) return first.map(cellText);
  let group = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_, i) => {
    const above = cellText(first[i]);
    const below = cellText(second[i]);
    group = above || (below ? group : '');
    return [...new Set([group, below].filter(Boolean))].join(' · ');
  });
}
