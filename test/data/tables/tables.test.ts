import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readCell, scaled } from '../../../src/data/tables/cells.js';
import { parseDelimited } from '../../../src/data/tables/delimited.js';
import { decodeText } from '../../../src/data/encoding.js';
import { buildDataset } from '../../../src/data/build-dataset.js';
import { parseSheets, tableDataset } from '../../../src/data/tables/feed-of-table.js';
import { tableNames } from '../../../src/data/tables/names.js';
import type { ColumnChoices } from '../../../src/data/tables/columns.js';
import type { Cell, Row } from '../../../src/data/tables/sheet.js';
import { readHeading } from '../../../src/data/tables/units.js';
import { readRows } from '../../fixtures/tables.js';
import { realRegions } from '../../fixtures/world.js';

const valueOf = (cell: Cell): number | string => {
  const reading = readCell(cell);
  if (reading.kind === 'special') return reading.special;
  return reading.kind === 'number' ? scaled(reading.digits, reading.scale ?? 0) : reading.kind;
};

describe('a number in a cell', () => {
  const cells: [Cell, number | string][] = [
    ['1,234.5', 1234.5],
    ['3,087.5万', 30_875_000],
    ['2.4亿元', 240_000_000],
    ['12.3%', 0.123],
    ['１２３．５', 123.5],
    ['1e+05', 100_000],
    [1.2e8, 120_000_000],
    ['1.5e-3', 0.0015],
    ['1,200（初步）', 1200],
    ['1200(r)', 1200],
    ['1200（含市本级）', 'unreadable'],
    // What a spreadsheet has left of a figure.
    ['1.2E+08', 'unreadable'],
    ['保密', 'suppressed'],
    ['不适用', 'not-applicable'],
    ['未检出', 'below-limit'],
    ['ND', 'below-limit'],
    ['¥1,200', 1200],
    ['−5', -5],
    ['12 345', 12_345],
    [42, 42],
    ['—', 'missing'],
    ['……', 'missing'],
    ['', 'missing'],
    [null, 'missing'],
    ['#N/A', 'missing'],
    ['1①', 'unreadable'],
    ['12²', 'unreadable'],
    ['(123)', 'unreadable'],
    ['1,2345', 'unreadable'],
    ['1.234,5', 'unreadable'],
    ['1e300', 'unreadable'],
    ['约5', 'unreadable'],
    ['无', 'unreadable'],
  ];
  for (const [cell, value] of cells)
    it(`${JSON.stringify(cell)} is ${value}`, () => void expect(valueOf(cell)).to.equal(value));

  it('is the same with and without thousands, wide or not, and in 万 is ten thousand times as much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (value) => {
        const plain = String(value);
        const wide = plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        const grouped = plain.replace(/\B(?=(\d{3})+$)/g, ',');
        return (
          [plain, wide, grouped, value].every((cell) => valueOf(cell) === value) &&
          valueOf(`${grouped}万`) === value * 1e4
        );
      }),
    );
  });

  it('keeps its decimals when it is scaled', () => {
    expect(scaled('1234.56e0', 4)).to.equal(12_345_600);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        (cents) => scaled(`${(cents / 100).toFixed(2)}e0`, 4) === cents * 100,
      ),
    );
  });
});

describe('a heading', () => {
  const headings: [string, string, string | undefined, number][] = [
    ['资金(万元)', '资金', 'CNY', 4],
    ['资金〔亿元〕', '资金', 'CNY', 8],
    ['资金/万元', '资金', 'CNY', 4],
    ['资金，单位:元', '资金', 'CNY', 0],
    ['人口(万人)', '人口', 'person', 4],
    ['粮食(万吨)', '粮食', '吨', 4],
    ['Funding (10,000 yuan)', 'Funding', 'CNY', 4],
    ['Funding (million yuan)', 'Funding', 'CNY', 6],
    ['资金(2018年)', '资金(2018年)', undefined, 0],
  ];
  for (const [heading, label, unit, power] of headings)
    it(`${heading} is ${label} in ${unit ?? 'no unit'}`, () => {
      const reading = readHeading(heading);
      if (unit !== undefined) expect(reading.label).to.equal(label);
      expect(reading.unit?.unit).to.equal(unit);
      expect(reading.unit?.power ?? 0).to.equal(power);
    });
  for (const heading of ['人均收入(元/人)', '占比(%)', '城镇化率', 'GDP per capita (yuan)'])
    it(`${heading} is a ratio`, () => void expect(readHeading(heading).unit?.isRatio).to.equal(true));
});

