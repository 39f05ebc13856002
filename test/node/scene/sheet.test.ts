/** The sheet: a whole atlas as one picture, made without a browser. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import { buildDataset } from '../../../src/data/build-dataset.js';
import type { Dataset } from '../../../src/data/dataset.js';
import { parseFeed } from '../../../src/data/parse-feed.js';
import { readTopology } from '../../../src/data/read-topology.js';
import { textWidth } from '../../../src/scene/picture/labels.js';
import { toMarkup } from '../../../src/scene/picture/markup.js';
import type { PictureNode } from '../../../src/scene/picture/picture.js';
import { sheet } from '../../../src/scene/sheet/sheet.js';
import { linesOf } from '../../../src/scene/picture/text-lines.js';
import { Store } from '../../../src/state/store.js';
import { snapshotOf, wholeViews } from '../../../src/state/snapshot.js';
import { smallTopology } from '../../fixtures/topology.js';
import '../../../src/scene/words/all.js';

const ROOT = new URL('../../../', import.meta.url);
const GOLDEN = new URL('test/fixtures/pictures/small-sheet.svg', ROOT);

const json = async (path: string): Promise<object> => JSON.parse(await readFile(new URL(path, ROOT), 'utf8')) as object;

function datasetOf(feed: object, topology: object): Dataset {
  const reading = parseFeed(feed);
  const regions = readTopology(topology);
  assert(reading.kind === 'feed' && regions.kind === 'regions');
  return buildDataset(reading.feed, reading.codes, regions.regions, reading.faults);
}

const SMALL = {
  version: 1,
  id: 'small',
  title: { 'zh-CN': '小例', en: 'Small case' },
  sources: [{ id: 'gov', name: { 'zh-CN': '公报' }, url: 'https://example.org/', date: '2018-08-30' }],
  boundaries: { vintage: '2018' },
  metrics: [
    {
      id: 'funding',
      label: { 'zh-CN': '资金', en: 'Funding' },
      kind: 'amount',
      unit: 'CNY',
      total: 60_000_000,
      source: 'gov',
    },
  ],
  regions: ['510101', '510102', '510103'],
  values: [
    { code: '510101', period: '2018', funding: 20_000_000, status: 'reported', source: 'gov' },
    { code: '510102', period: '2018', funding: 40_000_000, status: 'estimated', source: 'gov' },
  ],
  pairs: [{ from: '510201', to: '510101', period: '2018', status: 'confirmed', source: 'gov' }],
};

function sheetOf(
  dataset: Dataset,
  patch: Parameters<Store['change']>[0] = {},
  by: 'reader' | 'author' = 'author',
): PictureNode {
  const state = new Store();
  state.change({ dataset, phase: { kind: 'ready' } });
  state.change(patch, by);
  const content = snapshotOf(state.values, wholeViews(state.values));
  assert(content);
  return sheet(content);
}

const all = (tree: PictureNode, isSo: (node: PictureNode) => boolean): PictureNode[] => [
  ...(isSo(tree) ? [tree] : []),
  ...tree.children.flatMap((child) => (typeof child === 'string' ? [] : all(child, isSo))),
];
const textOf = (tree: PictureNode | string): string =>
  typeof tree === 'string' ? tree : tree.children.map(textOf).join(' ').trim();
const partOf = (tree: PictureNode, name: string): string =>
  all(tree, ({ attributes }) => attributes['data-part'] === name)
    .map(textOf)
    .join(' ');

describe('the sheet', () => {
  let builtIn: Dataset;
  before(async () => {
    builtIn = datasetOf(await json('data/zhejiang-2018.json'), await json('data/counties-2018.json'));
  });

  it('has title, metric, unit, period, status, maps, legend, sources, boundary note and the account of the data', () => {
    const tree = sheetOf(builtIn, { metric: 'funding' });
    assert.equal(partOf(tree, 'title'), '浙江省东西部扶贫协作，2018年');
    assert.match(partOf(tree, 'metric'), /帮扶资金（万元）\s2018\s合计 24\.7亿元/);
    assert.equal(partOf(tree, 'status'), '示意值，非公布数字');
    assert.equal(partOf(tree, 'badge'), '');
    assert.equal(all(tree, ({ attributes }) => 'data-map' in attributes).length, 5);
    assert.equal(all(tree, ({ attributes, name }) => name === 'path' && 'data-code' in attributes).length, 523);
    const legend = partOf(tree, 'legend');
    for (const said of ['单位：万元', '无数据', '只知由市承担', '未参与', '80个县'])
      assert(legend.includes(said), said);
    assert.equal(all(tree, ({ attributes }) => attributes['data-kind'] === 'class').length, 5);
    assert.match(partOf(tree, 'sources'), /来源：.*2018-08-30.*另有/);
    assert.equal(partOf(tree, 'boundary'), '边界为示意，未送审；区划截至 2018-06-30');
    assert.match(partOf(tree, 'ledger'), /参与80个.*全部吻合.*24\.7亿元/);
  });

  it('shows the reported figure first: batches with their approval, and whose Zhejiang’s colours are', () => {
    const tree = sheetOf(builtIn, { selected: ['330782', '513201'] });
    assert.match(partOf(tree, 'metric'), /脱贫摘帽年度（按批次）\s2020/);
    assert.equal(partOf(tree, 'status'), '其中1个：推断所得，未见直接公布');
    assert.match(partOf(tree, 'legend'), /2017年度（2018年批准）\s+10个.*从未列入贫困县\s+5个/);
    assert.equal(textOf(tree).match(/帮扶方的颜色为\s*所帮扶各县的情况/g)?.length, 1);
    assert.match(
      partOf(tree, 'selection'),
      /义乌市：所帮扶各县，2017年度（2018年批准）.*马尔康市：2017年度（2018年批准）/,
    );
    assert.doesNotMatch(textOf(sheetOf(builtIn, { metric: 'residents' })), /帮扶方的颜色为\s*所帮扶各县的情况/);
  });

  it('puts the note on the boundaries below all else, at the left', () => {
    const tree = sheetOf(builtIn);
    const texts = all(tree, ({ name, attributes }) => name === 'text' && attributes['font-size'] !== undefined);
    const [note] = all(tree, ({ attributes }) => attributes['data-part'] === 'boundary').flatMap(
      ({ children }) => children as PictureNode[],
    );
    assert(note);
    const outer = texts.filter(({ attributes }) => Number(attributes.x) === Number(note.attributes.x));
    assert(outer.every(({ attributes }) => Number(attributes.y) <= Number(note.attributes.y)));
  });

  it('says that the reader has changed the classes, and what is selected, in either language', () => {
    const tree = sheetOf(builtIn, { metric: 'funding', classes: 3, selected: ['330782'] }, 'reader');
    assert.equal(partOf(tree, 'badge'), '分级已由读者更改');
    assert.match(partOf(tree, 'selection').replace(/ /g, ''), /义乌市：.*示意值.*汶川县/);
    const english = sheetOf(builtIn, { metric: 'funding', language: 'en', selected: ['330782'] });
    assert.match(partOf(english, 'selection'), /Yiwu City: .*Illustrative.*Wenchuan County/);
    assert.doesNotMatch(toMarkup(english).replace(/<title>.*?<\/title>/, ''), /示意/);
  });

  it('says what the legend’s filter keeps, and forgets where the pointer happens to be', () => {
    const tree = sheetOf(
      builtIn,
      { metric: 'funding', filter: { kind: 'classes', level: 'county', classes: new Set([4]) }, active: '510104' },
      'reader',
    );
    assert.match(partOf(tree, 'legend'), /只显示16\/80个/);
    assert.deepEqual(
      all(tree, ({ attributes }) => attributes['data-standing'] === 'active'),
      [],
    );
  });

  it('stays on its paper: no text begins outside it, and it is as high as its content', () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const tree = sheetOf(builtIn, { language, selected: ['330782', '513221', '513201'] });
      const height = Number(tree.attributes.height);
      const [note] = all(tree, ({ attributes }) => attributes['data-part'] === 'boundary').flatMap(
        ({ children }) => children as PictureNode[],
      );
      assert(Number(note?.attributes.y) < height && Number(note?.attributes.y) > height - 60);
      for (const { children } of all(tree, ({ attributes }) => attributes['data-part'] === 'sources'))
        for (const line of children) assert(textWidth(textOf(line), 12) <= 1120);
    }
  });

  it('escapes what a feed says', () => {
    const title = '<script>alert("1")</script>&';
    const markup = toMarkup(sheetOf(datasetOf({ ...SMALL, title: { 'zh-CN': title } }, smallTopology())));
    assert(!markup.includes('<script'));
    assert(markup.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;'));
  });

  it('is, for a small case, the picture that was looked at', async () => {
    const markup = toMarkup(sheetOf(datasetOf(SMALL, smallTopology()))).replace(/></g, '>\n<');
    // `UPDATE_PICTURES=1` writes it anew, to be looked at before it is committed.
    if (process.env.UPDATE_PICTURES) await writeFile(GOLDEN, `${markup}\n`);
    assert.equal(`${markup}\n`, await readFile(GOLDEN, 'utf8'));
  });

  it('breaks text into lines that fit and lose nothing', () => {
    const piece = fc.constantFrom(
      '东西部',
      '扶贫，',
      '协作。',
      '（转载）',
      'cooperation',
      'in',
      ' ',
      '2018-08-30',
      'https://example.org/a/very/long/address',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 60, max: 400 }), (pieces, width) => {
        const text = pieces.join('');
        const lines = linesOf(text, width, 12);
        assert.equal(lines.join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
        for (const line of lines) {
          assert(textWidth(line, 12) <= width, line);
          assert(line.length === 1 || !/^[，。）]/.test(line), line);
        }
      }),
    );
  });
});
