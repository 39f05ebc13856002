/** A table as a feed of version 1, with an account of how it was read. The feed goes the way of every other feed. */
import { readCode } from '../codes.js';
import { quote, type Fault } from '../faults.js';
import type { RepairedCode } from '../join.js';
import { inColumn } from '../place.js';
import type { RegionIndex } from '../topology.js';
import type { Level, ReadNumber, RegionCode } from '../types.js';
import { readColumns, unknownChoices, type ColumnChoices, type ColumnReading, type PlainRole } from './columns.js';
import { frameOf, saidIn, type SkippedRow } from './frame.js';
import { tableNames } from './names.js';
import type { OwnWorkbook } from './own-workbook.js';
import { placesOf } from './places.js';
import { addressOf, cellText, columnLetter, type Cell, type FileAccount, type Row, type Sheet } from './sheet.js';
import { feedOfRows, type DataRow, type RowPlaces } from './table-feed.js';

/** How a table was read: all that a reader has to know to trust the picture, or to correct the reading. */
export interface TableAccount extends FileAccount {
  /** Row of the headings as the file counts them, from 1; undefined where it has none. */
  readonly headingRow: number | undefined;
  readonly columns: readonly ColumnReading[];
  readonly repairs: readonly RepairedCode[];
  /** With the first cell of each. */
  readonly skipped: readonly (SkippedRow & { readonly path: string })[];
  /** Where the rows of the feed's lists stand in the file, by their places in the feed: "values[3]". */
  readonly places: RowPlaces;
}

export type TableReading =
  | {
      readonly kind: 'feed';
      readonly feed: object;
      readonly account: TableAccount;
      readonly faults: readonly Fault[];
      /** Numbers that were more than digits, or text where a workbook has numbers. */
      readonly readNumbers: readonly ReadNumber[];
    }
  /** `columns`: it is a table, and what they were taken for leaves nothing to draw. */
  | { readonly kind: 'unusable'; readonly faults: readonly Fault[]; readonly columns?: readonly ColumnReading[] };

export interface TableOptions {
  readonly columns?: ColumnChoices;
  /** What the other sheets of a workbook say that this library wrote. */
  readonly own?: OwnWorkbook;
}

