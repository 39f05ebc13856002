import { expect } from '@open-wc/testing';
import { clearPage, fillOf, mapsOf, once, part, parts, settled, showAtlas, textOf, until } from '../../harness.js';
import { paletteAt } from '../../../src/state/derive.js';
import type { PairAtlas } from '../../../src/index.js';
import type { PairColumns } from '../../../src/elements/columns/pair-columns.js';
import { chooseColumns } from '../../../src/elements/atlas/own-data.js';
import * as live from '../../../src/elements/atlas/live.js';
import { expectClean } from '../../axe.js';

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

const columnsOf = (atlas: PairAtlas): PairColumns => parts<PairColumns>(atlas, 'pair-columns')[0]!;
const roleOf = (atlas: PairAtlas, letter: string): HTMLSelectElement =>
  columnsOf(atlas).renderRoot.querySelector<HTMLSelectElement>(`select[data-letter="${letter}"]`)!;
const unitOf = (atlas: PairAtlas, letter: string): HTMLInputElement =>
  columnsOf(atlas).renderRoot.querySelector<HTMLInputElement>(`input[data-letter="${letter}"]`)!;
const fileWith = (text: string, name = 'table.csv'): File => new File([text], name);
/** Sets a control as a reader does, and waits until the table is read again. */
async function set(atlas: PairAtlas, control: HTMLSelectElement | HTMLInputElement, value: string): Promise<void> {
  const before = atlas.state.values.dataset;
  control.value = value;
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await until(() => atlas.state.values.dataset !== before || parts(atlas, '[part="fault"]').length > 0);
  await settled(atlas);
}

describe('the columns of a table', () => {
  afterEach(clearPage);

  async function showTable(text: string, markup?: string): Promise<PairAtlas> {
    const atlas = await showAtlas(markup);
    await atlas.openFile(fileWith(text));
    parts<HTMLDetailsElement>(atlas, 'details')[0]!.open = true;
    await until(
      () => parts(atlas, 'pair-columns select').length > 0 || columnsOf(atlas)?.renderRoot?.querySelector('select'),
    );
    await settled(atlas);
    return atlas;
  }

  it('are shown with what they were taken for, accessibly', async () => {
    const atlas = await showTable('县,资金（万元）,电话\n汶川县,12,0837\n理县,30,0837');
    expect(['A', 'B', 'C'].map((letter) => roleOf(atlas, letter).value)).to.deep.equal(['name', 'amount', 'ignore']);
    expect(unitOf(atlas, 'B').value).to.equal('万元');
    expect(roleOf(atlas, 'B').labels[0]!.textContent).to.contain('列 B“资金(万元)”').and.to.contain('用作');
    expect(textOf(columnsOf(atlas)))
      .to.contain('是号码，不是数量')
      .and.to.contain('12；30');
    await expectClean(columnsOf(atlas));
  });

  it('are changed by the reader, and changed back', async () => {
    const atlas = await showTable('县,投入,批次号\n汶川县,12,1\n理县,30,2');
    expect(atlas.state.values.dataset?.feed.metrics.map(({ id }) => id)).to.deep.equal(['投入', '批次号']);
    await set(atlas, roleOf(atlas, 'C'), 'ignore');
    expect(atlas.state.values.dataset?.feed.metrics.map(({ id }) => id)).to.deep.equal(['投入']);
    await set(atlas, roleOf(atlas, 'B'), 'amount');
    await set(atlas, unitOf(atlas, 'B'), '万元');
    const { feed, table } = atlas.state.values.dataset!;
    expect(feed.metrics).to.deep.include({
      id: '投入',
      label: { 'zh-CN': '投入' },
      kind: 'amount',
      unit: 'CNY',
      total: undefined,
    });
    expect(feed.values[0]?.numbers.get('投入')).to.equal(120_000);
    expect(table?.columns.map(({ basis }) => basis)).to.deep.equal(['heading', 'chosen', 'chosen']);
    expect(ledger(atlas)).to.contain('单位万元（按指定）');
    expect(atlas.state.values.isNews).to.equal(false);
    const before = atlas.state.values.dataset;
    columnsOf(atlas).renderRoot.querySelector<HTMLButtonElement>('[part="reset"]')!.click();
    await until(() => atlas.state.values.dataset !== before);
    await settled(atlas);
    expect(atlas.state.values.dataset?.feed.metrics.map(({ id }) => id)).to.deep.equal(['投入', '批次号']);
    expect(columnsOf(atlas).renderRoot.querySelector('[part="reset"]')).to.equal(null);
  });

  it('stay as they are where nothing could be drawn then', async () => {
    const atlas = await showTable('county,funding (yuan)\n汶川县,12\n理县,30', '<pair-atlas lang="en"></pair-atlas>');
    const { dataset } = atlas.state.values;
    await set(atlas, roleOf(atlas, 'B'), 'ignore');
    expect(atlas.state.values.dataset).to.equal(dataset);
    expect(roleOf(atlas, 'B').value).to.equal('amount');
    expect(textOf(columnsOf(atlas)))
      .to.contain('Not changed: nothing could be drawn then')
      .and.to.contain('no column can be a metric');
    await expectClean(columnsOf(atlas));
    await set(atlas, roleOf(atlas, 'B'), 'index');
    await until(() => parts(atlas, '[part="fault"]').length === 0);
  });

  it('of a file that could not be shown can be told, and it is', async () => {
    const atlas = await showAtlas('<pair-atlas droppable></pair-atlas>');
    await until(() => parts(atlas, '[part="open"] button').length === 1);
    await atlas.openFile(await fileOf('no-numbers.csv'));
    await until(() => columnsOf(atlas)?.renderRoot?.querySelector('select'));
    expect(message(atlas)).to.contain('没有一列能作指标');
    await set(atlas, roleOf(atlas, 'B'), 'category');
    expect(message(atlas)).to.equal('');
    expect(atlas.state.values.dataset?.feed.metrics[0]?.kind).to.equal('category');
    expect(textOf(parts(atlas, '[part="open"]')[0])).to.contain('正在显示 no-numbers.csv');
    parts<HTMLButtonElement>(atlas, '[part="open"] button')[1]!.click();
    await until(() => columnsOf(atlas)?.shadowRoot?.activeElement?.localName === 'select');
    expect(roleOf(atlas, 'B').value).to.equal('category');
  });

  it('are the author’s again when another table comes', async () => {
    const atlas = await showTable('县,甲,乙\n汶川县,1,2\n理县,3,4');
    await set(atlas, roleOf(atlas, 'B'), 'ignore');
    await atlas.openFile(fileWith('县,丙\n汶川县,1\n理县,3'));
    expect(atlas.state.values.dataset?.feed.metrics.map(({ id }) => id)).to.deep.equal(['丙']);
  });
});

