/** A whole feed as a file for other programs: what is written is read again. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { buildDataset } from '../../src/data/build-dataset.js';
import type { Dataset } from '../../src/data/dataset.js';
import { tableDataset } from '../../src/data/tables/feed-of-table.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { csvwOf } from '../../src/scene/parts/csvw.js';
import { inLanguage, type Language } from '../../src/scene/words/index.js';
import { feedArchive, feedWorkbook } from '../../src/state/feed-files.js';
import { readTableFile } from '../../src/state/tables.js';
import '../../src/scene/words/all.js';
import { goodFeed } from '../fixtures/feeds.js';
import { builtInDataset, datasetOf, realRegions } from '../fixtures/world.js';

const text = (zh: string, en: string): object => ({ 'zh-CN': zh, en });
/** What spreadsheets, XML and headings could take for something else. */
const NASTY = [
  '=1+1',
  '<b>&"\'',
  '人口（人）',
  '年份',
  '备注',
  '（初步）',
  '代码',
  '1,000',
  'A\nB',
  ' ',
  '！',
] as const;
const words = fc.tuple(fc.constantFrom(...NASTY), fc.stringMatching(/^[一-龥]{1,6}$/)).map(([odd, word]) => word + odd);

const GIVER = '330106';
const CODES = ['513201', '513221', '513222', '513223', '330106', '222401'];
const PERIODS = ['2016', '2017-Q1', '2018-03', '"十三五"'];
const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });

/** Metrics of every kind that is a column, with the numbers that it takes. */
const COLUMNS = {
  money: { metric: { kind: 'amount', unit: 'CNY', total: 1e9, source: 'b' }, cell: finite(0, 1e12) },
  own: { metric: { kind: 'amount', unit: '万吨' }, cell: finite(0, 1e6) },
  people: { metric: { kind: 'count', unit: 'person' }, cell: fc.nat() },
  'old.er': { metric: { kind: 'share' }, cell: finite(0, 1) },
  constructor: { metric: { kind: 'rate', unit: '元/公顷', digits: 2 }, cell: finite(0, 1e6) },
  growth: { metric: { kind: 'change', middle: 0.1 }, cell: finite(-2, 2) },
  more: { metric: { kind: 'change', unit: 'CNY' }, cell: finite(-1e9, 1e9) },
  index: {
    metric: { kind: 'index', unit: '分', breaks: [1, 2], special: [{ id: 'broken', label: text('检修', 'Repair') }] },
    cell: fc.oneof(finite(-9, 9), fc.constant('broken')),
  },
  sort: {
    metric: {
      kind: 'category',
      categories: [
        { id: 'x', label: text('甲类', 'First') },
        { id: 'y', label: text('12', '12%') },
      ],
    },
    cell: fc.constantFrom('x', 'y'),
  },
  year: {
    metric: { kind: 'ordered', categories: [2016, 2017].map((id) => ({ id, label: text(`${id}年`, String(id)) })) },
    cell: fc.constantFrom('2016', '2017'),
  },
  likely: { metric: { kind: 'index', low: 'from', high: 'to' }, cell: finite(-5, 5) },
  // Of which those who help have rows of their own.
  census: { metric: { kind: 'count', unit: 'person', givers: 'own' }, cell: fc.nat() },
} as const;
const DERIVED = [
  { id: 'covered', label: text('覆盖', 'Covered'), kind: 'coverage', of: 'people' },
  { id: 'each', label: text('人均', 'Each'), kind: 'rate', of: 'money', per: 'people', unit: 'CNY/person' },
];
type Id = keyof typeof COLUMNS;
const IDS = Object.keys(COLUMNS) as Id[];

const feeds = fc.record({
  title: words,
  labels: fc.array(words, { minLength: IDS.length, maxLength: IDS.length }),
  rows: fc.uniqueArray(
    fc.record({
      code: fc.constantFrom(...CODES),
      period: fc.constantFrom(...PERIODS),
      status: fc.constantFrom(
        'reported',
        'confirmed',
        'revised',
        'provisional',
        'inferred',
        'estimated',
        'illustrative',
      ),
      source: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
      isCensus: fc.boolean(),
      cells: fc.record(
        Object.fromEntries(
          IDS.map((id) => [
            id,
            fc.oneof(
              { weight: 4, arbitrary: COLUMNS[id].cell as fc.Arbitrary<unknown> },
              { weight: 1, arbitrary: fc.constantFrom(null, 'suppressed', 'below-limit') },
            ),
          ]),
        ),
      ),
    }),
    { maxLength: 12, selector: ({ code, period }) => code + period },
  ),
  regions: fc.subarray(CODES, { minLength: 1 }),
  notes: fc.array(fc.record({ code: fc.constantFrom(...CODES), title: words, text: words }), { maxLength: 3 }),
  weights: fc.array(fc.double({ min: 0.1, max: 9, noNaN: true }), { maxLength: 3 }),
  bases: fc.shuffledSubarray(['people', 'census', 'money', 'county']),
});
type Made = typeof feeds extends fc.Arbitrary<infer T> ? T : never;

