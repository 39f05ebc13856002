import { reconcile } from '../../../src/data/reconcile.js';
import { expect } from '@open-wc/testing';
import type { PairAtlas, PairExport } from '../../../src/index.js';
import { expectClean } from '../../axe.js';
import { builtInFeed } from '../../../src/state/built-in.js';
import { chooseColumns } from '../../../src/elements/atlas/own-data.js';
import { sumOf } from '../../../src/elements/atlas/png-text.js';
import { feedWith, goodFeed } from '../../fixtures/feeds.js';
import { choose, clearPage, parts, settled, showAtlas, switchMetric, textOf, until } from '../../harness.js';

/** The built-in feed shows another metric first. */
const showFunding = (): Promise<PairAtlas> => showAtlas('<pair-atlas metric="funding"></pair-atlas>');

const exportOf = (atlas: PairAtlas): PairExport => parts<PairExport>(atlas, 'pair-export')[0]!;
const opener = (atlas: PairAtlas): HTMLElement =>
  exportOf(atlas).renderRoot.querySelector<HTMLElement>('[part="button"]')!;
const menu = (atlas: PairAtlas): HTMLElement => exportOf(atlas).renderRoot.querySelector<HTMLElement>('[role="menu"]')!;
const focused = (atlas: PairAtlas): Element | null => exportOf(atlas).shadowRoot!.activeElement;

async function press(atlas: PairAtlas, key: string): Promise<void> {
  (focused(atlas) ?? opener(atlas)).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
  await settled(atlas);
}

/** The iTXt of a PNG by their keywords, each chunk's sum right. */
async function textsIn(file: Blob): Promise<Map<string, string>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const texts = new Map<string, string>();
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    const whole = bytes.subarray(at + 4, at + 8 + length);
    expect(sumOf(whole)).to.equal(view.getUint32(at + 8 + length));
    const [keyword = '', , , , , text = ''] = new TextDecoder().decode(whole.subarray(4)).split('\0');
    if (new TextDecoder().decode(whole.subarray(0, 4)) === 'iTXt') texts.set(keyword, text);
    at += 12 + length;
  }
  return texts;
}

/** The files that are saved while something is done, by name. */
async function saved(act: () => void | Promise<void>, count = 1): Promise<Map<string, Blob>> {
  const files = new Map<string, Blob>();
  const blobs = new Map<string, Blob>();
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob: Blob) => {
    const url = create.call(URL, blob);
    blobs.set(url, blob);
    return url;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    files.set(this.download, blobs.get(this.href)!);
  };
  try {
    await act();
    await until(() => files.size === count);
  } finally {
    URL.createObjectURL = create;
    HTMLAnchorElement.prototype.click = click;
  }
  return files;
}

