/** A table as a feed of version 1, with an account of how it was read. The feed goes the way of every other feed. */
import { readCode } from '../codes.js';
import { quote, type Fault } from '../faults.js';
import { FIRST_LANGUAGE } from '../languages.js';
import { STATUSES, type Status } from '../status.js';
import type { RegionIndex } from '../topology.js';
import type { Level, RegionCode } from '../types.js';
import { readNumber, scaled } from './cells.js';
import { readColumns, type ColumnChoices, type ColumnReading, type MetricColumn, type PlainRole } from './columns.js';
import { frameOf, type SkippedRow } from './frame.js';
import { indexNames } from './names.js';
import { placesOf, type TableRepair } from './places.js';
import { addressOf, cellText, type Cell, type FileAccount, type Row, type Sheet } from './sheet.js';

/** How a table was read: all that a reader has to know to trust the picture, or to correct the reading. */
export interface TableAccount extends FileAccount {
  /** Row of the headings as the file counts them, from 1; undefined where it has none. */
  readonly headingRow: number | undefined;
  readonly columns: readonly ColumnReading[];
  readonly repairs: readonly TableRepair[];
  readonly skipped: readonly (SkippedRow & { readonly path: string })[];
  /** Where each row of the feed's lists stands in the file, by its place in the feed: "values[3]" is "A7". */
  readonly places: ReadonlyMap<string, string>;
}

export type TableReading =
  | { readonly kind: 'feed'; readonly feed: object; readonly account: TableAccount; readonly faults: readonly Fault[] }
  | { readonly kind: 'unusable'; readonly faults: readonly Fault[] };

export interface TableOptions {
  readonly columns?: ColumnChoices;
}