const feedOf = ({ title, labels, rows, regions, notes, weights, bases }: Made): object => ({
  ...goodFeed(),
  title: text(title, `${title} (en)`),
  sources: [
    { id: 'a', name: text('某公报（第一版），下册', 'Gazette, second part'), url: 'https://example.org/a' },
    { id: 'b', name: text('=另一份', 'Other'), date: '2020' },
  ],
  metrics: [
    ...IDS.map((id, i) => ({ id, label: text(labels[i]!, `${labels[i]} en`), ...COLUMNS[id].metric })),
    ...DERIVED,
  ],
  bases,
  regions,
  // Who helps has a row of the census alone, and so may have who takes part.
  values: rows
    .filter(({ code }) => regions.includes(code) || (code === GIVER && weights.length > 0))
    .map(({ cells, isCensus, ...row }) =>
      isCensus || !regions.includes(row.code)
        ? { ...row, census: cells.census }
        : {
            ...row,
            ...cells,
            ...(typeof cells.likely === 'number' ? { from: cells.likely - 1, to: cells.likely + 1 } : {}),
          },
    ),
  notes: notes.map((note) => ({ ...note, title: text(note.title, 'en'), source: 'a' })),
  pairs: weights.slice(0, regions.length).map((weight, i) => ({
    from: GIVER,
    to: regions[i],
    ...(i === 0 ? {} : { period: '2016' }),
    weight,
    status: 'inferred',
    source: 'a',
    note: text('注', 'note'),
  })),
  names: regions.slice(0, 2).map((code) => ({ code, lang: 'ug', text: 'ئاپتونوم', source: 'a' })),
  headlines: [{ id: 'all', label: text('合计', 'All'), value: 1.5, unit: 'CNY', source: 'b' }],
});

/** `complaints`: what reading must find, and nothing else. */
async function readAgain(
  bytes: Uint8Array,
  name: string,
  regions: RegionIndex,
  complaints: readonly string[] = [],
): Promise<Dataset> {
  const reading = await readTableFile(bytes, name, regions);
  if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
  expect(reading.faults.map(({ code, args }) => `${code} ${String(args.got)}`)).to.deep.equal(complaints);
  const { feed, codes, faults, account } = reading;
  return tableDataset(buildDataset(feed, codes, regions, faults), account);
}

/** All that a dataset says, without where it stood. */
function told({ feed, join, participants, ledger }: Dataset): object {
  const bare = <Row extends { readonly path: string }>({ path, ...row }: Row): object => {
    void path;
    return row;
  };
  const rows = [...participants, ...join.owners].flatMap((code) =>
    feed.periods.flatMap((period) =>
      join.rows(code, period).map(({ numbers, specials = [], ranges = [], status, source }) => {
        const known = [...numbers].filter(([, value]) => value !== null).sort();
        return { code, period, status, source, known, specials: [...specials].sort(), ranges: [...ranges].sort() };
      }),
    ),
  );
  const { id, title, updated, boundaries, metrics, bases, sources, headlines, periods } = feed;
  const lists = { pairs: join.pairs.map(bare), notes: join.notes.map(bare), names: join.names.map(bare) };
  const { unmatched, duplicates, outOfRange, notTakingPart } = ledger;
  const json = { id, title, updated, boundaries, metrics, bases, sources, headlines, periods, rows, ...lists };
  return JSON.parse(
    JSON.stringify({ ...json, participants: [...participants], unmatched, duplicates, outOfRange, notTakingPart }),
  ) as object;
}