describe('export', () => {
  afterEach(clearPage);

  it('is a menu button: accessible, opened by keyboard, and left again', async () => {
    const atlas = await showAtlas();
    await expectClean(exportOf(atlas));
    opener(atlas).focus();
    await press(atlas, 'ArrowDown');
    expect(opener(atlas).getAttribute('aria-expanded')).to.equal('true');
    await expectClean(exportOf(atlas));
    expect(textOf(focused(atlas))).to.equal('矢量图（SVG）');
    await press(atlas, 'ArrowUp');
    expect(textOf(focused(atlas))).to.equal('打印');
    await press(atlas, 'ArrowDown');
    expect(textOf(focused(atlas))).to.equal('矢量图（SVG）');
    await press(atlas, 'End');
    expect(textOf(focused(atlas))).to.equal('打印');
    await press(atlas, 'Home');
    await press(atlas, 'Escape');
    expect(menu(atlas).hidden).to.equal(true);
    expect(focused(atlas)).to.equal(opener(atlas));
    await press(atlas, 'ArrowUp');
    expect(textOf(focused(atlas))).to.equal('打印');
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
    await settled(atlas);
    expect(menu(atlas).hidden).to.equal(true);
  });

  it('saves what is chosen under the feed’s, the metric’s and the period’s name', async () => {
    const atlas = await showAtlas();
    await switchMetric(atlas, 'cadres');
    for (const [kind, type] of [
      ['svg', 'image/svg+xml'],
      ['png', 'image/png'],
      ['csv', 'text/csv;charset=utf-8'],
    ] as const) {
      const files = await saved(async () => {
        opener(atlas).click();
        await settled(atlas);
        menu(atlas).querySelector<HTMLElement>(`[data-choice="${kind}"]`)!.click();
      });
      const file = files.get(`zhejiang-2018-cadres-2018.${kind}`);
      expect(file?.type, [...files.keys()].join()).to.equal(type);
      expect(menu(atlas).hidden).to.equal(true);
    }
  });

  it('gives pictures their title and a long description: in the SVG for who hears it, in the PNG as texts of the file', async () => {
    const atlas = await showFunding();
    const lines = (await (await atlas.exportAs('text')).text()).trim().split('\n');
    const svg = new DOMParser().parseFromString(
      await (await atlas.exportAs('svg')).text(),
      'image/svg+xml',
    ).documentElement;
    const named = (attribute: string): string => textOf(svg.querySelector(`#${svg.getAttribute(attribute)}`));
    expect(svg.getAttribute('role')).to.equal('img');
    expect(named('aria-labelledby')).to.equal('浙江省东西部扶贫协作，2018年');
    expect(named('aria-describedby')).to.equal(lines.join(''));
    expect(lines[2]).to.include('示意值，非公布数字');
    const png = await atlas.exportAs('png');
    const texts = await textsIn(png);
    expect(texts.get('Title')).to.equal('浙江省东西部扶贫协作，2018年');
    expect(texts.get('Description')).to.equal(lines.join(''));
    // A browser still draws it.
    const { width } = await createImageBitmap(png);
    expect(width).to.equal(2400);
  });

  it('saves the whole feed under its own name, as a workbook, as CSV on the Web and as JSON', async () => {
    const atlas = await showAtlas();
    for (const [kind, name, type] of [
      ['xlsx', 'zhejiang-2018.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['csvw', 'zhejiang-2018-csvw.zip', 'application/zip'],
      ['feed', 'zhejiang-2018.json', 'application/json'],
    ] as const) {
      const files = await saved(async () => {
        opener(atlas).click();
        await settled(atlas);
        menu(atlas).querySelector<HTMLElement>(`[data-choice="${kind}"]`)!.click();
      });
      expect([...files.keys()]).to.deep.equal([name]);
      expect(files.get(name)?.type).to.equal(type);
    }
  });

  it('gives the feed as it came: of an address, of an object, and of a file that the reader opened', async () => {
    const atlas = await showAtlas();
    const textOfFeed = async (): Promise<string> => (await atlas.exportAs('feed')).text();
    const text = await textOfFeed();
    expect(JSON.parse(text).id).to.equal('zhejiang-2018');
    expect(text).to.equal(await (await fetch(builtInFeed())).text());
    await atlas.openFile(new File([text.replace('"zhejiang-2018"', '"own"')], 'own.json'));
    expect(JSON.parse(await textOfFeed()).id).to.equal('own');
    const feed = goodFeed();
    atlas.feed = feed;
    await until(() => atlas.state.values.dataset?.feed.id === feed.id);
    expect(JSON.parse(await textOfFeed())).to.deep.equal(JSON.parse(JSON.stringify(feed)));
  });

  it('gives the feed that a table was read to, with the columns that the reader has changed', async () => {
    const atlas = await showAtlas();
    await atlas.openFile(new File(['县,资金（万元）,人\n汶川县,12,3\n理县,30,4\n'], 'table.csv'));
    const opened = atlas.state.values.dataset!;
    expect(opened.feed.metrics).to.have.length(2);
    expect(await chooseColumns(atlas, { C: { as: 'ignore' } })).to.deep.equal([]);
    const text = await (await atlas.exportAs('feed')).text();
    const { metrics, values } = JSON.parse(text);
    expect(metrics).to.have.length(1);
    expect(values[1]).to.deep.include({ code: '513222', [metrics[0].id]: 300_000 });
    const before = atlas.state.values.dataset!;
    await atlas.openFile(new File([text], 'feed.json'));
    const after = atlas.state.values.dataset!;
    expect(after.feed.metrics).to.deep.equal(before.feed.metrics);
    expect(after.ledger.drawn).to.deep.equal(before.ledger.drawn);
  });

  it('gives a workbook that, opened again, shows the same', async () => {
    const atlas = await showAtlas();
    const before = atlas.state.values.dataset!;
    await atlas.openFile(new File([await atlas.exportAs('xlsx')], 'again.xlsx'));
    await settled(atlas);
    const after = atlas.state.values.dataset!;
    expect(after).to.not.equal(before);
    expect(after.feed.title).to.deep.equal(before.feed.title);
    expect(reconcile(after, 'funding', '2018')).to.deep.equal(reconcile(before, 'funding', '2018'));
    expect(after.datum('330100', 'coverage', '2018')).to.deep.equal(before.datum('330100', 'coverage', '2018'));
  });

  it('prints', async () => {
    const atlas = await showAtlas();
    const print = window.print;
    let count = 0;
    window.print = () => count++;
    opener(atlas).click();
    await settled(atlas);
    menu(atlas).querySelector<HTMLElement>('[data-choice="print"]')!.click();
    window.print = print;
    expect(count).to.equal(1);
  });

  it('gives an SVG that is whole XML, with all that it takes to read it', async () => {
    const atlas = await showFunding();
    await choose(atlas, '330782');
    const text = await (await atlas.exportAs('svg')).text();
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(read.querySelector('parsererror')).to.equal(null);
    expect(read.querySelectorAll('path[data-code]').length).to.be.at.least(523);
    for (const said of [
      '浙江省东西部扶贫协作，2018年',
      '帮扶资金',
      '万元',
      '示意值，非公布数字',
      '来源',
      '边界为示意，未送审',
      '义乌市',
      '无数据',
    ])
      expect(text, said).to.include(said);
    expect(text).not.to.include('分级已由读者更改');
    expect(read.querySelectorAll('[data-standing="selected"]').length).to.equal(1);
    atlas.state.change({ classes: 3 }, 'reader');
    expect(await (await atlas.exportAs('svg')).text()).to.include('分级已由读者更改');
  });

  it('draws the maps as the reader has them: zoomed, at another level, and no others', async () => {
    const atlas = await showAtlas(
      '<pair-atlas><pair-map region="330000" level="prefecture"></pair-map><pair-export></pair-export></pair-atlas>',
    );
    const text = await (await atlas.exportAs('svg')).text();
    const read = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(read.querySelectorAll('path[data-code]').length).to.equal(11);
    expect(read.querySelectorAll('[data-map]').length).to.equal(1);
  });

  it('gives a PNG of two pixels for one, that is not blank', async () => {
    const atlas = await showAtlas();
    const image = await createImageBitmap(await atlas.exportAs('png'));
    expect(image.width).to.equal(2400);
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const colours = new Set<number>();
    for (let i = 0; i < data.length; i += 4 * 997) colours.add(data[i]! * 65536 + data[i + 1]! * 256 + data[i + 2]!);
    expect(colours.size).to.be.above(20);
  });

  it('says what it cannot do', async () => {
    const atlas = await showAtlas();
    const failure = await atlas.exportAs('pdf' as 'svg').then(
      () => '',
      (error: Error) => error.message,
    );
    expect(failure).to.include('svg, png, csv');
  });

  it('says that there is no map to export where no region of the feed is on one', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (made) => {
      made.feed = feedWith((feed) => {
        feed.regions = [];
        feed.values = [];
        feed.pairs = [];
        feed.notes = [];
      });
    });
    const refused = (kind: 'svg' | 'png'): Promise<unknown> =>
      atlas.exportAs(kind).catch((error: Error) => error.message);
    for (const kind of ['svg', 'png'] as const) expect(await refused(kind)).to.contain('no map to export');
    expect((await atlas.exportAs('csv')).size).to.be.greaterThan(10);
  });
});
