/** Faults that files and servers have: each is made for real, as a file or an answer of a server, and read. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { feedWith, type RawFeed } from '../../fixtures/feeds.js';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Never answers, or cuts the line. */
  readonly fails?: 'silence' | 'cut';
}

export type Case = { readonly what: string } & (
  | { readonly by: 'file'; readonly bytes: string | Uint8Array | Promise<Uint8Array> }
  | { readonly by: 'geometry'; readonly bytes: string }
  | { readonly by: 'table'; readonly name: string; readonly bytes: string | Uint8Array | Promise<Uint8Array> }
  | {
      readonly by: 'http';
      readonly answer: Answer;
      /** What is asked for, where it is no JSON. */ readonly name?: string;
    }
);

const text = (what: string, bytes: string): Case => ({ what, by: 'file', bytes });
const fixture = (what: string, name: string): Case => ({
  what,
  by: 'file',
  bytes: readFile(new URL(`../../fixtures/feeds/${name}`, import.meta.url)),
});
/** A table is told by its name. */
const table = (what: string, name: string): Case => ({
  what,
  by: 'table',
  name: name.replace(/^.*\./, 'feed.'),
  bytes: readFile(new URL(`../../fixtures/tables/${name}`, import.meta.url)),
});
const csv = (what: string, bytes: string | Uint8Array): Case => ({ what, by: 'table', name: 'feed.csv', bytes });
const rows = (what: string, ...lines: readonly string[]): Case =>
  csv(what, ['县,资金（万元）', ...lines, '理县,30'].join('\n'));
/** As a server of the page's own would be asked for a table. */
const tableOverHttp = (what: string, name: string, answer: Answer): Case => ({ what, by: 'http', answer, name });
const feed = (what: string, change: (feed: RawFeed) => void): Case =>
  text(what, JSON.stringify(feedWith(change), null, 2));
const http = (what: string, answer: Answer): Case => ({ what, by: 'http', answer });
const status = (status: number, what: string): Case => http(`${status}, ${what}`, { status, body: 'no' });
const cell = (what: string, funding: unknown): Case => feed(what, ({ values }) => (values[1]!.funding = funding));
const code = (what: string, given: unknown): Case => feed(what, ({ values }) => (values[1]!.code = given));
const good = JSON.stringify(
  feedWith(() => {}),
  null,
  2,
);
const metricsOf = (raw: RawFeed): Record<string, unknown>[] => raw.metrics as Record<string, unknown>[];

/** In the midst of a sign of two bytes. */
async function cutTable(): Promise<Uint8Array> {
  const bytes = await readFile(new URL('../../fixtures/tables/census-gb18030.csv', import.meta.url));
  const start = bytes.indexOf(0xb4, 200);
  return bytes.subarray(0, start + 1);
}