describe('a feed as a workbook', () => {
  it('is the same when it is read again, whatever is in it, in each language', async () => {
    const regions = await realRegions();
    await fc.assert(
      fc.asyncProperty(feeds, fc.constantFrom<Language>('zh-CN', 'zh-Hant', 'en'), async (made, language) => {
        const dataset = datasetOf(feedOf(made), regions);
        const again = await readAgain(feedWorkbook(dataset, [], language), 'feed.xlsx', regions);
        expect(told(again)).to.deep.equal(told(dataset));
      }),
      { numRuns: 60 },
    );
  });

  it('is the same of the built-in case', async () => {
    const dataset = await builtInDataset();
    for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
      const again = await readAgain(feedWorkbook(dataset, [], language), 'feed.xlsx', dataset.regions);
      expect(told(again)).to.deep.equal(told(dataset));
    }
  });

  it('keeps the bases that its author offers', async () => {
    const regions = await realRegions();
    const dataset = datasetOf({ ...goodFeed(), bases: ['cadres', 'county'] }, regions);
    const again = await readAgain(feedWorkbook(dataset, [], 'zh-CN'), 'feed.xlsx', regions);
    expect(again.feed.bases).to.deep.equal(['cadres', 'county']);
    expect(again.metric('funding/county')).to.include({ kind: 'rate' });
  });

  it('holds no formula, and texts as texts', async () => {
    const feed = { ...goodFeed(), title: '=HYPERLINK("x")' };
    const files = unzipSync(feedWorkbook(datasetOf(feed, await realRegions()), [], 'zh-CN'));
    const sheets = Object.entries(files).filter(([path]) => path.startsWith('xl/worksheets/'));
    expect(sheets).to.have.length(6);
    for (const [path, xml] of sheets) expect(strFromU8(xml), path).to.not.contain('<f');
    expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).to.contain(
      '<c r="A2" s="3" t="inlineStr"><is><t xml:space="preserve">513201</t></is></c>',
    );
  });

  it('says what was left out, and why', async () => {
    const feed = goodFeed();
    feed.values.push({ code: '999999', funding: 5 }, { code: '513221', period: '2018', funding: 6 });
    const files = unzipSync(feedWorkbook(datasetOf(feed, await realRegions()), [], 'zh-CN'));
    const account = strFromU8(files['xl/worksheets/sheet6.xml']!);
    expect(account).to.contain('999999').and.to.contain('values[5]：513221，与 values[1] 重复');
  });

  it('is read as it was changed by hand since', async () => {
    const regions = await realRegions();
    const files = unzipSync(feedWorkbook(datasetOf(goodFeed(), regions), [], 'zh-CN'));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
    expect(sheet).to.contain('<v>20000000</v>');
    // What Excel makes of a number that is typed over with text.
    files['xl/worksheets/sheet1.xml'] = new TextEncoder().encode(
      sheet
        .replace('<v>20000000</v>', '<v>21000000</v>')
        .replace(/<c r="D4"[^>]*><v>30000000<\/v>/, '<c r="D4" t="inlineStr"><is><t>约3千万</t></is>'),
    );
    const { zipSync } = await import('fflate');
    const reading = await readTableFile(zipSync(files), 'feed.xlsx', regions);
    expect(reading.faults.map(({ code, path }) => [code, path])).to.deep.equal([['wrong-type', '数据!D4']]);
    expect(reading.kind === 'feed' && reading.feed.values[1]?.numbers.get('funding')).to.equal(21_000_000);
  });
});

