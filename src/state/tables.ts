/** Tables from files: their bytes to rows, and these to a feed. Fetched when such a file comes, the workbook reader only for XLSX. */
import type { Fault } from '../data/faults.js';
import { parseFeed, type FeedReading } from '../data/feed.js';
import { parseDelimited } from '../data/tables/delimited.js';
import { decodeText } from '../data/tables/encoding.js';
import { parseSheets, type TableFeedReading } from '../data/tables/feed-of-table.js';
import type { TableOptions } from '../data/tables/read-table.js';
import { addressOf } from '../data/tables/sheet.js';
import type { RegionIndex } from '../data/topology.js';
import '../scene/words/deferred.js';

/** Both kinds of workbook begin so: the zip of XLSX, and the container of XLS and of encrypted files. */
const ZIP = [0x50, 0x4b],
  CONTAINER = [0xd0, 0xcf, 0x11, 0xe0];

/** `path` is the file's name or address. What it holds is told by its bytes, so that a workbook named .csv is read as well. */
export async function readTableFile(
  bytes: Uint8Array,
  path: string,
  regions: RegionIndex,
  options?: TableOptions,
): Promise<TableFeedReading> {
  const file = nameOf(path);
  const unusable = (code: Fault['code'], place = path, args: Fault['args'] = {}): TableFeedReading => ({
    kind: 'unusable',
    faults: [{ code, path: place, severity: 'fatal', args }],
  });
  const begins = (mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte);
  if (bytes.length === 0) return unusable('empty');
  if (begins(CONTAINER)) return unusable('old-workbook');
  if (begins(ZIP)) {
    const { readWorkbook } = await import('./xlsx.js');
    const workbook = await readWorkbook(bytes);
    return workbook.kind === 'sheets'
      ? parseSheets(workbook.sheets, { file }, regions, options)
      : unusable(workbook.code, path, workbook.args);
  }
  const decoding = decodeText(bytes);
  if (decoding.kind === 'unreadable') return unusable('unknown-encoding');
  const { text, encoding } = decoding;
  if (!text.trim()) return unusable('empty');
  const reading = parseDelimited(text);
  if (reading.kind === 'open-quote') return unusable('open-quote', `${path} ${addressOf(reading.row, 0)}`);
  return parseSheets([{ rows: reading.rows }], { file, encoding, delimiter: reading.delimiter }, regions, options);
}

/** A file that the reader has chosen: a table, or a feed. */
export async function readChosenFile(
  file: File,
  regions: RegionIndex,
  options?: TableOptions,
): Promise<TableFeedReading | FeedReading> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!/\.json$/i.test(file.name)) return readTableFile(bytes, file.name, regions, options);
  try {
    return parseFeed(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return {
      kind: 'unusable',
      faults: [
        { code: bytes.length === 0 ? 'empty' : 'not-json', path: file.name, severity: 'fatal', args: { detail } },
      ],
    };
  }
}

/** The last step of a path or an address, as a person would read it. */
function nameOf(path: string): string {
  const name = path.replace(/[?#].*$/, '').replace(/^.*[/\\]/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