describe('a name of a place', () => {
  it('is known whole, short, by its old kind, and with the units above', async () => {
    const names = tableNames(await realRegions());
    const codes: [string, string][] = [
      ['汶川', '513221'],
      ['马尔康县', '513201'],
      ['四川省阿坝州汶川县', '513221'],
      ['杭州西湖区', '330106'],
      ['乐山市市中区', '511102'],
      ['景宁', '331127'],
      ['仙桃', '429004'],
      ['吉林市', '220200'],
      ['Wenchuan County', '513221'],
    ];
    for (const [name, code] of codes) expect(names(name), name).to.include({ kind: 'code', code });
  });

  it('is never guessed', async () => {
    const names = tableNames(await realRegions());
    for (const name of ['市中区', '吉林', '阿坝']) expect(names(name).kind, name).to.equal('ambiguous');
    // 遵义县 became 播州区: the city of that name is another place.
    for (const name of ['遵义县', '理', '张家口', '']) expect(names(name).kind, name).to.equal('unknown');
    expect(names('市中区', { within: '511100' })).to.include({ code: '511102' });
    expect(names('汶川县', { within: '511100' }).kind).to.equal('unknown');
  });

  it('of every region of the map leads to that region, or is said to be of several', async () => {
    const regions = await realRegions();
    const names = tableNames(regions);
    for (const code of [...regions.counties, ...regions.prefectures, ...regions.provinces]) {
      const reading = names(regions.get(code)?.name['zh-CN'] ?? '');
      expect(
        reading.kind === 'code' ? [reading.code] : reading.kind === 'ambiguous' ? reading.candidates : [],
      ).to.include(code);
    }
  });
});

/** Bytes of a text in an encoding that a browser can write itself. GB 18030 is tested with a file. */
function encoded(text: string, encoding: 'UTF-8' | 'UTF-8 with mark' | 'UTF-16LE' | 'UTF-16BE'): Uint8Array {
  if (encoding === 'UTF-8') return new TextEncoder().encode(text);
  if (encoding === 'UTF-8 with mark') return new TextEncoder().encode(`\ufeff${text}`);
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  [...`\ufeff${text}`]
    .join('')
    .split('')
    .forEach((unit, i) => view.setUint16(i * 2, unit.charCodeAt(0), encoding === 'UTF-16LE'));
  return bytes;
}