describe('a feed as CSV on the Web', () => {
  it('has a column for each that its metadata describes, and cells that these allow', async () => {
    const regions = await realRegions();
    fc.assert(
      fc.property(feeds, fc.constantFrom<Language>('zh-CN', 'zh-Hant', 'en'), (made, language) => {
        const { csv, metadata } = csvwOf(datasetOf(feedOf(made), regions), 'feed.csv', language);
        const { url, tableSchema } = JSON.parse(metadata) as {
          url: string;
          tableSchema: {
            columns: { name: string; titles: string; datatype: string | { format: string }; null?: string[] }[];
          };
        };
        expect(url).to.equal('feed.csv');
        const [head = [], ...rows] = cellsOf(csv);
        expect(tableSchema.columns.map(({ titles }) => guarded(titles))).to.deep.equal(head);
        const names = tableSchema.columns.map(({ name }) => name);
        expect(new Set(names).size).to.equal(names.length);
        // RFC 6570: letters, digits, _, %, and points between them.
        for (const name of names) expect(name).to.match(/^(?!_)(\w|%[0-9A-F]{2})+(\.(\w|%[0-9A-F]{2})+)*$/);
        for (const row of rows)
          tableSchema.columns.forEach(({ datatype, null: nothing = [''] }, i) => {
            const cell = row[i] ?? '';
            if (nothing.includes(cell)) return;
            if (datatype === 'integer') expect(cell).to.match(/^-?\d+$/);
            else if (datatype === 'number') expect(cell).to.match(/^-?\d+(\.\d+)?(e[+-]\d+)?$/);
            else if (typeof datatype === 'object') expect(cell).to.match(new RegExp(`^(${datatype.format})$`));
          });
      }),
      { numRuns: 60 },
    );
  });

  it('names a key only where one row has it', async () => {
    for (const [dataset, hasKey] of [
      [datasetOf(goodFeed(), await realRegions()), true],
      // What is reported stands beside what is illustrative there, in a row of its own.
      [await builtInDataset(), false],
    ] as const) {
      const { metadata } = csvwOf(dataset, 'feed.csv', 'zh-CN');
      expect(metadata.includes('"primaryKey"')).to.equal(hasKey);
    }
  });

  it('names the partners of a place and period once, each as sure as it is', async () => {
    const regions = await realRegions();
    const feed = goodFeed();
    // What is illustrative stands beside what is reported, in a row of its own; and one has partners, and no figures at all.
    feed.values = feed.values.slice(0, 3).flatMap(({ funding, cadres, ...row }) => [
      { ...row, funding, status: 'illustrative' },
      { ...row, cadres },
    ]);
    feed.pairs.push({ from: '330102', to: '513223', status: 'estimated' });
    const dataset = datasetOf(feed, regions);
    const told = ({ join }: Dataset): unknown[] => join.pairs.map(({ from, to, status }) => [from, to, status]).sort();
    for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
      const { csv } = csvwOf(dataset, 'feed.csv', language);
      const again = await readAgain(new TextEncoder().encode(csv), 'feed.csv', regions);
      expect(again.ledger.duplicates).to.deep.equal([]);
      expect(told(again)).to.deep.equal(told(dataset));
    }
  });

  it('gives the same figures when it is read again as any other CSV file', async () => {
    const dataset = await builtInDataset();
    for (const language of ['zh-CN', 'zh-Hant', 'en'] as const) {
      const files = unzipSync(feedArchive(dataset, 'feed', language));
      expect(Object.keys(files)).to.deep.equal(['feed.csv', 'feed.csv-metadata.json']);
      // Without its metadata a file does not say that this word stands for a number that there is none of.
      const special = dataset.metric('share65')?.special?.[0];
      const again = await readAgain(files['feed.csv']!, 'feed.csv', dataset.regions, [
        `wrong-type "${inLanguage(special?.label, language)}"`,
      ]);
      // What plain columns can say: amounts, counts and shares of all who have any, with the status of their row.
      const figures = (of: Dataset): unknown[] =>
        ['funding', 'cadres', 'residents', 'share65'].flatMap((id) => {
          const label = inLanguage(dataset.metric(id)?.label, language);
          const metric = of.feed.metrics.find((each) => inLanguage(each.label, language) === label);
          return [...dataset.participants, ...dataset.join.owners].flatMap((code) =>
            dataset.feed.periods.flatMap((period) => {
              const row = of.join.row(code, period, metric?.id ?? label);
              const value = row?.numbers.get(metric?.id ?? label) ?? null;
              return value === null ? [] : [[code, label, period, row?.status, value]];
            }),
          );
        });
      expect(figures(dataset).length).to.equal(80 + 80 + 169 + 167);
      expect(figures(again)).to.deep.equal(figures(dataset));
      // Partners are named once for each year: of pairs that hold in all of them, each year has its own.
      expect(again.ledger.duplicates).to.deep.equal([]);
      const pairsOf = ({ join }: Dataset, ofYear: (period?: string) => readonly (string | undefined)[]): unknown[] =>
        join.pairs.flatMap(({ from, to, period, status }) =>
          ofYear(period).map((each) => [from, to, each, status].join(' ')),
        );
      expect(pairsOf(again, (period) => [period])).to.have.members(pairsOf(dataset, () => dataset.feed.periods));
      expect(again.feed.metrics.map(({ kind, unit }) => [kind, unit])).to.deep.include.members([
        ['amount', 'CNY'],
        ['count', 'person'],
      ]);
    }
  });
});

/** As any reader of CSV has them. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replace(/""/g, '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** What a spreadsheet would run has a mark before it. */
const guarded = (cell: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);
