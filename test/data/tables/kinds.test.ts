/** What a column of figures is taken for: its kind where that is safe, and otherwise what says nothing false. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { buildDataset } from '../../../src/data/build-dataset.js';
import { KINDS } from '../../../src/data/kinds/index.js';
import { columnRoles, type ColumnChoices } from '../../../src/data/tables/columns.js';
import { parseSheets, tableDataset } from '../../../src/data/tables/feed-of-table.js';
import { periodOf } from '../../../src/data/tables/periods.js';
import type { Cell, Row } from '../../../src/data/tables/sheet.js';
import { silentIn } from '../../fixtures/fuzz/tables.js';
import { realRegions } from '../../fixtures/world.js';

const PLACES = [
  '汶川县',
  '理县',
  '茂县',
  '松潘县',
  '九寨沟县',
  '金川县',
  '小金县',
  '黑水县',
  '马尔康市',
  '壤塘县',
  '阿坝县',
  '若尔盖县',
];

async function read(rows: readonly Row[], columns?: ColumnChoices) {
  const reading = parseSheets([{ rows }], { file: 'x.csv' }, await realRegions(), { columns });
  if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
  return reading;
}

/** A column beside names of places. */
const column = (heading: string, cells: readonly Cell[], columns?: ColumnChoices) =>
  read([['县', heading], ...cells.map((cell, i): Row => [PLACES[i] ?? null, cell])], columns);

describe('a column of figures', () => {
  const numbers: [heading: string, cells: Cell[], kind: string, unit: string | undefined, first: number][] = [
    ['资金（万元）', [1.5, 2], 'amount', 'CNY', 15_000],
    ['常住人口', [100, 200], 'count', undefined, 100],
    ['占比（%）', [12.3, 40], 'share', undefined, 0.123],
    ['覆盖', ['12.3%', '40%'], 'share', undefined, 0.123],
    ['城镇化率', [0.553, 0.4], 'share', undefined, 0.553],
    // 55.3 of what nobody says.
    ['城镇化率', [55.3, 40.1], 'index', '', 55.3],
    ['完成率（%）', [105, 90], 'index', '%', 105],
    ['完成率', ['105%', '90%'], 'index', '%', 105],
    ['增速（%）', [-1.2, 8], 'change', undefined, -0.012],
    ['同比', ['-1.2%', '8%'], 'change', undefined, -0.012],
    ['降幅（%）', [1.2, 8], 'index', '%', 1.2],
    ['比上年增长（万元）', [-3, 8], 'change', 'CNY', -30_000],
    ['净流入（人）', [-3, 8], 'change', 'person', -3],
    ['人均收入（元/人）', [9000, 8000], 'rate', 'CNY/person', 9000],
    ['人均收入（万元/人）', [0.9, 0.8], 'rate', 'CNY/person', 9000],
    ['人均可支配收入（元）', [9000, 8000], 'rate', 'CNY/person', 9000],
    ['人口密度（人/平方公里）', [12, 20], 'rate', '人/平方公里', 12],
    ['床位（张/万人）', [12.5, 20], 'rate', '张/万人', 12.5],
    ['出生率（‰）', [9.1, 8], 'rate', '‰', 9.1],
    ['自然增长率（‰）', [-1.1, 8], 'change', '‰', -1.1],
    ['人类发展指数', [0.7, 0.8], 'index', '', 0.7],
    ['平均气温（℃）', [-2.5, 8], 'index', '℃', -2.5],
    ['得分', [88, 90], 'index', '', 88],
    ['差', [-2, 8], 'index', '', -2],
    ['GDP per capita (yuan)', [9000, 8000], 'rate', 'CNY/person', 9000],
    ['Growth (%)', [-1.2, 8], 'change', undefined, -0.012],
  ];
  for (const [heading, cells, kind, unit, first] of numbers)
    it(`${heading} of ${String(cells)} is ${kind}${unit === undefined ? '' : ` in “${unit}”`}`, async () => {
      const { feed, faults } = await column(heading, cells);
      const [metric] = feed.metrics;
      expect([metric?.kind, metric?.unit]).to.deep.equal([kind, unit]);
      expect(feed.values[0]?.numbers.get(metric!.id)).to.equal(first);
      expect(faults).to.deep.equal([]);
    });

  it('of which a few are above one is a share with slips, where its heading says that it is a part', async () => {
    const cells = [...Array.from({ length: 11 }, (_, i) => 10 + i), 125];
    const { feed } = await column('占总人口比重（%）', cells);
    expect(feed.metrics[0]?.kind).to.equal('share');
  });

  it('with a sum that would say something false is none', async () => {
    for (const heading of ['联系电话', '邮政编码', '编号']) {
      const { account } = await read([
        ['县', '资金（元）', heading],
        ['汶川县', 1, 623000],
      ]);
      expect(account.columns[2]?.role.as, heading).to.equal('ignored');
    }
  });
});

