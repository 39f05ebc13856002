/** How sure a figure is may stand in its cell, in its heading and in a column of its own: the least sure of all holds. */
import { expect } from '@open-wc/testing';
import type { Row } from '../../../src/data/tables/sheet.js';
import { readRows } from '../../fixtures/tables.js';

describe('how sure a figure of a table is', () => {
  const statuses = async (...rows: Row[]) => {
    const { feed, faults } = await readRows(rows);
    expect(faults).to.deep.equal([]);
    return feed.values.map(({ status }) => status);
  };

  it('is the least that cell, heading and column of kinds say', async () => {
    expect(
      await statuses(
        ['县', '资金（万元）', '数据性质'],
        ['汶川县', '1,200（估算）', '公布'],
        ['理县', '5（修订）', '估算'],
        ['茂县', 7, '公布'],
        ['松潘县', '8（初步）', ''],
      ),
    ).to.deep.equal(['estimated', 'estimated', 'reported', 'provisional']);
    expect(
      await statuses(['县', '资金（估算）（万元）', '数据性质'], ['汶川县', 5, '公布'], ['理县', 6, '示意']),
    ).to.deep.equal(['estimated', 'illustrative']);
  });

  it('is kept of names, in cell and heading, and makes no class of its own', async () => {
    const rows: Row[] = [
      ['县', '退出年份'],
      ['汶川县', '2018（推断）'],
      ['理县', 2016],
      ['茂县', '从未列入（推断）'],
      ['松潘县', 2018],
    ];
    const { feed, faults } = await readRows(rows);
    expect(faults).to.deep.equal([]);
    const [year] = feed.metrics;
    expect(year?.categories?.map(({ id }) => id)).to.deep.equal(['2016', '2018']);
    expect(year?.special?.map(({ id }) => id)).to.deep.equal(['从未列入']);
    expect(feed.values.map(({ status }) => status)).to.deep.equal(['inferred', 'reported', 'inferred', 'reported']);
    expect(feed.values[2]?.specials?.get('退出年份')).to.equal('从未列入');

    const grades = await readRows([
      ['县', '帮扶等级'],
      ['汶川县', '一级（推断）'],
      ['理县', '二级'],
      ['茂县', '一级'],
      ['松潘县', '不适用（初步）'],
    ]);
    expect(grades.faults).to.deep.equal([]);
    expect(grades.feed.metrics[0]?.categories?.map(({ id }) => id)).to.deep.equal(['一级', '二级']);
    expect(grades.feed.values.map(({ status }) => status)).to.deep.equal([
      'inferred',
      'reported',
      'reported',
      'provisional',
    ]);

    expect(await statuses(['县', '退出年份（推断）'], ['汶川县', 2018], ['理县', 2016], ['茂县', ''])).to.deep.equal([
      'inferred',
      'inferred',
      'reported',
    ]);
  });

  it('is kept of a column that somebody says to be of names', async () => {
    const { feed } = await readRows(
      [
        ['县', '情况'],
        ['汶川县', '好（估算）'],
        ['理县', '差'],
      ],
      { B: { as: 'ordered' } },
    );
    expect(feed.metrics[0]?.categories?.map(({ id }) => id)).to.deep.equal(['差', '好']);
    expect(feed.values.map(({ status }) => status)).to.deep.equal(['estimated', 'reported']);
  });

  it('leaves a word that is no status to be refused', async () => {
    const { dataset } = await readRows([
      ['县', '资金（万元）', '数据性质'],
      ['汶川县', '1,200（估算）', '大概'],
      ['理县', 5, '公布'],
    ]);
    expect(dataset.ledger.faulty.map(({ code, path }) => [code, path])).to.deep.equal([['not-allowed', 'C2']]);
  });
});
