/** Feeds that are large, made anew for each run: what is normal for a country, what is at the limits, and what is beyond them. */
import { gzipSync } from 'node:zlib';
import type { Topology } from 'topojson-specification';
import { seeded } from '../stats.ts';

/** A file as a server has it. */
export interface LargeCase {
  readonly name: string;
  readonly what: string;
  readonly body: Buffer;
  readonly isPacked?: boolean;
  /** What comes when it is asked for again. */
  readonly next?: Buffer;
  /** The size is not told beforehand. */
  readonly isUnannounced?: boolean;
  /** On the boundaries of the whole country. */
  readonly isCountry?: boolean;
  /** The built-in feed, for comparison. */
  readonly isBuiltIn?: boolean;
  /** Part of what the page has to say in place of the maps. */
  readonly refusal?: string;
}

export interface Codes {
  readonly builtIn: readonly string[];
  readonly country: readonly string[];
}

const METRICS = [
  { id: 'money', label: { 'zh-CN': '资金', en: 'Money' }, kind: 'amount', unit: 'CNY' },
  { id: 'people', label: { 'zh-CN': '常住人口', en: 'Residents' }, kind: 'count', unit: 'person' },
  { id: 'each', label: { 'zh-CN': '人均资金', en: 'Money per head' }, kind: 'rate', of: 'money', per: 'people' },
];

type Row = Readonly<Record<string, unknown>>;

function feed(
  regions: readonly string[],
  values: readonly Row[],
  notes: readonly Row[] = [],
  metrics = METRICS,
): Buffer {
  const frame = { version: 1, id: 'large', title: { 'zh-CN': '大文件', en: 'A large feed' }, updated: '2024-01-01' };
  return Buffer.from(JSON.stringify({ ...frame, metrics, regions, values, notes }));
}

export function largeCases({ builtIn, country }: Codes): LargeCase[] {
  const random = seeded(7);
  const row = (code: string, period: string | number): Row => ({
    code,
    period: String(period),
    money: Math.round(random() * 1e9),
    people: 1_000 + Math.round(random() * 1e6),
  });
  const years = (codes: readonly string[], count: number): Row[] =>
    Array.from({ length: count }, (_, i) => 2024 - i).flatMap((year) => codes.map((code) => row(code, year)));
  const times = <Item>(count: number, make: (i: number) => Item): Item[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const codeAt = (i: number): string => builtIn[i % builtIn.length] ?? '';
  const text = '这一段说的是该县在当年得到的帮扶，'.repeat(25);
  const small = years(builtIn, 1);
  const megabytes = (count: number): Buffer => {
    const length = count * 1_000_000;
    const start = feed(
      builtIn,
      small,
      times(1, () => ({ code: codeAt(0), title: '长', text: '@' })),
    ).toString();
    return Buffer.from(start.replace('@', 'x'.repeat(length - start.length)));
  };
  return [
    { name: 'built-in', what: 'the built-in feed, for comparison', body: Buffer.alloc(52_000), isBuiltIn: true },
    {
      name: 'years',
      what: `the whole country by county, twenty years: ${country.length * 20} rows`,
      body: feed(country, years(country, 20)),
      next: feed(country, years(country, 20)),
      isCountry: true,
    },
    {
      name: 'rows',
      what: '200,000 rows, a period for each 523',
      body: feed(builtIn, years(builtIn, 383).slice(0, 200_000)),
    },
    {
      name: 'twice',
      what: '200,000 rows, all but 523 of them duplicates',
      body: feed(
        builtIn,
        times(200_000, (i) => row(codeAt(i), 2024)),
      ),
    },
    {
      name: 'nobody',
      what: '200,000 rows with codes that nobody has',
      body: feed(builtIn, [...small, ...times(200_000, (i) => row(`某县${i}`, 2024))]),
    },
    {
      name: 'faulty',
      what: '200,000 rows with a column too many and a cell that is no number',
      body: feed(
        builtIn,
        times(200_000, (i) => ({ ...row(codeAt(i), 2024 - Math.floor(i / builtIn.length)), people: '约5', mony: 1 })),
      ),
    },
    {
      name: 'text',
      what: '200,000 rows with numbers as text and codes as numbers',
      body: feed(
        builtIn,
        years(builtIn, 383)
          .slice(0, 200_000)
          .map((each) => ({ ...each, code: Number(each.code), money: String(each.money) })),
      ),
    },
    {
      name: 'notes',
      what: '48 MB of notes, 37,000 of them',
      body: feed(
        builtIn,
        small,
        times(37_000, (i) => ({ code: codeAt(i), title: '帮扶', text: `${i} ${text}` })),
      ),
    },
    { name: 'note', what: '48 MB of notes, one of them', body: megabytes(48) },
    {
      name: 'spread',
      what: '48 MB of notes, all on one county',
      body: feed(
        builtIn,
        small,
        times(37_000, (i) => ({ code: codeAt(0), title: '帮扶', text: `${i} ${text}` })),
      ),
    },
    {
      name: 'limit',
      what: '63 MB, 930,000 rows',
      body: feed(builtIn, years(builtIn, 1_779).slice(0, 930_000)),
    },
    {
      name: 'cut',
      what: '30 MB, cut off in the middle of a row',
      body: feed(builtIn, years(builtIn, 1148)).subarray(0, 30_000_000),
    },
    {
      name: 'packed',
      what: '16 MB, packed, its size not told',
      body: gzipSync(feed(builtIn, years(builtIn, 440))),
      isPacked: true,
      isUnannounced: true,
    },
    { name: 'too-large', what: '80 MB', body: megabytes(80), refusal: '64 MB' },
    {
      name: 'too-large-packed',
      what: '300 MB that come packed as less than 1',
      body: gzipSync(megabytes(300)),
      isPacked: true,
      isUnannounced: true,
      refusal: '64 MB',
    },
    {
      name: 'too-many',
      what: '1,000,001 rows in 52 MB',
      body: feed(
        builtIn,
        times(1_000_001, (i) => ({ code: codeAt(i), period: `${i}`, money: i % 1000 })),
      ),
      refusal: '1,000,000',
    },
  ];
}

export const codesOf = (topology: Topology): string[] => {
  const counties = topology.objects.counties as unknown as { geometries: { id: string }[] };
  return counties.geometries.map(({ id }) => id);
};