describe('a series of which one year is above 100 %', () => {
  it('is in per cent in all years, however each was written', async () => {
    for (const [year, cells] of [
      ['2017年完成率（%）', [55, 40]],
      ['2017年完成率', [0.553, 0.4]],
      ['2017年完成率', ['55.3%', '40%']],
    ] as const) {
      const { feed } = await read([
        ['县', year, '2018年完成率（%）'],
        ['汶川县', cells[0], 105],
        ['理县', cells[1], 90],
      ]);
      expect(feed.metrics.map(({ kind, unit }) => [kind, unit])).to.deep.equal([['index', '%']]);
      const [first] = feed.values;
      expect([first?.period, first?.numbers.get('完成率')]).to.deep.equal(['2017', cells[0] === 55 ? 55 : 55.3]);
      expect(feed.values.map(({ numbers }) => numbers.get('完成率'))).to.include(105);
    }
  });
});

describe('a column of names', () => {
  const names: [heading: string, cells: Cell[], kind: string, ids: string[]][] = [
    ['帮扶等级', ['二级', '一级', '三级', '一级'], 'ordered', ['一级', '二级', '三级']],
    ['批次', ['第二批', '第一批', '第二批'], 'ordered', ['第一批', '第二批']],
    ['批次', [2, 1, 2], 'ordered', ['1', '2']],
    ['等级', ['B', 'A', 'A'], 'ordered', ['A', 'B']],
    ['类型', ['B', 'A', 'A'], 'category', ['B', 'A']],
    ['风险等级', ['高风险', '低风险', '中风险', '低风险'], 'ordered', ['低风险', '中风险', '高风险']],
    ['是否民族地区', ['是', '否', '是'], 'category', ['是', '否']],
    ['主导产业类型', ['旅游', '林业', '旅游'], 'category', ['旅游', '林业']],
    ['Grade', ['III', 'I', 'II', 'I'], 'ordered', ['I', 'II', 'III']],
    ['退出年份', [2018, 2016, 2018], 'ordered', ['2016', '2018']],
  ];
  for (const [heading, cells, kind, ids] of names)
    it(`${heading} of ${cells.join(', ')} is ${kind}: ${ids.join(', ')}`, async () => {
      const { feed, faults } = await column(heading, cells);
      const [metric] = feed.metrics;
      expect(metric?.kind).to.equal(kind);
      expect(metric?.categories?.map(({ id }) => id)).to.deep.equal(ids);
      expect(faults).to.deep.equal([]);
      expect(feed.readNumbers).to.deep.equal([]);
      expect(feed.values.map(({ numbers }) => ids[numbers.get(metric!.id) ?? -1])).to.deep.equal(cells.map(String));
    });

  it('of years keeps the words between them apart', async () => {
    const { feed } = await column('退出年份', [2018, 2016, '从未列入', 2018]);
    expect(feed.metrics[0]?.special?.map(({ id }) => id)).to.deep.equal(['从未列入']);
    expect(feed.values[2]?.specials?.get('退出年份')).to.equal('从未列入');
  });

  it('is none where nearly every cell says something else, or it names places', async () => {
    for (const [heading, cells] of [
      ['联系人', ['张三', '李四', '王五']],
      ['联系人类型', ['张三', '李四', '王五']],
      ['所辖', ['汶川县', '理县', '汶川县']],
    ] as const) {
      const { account } = await read([
        ['县', '资金（元）', heading],
        ...cells.map((cell, i): Row => [PLACES[i] ?? null, 1, cell]),
      ]);
      expect(account.columns[2]?.role.as, heading).to.equal('ignored');
    }
  });
});

