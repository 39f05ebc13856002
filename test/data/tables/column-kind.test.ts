/** What a column is asked of its kind: the kind answers, whoever has made it. */
import { expect } from '@open-wc/testing';
import { KINDS, METRIC_KINDS, type AnyKind, type KindTable } from '../../../src/data/kinds/index.js';
import { addsUp, hasNames, hasOrder, isAlwaysPart, isPart, isWhole } from '../../../src/data/tables/column-kind.js';
import { chosenMetric } from '../../../src/data/tables/metric-column.js';

const table = KINDS as KindTable;
const chosen = (kind: string, heading: string, cells: readonly string[]) => {
  const { unit, power, categories } = chosenMetric(kind, undefined, heading, cells, undefined) as {
    unit?: string;
    power?: number;
    categories?: readonly string[];
  };
  return categories ? { categories } : { unit, power };
};

describe('a column’s kind', () => {
  const columns = METRIC_KINDS.filter((kind) => kind !== 'coverage');

  it('says of itself whether it has names, adds up, is whole or part of one', () => {
    const those = (is: (kind: string) => boolean): string[] => columns.filter(is).sort();
    expect(those(hasNames)).to.deep.equal(['category', 'ordered']);
    expect(those(hasOrder)).to.deep.equal(['ordered']);
    expect(those(addsUp)).to.deep.equal(['amount', 'count']);
    expect(those(isWhole)).to.deep.equal(['count']);
    expect(those(isAlwaysPart)).to.deep.equal(['share']);
    expect(those((kind) => isPart({ kind, unit: undefined }))).to.deep.equal(['change', 'share']);
    for (const is of [hasNames, hasOrder, addsUp, isWhole, isAlwaysPart])
      for (const kind of ['nonsense', 'toString']) expect(is(kind)).to.equal(false);
  });

  it('that an author has made is read as the one that it is like, whatever it does otherwise', () => {
    const refuse = (): never => {
      throw new Error('Asked of a metric that no feed has.');
    };
    const columnsLike: readonly [like: AnyKind, name: string, heading: string, cells: string[]][] = [
      [KINDS.share, 'share', '覆盖(%)', ['10', '20']],
      [KINDS.category, 'category', '类型', ['甲', '乙', '甲']],
      [KINDS.ordered, 'ordered', '程度', ['高', '低', '中']],
      [KINDS.amount, 'amount', '投入增长(万元)', ['1', '2']],
      [KINDS.count, 'count', '人数', ['1', '2']],
      [KINDS.change, 'change', '增幅(%)', ['1', '-2']],
    ];
    try {
      for (const [like, name, heading, cells] of columnsLike) {
        table.made = { ...like, notation: refuse, classing: refuse, total: undefined, ramp: 'diverging' };
        expect(chosen('made', heading, cells), name).to.deep.equal(chosen(name, heading, cells));
      }
    } finally {
      delete table.made;
    }
    expect(chosen('share', '覆盖(%)', ['10'])).to.deep.equal({ unit: undefined, power: -2 });
    expect(chosen('ordered', '程度', ['高', '低', '中'])).to.deep.equal({ categories: ['低', '中', '高'] });
    expect(chosen('amount', '投入增长(万元)', ['1'])).to.deep.equal({ unit: 'CNY', power: 4 });
  });

  it('keeps the unit of one thing for each of another, of a change, too', () => {
    for (const kind of ['rate', 'index', 'change'])
      expect(chosen(kind, '人均收入变化(万元/人)', ['0.1', '-0.2']), kind).to.deep.equal({
        unit: 'CNY/person',
        power: 4,
      });
  });
});