const TOTAL =
  /^(合计|总计|小计|共计|全省|全市|全州|全国|总数|平均|其中|(sub|grand )?totals?|sum|average)(\b|$|[::(合总数])/i;

/** The columns that say what a row is about. */
const LABELS: ReadonlySet<string> = new Set(['code', 'name', 'province', 'prefecture']);

/** Words for how sure a number is. What is in none of them is refused with the feed's own word for that. */
const STATUS_WORDS: readonly (readonly [RegExp, Status])[] = [
  [/^(公布|已公布|公开|官方|实际|统计)(数据|数字|数)?$/, 'reported'],
  [/^(已?证实|已?核实|已?确认)(数据|数字|数)?$/, 'confirmed'],
  [/^(推断|推定|推算)(数据|数字|数)?$/, 'inferred'],
  [/^(估算|估计|预计|初步)(数据|数字|数)?$/, 'estimated'],
  [/^(示意|示例|虚构)(数据|数字|数)?$/, 'illustrative'],
];

/** Reads the rows of a file against the regions of a map. Nothing is guessed: what is not understood is named. */
export function readTable(
  sheet: Sheet,
  file: FileAccount,
  regions: RegionIndex,
  { columns: choices = {} }: TableOptions = {},
): TableReading {
  const names = indexNames(regions);
  const known = new Map<string, boolean>();
  // Asked of each cell several times.
  const kept =
    (test: (cell: Cell) => boolean, mark: string) =>
    (cell: Cell): boolean => {
      const key = `${mark}${typeof cell}${String(cell)}`;
      let is = known.get(key);
      if (is === undefined) known.set(key, (is = test(cell)));
      return is;
    };
  const isCode = kept((cell) => {
    const text = cellText(cell);
    const reading = text.length >= 6 ? readCode(text, regions.has) : undefined;
    return reading?.kind === 'code' && regions.has(reading.code);
  }, 'c');
  const isName = kept(
    (cell) => typeof cell === 'string' && !/^[\d.,%-]*$/.test(cell) && names(cell).kind !== 'unknown',
    'n',
  );
  const prefix = sheet.name === undefined ? '' : `${sheet.name}!`;
  const at = (row: number, column: number): string => prefix + addressOf(row, column);
  const frame = frameOf(sheet, (cell) => cell !== null && (isCode(cell) || isName(cell)));
  const fatal = (code: Fault['code'], args: Fault['args'] = {}): TableReading => ({
    kind: 'unusable',
    faults: [{ code, path: prefix ? `${file.file} ${sheet.name ?? ''}` : file.file, severity: 'fatal', args }],
  });
  if (!frame) return fatal(sheet.rows.some((row) => row.some((cell) => cellText(cell) !== '')) ? 'no-places' : 'empty');

  const stem = file.file.replace(/^.*[/\\]/, '').replace(/\.\w+$/, '');
  const title = frame.title ?? stem;
  const columns = readColumns({
    headings: frame.headings,
    body: frame.body.map(({ cells }) => cells),
    choices,
    unit: frame.unit,
    isCode,
    isName,
    title: frame.title?.replace(/\(.*\)$/, '') ?? stem,
  });
  const columnOf = (role: PlainRole): number => columns.findIndex(({ role: { as } }) => as === role);
  const metrics = columns.flatMap(({ role }, column) => (role.as === 'metric' ? [{ ...role, column }] : []));
  if (columnOf('code') < 0 && columnOf('name') < 0) return fatal('no-places');
  if (metrics.length === 0) {
    const got = columns.map(({ letter, heading }) => `${letter} ${heading}`.trim()).join(', ');
    return fatal('no-numbers', { got: got.slice(0, 200) });
  }

  const faults: Fault[] = [];
  const skipped: SkippedRow[] = [...frame.skipped];
  const rowFault = (
    code: Fault['code'],
    path: string,
    args: Fault['args'],
    severity: Fault['severity'] = 'row',
  ): void => void faults.push({ code, path, severity, args });
  const labels = columns.flatMap(({ role: { as } }, i) => (LABELS.has(as) ? [i] : []));
  const isTotal = (cells: Row): boolean =>
    [...labels.map((i) => cells[i]), cells.find((cell) => cellText(cell) !== '')].some((cell) =>
      TOTAL.test(cellText(cell).replace(/\s/g, '')),
    );
  const place = placesOf(columns, frame.body, regions, names, at);
  const rows = frame.body.flatMap(({ row, cells }) => {
    if (isTotal(cells)) {
      skipped.push({ row, text: cells.map(cellText).filter(Boolean).join(' '), because: 'total' });
      return [];
    }
    const found = place.read(row, cells);
    if (found.kind === 'fault') {
      faults.push(found.fault);
      return [];
    }
    return [{ row, cells, code: found.code, path: at(row, found.column), isKnown: found.isKnown }];
  });
  // A row of a unit above counties that are given themselves is their sum already.
  const levels = new Set(rows.flatMap(({ code, isKnown }) => (isKnown ? (regions.get(code)?.level ?? []) : [])));
  const lowest = (['county', 'prefecture', 'province'] as readonly Level[]).find((level) => levels.has(level));
  const own = rows.filter(({ row, cells, code, isKnown }) => {
    const isAbove = isKnown && lowest !== undefined && regions.get(code)?.level !== lowest && holdsOthers(code);
    if (isAbove) skipped.push({ row, text: cells.map(cellText).filter(Boolean).join(' '), because: 'above' });
    return !isAbove;
  });
  function holdsOthers(code: RegionCode): boolean {
    return rows.some((other) => other.isKnown && other.code !== code && regions.isWithin(other.code, code));
  }

  const places = new Map<string, string>();
  const sources = new Map<string, string>();
  const sourceId = (name: string): string => {
    const id = sources.get(name) ?? `s${sources.size + 1}`;
    sources.set(name, id);
    return id;
  };
  const textAt = (cells: Row, role: PlainRole): string => cellText(cells[columnOf(role)]);
  const values: object[] = [];
  const pairs: object[] = [];
  const notes: object[] = [];
  const put = (list: object[], name: string, entry: object, path: string): void => {
    places.set(`${name}[${list.length}]`, path);
    list.push(entry);
  };
  for (const { row, cells, code, path } of own) {
    const source = textAt(cells, 'source') || frame.source;
    const status = statusOf(textAt(cells, 'status'));
    const period = periodOf(textAt(cells, 'period'));
    const common = { code, ...(status ? { status } : {}), ...(source ? { source: sourceId(source) } : {}) };
    const numbers = new Map<string | undefined, [string, number | null][]>();
    for (const metric of metrics) {
      const into = metric.period ?? period;
      const list = numbers.get(into) ?? [];
      numbers.set(into, list);
      list.push([metric.id, numberAt(row, cells, metric)]);
    }
    for (const [when, entries] of numbers)
      put(values, 'values', { ...common, ...(when ? { period: when } : {}), ...Object.fromEntries(entries) }, path);
    columns.forEach(({ role, heading }, column) => {
      const text = cellText(cells[column]);
      if (role.as === 'note' && text) put(notes, 'notes', { code, title: heading, text }, at(row, column));
      if (role.as !== 'pair') return;
      for (const partner of place.partners(row, column, cells[column])) {
        if (partner.kind === 'fault') faults.push(partner.fault);
        else
          put(
            pairs,
            'pairs',
            { from: partner.code, to: code, ...common, code: undefined, ...(period ? { period } : {}) },
            at(row, column),
          );
      }
    });
  }

  function numberAt(
    row: number,
    cells: Row,
    { column, kind, power }: MetricColumn & { readonly column: number },
  ): number | null {
    const cell = cells[column];
    const path = at(row, column);
    const reading = readNumber(cell);
    if (reading.kind === 'missing') return null;
    if (sheet.merged?.has(addressOf(row, column))) {
      rowFault('merged-number', path, { got: quote(cellText(cell)) });
      return null;
    }
    if (reading.kind === 'unreadable') {
      rowFault('wrong-type', path, { expected: 'number', got: quote(cellText(cell)) });
      return null;
    }
    // A percentage is no amount, whatever the others of its column are.
    if (reading.isPercent && kind !== 'share') {
      rowFault('wrong-type', path, { expected: 'number', got: quote(cellText(cell)) });
      return null;
    }
    return scaled(reading.digits, reading.scale ?? power);
  }

  const participants = [...new Set(own.filter(({ isKnown }) => isKnown).map(({ code }) => code))];
  if (participants.length === 0) return fatal('no-places');
  const unique = new Map(metrics.map((metric) => [metric.id, metric]));
  const feed = {
    version: 1,
    id: stem.replace(/[^\p{L}\p{N}_-]+/gu, '-') || 'table',
    title: { [FIRST_LANGUAGE]: title },
    ...(sources.size > 0
      ? {
          sources: [...sources].map(([name, id]) => ({
            id,
            name,
            ...(/^https?:\/\/\S+$/i.test(name) ? { url: name } : {}),
          })),
        }
      : {}),
    metrics: [...unique.values()].map(({ id, label, kind, unit }) => ({
      id,
      label,
      kind,
      ...(unit === undefined ? {} : { unit }),
    })),
    regions: participants,
    values,
    ...(pairs.length > 0 ? { pairs: pairs.map((pair) => ({ ...pair, code: undefined })) } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
  return {
    kind: 'feed',
    // Without members that are undefined, as a file has it.
    feed: JSON.parse(JSON.stringify(feed)) as object,
    faults,
    account: {
      ...file,
      headingRow: frame.headingRow === undefined ? undefined : frame.headingRow + 1,
      columns,
      repairs: place.repairs,
      skipped: skipped.sort((a, b) => a.row - b.row).map((each) => ({ ...each, path: String(each.row + 1) })),
      places,
    },
  };
}

function statusOf(text: string): string | undefined {
  if (!text) return undefined;
  const plain = text.toLowerCase();
  return (STATUSES as readonly string[]).includes(plain)
    ? plain
    : (STATUS_WORDS.find(([words]) => words.test(text))?.[1] ?? text);
}

/** "2018年" and 2018.0 are 2018. */
const periodOf = (text: string): string | undefined =>
  /^(\d{4})(\.0+|年|年度)?$/.exec(text)?.[1] ?? (text === '' ? undefined : text);