describe('a cell that says more than its number', () => {
  it('has its status from a word in brackets, in its own column, or in the heading', async () => {
    const { feed, faults } = await read([
      ['县', '2023年资金（万元）', '2024年（初步）资金（万元）'],
      ['汶川县', '1,200（修订）', 1300],
      ['理县', 5, '6（预计）'],
    ]);
    expect(faults).to.deep.equal([]);
    expect(feed.values.map(({ period, status, numbers }) => [period, status, [...numbers.values()][0]])).to.deep.equal([
      ['2023', 'revised', 12_000_000],
      ['2024', 'provisional', 13_000_000],
      ['2023', 'reported', 50_000],
      ['2024', 'estimated', 60_000],
    ]);
    const own = await read([
      ['县', '资金（万元）', '数据性质'],
      ['汶川县', 1, '初步核算'],
      ['理县', 2, '已修订'],
      ['茂县', 3, ''],
    ]);
    expect(own.feed.values.map(({ status }) => status)).to.deep.equal(['provisional', 'revised', 'reported']);
  });

  it('says why there is no number', async () => {
    const { feed, faults } = await column('浓度（毫克/升）', [0.5, '未检出', '保密', '不适用', '—', '……', '']);
    expect(faults).to.deep.equal([]);
    expect(feed.values.map(({ specials }) => specials?.get('浓度'))).to.deep.equal([
      undefined,
      'below-limit',
      'suppressed',
      'not-applicable',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is in the ledger where it was more than digits', async () => {
    const { feed } = await column('资金（元）', ['1,200', '3,087.5万', '１２', ' 7 ', '¥5', 9]);
    expect(feed.readNumbers).to.deep.equal([
      { path: 'B3', from: '3,087.5万', to: 30_875_000 },
      { path: 'B4', from: '１２', to: 12 },
      { path: 'B6', from: '¥5', to: 5 },
    ]);
  });
});

describe('a period', () => {
  const periods: [string, string | undefined][] = [
    ['2018', '2018'],
    ['2018年', '2018'],
    ['2018年度', '2018'],
    ['2018.0', '2018'],
    ['2018年第一季度', '2018-Q1'],
    ['2018Q3', '2018-Q3'],
    ['2018年上半年', '2018-H1'],
    ['2018年3月', '2018-03'],
    ['2018-12', '2018-12'],
    ['“十三五”时期', '“十三五”时期'],
    ['2018年1-9月', '2018年1-9月'],
    ['120185', '120185'],
    ['', undefined],
  ];
  for (const [text, period] of periods)
    it(`“${text}” is ${String(period)}`, () => void expect(periodOf(text)).to.equal(period));

  it('in headings makes one metric of several columns', async () => {
    const { feed } = await read([
      ['县', '游客（2018年一季度，万人）', '游客（2018年二季度，万人）', '城镇化率2017年（%）', '城镇化率2018年（%）'],
      ['汶川县', 1, 2, 40, 41],
    ]);
    expect(feed.metrics.map(({ id, kind }) => [id, kind])).to.deep.equal([
      ['游客', 'count'],
      ['城镇化率', 'share'],
    ]);
    expect(feed.periods).to.deep.equal(['2017', '2018', '2018-Q1', '2018-Q2']);
  });

  it('does not part a metric into kinds, whatever a single year looks like', async () => {
    const { feed } = await read([
      ['县', '完成率2017年（%）', '完成率2018年（%）', '资金2017年（万元）', '资金2018年（万元）'],
      ['汶川县', 90, 105, 1, 2.5],
    ]);
    expect(feed.metrics.map(({ id, kind, unit }) => [id, kind, unit])).to.deep.equal([
      ['完成率', 'index', '%'],
      ['资金', 'amount', 'CNY'],
    ]);
    expect(feed.values.map(({ numbers }) => numbers.get('完成率'))).to.deep.equal([90, 105]);
  });
});

describe('any table', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell[]>(
      null,
      '',
      '—',
      '汶川县',
      '市中区',
      '513221',
      513222,
      '51322100000',
      '12.3%',
      '1,2',
      '保密',
      '合计',
      '注：见表',
      '2018年',
      '资金（万元）',
      '数据性质',
      '县',
      '代码',
      '__proto__',
      'constructor',
      '单位：万元',
      1e300,
      -5,
      '3万',
      '一级',
      '1200（初步）',
    ),
    fc.double(),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 });
  const choices = fc.dictionary(
    fc.constantFrom('A', 'B', 'C', '县', '__proto__'),
    fc.record({
      as: fc.constantFrom(...columnRoles()),
      unit: fc.option(fc.constantFrom('万元', '%', '‰', '人', 'x/y', ''), { nil: undefined }),
    }),
  );

  it('is read or refused with a word, and each of its rows and figures is drawn, listed, or among what is no data', async () => {
    const regions = await realRegions();
    fc.assert(
      fc.property(table, choices, (rows, columns) => {
        const reading = parseSheets([{ rows }], { file: 'x.csv' }, regions, { columns });
        if (reading.kind !== 'feed') return void expect(reading.faults).to.have.length.above(0);
        const { feed, account, faults, codes } = reading;
        for (const { kind } of feed.metrics) expect(KINDS).to.have.property(kind);
        const dataset = tableDataset(buildDataset(feed, codes, regions, faults), account);
        expect(silentIn(rows, dataset, account)).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('that loses a row, a column or a figure is found by the property above', async () => {
    const rows: Row[] = [
      ['县', '资金（元）', '年份'],
      ['汶川县', 1, 2018],
      ['理县', 2, 2018],
    ];
    const regions = await realRegions();
    const reading = parseSheets([{ rows }], { file: 'x.csv' }, regions);
    if (reading.kind !== 'feed') throw new Error();
    const { feed, codes, faults, account } = reading;
    const [first, second] = feed.values;
    const built = (values: typeof feed.values) =>
      tableDataset(buildDataset({ ...feed, values }, codes, regions, faults), account);
    expect(silentIn(rows, built(feed.values), account)).to.deep.equal([]);
    expect(silentIn(rows, built([first!]), account)).to.deep.equal(['A3', 'B3']);
    const emptied = { ...second!, numbers: new Map([['资金', null]]) };
    expect(silentIn(rows, built([first!, emptied]), account)).to.deep.equal(['B3']);
  });
});
