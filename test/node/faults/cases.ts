/** Faults that files and servers have: each is made for real, as a file or an answer of a server, and read. */
import { readFile } from 'node:fs/promises';
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
  | { readonly by: 'http'; readonly answer: Answer }
);

const text = (what: string, bytes: string): Case => ({ what, by: 'file', bytes });
const fixture = (what: string, name: string): Case => ({
  what,
  by: 'file',
  bytes: readFile(new URL(`../../fixtures/feeds/${name}`, import.meta.url)),
});
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
