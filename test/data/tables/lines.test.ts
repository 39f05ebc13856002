/** Several lines of a table for one place. */
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