describe('a table that is asked for again', () => {
  const realFetch = window.fetch;
  afterEach(() => {
    window.fetch = realFetch;
    clearPage();
  });

  it('is no news where its tag or what is read of it is the same, and is where a figure is another', async () => {
    let text = '县,资金（万元）\n汶川县,12\n理县,30',
      tag = '"1"';
    const modes: (RequestCache | undefined)[] = [];
    window.fetch = (input, init) => {
      if (!String(input).includes('live.csv')) return realFetch(input, init);
      modes.push(init?.cache);
      return Promise.resolve(new Response(text, { headers: { etag: tag } }));
    };
    const atlas = await showAtlas('<pair-atlas src="live.csv" refresh="900"></pair-atlas>');
    const { dataset } = atlas.state.values;
    const asked = async (): Promise<void> => void (await atlas.loading.load(true));
    await asked();
    [text, tag] = [text.replaceAll(',', ';'), '"2"'];
    await asked();
    expect(atlas.state.values.dataset).to.equal(dataset);
    expect(modes).to.deep.equal([undefined, 'no-cache', 'no-cache']);
    [text, tag] = [text.replace('30', '31'), '"3"'];
    await asked();
    expect(atlas.state.values.changes?.list.map(({ code, from, to }) => [code, from, to])).to.deep.equal([
      ['513222', 300_000, 310_000],
    ]);
  });

  it('is shown later where the reader came between, and what came was not shown', async () => {
    let text = '县,资金（万元）\n汶川县,12\n理县,30';
    window.fetch = (input, init) =>
      String(input).includes('live.csv') ? Promise.resolve(new Response(text)) : realFetch(input, init);
    const atlas = await showAtlas('<pair-atlas src="live.csv" refresh="900"></pair-atlas>');
    const { dataset } = atlas.state.values;
    // While the new table is compared with the old one, the reader takes a column for what cannot be drawn.
    let isComparing = false,
      end = (): void => undefined;
    const compared = new Promise<void>((resolve) => (end = resolve));
    atlas.loading.live = {
      ...live,
      changesBetween: async (...args) => {
        isComparing = true;
        await compared;
        return live.changesBetween(...args);
      },
    };
    text = text.replace('30', '31');
    const first = atlas.loading.load(true);
    await until(() => isComparing);
    expect(await chooseColumns(atlas, { B: { as: 'ignore' } })).to.not.have.length(0);
    end();
    expect(await first).to.equal(false);
    expect(atlas.state.values.dataset).to.equal(dataset);
    expect(await atlas.loading.load(true)).to.equal(true);
    expect(atlas.state.values.dataset?.feed.values[1]?.numbers.get('资金')).to.equal(310_000);
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

  it('that strict refuses says why in words, to the page and to the reader', async () => {
    const atlas = await showAtlas('<pair-atlas strict></pair-atlas>');
    const error = once(atlas, 'pair-error');
    await atlas.openFile(fileWith('县,资金（万元）\n汶川县,12\n某某县,3'));
    const { detail } = await error;
    await settled(atlas);
    expect(detail.isFatal).to.equal(true);
    expect(detail.count).to.equal(detail.faults.length);
    const said = '1 处与边界不符（strict 模式）';
    expect(detail.faults[0]).to.include({ code: 'strict-ledger' });
    expect(detail.faults[0]!.message).to.contain(said);
    expect(detail.faults[0]!.remedy).to.contain('去掉 strict');
    expect(message(atlas)).to.contain(said).and.to.not.contain('strict-ledger');
  });

  it('is asked for neither metric nor base nor period of the feed before it', async () => {
    const errors: string[] = [];
    const atlas = await showAtlas(
      '<pair-atlas metric="funding" per="residents" period="2018"></pair-atlas>',
      (created) =>
        created.addEventListener('pair-error', ({ detail }) => errors.push(...detail.faults.map(({ path }) => path))),
    );
    expect(atlas.state.values.per).to.equal('residents');
    await atlas.openFile(fileWith('县,投入（万元）\n汶川县,12\n理县,30'));
    await settled(atlas);
    const { metric, per, period } = atlas.state.values;
    expect([metric, per, period]).to.deep.equal([undefined, undefined, undefined]);
    expect(errors).to.deep.equal([]);
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
