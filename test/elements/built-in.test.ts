import { expect } from '@open-wc/testing';
import {
  choose,
  clearPage,
  fillOf,
  focusMap,
  hover,
  leave,
  until,
  mapOf,
  mapsOf,
  panelText,
  part,
  parts,
  press,
  paintedRegions,
  settled,
  showAtlas,
  standing,
  switchMetric,
  textOf,
  tooltipText,
} from '../harness.js';
import type { PairAtlas } from '../../src/index.js';
import { unattached } from '../fixtures/pairs.js';
import { paletteAt, scaleAt } from '../../src/state/derive.js';

const partnerNames = (atlas: PairAtlas): string[] =>
  parts<SVGTextElement>(atlas, '[data-kind="partner"]').map((name) => name.textContent ?? '');

describe('the built-in case, on one tag', () => {
  let atlas: PairAtlas;
  before(async () => (atlas = await showAtlas()));
  after(clearPage);
  beforeEach(async () => {
    atlas.selected = '';
    atlas.metric = 'funding';
    await leave(atlas);
  });

  it('goes from map to map in one step, and lets go when the pointer is nowhere', async () => {
    await hover(atlas, '330782');
    const seen: (string | undefined)[] = [];
    const listening = new AbortController();
    atlas.state.subscribe((changed) => changed.has('active') && seen.push(atlas.state.values.active), listening.signal);
    const [from] = mapsOf(atlas).filter(({ region }) => region === '330000');
    from!.renderRoot
      .querySelector('.stage')!
      .dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse', pointerId: 1 }));
    await hover(atlas, '513221');
    await settled(atlas);
    expect(seen).to.deep.equal(['513221']);
    await leave(atlas);
    await until(() => seen.length > 1);
    expect(seen).to.deep.equal(['513221', undefined]);
    listening.abort();
  });

  it('draws five maps with 523 regions', () => {
    expect(
      mapsOf(atlas)
        .map((map) => map.region)
        .sort(),
    ).to.deep.equal(['220000', '330000', '420000', '510000', '520000']);
    const drawn = Object.fromEntries(mapsOf(atlas).map((map) => [map.region, paintedRegions(map).length]));
    expect(drawn).to.deep.equal({ 220000: 60, 330000: 89, 420000: 103, 510000: 183, 520000: 88 });
  });

  it('colours the 80 counties and the Zhejiang units that help them, on one scale from the 80', () => {
    const { dataset } = atlas.state.values;
    const scale = scaleAt(atlas.state.values, 'county')!;
    expect(scale.values).to.have.length(80);
    const classes = paletteAt(atlas.state.values, 'county').classes;
    const coloured = mapsOf(atlas)
      .flatMap((map) => paintedRegions(map))
      .filter((code) => classes.includes(fillOf(atlas, code)));
    const helped = coloured.filter((code) => !code.startsWith('33'));
    expect(new Set(helped)).to.deep.equal(new Set(dataset!.participants));
    const helpers = new Set(dataset!.feed.pairs.map(({ from }) => from).filter((code) => !code.endsWith('00')));
    expect(new Set(coloured.filter((code) => code.startsWith('33')))).to.deep.equal(helpers);
  });

  it('says so where only the city is known, and leaves the rest outside', () => {
    const palette = paletteAt(atlas.state.values, 'county');
    // Tongxiang: Jiaxing helps Jiuzhaigou, and nobody published which of its counties does.
    expect(fillOf(atlas, '330483')).to.equal(palette.cityOnly);
    expect(fillOf(atlas, '510104')).to.equal(palette.outside);
    expect(textOf(part(atlas, 'pair-legend')))
      .to.contain('只知由市承担')
      .and.to.contain('未参与')
      .and.to.contain('无数据');
  });

  it('has the colours of the legend on the maps', () => {
    const swatches = parts<SVGRectElement>(part(atlas, 'pair-legend'), '.classes .swatch > rect:first-of-type').map(
      (rect) => rect.getAttribute('fill'),
    );
    const scale = scaleAt(atlas.state.values, 'county')!;
    expect(swatches).to.have.length(scale.classes.length);
    for (const { index, codes } of scale.classes)
      for (const code of codes) expect(fillOf(atlas, code), code).to.equal(swatches[index]);
  });

  it('counts in the legend what is on the maps', () => {
    const counts = parts(part(atlas, 'pair-legend'), '.classes .count').map((element) =>
      parseInt(element.textContent ?? '', 10),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(80);
  });

  it('lights up the counties that a hovered district helps', async () => {
    await hover(atlas, '330782');
    expect(standing(atlas, 'active')).to.deep.equal(['330782']);
    expect(standing(atlas, 'partner')).to.deep.equal(['513221']);
    expect(tooltipText(atlas)).to.contain('义乌市').and.to.contain('汶川县');
    await leave(atlas);
    expect(standing(atlas, 'partner')).to.deep.equal([]);
  });

  it('lights up all three districts that help a hovered county', async () => {
    await hover(atlas, '513233');
    expect(standing(atlas, 'partner')).to.deep.equal(['330324', '330326', '330327']);
  });

  it('outlines all counties of a city where only the city is known to help', async () => {
    await hover(atlas, '513225');
    expect(standing(atlas, 'partner')).to.deep.equal([]);
    expect(standing(atlas, 'city-partner')).to.include('330483').and.to.have.length(7);
    expect(tooltipText(atlas)).to.contain('嘉兴市').and.to.contain('市级');
  });

  it('names what a city helps at each of its counties, and dashes it', async () => {
    await hover(atlas, '330603');
    expect(standing(atlas, 'partner')).to.deep.equal([]);
    expect(standing(atlas, 'city-partner')).to.deep.equal(['513201', '513226', '513227']);
    expect(partnerNames(atlas)).to.include('小金县').and.to.not.include('阿坝');
    await hover(atlas, '513225');
    expect(partnerNames(atlas)).to.deep.equal(['嘉兴']);
    await hover(atlas, '330603');
    expect(tooltipText(atlas)).to.contain('只知由市承担').and.to.contain('马尔康市').and.to.contain('市级');
  });

  it('says that the partner was not published where it was not', async () => {
    await choose(atlas, unattached);
    expect(panelText(atlas)).to.contain('未见公布');
  });

  it('adds up the provinces in one unit while nothing is chosen', () => {
    const rows = parts(part(atlas, 'pair-details'), 'tr').map((row) => textOf(row));
    expect(rows).to.have.length(4);
    expect(rows[0]).to.match(/^四川省 ?40个县 ?\d+\.\d亿元$/);
    expect(rows.reduce((sum, row) => sum + parseFloat(/([\d.]+)亿元/.exec(row)![1]!), 0)).to.be.closeTo(24.7, 0.21);
    expect(panelText(atlas)).to.contain('示意值');
  });

  it('sets numbers of provinces to the end of their rows, and words, which break, to the start', async () => {
    const last = (): string => getComputedStyle(parts(part(atlas, 'pair-details'), 'td:last-child')[0]!).textAlign;
    expect(last()).to.equal('end');
    await switchMetric(atlas, 'exit');
    expect(panelText(atlas)).to.contain('居多');
    expect(last()).to.equal('start');
  });

  it('opens the panel of a chosen county, with value, status, partner and sources', async () => {
    await choose(atlas, '513221');
    expect(atlas.selected).to.equal('513221');
    expect(panelText(atlas))
      .to.contain('汶川县')
      .and.to.contain('示意值，非公布数字')
      .and.to.contain('义乌市')
      .and.to.contain('来源');
    expect(standing(atlas, 'selected')).to.deep.equal(['513221']);
    await choose(atlas, '513221');
    expect(atlas.selected).to.equal('');
  });

  it('adds to the selection with Ctrl', async () => {
    await choose(atlas, '513221');
    await choose(atlas, '513222', { ctrlKey: true });
    expect(atlas.selected).to.equal('513221 513222');
  });

  it('recolours every map when the metric is switched', async () => {
    const before = [...atlas.state.values.dataset!.participants].map((code) => fillOf(atlas, code));
    expect(new Set(before)).to.have.length(5);
    await switchMetric(atlas, 'coverage');
    expect(atlas.metric).to.equal('coverage');
    const classes = paletteAt(atlas.state.values, 'county').classes;
    for (const code of atlas.state.values.dataset!.participants) expect(fillOf(atlas, code), code).to.equal(classes[2]);
    expect(fillOf(atlas, '330304')).to.equal(classes[2]);
    expect(textOf(part(atlas, 'pair-legend'))).to.contain('全覆盖');
  });

  it('takes each whole number of cadres as a class', async () => {
    await switchMetric(atlas, 'cadres');
    const distinct = new Set(scaleAt(atlas.state.values, 'county')!.values);
    expect(scaleAt(atlas.state.values, 'county')!.classes).to.have.length(Math.min(5, distinct.size));
    expect(textOf(part(atlas, 'pair-legend')))
      .to.contain('单位：人')
      .and.to.contain('合计 138人');
  });

  it('marks the figures as illustrative on the map, in the legend and in the tooltip', async () => {
    for (const map of mapsOf(atlas))
      expect(textOf(map.renderRoot.querySelector('[part="boundary"]'))).to.contain('示意');
    expect(textOf(part(atlas, 'pair-legend'))).to.contain('示意值，非公布数字');
    await hover(atlas, '513221');
    expect(tooltipText(atlas)).to.contain('示意值，非公布数字');
  });

  it('does not call illustrative what was reported: that every county had a cadre', async () => {
    await switchMetric(atlas, 'coverage');
    expect(textOf(part(atlas, 'pair-legend'))).to.not.contain('示意值');
    await hover(atlas, '513221');
    expect(tooltipText(atlas)).to.contain('已覆盖').and.to.not.contain('示意值');
  });

  it('says on every map that the boundaries were not submitted for review', () => {
    for (const map of mapsOf(atlas))
      expect(textOf(map.renderRoot.querySelector('[part="boundary"]'))).to.contain('边界为示意，未送审');
  });

  it('shows the reported totals with their source', () => {
    const summary = textOf(parts(atlas, 'pair-summary')[0]);
    expect(summary)
      .to.contain('80')
      .and.to.contain('24.7')
      .and.to.contain('亿元')
      .and.to.contain('138')
      .and.to.contain('浙江省扎实推进东西部扶贫协作工作');
  });

  it('accounts for every county and both sides of the pairs', () => {
    const text = textOf(part(atlas, 'pair-ledger'));
    expect(text).to.contain('80个有数值').and.to.contain('523个县级单位').and.to.contain('数据与边界全部吻合');
    expect(text).to.contain('24.7亿元').and.to.contain('松潘县 513224');
  });

  it('can be walked by keyboard, without scrolling the page', async () => {
    const map = mapOf(atlas, '330000');
    focusMap(map);
    const { scrollY } = window;
    const event = await press(map, 'ArrowLeft');
    expect(event.defaultPrevented).to.equal(true);
    const first = atlas.state.values.active;
    expect(first).to.match(/^33\d{4}$/);
    await press(map, 'ArrowLeft');
    expect(atlas.state.values.active)
      .to.match(/^33\d{4}$/)
      .and.not.to.equal(first);
    expect(textOf(map.renderRoot.querySelector('[role="status"]'))).to.not.equal('');
    await press(map, 'Enter');
    expect(atlas.selected).to.equal(atlas.state.values.active);
    await press(map, 'Escape');
    expect(atlas.state.values.active).to.equal(undefined);
    await press(map, 'Escape');
    expect(atlas.selected).to.equal('');
    expect(window.scrollY).to.equal(scrollY);
  });

  it('leaves other keys to the page', async () => {
    expect((await press(mapOf(atlas, '330000'), 'Tab')).defaultPrevented).to.equal(false);
    expect((await press(mapOf(atlas, '330000'), 'ArrowDown', { altKey: true })).defaultPrevented).to.equal(false);
  });

  it('is free of accessibility faults, idle and with a panel open', async () => {
    await expect(atlas).to.be.accessible();
    await choose(atlas, '513221');
    await expect(atlas).to.be.accessible();
  });

  it('speaks English where the page does', async () => {
    atlas.lang = 'en';
    // Its words are a file of their own.
    await until(() => textOf(part(atlas, 'pair-legend')).includes('Illustrative'));
    await settled(atlas);
    expect(textOf(part(atlas, 'pair-legend')))
      .to.contain('Illustrative, not a published figure')
      .and.to.contain('Unit: million yuan');
    expect(textOf(mapOf(atlas, '330000').renderRoot.querySelector('figcaption'))).to.contain('Zhejiang');
    atlas.removeAttribute('lang');
    await settled(atlas);
    expect(textOf(part(atlas, 'pair-legend'))).to.contain('示意值');
  });
});