const TOTAL =
  /^(合计|总计|小计|共计|全省|全市|全州|全国|总数|平均|其中|(sub|grand )?totals?|sum|average)(\b|$|[::(合总数])/i;

/** The columns that say what a row is about. */
const LABELS: ReadonlySet<string> = new Set(['code', 'name', 'province', 'prefecture']);
const LEVELS: readonly Level[] = ['county', 'prefecture', 'province'];

/** Reads the rows of a file against the regions of a map. Nothing is guessed: what is not understood is named. */
export function readTable(
  sheet: Sheet,
  file: FileAccount,
  regions: RegionIndex,
  { columns: choices = {}, own }: TableOptions = {},
): TableReading {
  const names = tableNames(regions);
  const isCode = kept((cell) => {
    const text = cellText(cell);
    const reading = text.length >= 6 ? readCode(text, regions.has) : undefined;
    return reading?.kind === 'code' && regions.has(reading.code);
  });
  const isName = kept(
    (cell) => typeof cell === 'string' && !/^[\d.,%-]*$/.test(cell) && names(cell).kind !== 'unknown',
  );
  const prefix = sheet.name === undefined ? '' : `${sheet.name}!`;
  const at = (row: number, column: number): string => prefix + addressOf(row, column);
  const frame = frameOf(sheet, (cell) => cell !== null && (isCode(cell) || isName(cell)));
  const fatal = (code: Fault['code'], args: Fault['args'] = {}, columns?: readonly ColumnReading[]): TableReading => ({
    kind: 'unusable',
    ...(columns ? { columns } : {}),
    faults: [
      { code, path: prefix ? `${file.file} ${sheet.name ?? ''}` : file.file, severity: 'fatal', args },
      ...(columns ? unknown(columns) : []),
    ],
  });
  const listed = (columns: readonly ColumnReading[]): string =>
    columns
      .map(({ letter, heading }) => `${letter} ${heading}`.trim())
      .join(', ')
      .slice(0, 200);
  const unknown = (columns: readonly ColumnReading[]): Fault[] =>
    unknownChoices(choices, columns).map((key) => ({
      code: 'unknown-attribute-value',
      path: 'columns',
      severity: 'warning',
      args: { got: quote(key), expected: listed(columns) },
    }));
  if (!frame) return fatal(sheet.rows.some((row) => row.some((cell) => cellText(cell) !== '')) ? 'no-places' : 'empty');

  const stem = file.file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '');
  const { headingRow } = frame;
  const columns = readColumns({
    headings: frame.headings,
    body: frame.body.map(({ cells }) => cells),
    choices,
    own: own?.columns,
    unit: frame.unit,
    isCode,
    isName,
    title: frame.title?.replace(/[(（].*[)）]$/, '') ?? stem,
  }).map((column, i) => (headingRow === undefined ? column : { ...column, path: at(headingRow, i) }));
  const columnOf = (role: PlainRole): number => columns.findIndex(({ role: { as } }) => as === role);
  if (columnOf('code') < 0 && columnOf('name') < 0) return fatal('no-places', {}, columns);
  if (!columns.some(({ role }) => role.as === 'metric')) return fatal('no-numbers', { got: listed(columns) }, columns);

  const faults: Fault[] = unknown(columns);
  const skipped: SkippedRow[] = [...frame.skipped];
  const skip = (row: number, cells: Row, because: SkippedRow['because']): void =>
    void skipped.push({ row, text: saidIn(cells), because });
  const labels = columns.flatMap(({ role: { as } }, i) => (LABELS.has(as) ? [i] : []));
  const isTotal = (cells: Row): boolean =>
    [...labels.map((i) => cells[i]), cells.find((cell) => cellText(cell) !== '')].some((cell) =>
      TOTAL.test(cellText(cell).replace(/\s/g, '')),
    );
  const place = placesOf(columns, frame.body, regions, names, at);
  const found = frame.body.flatMap(({ row, cells }): DataRow[] => {
    if (!own && isTotal(cells)) {
      skip(row, cells, 'total');
      return [];
    }
    const reading = place.read(row, cells);
    if (reading.kind === 'fault') {
      faults.push(reading.fault);
      return [];
    }
    const { code, isKnown, column } = reading;
    return [{ row, cells, code, isKnown, column }];
  });
  // A row of a unit above counties that have rows themselves is taken for their sum, and named as left out.
  const isAbove = own ? () => false : unitsAbove(found, regions);
  const rows = found.filter((each) => {
    const is = each.isKnown && isAbove(each.code);
    if (is) skip(each.row, each.cells, 'above');
    return !is;
  });
  if (!rows.some(({ isKnown }) => isKnown)) return fatal('no-places', {}, columns);
  const made = feedOfRows({ rows, columns, sheet, at, place, source: frame.source, own });
  return {
    kind: 'feed',
    feed: {
      version: 1,
      id: stem.replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'table',
      title: frame.title ?? stem,
      ...own?.about,
      ...made.lists,
    },
    faults: [...faults, ...made.faults],
    readNumbers: made.readNumbers,
    account: {
      ...file,
      headingRow: headingRow === undefined ? undefined : headingRow + 1,
      columns,
      repairs: place.repairs,
      skipped: skipped.sort((a, b) => a.row - b.row).map((each) => ({ ...each, path: at(each.row, 0) })),
      places: made.places,
    },
  };
}

/** A question that is asked of each cell several times. */
function kept(test: (cell: Cell) => boolean): (cell: Cell) => boolean {
  const known = new Map<Cell, boolean>();
  return (cell) => {
    let is = known.get(cell);
    if (is === undefined) known.set(cell, (is = test(cell)));
    return is;
  };
}

/** Which codes are of units that hold others of the lowest level there is. */
function unitsAbove(rows: readonly DataRow[], regions: RegionIndex): (code: RegionCode) => boolean {
  const codes = new Set(rows.filter(({ isKnown }) => isKnown).map(({ code }) => code));
  const levels = new Set([...codes].map((code) => regions.get(code)?.level));
  const lowest = LEVELS.find((level) => levels.has(level));
  const above = new Set<RegionCode>();
  for (const code of codes)
    for (let at = regions.get(code)?.parent, step = 0; at !== undefined && step < 3; step++) {
      above.add(at);
      at = regions.get(at)?.parent;
    }
  return (code) => above.has(code) && regions.get(code)?.level !== lowest;
}

/** "values[3].资金" of the feed is "D7" in the file; what is nowhere in the file keeps its place in the feed. */
export function placeIn({ places, columns }: TableAccount, path: string): string {
  const [, list = '', index, field = ''] = /^(\w+)\[(\d+)\](?:\.(.+))?$/.exec(path) ?? [];
  const place = Object.keys(places).includes(list) ? places[list]?.[Number(index)] : undefined;
  if (place === undefined) return path;
  const cell = addressOf(place.row, place.column);
  const plain = list === 'values' ? columns.findIndex(({ role }) => role.as === field) : -1;
  const letter = place.columns.get(field) ?? (plain >= 0 ? columnLetter(plain) : undefined);
  return (place.sheet === undefined ? '' : `${place.sheet}!`) + (letter === undefined ? cell : inColumn(cell, letter));
}
