/** The sheets of an XLSX workbook, with what is merged. The only module that knows the reader. */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import type { Fault } from '../data/faults.js';
import { addressOf, type Cell, type Sheet } from '../data/tables/sheet.js';

export type Workbook =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'fault'; readonly code: Fault['code']; readonly args: Fault['args'] };

/** Bytes of all sheets unpacked: a small zip can hold gigabytes. */
const MOST_BYTES = 150_000_000;
/** Cells of a sheet, empty ones counted: a single one in the last corner of a sheet would make seventeen thousand million. */
const MOST_CELLS = 20_000_000;

export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  let files: Unzipped;
  let size = 0;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => /\.(xml|rels)$/.test(name) && (size += originalSize) <= MOST_BYTES,
    });
  } catch (error) {
    return broken(error);
  }
  if (size > MOST_BYTES) return { kind: 'fault', code: 'too-large', args: { expected: 'few-bytes' } };
  try {
    const parts = partsOf(files);
    const isPercent = percentStyles(files);
    const percents = new Map<string, ReadonlySet<string>>();
    for (const { path } of parts) {
      const xml = files[path];
      if (!xml) continue;
      // Blanks behind the last tag cost the reader the square of their number.
      // Cells with a border and nothing in them reach to the end of many sheets.
      const filled = strFromU8(xml)
        .replace(/<c\b[^>]*\/>/g, '')
        .trimEnd();
      if (cellsOf(filled) > MOST_CELLS) return { kind: 'fault', code: 'too-large', args: { expected: 'few-cells' } };
      percents.set(path, percentCells(filled, isPercent));
      files[path] = strToU8(filled);
    }
    // Stored, not packed: of packed files the reader unpacks the larger ones in a worker from a blob, which a policy of
    // default-src 'self' forbids.
    const stored = zipSync(files, { level: 0 });
    const read = await readXlsxFile(stored.slice().buffer, { trim: false });
    const sheets = read.flatMap(({ sheet, data }, i): Sheet[] => {
      const part = parts.find(({ name }) => name === sheet) ?? parts[i];
      if (part?.isHidden) return [];
      const inPercent = percents.get(part?.path ?? '') ?? NO_CELLS;
      const rows = (data as unknown[][]).map((row, r) =>
        row.map((value, c) => {
          const cell = cellOf(value);
          return typeof cell === 'number' && inPercent.size > 0 && inPercent.has(addressOf(r, c))
            ? percentOf(cell)
            : cell;
        }),
      );
      return [{ name: sheet, percents: inPercent, ...withMerged(rows, mergesIn(files[part?.path ?? ''])) }];
    });
    return { kind: 'sheets', sheets };
  } catch (error) {
    return broken(error);
  }
}

const broken = (error: unknown): Workbook => ({
  kind: 'fault',
  code: 'broken-workbook',
  args: { detail: error instanceof Error ? error.message : String(error) },
});

function cellOf(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value).toUpperCase() : null;
}

const NO_CELLS: ReadonlySet<string> = new Set();

/** As the spreadsheet shows it, with all of its digits: the decimal point is moved in the text. */
function percentOf(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent !== undefined) return `${digits}e${Number(exponent) + 2}%`;
  const [whole = '', fraction = ''] = digits.split('.');
  const moved = (whole + fraction.slice(0, 2).padEnd(2, '0')).replace(/^(-?)0+(?=\d)/, '$1');
  return `${moved}${fraction.length > 2 ? `.${fraction.slice(2)}` : ''}%`;
}

/** By its place in the list of styles: is a number shown in per cent? */
function percentStyles(files: Unzipped): readonly boolean[] {
  const xml = files['xl/styles.xml'] ? strFromU8(files['xl/styles.xml']) : '';
  // 9 and 10 are spreadsheets' own formats.
  const formats = new Set(['9', '10']);
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g)) {
    const code = plain(attribute(tag, 'formatCode'));
    // A sign in quotation marks, behind a backslash or in brackets is text.
    if (/%/.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''))) formats.add(attribute(tag, 'numFmtId'));
  }
  const [, list = ''] = /<(?:\w+:)?cellXfs\b[^>]*>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml) ?? [];
  return [...list.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) => formats.has(attribute(tag, 'numFmtId')));
}

/** Addresses of the cells that are shown so. */
function percentCells(xml: string, isPercent: readonly boolean[]): ReadonlySet<string> {
  if (!isPercent.includes(true)) return NO_CELLS;
  const found = new Set<string>();
  for (const [tag, address = ''] of xml.matchAll(/<c\b[^>]*?\sr="([A-Z]+\d+)"[^>]*>/g))
    if (isPercent[Number(attribute(tag, 's') || Number.NaN)]) found.add(address);
  return found;
}

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

interface Part {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** The sheets in the order of the workbook, with the files that they are in. */
function partsOf(files: Unzipped): Part[] {
  const text = (path: string): string => (files[path] ? strFromU8(files[path]) : '');
  const targets = new Map<string, string>();
  for (const [tag] of text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)) {
    const target = attribute(tag, 'Target');
    targets.set(attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`);
  }
  return [...text('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^>]*>/g)].map(([tag]) => ({
    name: plain(attribute(tag, 'name')),
    path: targets.get(attribute(tag, '\\w+:id')) ?? '',
    isHidden: /hidden/i.test(attribute(tag, 'state')),
  }));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const plain = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity] ?? '');

/** How many cells the rectangle around all that is filled has. */
function cellsOf(xml: string): number {
  let rows = 0,
    columns = 0;
  for (const [, letters = '', row = ''] of xml.matchAll(/<c\b[^>]*?\sr="([A-Z]+)(\d+)"/g)) {
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, indexOf(letters) + 1);
  }
  return rows * columns;
}

const indexOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function mergesIn(xml: Uint8Array | undefined): Merge[] {
  if (!xml) return [];
  return [...strFromU8(xml).matchAll(/<mergeCell\b[^>]*\sref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)].map(
    ([, a = '', b, c = '', d]) => ({
      left: indexOf(a),
      top: Number(b) - 1,
      right: indexOf(c),
      bottom: Number(d) - 1,
    }),
  );
}

/** What is merged of several cells stands in each of them, and is marked: a number there is of all of them together. */
function withMerged(rows: Cell[][], merges: readonly Merge[]): Pick<Sheet, 'rows' | 'merged'> {
  const merged = new Set<string>();
  for (const { top, left, bottom, right } of merges) {
    const value = rows[top]?.[left] ?? null;
    if (value === null) continue;
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++) {
      for (let column = left; column <= Math.min(right, 1_000); column++) {
        const cells = rows[row];
        if (cells) cells[column] = value;
        merged.add(addressOf(row, column));
      }
    }
  }
  return { rows: rows.map((row) => Array.from(row, (cell) => cell ?? null)), merged };
}
