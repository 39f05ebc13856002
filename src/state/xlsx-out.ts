/** Sheets as an XLSX workbook (ECMA-376), in the few parts that a spreadsheet program asks for. Fetched when one is asked for. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { addressOf } from '../data/tables/sheet.js';
import type { FeedCell } from '../scene/parts/feed-table.js';
import type { SheetPart } from '../scene/parts/workbook.js';

/** Rows of a sheet, as Excel has them. */
const MOST_ROWS = 1_048_576;
/** Places in `cellXfs` below. Codes and all other text are kept as text, whatever is typed over them. */
const STYLES = { plain: 0, heading: 1, percent: 2, text: 3 } as const;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const XLSX_TYPE = `${TYPE}.sheet`;

export function writeWorkbook(sheets: readonly SheetPart[]): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${sheets
      .map((_, i) => `<Override PartName="/${fileOf(i, 'xl/')}" ContentType="${TYPE}.worksheet+xml"/>`)
      .join('')}</Types>`,
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
      .map(({ name }, i) => `<sheet name="${escaped(sheetName(name))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => ['worksheet', fileOf(i)] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1">${format(0)}</cellStyleXfs><cellXfs count="4">${format(0)}${format(49, 1)}${format(10)}${format(49)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
  sheets.forEach((sheet, i) => {
    parts[fileOf(i, 'xl/')] = sheetXml(sheet);
  });
  // The time at which it was made is nobody's business, and the same feed makes the same file.
  const options = { mtime: new Date(1980, 0, 1) };
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, xml]): [string, Zippable[string]] => [path, [strToU8(HEAD + xml), options]]),
    ),
  );
}

/** By the numbers that Excel gives its own formats: 0 is any, 10 per cent with two digits, 49 text. */
const format = (number: number, font = 0): string =>
  `<xf numFmtId="${number}" fontId="${font}" fillId="0" borderId="0" applyNumberFormat="1" applyFont="1"/>`;

const fileOf = (i: number, folder = ''): string => `${folder}worksheets/sheet${i + 1}.xml`;

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

function sheetXml({ rows, hasHeadings, percents }: SheetPart): string {
  if (rows.length > MOST_ROWS) throw new RangeError(`pair-atlas: a sheet has ${MOST_ROWS} rows at most.`);
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, i) => {
    const style = percents.has(i) ? ` style="${STYLES.percent}"` : '';
    return `<col min="${i + 1}" max="${i + 1}" width="${widthOf(rows, i)}" customWidth="1"${style}/>`;
  });
  const lines = rows.map((row, r) => {
    const isHeading = hasHeadings && r === 0;
    const cells = row.map((cell, c) => cellXml(cell, addressOf(r, c), isHeading, percents.has(c)));
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  const views = hasHeadings ? `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` : '';
  const cols = columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '';
  return `<worksheet xmlns="${MAIN}">${views}${cols}<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: FeedCell, at: string, isHeading: boolean, isPercent: boolean): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${at}"${isPercent ? ` s="${STYLES.percent}"` : ''}><v>${cell}</v></c>`;
  // Inline text is never a formula, whatever it begins with.
  const style = isHeading ? STYLES.heading : STYLES.text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** In characters, of which Chinese ones are two wide: enough for most, by the first rows. */
function widthOf(rows: SheetPart['rows'], column: number): number {
  const widths = rows.slice(0, 100).map((row) => {
    const [line = ''] = String(row[column] ?? '').split('\n');
    return line.length + (line.match(/[\u2e80-\uffef]/g)?.length ?? 0);
  });
  return Math.min(40, Math.max(8, ...widths) + 2);
}

/** Without the signs that XML cannot have at all: a mark stands for each. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(STRANGE, (sign) => (sign.length === 2 ? sign : '\ufffd'))
    .replace(/[<>&"]/g, (sign) => ENTITIES[sign] ?? sign);
/** Two halves that belong together are a sign of their own. */
const STRANGE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Excel takes no more than 31 characters, and none of these. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, '-').slice(0, 31) || '-';
