/** A part is said once, in its model: what changes there is found wherever the part is drawn. */
import { expect } from '@open-wc/testing';
import { feedWith } from '../fixtures/feeds.js';
import { clearPage, part, parts, settled, showAtlas, textOf } from '../harness.js';
import type { PairAtlas } from '../../src/index.js';
import { COLUMNS, type TableColumn } from '../../src/scene/parts/columns.js';
import { csvOf } from '../../src/scene/parts/csv.js';
import { toMarkup } from '../../src/scene/picture/markup.js';
import { sheet } from '../../src/scene/sheet/sheet.js';
import { toHtml } from '../../src/standalone/static/html.js';
import { detailsHtml } from '../../src/standalone/static/details.js';
import { ledgerHtml, summaryHtml, tableHtml } from '../../src/standalone/static/parts.js';
import { scaleAt } from '../../src/state/derive.js';
import { snapshotOf, wholeViews } from '../../src/state/snapshot.js';
import type { SheetContent } from '../../src/scene/sheet/content.js';

const snapshot = ({ state: { values } }: PairAtlas): SheetContent => snapshotOf(values, wholeViews(values))!;
const pictureOf = (atlas: PairAtlas): string => toMarkup(sheet(snapshot(atlas)));
const csv = ({ state: { values } }: PairAtlas): string =>
  csvOf(values.dataset!, scaleAt(values, 'county')!, { language: values.language, isReclassed: false });
const staticText = (html: string): string => {
  const page = document.createElement('div');
  page.innerHTML = html;
  return textOf(page);
};
/** The headings of a table, in their order. */
const headings = (root: ParentNode): string[] => [...root.querySelectorAll('thead th')].map(textOf);

describe('a part of the atlas', () => {
  afterEach(clearPage);

  it('has the same columns in the same order with script and without', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => (host.feed = feedWith(() => {})));
    const page = document.createElement('div');
    page.innerHTML = toHtml(tableHtml(snapshot(atlas), true));
    expect(headings(part(atlas, 'pair-table').renderRoot)).to.deep.equal(headings(page));
  });

  it('shows a column more on the page, on the page without script, in a picture and in a file', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => (host.feed = feedWith(() => {})));
    const column: TableColumn = {
      key: 'initial',
      page: {
        heading: () => '首字',
        cell: ({ name }) => ({ runs: [{ text: `〔${name[0]}〕` }] }),
        sortBy: ({ name }) => name,
      },
      picture: ({ name }) => `首字${name[0]}`,
      file: { headings: () => ['首字'], cells: ({ name }) => [`〔${name[0]}〕`] },
    };
    const columns = COLUMNS as TableColumn[];
    columns.push(column);
    try {
      atlas.selected = '513221';
      atlas.metric = 'cadres';
      await settled(atlas);
      const table = part(atlas, 'pair-table');
      expect(headings(table.renderRoot)).to.include('首字');
      expect(textOf(table.renderRoot.querySelector('tr[data-code="513221"]'))).to.contain('〔汶〕');
      const html = staticText(toHtml(tableHtml(snapshot(atlas), true)));
      expect(html).to.contain('首字');
      expect(html).to.contain('〔汶〕');
      expect(pictureOf(atlas)).to.contain('首字汶');
      expect(csv(atlas)).to.contain('"首字"');
      expect(csv(atlas)).to.contain('"〔汶〕"');
    } finally {
      columns.splice(columns.indexOf(column), 1);
    }
  });

  it('shows a headline more with script and without', async () => {
    const feed = feedWith((each) => {
      Object.assign(each, { headlines: [{ id: 'more', label: { 'zh-CN': '另一个数' }, value: 4711, unit: 'person' }] });
    });
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => (host.feed = feed));
    const live = textOf(parts(atlas, 'pair-summary')[0]!.shadowRoot as unknown as Element);
    const html = staticText(toHtml(summaryHtml(snapshot(atlas))));
    for (const text of [live, html]) expect(text).to.contain('另一个数').and.contain('4,711');
  });

  it('shows a line more of a region in the panel, and on the page without script', async () => {
    const feed = feedWith((each) => {
      Object.assign(each, { notes: [{ code: '513221', title: '一条记录', text: '说的是汶川' }] });
    });
    const atlas = await showAtlas('<pair-atlas selected="513221"></pair-atlas>', (host) => (host.feed = feed));
    const live = textOf(parts(atlas, '[part="panel"]')[0]);
    const html = staticText(toHtml(detailsHtml(snapshot(atlas), false)));
    for (const text of [live, html]) expect(text).to.contain('一条记录').and.contain('说的是汶川');
    // All that the panel says, but for its buttons, is said without script.
    for (const heading of parts(atlas, '[part="panel"] h3')) expect(html).to.contain(textOf(heading));
  });

  it('shows a fault more in the ledger, on the page without script, in a picture and in a file', async () => {
    const feed = feedWith((each) => {
      each.values.push({ code: '999999', period: '2018', funding: 1 });
    });
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => (host.feed = feed));
    const live = textOf(part(atlas, 'pair-ledger').renderRoot as unknown as Element);
    const html = staticText(toHtml(ledgerHtml(snapshot(atlas))));
    for (const text of [live, html, csv(atlas)]) expect(text).to.contain('999999');
    expect(pictureOf(atlas)).to.contain('找不到边界的行 1');
  });

  it('keeps the account to a line, unless the author has it open', async () => {
    for (const [ledger, isOpen] of [
      ['<pair-ledger></pair-ledger>', false],
      ['<pair-ledger open></pair-ledger>', true],
    ] as const) {
      const atlas = await showAtlas(`<pair-atlas>${ledger}</pair-atlas>`);
      expect(part(atlas, 'pair-ledger').renderRoot.querySelector('details')!.open).to.equal(isOpen);
      clearPage();
    }
  });
});