export const CASES: readonly Case[] = [
  // answers
  status(304, 'with nothing in the cache'),
  status(400, 'bad request'),
  status(401, 'a login is asked for'),
  status(403, 'forbidden'),
  status(404, 'not there'),
  status(410, 'gone'),
  status(429, 'too often'),
  status(451, 'withheld'),
  status(500, 'server error'),
  status(503, 'overloaded'),
  http('redirect to a login page', { status: 302, headers: { location: '/login' } }),
  http('an error page with status 200', { body: '<!doctype html><title>404</title>' }),
  http('an empty answer', { body: '' }),
  http('the line is cut', { fails: 'cut' }),
  http('no answer in time', { fails: 'silence' }),
  http('half a file', { body: good.slice(0, 300) }),
  http('GB 18030, over HTTP', { body: await readFile(new URL('../../fixtures/feeds/gb18030.json', import.meta.url)) }),
  http('an archive, over HTTP', {
    body: await readFile(new URL('../../fixtures/feeds/archive.json', import.meta.url)),
  }),
  http('70 MB', { headers: { 'content-length': '70000001' }, body: '{' }),
  http('200 MB that come packed', {
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(200_000_000)),
  }),
  // encodings
  fixture('GB 18030', 'gb18030.json'),
  fixture('GB 18030, cut off', 'gb18030-cut.json'),
  fixture('UTF-16 with a mark', 'utf-16-le.json'),
  fixture('UTF-16, big end first', 'utf-16-be.json'),
  fixture('UTF-16 without a mark', 'utf-16-bare.json'),
  fixture('UTF-32', 'utf-32.json'),
  fixture('Big5', 'big5.json'),
  fixture('Windows-1252', 'windows-1252.json'),
  fixture('an archive', 'archive.json'),
  // syntax
  fixture('an empty file', 'empty.json'),
  fixture('a web page', 'page.json'),
  fixture('a file that is cut off', 'cut-off.json'),
  text('a comma is missing', good.replace('"id": "test",', '"id": "test"')),
  text('a comma too many', good.replace('"headlines": []', '"headlines": [],')),
  text('single quotes', good.replaceAll('"', "'")),
  text('a comment', good.replace('{', '{ // feed')),
  text('NaN', good.replace('10000000', 'NaN')),
  text('something after the end', `${good}\n}`),
  // the frame
  text('a list', '[]'),
  feed('no version', (raw) => delete (raw as Partial<RawFeed>).version),
  feed('version 2', (raw) => (raw.version = 2)),
  feed('no metrics', (raw) => (raw.metrics = [])),
  feed('metrics that are text', (raw) => (raw.metrics = 'funding')),
  feed('coverage of nothing', (raw) => (metricsOf(raw)[2]!.of = 'ghosts')),
  text('a million rows and one', good.replace(/"values": \[[^\]]*\]/, `"values": [${'0,'.repeat(1e6)}0]`)),
  feed('coverage of no metric at all', (raw) => delete metricsOf(raw)[2]!.of),
  feed('categories without a list of them', (raw) => (metricsOf(raw)[1]!.kind = 'category')),
  feed('a metric twice', (raw) => metricsOf(raw).push({ ...metricsOf(raw)[1]! })),
  feed('a source twice', (raw) => (raw.sources as object[]).push({ id: 'gov', name: 'Another' })),
  feed('a field that nobody knows', (raw) => (raw.vlaues = [])),
  // fields
  feed('a kind that is not there', (raw) => (metricsOf(raw)[1]!.kind = 'guess')),
  feed('a total of 1e300', (raw) => (metricsOf(raw)[0]!.total = 1e300)),
  feed('a status that is not there', ({ values }) => (values[1]!.status = 'guessed')),
  feed('a row without a code', ({ values }) => delete values[1]!.code),
  feed('a column that no metric has', ({ values }) => (values[1]!.fundng = 5)),
  feed('a weight of 0', ({ pairs }) => (pairs[0]!.weight = 0)),
  feed('a script as an address', (raw) => ((raw.sources as { url: string }[])[0]!.url = 'javascript:alert(1)')),
  // cells
  cell('digits as text', '27020000'),
  cell('commas between thousands', '27,020,000'),
  cell('full-width digits', '２７０２００００'),
  cell('a figure in 万', '3,087.5万'),
  cell('a decimal comma', '1,23'),
  cell('a figure with a word', '约5'),
  cell('a figure that a spreadsheet cut', '2.7E+07'),
  cell('per cent in an amount', '12.3%'),
  cell('a footnote sign', '12³'),
  cell('1e300', 1e300),
  cell('a negative amount', -5),
  feed('part of a person', ({ values }) => (values[1]!.cadres = 1.5)),
  feed('half of an interval', (raw) => {
    Object.assign(metricsOf(raw)[0]!, { low: 'from', high: 'to' });
    raw.values[1]!.from = 1;
  }),
  feed('an interval around no value', (raw) => {
    Object.assign(metricsOf(raw)[0]!, { low: 'from', high: 'to' });
    Object.assign(raw.values[1]!, { funding: 'suppressed', from: 1, to: 2 });
  }),
  feed('an interval beside its value', (raw) => {
    Object.assign(metricsOf(raw)[0]!, { low: 'from', high: 'to' });
    Object.assign(raw.values[1]!, { from: 1, to: 2 });
  }),
  feed('a share of 12.5', (raw) => {
    Object.assign(metricsOf(raw)[0]!, { kind: 'share', unit: undefined });
    for (const row of raw.values) row.funding = 0.1;
    raw.values[1]!.funding = 12.5;
  }),
  feed('a name that is no category', (raw) => {
    metricsOf(raw)[0] = { id: 'funding', label: '年份', kind: 'ordered', categories: [{ id: 2016 }, { id: 2017 }] };
    for (const row of raw.values) row.funding = 2016;
    raw.values[1]!.funding = 2019;
  }),
  feed('a change since a period that no row has', (raw) => {
    metricsOf(raw).push({ id: 'grown', label: '增减', kind: 'change', of: 'funding', since: '1990' });
  }),
  feed('names for other classes than there are', (raw) => {
    Object.assign(metricsOf(raw)[0]!, { breaks: [15_000_000], classLabels: ['低', '中', '高'] });
  }),
  feed('万 in a column without a unit', (raw) => {
    delete metricsOf(raw)[0]!.unit;
    raw.values[1]!.funding = '3万';
  }),
  // codes
  code('a code as a number', 513221),
  code('a code of twelve digits', '513221000000'),
  code('a name', '汶川'),
  code('a name with its province', '四川省汶川县'),
  code('a name in English', 'Wenchuan County'),
  code('a name that two places have', '阿坝'),
  code('a name that nobody has', '某县'),
  code('a code that nobody has', '999999'),
  code('a code of five digits', '51322'),
  feed('a code that was changed since', (raw) => (raw.notes = [{ code: '330185', title: '注', text: '文' }])),
  feed('a row twice', ({ values }) => values.push({ ...values[1] })),
  feed('a region that takes no part', ({ values }) => values.push({ code: '510104', funding: 1 })),
  feed('a pair to nowhere', ({ pairs }) => (pairs[0]!.to = '000000')),
  // tables: what cannot be read
  table('a table: empty', 'empty.csv'),
  table('a table: blanks only', 'blank.csv'),
  table('a table: no column of places', 'no-places.csv'),
  table('a table: no column of numbers', 'no-numbers.csv'),
  table('a table: headings only', 'headings-only.csv'),
  table('a table: a quotation mark is not closed', 'open-quote.csv'),
  table('a table: bytes that are no text', 'not-text.csv'),
  csv('a table: GB 18030, cut off', await cutTable()),
  csv('a table: UTF-8, cut in a sign', new TextEncoder().encode('县,资金\n汶川县,1').slice(0, 13)),
  table('a table: a web page that is named .csv', 'web-page.csv'),
  table('a table: an old workbook', 'old.xls'),
  csv('a table: a web page that is named .xls', '<html><table><tr><td>县</td></tr></table></html>'),
  table('a workbook: cut off', 'cut-off.xlsx'),
  table('a workbook: a cell in the last corner', 'far-corner.xlsx'),
  tableOverHttp('a table: not there', 'feed.csv', { status: 404 }),
  tableOverHttp('a workbook: forbidden', 'feed.xlsx', { status: 403 }),
  tableOverHttp('a table: redirect to a login page', 'feed.csv', { status: 302, headers: { location: '/login' } }),
  tableOverHttp('a table: an error page with status 200', 'feed.csv', { body: '<!doctype html><title>404</title>' }),
  // tables: rows and cells
  table('a table: a name that two places have', 'ambiguous-name.csv'),
  table('a table: code and name are two places', 'other-name.csv'),
  table('a table: a name that nobody has', 'unknown-names.csv'),
  table('a table: a namesake in another province', 'outside.csv'),
  table('a table: a row twice', 'duplicates.csv'),
  table('a table: per cent among amounts', 'percent-among-amounts.csv'),
  table('a table: footnote signs', 'footnotes.csv'),
  table('a table: a negative amount', 'negative.csv'),
  table('a table: part of a person', 'half-people.csv'),
  table('a table: a status that nobody knows', 'unknown-status.csv'),
  table('a workbook: a number in merged cells', 'merged-number.xlsx'),
  table('a workbook: codes of twelve digits', 'long-codes.xlsx'),
  rows('a table: a figure that a spreadsheet cut', '汶川县,1.2E+08'),
  rows('a table: a figure with a remark', '汶川县,1200（含州本级）'),
  rows('a table: a figure in 亿 among 万', '汶川县,1.2亿'),
  rows('a table: a name of an older kind', '马尔康县,5'),
  csv('a table: a code that was changed since', '代码,资金（万元）\n330185,5\n513221,6'),
  csv('a table: full-width digits in a code', '代码,资金（万元）\n５１３２２１,5\n513222,6'),
  csv('a table: a name for a code', '代码,资金（万元）\n汶川县,5\n513222,6'),
  // boundaries
  { what: 'boundaries that are no TopoJSON', by: 'geometry', bytes: '{"type": "FeatureCollection"}' },
  {
    what: 'boundaries in GCJ-02',
    by: 'geometry',
    bytes: '{"type": "Topology", "datum": "GCJ-02", "arcs": [], "objects": {}}',
  },
  {
    what: 'boundaries without counties',
    by: 'geometry',
    bytes: '{"type": "Topology", "datum": "WGS 84", "arcs": [], "objects": {}}',
  },
];
