/** Names of places in a second script: text of the feed, with its language, wherever a place is named in full. */
import { expect } from '@open-wc/testing';
import { csvOf } from '../../src/scene/parts/csv.js';
import { toMarkup } from '../../src/scene/picture/markup.js';
import { sheet } from '../../src/scene/sheet/sheet.js';
import { search, searchIndex } from '../../src/scene/text/search.js';
import { detailsHtml } from '../../src/standalone/static/details.js';
import { toHtml } from '../../src/standalone/static/html.js';
import { tableHtml } from '../../src/standalone/static/parts.js';
import { scaleAt } from '../../src/state/derive.js';
import { snapshotOf, wholeViews } from '../../src/state/snapshot.js';
import type { PairAtlas } from '../../src/index.js';
import { feedWith } from '../fixtures/feeds.js';
import { clearPage, hover, mapOf, part, parts, settled, showAtlas, textOf, until } from '../harness.js';
import { hasWebGl2 } from '../webgl.js';

const TIBETAN = 'འབར་ཁམས',
  UYGHUR = 'قەشقەر';
const named = (more: readonly object[] = []): object =>
  feedWith((feed) => {
    feed.names = [
      { code: '513201', lang: 'bo', text: TIBETAN, source: 'gazetteer' },
      { code: '513200', lang: 'bo', text: 'རྔ་བ' },
      { code: '513221', lang: 'ug', text: UYGHUR },
      ...more,
    ];
    (feed.sources as object[]).push({ id: 'gazetteer', name: '地名录' });
  });
const MARKUP = `<pair-atlas selected="513201"><pair-map region="513200"></pair-map><pair-details></pair-details><pair-table></pair-table><pair-ledger></pair-ledger></pair-atlas>`;
const show = (feed = named(), markup = MARKUP): Promise<PairAtlas> =>
  showAtlas(markup, (host) => (host.feed = feed as Record<string, unknown>));
const labels = (atlas: PairAtlas): SVGTextElement[] =>
  parts(mapOf(atlas, '513200'), '.labels text') as unknown as SVGTextElement[];
const labelled = (atlas: PairAtlas, text: string): SVGTextElement | undefined =>
  labels(atlas).find((label) => textOf(label) === text);

describe('a name in a second script', () => {
  afterEach(clearPage);

  it('stands below the first on the map, in its language and direction', async () => {
    const atlas = await show();
    await until(() => labelled(atlas, TIBETAN));
    const [first, second] = [labelled(atlas, '马尔康市')!, labelled(atlas, TIBETAN)!];
    expect(second.getAttribute('lang')).to.equal('bo');
    expect(Number(second.getAttribute('y'))).to.be.greaterThan(Number(first.getAttribute('y')) + 10);
    expect(second.getAttribute('x')).to.equal(first.getAttribute('x'));
    expect(second.hasAttribute('direction')).to.equal(false);
    atlas.selected = '513221';
    await until(() => labelled(atlas, UYGHUR));
    expect(getComputedStyle(labelled(atlas, UYGHUR)!)).to.include({ direction: 'rtl', unicodeBidi: 'isolate' });
    expect(labelled(atlas, '汶川县')).not.to.equal(undefined);
  });

  it('is drawn in SVG above MapLibre, which would not shape it', async function () {
    if (!hasWebGl2(this)) return;
    const atlas = await show(named(), MARKUP.replace('region=', 'renderer="maplibre" region='));
    const map = mapOf(atlas, '513200');
    await until(() => map.dataset.renderer === 'maplibre');
    await until(() => labelled(atlas, TIBETAN));
    expect(labelled(atlas, TIBETAN)).to.be.instanceOf(SVGTextElement);
    const box = labelled(atlas, TIBETAN)!.getBoundingClientRect();
    expect(box.width).to.be.greaterThan(5);
  });

  it('is in details and tooltip, with what its script is called and where it is from', async () => {
    const atlas = await show();
    await settled(atlas);
    const panel = parts(part(atlas, 'pair-details'), '[part="panel"]')[0]!;
    expect(textOf(panel.querySelector('bdi[lang="bo"]'))).to.equal(TIBETAN);
    expect(textOf(panel.querySelector('[part="names"]'))).to.equal(`${TIBETAN} 藏文`);
    expect(textOf(panel)).to.include('地名录');
    await hover(atlas, '513221');
    const tooltip = parts(part(atlas, 'pair-details'), '[part="tooltip"]')[0]!;
    const name = tooltip.querySelector('bdi[lang="ug"]')!;
    expect(textOf(name)).to.equal(UYGHUR);
    expect(getComputedStyle(name).direction).to.equal('rtl');
    atlas.lang = 'en';
    await until(() => textOf(tooltip).includes('Uyghur'));
  });

  it('is a column of the table, with script and without, and of its file, where any place of the level has one', async () => {
    const atlas = await show();
    const { values } = atlas.state;
    const cells = parts(part(atlas, 'pair-table'), 'td.second bdi');
    expect(cells.map((cell) => [cell.lang, textOf(cell)])).to.deep.include(['bo', TIBETAN]);
    const content = snapshotOf(values, wholeViews(values))!;
    expect(toHtml(tableHtml(content, true))).to.include(`<bdi lang="bo">${TIBETAN}</bdi>`);
    expect(toHtml(detailsHtml(content, true))).to.include(
      `<bdi lang="bo">${TIBETAN}</bdi> <span class="soft">藏文</span>`,
    );
    expect(toMarkup(sheet(content))).to.match(new RegExp(`<text[^>]* lang="bo"[^>]*>${TIBETAN}</text>`));
    expect(csvOf(values.dataset!, scaleAt(values, 'county')!, { language: 'zh-CN', isReclassed: false })).to.include(
      TIBETAN,
    );
    const without = await show(feedWith(() => {}));
    expect(parts(part(without, 'pair-table'), '.second')).to.deep.equal([]);
  });

  it('is found by the search', async () => {
    const { dataset } = (await show()).state.values;
    const find = (query: string): readonly string[] => search(searchIndex(dataset!), query).codes;
    expect(find(TIBETAN)).to.deep.equal(['513201']);
    expect(find(UYGHUR.slice(0, 4))).to.deep.equal(['513221']);
  });

  it('is text whatever is in it, is named in the ledger where nobody is called so, and gives way where there is no room', async () => {
    const nasty = '<img src=x onerror=alert(1)>';
    const atlas = await show(
      named([
        { code: '513222', lang: '"><b>', text: nasty },
        { code: '999999', lang: 'bo', text: 'x' },
        { code: '513223', lang: 'bo', text: 'ཀ'.repeat(300) },
        { code: '513222', lang: 'bo', text: ' ' },
      ]),
    );
    atlas.selected = '513222 513223';
    await settled(atlas);
    await until(() => labelled(atlas, '茂县'));
    expect(labels(atlas).filter((label) => textOf(label).length > 200)).to.deep.equal([]);
    expect(parts(atlas, 'img')).to.deep.equal([]);
    expect(textOf(part(atlas, 'pair-table'))).to.include(nasty);
    expect(atlas.state.values.dataset!.ledger.unmatched).to.deep.equal([{ path: 'names[4]', code: '999999' }]);
  });
});
