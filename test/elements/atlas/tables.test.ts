import { expect } from '@open-wc/testing';
import { clearPage, fillOf, mapsOf, once, part, parts, settled, showAtlas, textOf, until } from '../../harness.js';
import { paletteAt } from '../../../src/state/derive.js';
import type { PairAtlas } from '../../../src/index.js';

const here = (name: string): string => new URL(`../../fixtures/tables/${name}`, import.meta.url).href;
const ledger = (atlas: PairAtlas): string => textOf(part(atlas, 'pair-ledger'));
const message = (atlas: PairAtlas): string => textOf(parts(atlas, '[part="error"]')[0]);
const fileOf = async (name: string): Promise<File> => new File([await (await fetch(here(name))).blob()], name);
const isColoured = (atlas: PairAtlas, code: string): boolean =>
  paletteAt(atlas.state.values, 'county').classes.includes(fillOf(atlas, code) ?? '');

describe('an atlas of a table', () => {
  afterEach(clearPage);

  it('draws a CSV file in GB 18030, and says how it was read', async () => {
    const atlas = await showAtlas(`<pair-atlas src="${here('census-gb18030.csv')}"></pair-atlas>`);
    expect(isColoured(atlas, '513221')).to.equal(true);
    expect(mapsOf(atlas)).to.not.have.length(0);
    expect(ledger(atlas))
      .to.contain('编码 GB 18030，以逗号分隔，表头在第2行')
      .and.to.contain('列 D“常住人口(人)” → 指标“常住人口”，计数，单位人')
      .and.to.contain('参与80个：80个有数值');
  });

  it('draws a workbook, and says which sheet was read', async () => {
    const atlas = await showAtlas(`<pair-atlas src="${here('census.xlsx')}"></pair-atlas>`);
    expect(isColoured(atlas, '513221')).to.equal(true);
    expect(ledger(atlas)).to.contain('工作表“名单”').and.to.contain('参与80个：80个有数值');
  });

  it('says so in English', async () => {
    const atlas = await showAtlas(`<pair-atlas lang="en" src="${here('census.xlsx')}"></pair-atlas>`);
    expect(ledger(atlas)).to.contain('sheet “名单”').and.to.contain('a count, in 人');
  });

  it('takes a column for what the page says', async () => {
    const atlas = await showAtlas(`<pair-atlas src="${here('years.csv')}"></pair-atlas>`, (created) => {
      created.columns = { B: { as: 'ignore' } };
    });
    expect(ledger(atlas)).to.contain('未使用：按指定不用（按指定）');
    expect(atlas.state.values.dataset?.feed.periods).to.deep.equal(['2017', '2018']);
  });

  it('that cannot be read says why, and what to do', async () => {
    const atlas = await showAtlas(`<pair-atlas src="${here('old.xls')}"></pair-atlas>`);
    expect(message(atlas)).to.contain('旧式 .xls').and.to.contain('另存为没有密码的 XLSX');
  });
});

describe('a file that the reader opens', () => {
  afterEach(clearPage);

  it('is shown in place of the feed', async () => {
    const atlas = await showAtlas();
    await atlas.openFile(await fileOf('census.xlsx'));
    await settled(atlas);
    expect(atlas.state.values.dataset?.feed.title).to.deep.equal({ 'zh-CN': '第七次全国人口普查常住人口' });
    expect(ledger(atlas)).to.contain('census.xlsx');
  });

  it('with a fault says so, and a further try brings back what was there', async () => {
    const atlas = await showAtlas();
    await atlas.openFile(await fileOf('open-quote.csv'));
    await settled(atlas);
    expect(message(atlas)).to.contain('open-quote.csv A3').and.to.contain('引号没有成对');
    const ready = once(atlas, 'pair-ready');
    parts<HTMLButtonElement>(atlas, '[part="error"] button')[0]!.click();
    await ready;
    await settled(atlas);
    expect(message(atlas)).to.equal('');
    expect(atlas.state.values.dataset?.feed.id).to.equal('zhejiang-2018');
  });

  it('may be dropped on an atlas that is droppable, and chosen by a button', async () => {
    const atlas = await showAtlas('<pair-atlas droppable></pair-atlas>');
    await until(() => parts(atlas, '[part="open"] button').length === 1);
    expect(textOf(parts(atlas, '[part="open"]')[0]))
      .to.contain('打开表格')
      .and.to.contain('不会上传');
    const transfer = new DataTransfer();
    // Made here: the test server takes every text for UTF-8.
    const text = '\ufeff代码\t资金（万元）\n513221\t3,087.5\n513222\t12';
    transfer.items.add(new File([Uint16Array.from(text, (unit) => unit.charCodeAt(0))], 'utf-16.csv'));
    const over = new DragEvent('dragover', { dataTransfer: transfer, cancelable: true, bubbles: true });
    atlas.dispatchEvent(over);
    expect(over.defaultPrevented).to.equal(true);
    const ready = once(atlas, 'pair-ready');
    atlas.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, cancelable: true, bubbles: true }));
    await ready;
    await settled(atlas);
    expect(ledger(atlas)).to.contain('编码 UTF-16，以制表符分隔').and.to.contain('参与2个：2个有数值');
    atlas.droppable = false;
    await until(() => parts(atlas, '[part="open"]').length === 0);
    const refused = new DragEvent('dragover', { dataTransfer: transfer, cancelable: true, bubbles: true });
    atlas.dispatchEvent(refused);
    expect(refused.defaultPrevented).to.equal(false);
  });
});
