import { expect } from '@open-wc/testing';
import type { PairAtlas } from '../../../src/index.js';
import { expectClean } from '../../axe.js';
import {
  clearPage,
  fillOf,
  once,
  panelText,
  part,
  parts,
  settled,
  showAtlas,
  switchMetric,
  textOf,
} from '../../harness.js';

describe('the legend’s switch from a total to an average', () => {
  afterEach(clearPage);
  const selectOf = (atlas: PairAtlas): HTMLSelectElement | null =>
    part(atlas, 'pair-legend').renderRoot.querySelector<HTMLSelectElement>('.head select');
  async function choose(atlas: PairAtlas, id: string): Promise<void> {
    const select = selectOf(atlas)!;
    select.value = id;
    select.dispatchEvent(new Event('change'));
    await settled(atlas);
  }
  const show = (attributes = 'metric="funding"'): Promise<PairAtlas> =>
    showAtlas(`<pair-atlas ${attributes}></pair-atlas>`);

  it('changes maps, legend, panel and table, tells the page, and comes back', async () => {
    const atlas = await show('metric="funding" selected="513201"');
    await expectClean(part(atlas, 'pair-legend'));
    const total = fillOf(atlas, '522301');
    const changed = once(atlas, 'pair-change');
    await choose(atlas, 'residents');
    const { detail } = await changed;
    expect(detail).to.include({ metric: 'funding', per: 'residents' });
    expect([atlas.metric, atlas.per]).to.deep.equal(['funding', 'residents']);
    expect(fillOf(atlas, '522301')).not.to.equal(total);
    expect(textOf(part(atlas, 'pair-legend')))
      .to.include('人均帮扶资金')
      .and.to.include('元/人');
    expect(panelText(atlas)).to.include('人均帮扶资金').and.to.include('分子为2018（示意），分母为2020（公布）');
    expect(textOf(parts(atlas, 'pair-table')[0])).to.include('人均帮扶资金（元/人）');
    await choose(atlas, '');
    expect(atlas.per).to.equal('');
    expect(fillOf(atlas, '522301')).to.equal(total);
  });

  it('is not there for what cannot be divided, and is kept for what can', async () => {
    const atlas = await show('metric="funding" per="county"');
    expect(selectOf(atlas)!.value).to.equal('county');
    await switchMetric(atlas, 'exit');
    expect(selectOf(atlas)).to.equal(null);
    expect(atlas.per).to.equal('county');
    await switchMetric(atlas, 'cadres');
    expect(selectOf(atlas)!.value).to.equal('county');
    expect(textOf(part(atlas, 'pair-legend'))).to.include('县均增派挂职干部');
  });

  it('names a base that the feed lacks, and shows the total', async () => {
    const box = document.createElement('div');
    box.dataset.test = '';
    document.body.append(box);
    const error = once(box, 'pair-error');
    box.innerHTML = '<pair-atlas metric="funding" per="ghosts"></pair-atlas>';
    const [fault] = (await error).detail.faults;
    expect(fault).to.include({ code: 'unknown-attribute-value', path: 'per' });
    expect(fault!.message).to.contain('ghosts').and.to.contain('residents, county');
    const atlas = box.querySelector('pair-atlas') as PairAtlas;
    await settled(atlas);
    expect(selectOf(atlas)!.value).to.equal('');
  });
});
