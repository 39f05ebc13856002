/** Several lines of a table for one place, and several columns for one figure. */
import { expect } from '@open-wc/testing';
import { readRows } from '../../fixtures/tables.js';

describe('lines of a table for one place', () => {
  it('of which one is empty show what the other says, and the empty one is named', async () => {
    const rows = [
      ['汶川县', '', ''],
      ['汶川县', 5, 7],
    ];
    for (const order of [rows, [...rows].reverse()]) {
      const { dataset } = await readRows([['县', '资金（元）', '人数（人）'], ...order, ['理县', 1, 2]]);
      expect(dataset.datum('513221', '资金', 'all')).to.include({ kind: 'value', value: 5 });
      expect(dataset.ledger.duplicates.map(({ path }) => path)).to.deep.equal([`A${order.indexOf(rows[0]!) + 2}`]);
    }
  });
});

describe('two columns of one metric and period', () => {
  it('are one, the first, and the other is named', async () => {
    for (const [headings, name] of [
      [['资金2017（万元）', '资金2018（万元）', '2018年资金（万元）'], '2018年资金(万元)'],
      [['2017年', '2018年', '2018年度'], '2018年度'],
    ] as const) {
      const { dataset, account } = await readRows([
        ['县', ...headings],
        ['汶川县', 1, 2, 3],
      ]);
      const [metric] = dataset.feed.metrics;
      expect(dataset.feed.metrics).to.have.length(1);
      const power = headings[0].includes('万元') ? 1e4 : 1;
      expect(dataset.datum('513221', metric!.id, '2018')).to.include({ value: 2 * power });
      expect(account.columns[3]?.role).to.deep.equal({ as: 'ignored', because: 'double', of: 'C' });
      expect(dataset.ledger.duplicates).to.deep.equal([{ path: 'D1', code: name, kept: 'C1' }]);
    }
  });

  it('are told apart by the reader who leaves the first out', async () => {
    const { dataset } = await readRows(
      [
        ['县', '资金2017（元）', '资金2018（元）', '2018年资金（元）'],
        ['汶川县', 1, 2, 3],
      ],
      { C: { as: 'ignore' } },
    );
    expect(dataset.datum('513221', '资金', '2018')).to.include({ value: 3 });
    expect(dataset.ledger.duplicates).to.deep.equal([]);
  });

  it('never share a name with a third', async () => {
    const { dataset } = await readRows([
      ['县', '资金（元）', '资金（元）', '资金_2（元）', '资金_2（元）'],
      ['汶川县', 1, 2, 3, 4],
    ]);
    const ids = dataset.feed.metrics.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(4);
    expect(ids.map((id) => dataset.feed.values[0]?.numbers.get(id))).to.deep.equal([1, 2, 3, 4]);
  });
});

describe('a line without a period, in a table that has them', () => {
  it('is left out, and named by its cell', async () => {
    const { dataset } = await readRows([
      ['县', '年份', '资金（元）'],
      ['汶川县', 2017, 1],
      ['汶川县', '', 2],
      ['理县', 2018, 3],
      ['茂县', '', ''],
    ]);
    expect(dataset.feed.periods).to.deep.equal(['2017', '2018']);
    expect(dataset.ledger.faulty.map(({ code, path, args }) => [code, path, args.field])).to.deep.equal([
      ['missing-field', 'B3', '年份'],
    ]);
    expect([...dataset.participants]).to.deep.equal(['513221', '513222', '513223']);
  });

  it('is named where its place is unknown, though it says nothing else', async () => {
    const { dataset } = await readRows([
      ['县', '年份', '资金（元）', '来源'],
      ['汶川县', 2017, 1, '某公报'],
      ['张家口县', '', '', '某公报'],
    ]);
    expect(dataset.ledger.faulty.map(({ path }) => path)).to.deep.equal(['B3']);
    const none = await readRows([
      ['县', '年份', '资金（元）', '来源'],
      ['汶川县', '', 1, '某公报'],
      ['张家口县', '', '', '某公报'],
    ]);
    expect(none.dataset.ledger.unmatched.map(({ path }) => path)).to.deep.equal(['A3']);
  });

  it('is of all of them where no line names one', async () => {
    const { dataset, faults } = await readRows([
      ['县', '年份', '资金（元）'],
      ['汶川县', '', 1],
      ['理县', '', 2],
    ]);
    expect(faults).to.deep.equal([]);
    expect(dataset.datum('513221', '资金', 'all')).to.include({ value: 1 });
  });
});
