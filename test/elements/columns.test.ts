import { expect } from '@open-wc/testing';
import { clearPage, parts, settled, showAtlas, until } from '../harness.js';
import type { PairColumns } from '../../src/elements/columns/pair-columns.js';

describe('a column of a table whose use is changed', () => {
  afterEach(clearPage);

  it('keeps its unit: the table’s, and then the reader’s', async () => {
    const atlas = await showAtlas();
    await atlas.openFile(new File(['单位：万元\n县,投入\n汶川县,12\n理县,30'], 'table.csv'));
    parts<HTMLDetailsElement>(atlas, 'details')[0]!.open = true;
    const control = (kind: string) =>
      parts<PairColumns>(atlas, 'pair-columns')[0]?.renderRoot?.querySelector<HTMLInputElement>(
        `${kind}[data-letter="B"]`,
      );
    await until(() => control('select'));
    const set = async (kind: string, value: string): Promise<unknown[]> => {
      const before = atlas.state.values.dataset;
      control(kind)!.value = value;
      control(kind)!.dispatchEvent(new Event('change', { bubbles: true }));
      await until(() => atlas.state.values.dataset !== before);
      await settled(atlas);
      const { feed } = atlas.state.values.dataset!;
      return [feed.metrics[0]?.kind, feed.metrics[0]?.unit, feed.values[0]?.numbers.get('投入')];
    };
    expect(await set('select', 'change')).to.deep.equal(['change', 'CNY', 120_000]);
    expect(await set('input', '亿元')).to.deep.equal(['change', 'CNY', 1.2e9]);
    expect(await set('select', 'amount')).to.deep.equal(['amount', 'CNY', 1.2e9]);
    expect(control('input')!.value).to.equal('亿元');
  });
});
