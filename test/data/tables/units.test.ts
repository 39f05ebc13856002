/** The unit that stands above a table: of which of its columns it is, and that it stays when a reader changes what a column is. */
import { expect } from '@open-wc/testing';
import type { ColumnChoice } from '../../../src/data/tables/columns.js';
import type { Cell } from '../../../src/data/tables/sheet.js';
import { readUnit } from '../../../src/data/tables/units.js';
import { readRows } from '../../fixtures/tables.js';

describe('a unit', () => {
  const units: [written: string, unit: string | undefined, power: number][] = [
    // Words that begin like a step.
    ['百分点', '百分点', 0],
    ['百分制', '百分制', 0],
    ['万分之一', '万分之一', 0],
    ['百万分之一', '百万分之一', 0],
    ['万元', 'CNY', 4],
    ['百万人', 'person', 6],
    ['千克', '克', 3],
    ['十亿', undefined, 9],
    // A metre, and a million.
    ['m', 'm', 0],
    ['M', 'M', 0],
    ['m²', 'm²', 0],
    ['m tall', 'm tall', 0],
    ['m yuan', 'CNY', 6],
    ['M RMB', 'CNY', 6],
    ['m people', 'person', 6],
    ['million', undefined, 6],
    ['mn tonnes', 'tonnes', 6],
  ];
  for (const [written, unit, power] of units)
    it(`${written} is ${unit ?? 'none'}, times 10 to the ${power}`, () => {
      const reading = readUnit(written);
      expect([reading.unit, reading.power]).to.deep.equal([unit, power]);
    });
});

describe('a unit above the table', () => {
  const under = async (heading: string, cells: readonly [Cell, Cell], choice?: ColumnChoice) => {
    const { feed } = await readRows(
      [
        ['某省经济指标', null],
        ['单位：万元', null],
        ['县', heading],
        ['汶川县', cells[0]],
        ['理县', cells[1]],
      ],
      choice && { B: choice },
    );
    const [metric] = feed.metrics;
    return [metric?.kind, metric?.unit, feed.values[0]?.numbers.get(metric!.id)];
  };

  const columns: [heading: string, cells: [Cell, Cell], kind: string, unit: string | undefined, first: number][] = [
    ['资金', [1.5, 2], 'amount', 'CNY', 15_000],
    ['地区生产总值', [100, 200], 'amount', 'CNY', 1_000_000],
    ['比上年增长额', [1, 2], 'amount', 'CNY', 10_000],
    ['净流入', [-1, 2], 'change', 'CNY', -10_000],
    ['资金（万）', [1, 2], 'amount', 'CNY', 10_000],
    // None of these is money, or nobody knows that it is.
    ['增长率', [5.2, 8], 'change', '', 5.2],
    ['增速', [5.2, 8.1], 'index', '', 5.2],
    ['同比', [5.2, 8.1], 'index', '', 5.2],
    ['同比增长', [-5.2, 8.1], 'change', '', -5.2],
    ['发展指数', [101.5, 99], 'index', '', 101.5],
    ['平均得分', [88, 90], 'index', '', 88],
    ['覆盖率', [55, 60], 'index', '', 55],
    ['人口密度', [12, 20], 'rate', '', 12],
    ['常住人口', [1200, 3400], 'count', undefined, 1200],
    ['帮扶人数', [12, 34], 'count', undefined, 12],
  ];
  for (const [heading, cells, kind, unit, first] of columns)
    it(`${unit === 'CNY' ? 'is' : 'is not'} that of ${heading}: ${String(cells)}`, async () => {
      expect(await under(heading, cells)).to.deep.equal([kind, unit, first]);
    });

  it('stays where the column is said to be something else, and gives way to one that is said', async () => {
    expect(await under('投入', [1, 2], { as: 'amount' })).to.deep.equal(['amount', 'CNY', 10_000]);
    expect(await under('投入', [1, 2], { as: 'change' })).to.deep.equal(['change', 'CNY', 10_000]);
    expect(await under('投入', [1, 2], { as: 'index' })).to.deep.equal(['index', 'CNY', 10_000]);
    expect(await under('投入', [1, 2], { as: 'amount', unit: '亿元' })).to.deep.equal(['amount', 'CNY', 1e8]);
    expect(await under('投入', [1, 2], { as: 'amount', unit: '' })).to.deep.equal(['amount', '', 1]);
    expect(await under('得分', [1, 2], { as: 'index' })).to.deep.equal(['index', '', 1]);
    expect(await under('人数', [1, 2], { as: 'count' })).to.deep.equal(['count', undefined, 1]);
    expect(await under('覆盖', [0.1, 0.2], { as: 'share' })).to.deep.equal(['share', undefined, 0.1]);
    // Whoever says that it is an amount says that the table's unit is its own.
    expect(await under('增长', [1, 2], { as: 'amount' })).to.deep.equal(['amount', 'CNY', 10_000]);
  });

  it('in per cent is that of every column that names none, but of people', async () => {
    const { feed } = await readRows([
      ['单位：%', null, null, null, null],
      ['县', '贫困发生率', '经济增速', '完成', '人口'],
      ['汶川县', 12.5, 8, 105, 1000],
      ['理县', 10, -1, 90, 2000],
    ]);
    expect(feed.metrics.map(({ kind, unit }) => [kind, unit])).to.deep.equal([
      ['share', undefined],
      ['change', undefined],
      ['index', '%'],
      ['count', undefined],
    ]);
    expect([...feed.values[0]!.numbers.values()]).to.deep.equal([0.125, 0.08, 105, 1000]);
    const chosen = await readRows(
      [
        ['单位：%', null],
        ['县', '贫困发生率'],
        ['汶川县', 12.5],
      ],
      { B: { as: 'share' } },
    );
    expect(chosen.feed.values[0]?.numbers.get('贫困发生率')).to.equal(0.125);
  });
});