describe('a table written and read again', () => {
  it('gives the same values whatever encoding, delimiter, line end and order of columns', async () => {
    const regions = await realRegions();
    const row = fc.record({
      amount: fc.option(fc.integer({ min: 0, max: 1e9 })),
      people: fc.option(fc.integer({ min: 0, max: 1e6 })),
      remark: fc.constantFrom('', 'a, b', 'say "so"', '两行\n文字', '分;号', '\t'),
    });
    const shape = fc.record({
      rows: fc.uniqueArray(fc.tuple(fc.constantFrom(...regions.counties), row), {
        minLength: 2,
        maxLength: 30,
        selector: ([code]) => code,
      }),
      delimiter: fc.constantFrom(',', '\t', ';'),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      encoding: fc.constantFrom('UTF-8', 'UTF-8 with mark', 'UTF-16LE', 'UTF-16BE'),
      order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      title: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, ({ rows, delimiter, lineEnd, encoding, order, title }) => {
        // Without a number in a column it is none, and says so.
        fc.pre(rows.some(([, { amount }]) => amount !== null) && rows.some(([, { people }]) => people !== null));
        const lines = [
          ['行政区划代码', '资金（元）', '人口（人）', '备注'],
          ...rows.map(([code, { amount, people, remark }]) => [
            code,
            String(amount ?? '—'),
            String(people ?? ''),
            remark,
          ]),
        ].map((cells) => order.map((at) => `"${(cells[at] ?? '').replace(/"/g, '""')}"`).join(delimiter));
        const text = [...(title ? ['某省资金与人口'] : []), ...lines].join(lineEnd);
        const decoding = decodeText(encoded(text, encoding as 'UTF-8'), (each) => !each.includes('\0'));
        if (decoding.kind !== 'text') throw new Error('not decoded');
        expect(decoding.encoding).to.equal(encoding.startsWith('UTF-8') ? undefined : 'UTF-16');
        const parsed = parseDelimited(decoding.text);
        if (parsed.kind !== 'rows') throw new Error('not parsed');
        expect(parsed.delimiter).to.equal(delimiter);
        const reading = parseSheets([{ rows: parsed.rows }], { file: 'x.csv' }, regions);
        if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
        expect(reading.faults).to.deep.equal([]);
        expect(
          reading.feed.values.map(({ code, numbers }) => [code, numbers.get('资金'), numbers.get('人口')]),
        ).to.deep.equal(rows.map(([code, { amount, people }]) => [code, amount, people]));
      }),
      { numRuns: 60 },
    );
  });

  const read = async (rows: Row[], columns?: ColumnChoices) => {
    const reading = parseSheets([{ rows }], { file: 'x.csv' }, await realRegions(), { columns });
    if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
    const { feed, codes, faults, account } = reading;
    const dataset = tableDataset(buildDataset(feed, codes, await realRegions(), faults), account);
    return { ...reading, feed: dataset.feed };
  };

  it('has pairs, sources and kinds of figures of their columns', async () => {
    const { feed } = await read([
      ['年份', '受援县', '资金（万元）', '帮扶方', '数据性质', '来源'],
      [2018, '汶川县', '1,200', '杭州西湖区、上城区', '估算', '某公报'],
    ]);
    expect(feed.pairs.map(({ from, to, period, path }) => [from, to, period, path])).to.deep.equal([
      ['330106', '513221', '2018', 'D2'],
      ['330102', '513221', '2018', 'D2'],
    ]);
    expect(feed.values[0]).to.include({ status: 'estimated', period: '2018', path: 'B2', source: 's1' });
    expect(feed.sources[0]?.name).to.deep.equal({ 'zh-CN': '某公报' });
  });

  it('has no unit that nobody has named', async () => {
    const { feed } = await read([
      ['县', '资金', '人口'],
      ['汶川县', 12.5, 100],
    ]);
    expect(feed.metrics.map(({ kind, unit }) => [kind, unit])).to.deep.equal([
      ['amount', ''],
      ['count', undefined],
    ]);
  });

  it('is read without headings where the cells tell', async () => {
    const { feed, account } = await read([
      ['513221', 12],
      ['513222', 13],
    ]);
    expect(feed.values.map(({ code }) => code)).to.deep.equal(['513221', '513222']);
    expect(account.headingRow).to.equal(undefined);
  });

  it('has columns that are what the author says', async () => {
    const { feed, account } = await read(
      [
        ['县', '投入', '批次'],
        ['汶川县', 12, 1],
      ],
      { 投入: { as: 'amount', unit: '万元' }, C: { as: 'ignore' } },
    );
    expect(feed.metrics.map(({ id, unit }) => [id, unit])).to.deep.equal([['投入', 'CNY']]);
    expect(feed.values[0]?.numbers.get('投入')).to.equal(120_000);
    expect(account.columns.map(({ basis }) => basis)).to.deep.equal(['heading', 'chosen', 'chosen']);
  });

  it('never makes a member of a feed’s prototype', async () => {
    const { feed } = await read([
      ['县', '__proto__', 'code', 'constructor'],
      ['汶川县', 1, '513221', 2],
    ]);
    expect(feed.metrics.map(({ id }) => id)).to.deep.equal(['__proto___', 'constructor']);
    expect(feed.values[0]?.numbers.get('constructor')).to.equal(2);
  });
});

describe('a table in traditional characters', () => {
  it('is read as one in simplified ones: places, headings, units, figures and how sure they are', async () => {
    const { account, dataset } = await readRows([
      ['四川省各縣資金', null, null, null],
      ['單位：萬元', null, null, null],
      ['縣（市、區）', '資金', '資料性質', '備註'],
      ['汶川縣', '1,200', '推斷', '說明一則'],
      ['阿壩州馬爾康市', '3.5萬', '示意', null],
      ['理縣', '為保密不公布', null, null],
      ['資料來源：某公報', null, null, null],
    ]);
    expect(account.columns.map(({ role }) => role.as)).to.deep.equal(['name', 'metric', 'status', 'note']);
    const metric = dataset.feed.metrics[0]!;
    const of = (code: string): object => dataset.datum(code, metric.id, dataset.feed.periods[0]!);
    expect(metric).to.include({ unit: 'CNY' });
    expect(of('513221')).to.include({ kind: 'value', value: 12_000_000, status: 'inferred' });
    expect(of('513201')).to.include({ kind: 'value', value: 35_000, status: 'illustrative' });
    expect(of('513222')).to.include({ kind: 'special', special: 'suppressed' });
    expect(dataset.ledger.unmatched).to.deep.equal([]);
  });
});
