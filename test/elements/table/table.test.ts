import { expect } from '@open-wc/testing';
import type { PairAtlas, PairTable } from '../../../src/index.js';
import { expectClean } from '../../axe.js';
import {
  choose,
  clearPage,
  fillOf,
  hover,
  mapWith,
  parts,
  regionPath,
  settled,
  showAtlas,
  standing,
  textOf,
} from '../../harness.js';
import { paletteAt } from '../../../src/state/derive.js';
import { isKept } from '../../../src/state/legend.js';

/** The built-in feed shows another metric first. */
const showFunding = (): Promise<PairAtlas> => showAtlas('<pair-atlas metric="funding"></pair-atlas>');

const tableOf = (atlas: PairAtlas): PairTable => parts<PairTable>(atlas, 'pair-table')[0]!;
const rowsOf = (atlas: PairAtlas): HTMLTableRowElement[] => [
  ...tableOf(atlas).renderRoot.querySelectorAll<HTMLTableRowElement>('tbody tr'),
];
const codesOf = (atlas: PairAtlas): string[] => rowsOf(atlas).map(({ dataset }) => dataset.code!);
const cellAt = (atlas: PairAtlas, row: number, column: number): HTMLElement =>
  tableOf(atlas).renderRoot.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`)!;
const focused = (atlas: PairAtlas): HTMLElement => tableOf(atlas).shadowRoot!.activeElement as HTMLElement;
const place = (cell: HTMLElement): [number, number] => [Number(cell.dataset.row), Number(cell.dataset.column)];

async function key(
  atlas: PairAtlas,
  target: Element,
  name: string,
  init: KeyboardEventInit = {},
): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  await settled(atlas);
  return event;
}

async function check(atlas: PairAtlas, name: string): Promise<void> {
  tableOf(atlas).renderRoot.querySelector<HTMLInputElement>(`input[name="${name}"]`)!.click();
  await settled(atlas);
}

describe('pair-table', () => {
  afterEach(clearPage);

  it('is clean under axe, with a filter, a selection, and all rows', async () => {
    const atlas = await showAtlas();
    await expectClean(tableOf(atlas));
    await choose(atlas, '513221');
    atlas.state.change({ filter: { kind: 'classes', level: 'county', classes: new Set([1, 2]) } });
    await settled(atlas);
    await expectClean(tableOf(atlas));
  });

  it('is kept apart from what changes around it: a pointer on a map does not go through its rows', async () => {
    const box = tableOf(await showAtlas()).renderRoot.querySelector('.box')!;
    expect(getComputedStyle(box).contain).to.equal('content');
  });

  it('is drawn after the frame of the maps, and where a page makes no frames as well', async () => {
    const atlas = await showFunding();
    const head = (): string => tableOf(atlas).renderRoot.querySelector('thead')!.textContent!;
    const funding = head();
    const colour = fillOf(atlas, '513221');
    // The test makes the frames, and lets no patience run out.
    const { requestAnimationFrame, setTimeout } = window;
    const soon = (task: () => void): unknown => setTimeout(task);
    const pause = (): Promise<void> => new Promise((resolve) => void soon(resolve));
    const tasks: FrameRequestCallback[] = [];
    try {
      window.requestAnimationFrame = (task) => tasks.push(task);
      window.setTimeout = ((task: () => void, ms = 0) => (ms >= 100 ? 0 : soon(task))) as typeof setTimeout;
      atlas.metric = 'cadres';
      await pause();
      expect(fillOf(atlas, '513221'), 'the maps').not.to.equal(colour);
      expect(head(), 'before the frame').to.equal(funding);
      for (const task of tasks.splice(0)) task(performance.now());
      for (let i = 0; i < 50; i++) await Promise.resolve();
      expect(head(), 'in the frame').to.equal(funding);
      await pause();
      await pause();
      expect(head(), 'after the frame').not.to.equal(funding);
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      atlas.metric = 'coverage';
      const cadres = head();
      await pause();
      expect(head(), 'in a hidden page').not.to.equal(cadres);
      delete (document as { hidden?: boolean }).hidden;
      window.setTimeout = setTimeout;
      atlas.metric = 'funding';
      const end = performance.now() + 10_000;
      while (head() !== funding && performance.now() < end) await pause();
      expect(head(), 'without a frame').to.equal(funding);
    } finally {
      Object.assign(window, { requestAnimationFrame, setTimeout });
      delete (document as { hidden?: boolean }).hidden;
    }
    await settled(atlas);
  });

  it('lists those that take part, all regions in pages, and the selection alone', async () => {
    const atlas = await showAtlas();
    expect(rowsOf(atlas)).to.have.length(149);
    await check(atlas, 'isAll');
    expect(rowsOf(atlas)).to.have.length(200);
    expect(tableOf(atlas).renderRoot.querySelector('table')!.getAttribute('aria-rowcount')).to.equal('524');
    [...tableOf(atlas).renderRoot.querySelectorAll<HTMLButtonElement>('.pager button')][1]!.click();
    await settled(atlas);
    expect(rowsOf(atlas)[0]!.getAttribute('aria-rowindex')).to.equal('202');
    await check(atlas, 'isAll');
    atlas.selected = '513221 330100';
    await check(atlas, 'isSelectedOnly');
    expect(codesOf(atlas)).to.include('513221').and.to.include('330106').and.not.to.include('513201');
  });

  it('shows the colours of the maps, and what was not published', async () => {
    const atlas = await showFunding();
    const palette = paletteAt(atlas.state.values, 'county');
    const map = mapWith(atlas, '513221');
    for (const row of rowsOf(atlas).filter(({ dataset }) => dataset.code!.startsWith('51'))) {
      const path = regionPath(map, row.dataset.code!)!;
      expect(row.querySelector('.swatch > rect')!.getAttribute('fill'), row.dataset.code).to.equal(
        path.getAttribute('fill'),
      );
      expect(palette.classes).to.include(path.getAttribute('fill'));
      expect(textOf(row.querySelector('.status'))).to.include('示意');
    }
  });

  it('sums coverage up as a share of counties, once, and says how sure it is', async () => {
    const atlas = await showAtlas('<pair-atlas metric="coverage"></pair-atlas>');
    const foot = textOf(tableOf(atlas).renderRoot.querySelector('[part="totals"]'));
    expect(foot).to.include('受援合计100%（80/80）').and.to.include('帮扶方合计100%（63/63）').and.to.include('推断');
    expect(foot).not.to.include('占总数');
  });

  it('follows the legend’s filter, says so, and its totals follow too', async () => {
    const atlas = await showFunding();
    const foot = (): string => textOf(tableOf(atlas).renderRoot.querySelector('[part="totals"]'));
    expect(foot()).to.include('共149行').and.to.include('24.7亿元').and.to.include('示意');
    atlas.state.change({ filter: { kind: 'classes', level: 'county', classes: new Set([0]) } });
    await settled(atlas);
    expect(codesOf(atlas).every((code) => isKept(atlas.state.values, code, 'county'))).to.equal(true);
    expect(foot()).not.to.include('24.7亿元');
    tableOf(atlas).renderRoot.querySelector<HTMLButtonElement>('.filtered button')!.click();
    await settled(atlas);
    expect(rowsOf(atlas)).to.have.length(149);
  });

  it('sorts by a click on a header and by Enter on it, with the same result', async () => {
    const atlas = await showAtlas();
    cellAt(atlas, 0, 0).click();
    await settled(atlas);
    const byClick = codesOf(atlas);
    expect(cellAt(atlas, 0, 0).getAttribute('aria-sort')).to.equal('ascending');
    cellAt(atlas, 0, 2).click();
    await settled(atlas);
    cellAt(atlas, 0, 0).focus();
    await key(atlas, cellAt(atlas, 0, 2), 'Home');
    await key(atlas, focused(atlas), 'Enter');
    expect(codesOf(atlas)).to.deep.equal(byClick);
  });

  it('is one tab stop, and its arrows walk the cells without scrolling the page', async () => {
    const atlas = await showAtlas();
    const table = tableOf(atlas);
    table.scrollIntoView();
    const stops = (): NodeListOf<Element> => table.renderRoot.querySelectorAll('[role="grid"] [tabindex="0"]');
    expect(stops()).to.have.length(1);
    (stops()[0] as HTMLElement).focus();
    const { scrollY } = window;
    const press = (name: string, init?: KeyboardEventInit): Promise<KeyboardEvent> =>
      key(atlas, focused(atlas), name, init);
    await press('ArrowDown');
    await press('ArrowRight');
    expect(place(focused(atlas))).to.deep.equal([1, 1]);
    await press('End', { ctrlKey: true });
    expect(place(focused(atlas))).to.deep.equal([149, 4]);
    expect(table.renderRoot.querySelector('.box')!.scrollTop).to.be.greaterThan(1000);
    await press('ArrowDown');
    expect(place(focused(atlas))).to.deep.equal([149, 4]);
    await press('PageUp');
    await press('Home');
    expect(place(focused(atlas))).to.deep.equal([139, 0]);
    await press('Home', { ctrlKey: true });
    expect(place(focused(atlas))).to.deep.equal([0, 0]);
    expect(stops()).to.have.length(1);
    expect(window.scrollY).to.equal(scrollY);
  });

  it('selects a region by click and by Enter, as the map does', async () => {
    const atlas = await showAtlas();
    const row = rowsOf(atlas)[3]!;
    row.click();
    await settled(atlas);
    const { code } = row.dataset;
    expect(atlas.selected).to.equal(code);
    expect(standing(atlas, 'selected')).to.include(code);
    row.click();
    await settled(atlas);
    cellAt(atlas, 4, 0).focus();
    await key(atlas, cellAt(atlas, 0, 0), 'PageDown');
    const at = place(focused(atlas))[0];
    await key(atlas, focused(atlas), 'Enter');
    expect(atlas.selected).to.equal(codesOf(atlas)[at - 1]);
    expect(rowsOf(atlas)[at - 1]!.getAttribute('aria-selected')).to.equal('true');
    await key(atlas, focused(atlas), 'Escape');
    expect(atlas.selected).to.equal('');
  });

  it('marks the row of a hovered region without being drawn anew, and shows the row of a selected one', async () => {
    const atlas = await showAtlas();
    const before = rowsOf(atlas)[0]!;
    await hover(atlas, '513221');
    expect(tableOf(atlas).renderRoot.querySelector<HTMLElement>('tr.is-active')!.dataset.code).to.equal('513221');
    expect(rowsOf(atlas)[0]).to.equal(before);
    // From the top: a page that was scrolled keeps its place while what stands above grows.
    window.scrollTo(0, 0);
    await settled(atlas);
    const { scrollY } = window;
    const last = rowsOf(atlas).slice(-1)[0]!.dataset.code!;
    atlas.selected = last;
    await settled(atlas);
    const box = tableOf(atlas).renderRoot.querySelector('.box')!.getBoundingClientRect();
    const row = rowsOf(atlas)
      .find(({ dataset }) => dataset.code === last)!
      .getBoundingClientRect();
    expect(row.bottom).to.be.at.most(box.bottom + 1);
    expect(window.scrollY).to.equal(scrollY);
  });

  it('gives every region a target of at least 24 px', async () => {
    const atlas = await showAtlas();
    await check(atlas, 'isAll');
    for (const row of rowsOf(atlas)) expect(row.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('finds by the words of the search, whether or not a region takes part', async () => {
    const atlas = await showAtlas();
    const input = tableOf(atlas).renderRoot.querySelector<HTMLInputElement>('input[type="search"]')!;
    input.value = 'jinjiang';
    input.dispatchEvent(new InputEvent('input'));
    await settled(atlas);
    expect(codesOf(atlas)).to.include('510104');
  });

  it('gives a CSV that the atlas gives too', async () => {
    const atlas = await showAtlas();
    const file = await atlas.exportAs('csv');
    expect(file.type).to.include('text/csv');
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(await file.text()).to.include('汶川县');
    let refused = '';
    await atlas.exportAs('pdf' as never).catch((error: unknown) => (refused = String(error)));
    expect(refused).to.include('pdf');
  });

  it('lists all participants when it is printed', async () => {
    const atlas = await showAtlas();
    await check(atlas, 'isAll');
    window.dispatchEvent(new Event('beforeprint'));
    expect(rowsOf(atlas)).to.have.length(149);
    window.dispatchEvent(new Event('afterprint'));
    await settled(atlas);
    expect(rowsOf(atlas)).to.have.length(200);
  });
});
