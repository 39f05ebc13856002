import { expect } from '@open-wc/testing';
import type { PairAtlas } from '../../src/index.js';
import { classOf } from '../../src/scene/classes/breaks.js';
import { classLabels } from '../../src/scene/parts/legend.js';
import {
  choose,
  clearPage,
  fillOf,
  focusMap,
  hover,
  leave,
  mapOf,
  paintedRegions,
  once,
  part,
  parts,
  press,
  regionBox,
  settled,
  showAtlas,
  switchMetric,
  textOf,
  until,
} from '../harness.js';
import { emphasisKeeper, paletteAt, scaleAt } from '../../src/state/derive.js';
import { isKept } from '../../src/state/legend.js';

/** The built-in feed shows another metric first. */
const showFunding = (): Promise<PairAtlas> => showAtlas('<pair-atlas metric="funding"></pair-atlas>');

const legendOf = (atlas: PairAtlas): ShadowRoot => part(atlas, 'pair-legend').shadowRoot!;
const classButtons = (atlas: PairAtlas): HTMLButtonElement[] => [
  ...legendOf(atlas).querySelectorAll<HTMLButtonElement>('.class'),
];
const thumbs = (atlas: PairAtlas): HTMLElement[] => [...legendOf(atlas).querySelectorAll<HTMLElement>('[data-break]')];
const edges = (atlas: PairAtlas): HTMLElement[] => [...legendOf(atlas).querySelectorAll<HTMLElement>('.edge')];
const keptOn = (atlas: PairAtlas): Set<string> => {
  const { state } = atlas;
  return new Set([...state.values.dataset!.participants].filter((code) => isKept(state.values, code, 'county')));
};

async function key(atlas: PairAtlas, target: HTMLElement, name: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true });
  target.dispatchEvent(event);
  await settled(atlas);
  return event;
}

async function drag(atlas: PairAtlas, target: HTMLElement, from: number, to: number): Promise<void> {
  const box = legendOf(atlas).querySelector('.spread')!.getBoundingClientRect();
  const at = (place: number): PointerEventInit => ({
    clientX: box.left + box.width * place,
    clientY: box.top + 10,
    pointerId: 5,
    button: 0,
    bubbles: true,
    composed: true,
  });
  target.dispatchEvent(new PointerEvent('pointerdown', at(from)));
  for (const place of [(from + to) / 2, to]) window.dispatchEvent(new PointerEvent('pointermove', at(place)));
  await settled(atlas);
  window.dispatchEvent(new PointerEvent('pointerup', at(to)));
  await settled(atlas);
}

describe('exploring the links', () => {
  afterEach(clearPage);

  describe('the legend', () => {
    it('points at the hovered value, and keeps a ghost at the selected one', async () => {
      const atlas = await showFunding();
      await choose(atlas, '513201');
      await hover(atlas, '513221');
      const scale = scaleAt(atlas.state.values, 'county')!;
      const markers = [...legendOf(atlas).querySelectorAll<HTMLElement>('.marker')];
      expect(markers.map(({ className }) => className.replace('marker ', '').trim()).sort()).to.deep.equal([
        'is-active',
        'is-ghost',
      ]);
      const at = (kind: string): number =>
        Number(markers.find((marker) => marker.classList.contains(kind))!.dataset.at);
      const valueOf = (code: string): number =>
        (atlas.state.values.dataset!.datum(code, 'funding', '2018') as { value: number }).value;
      expect(at('is-active') < at('is-ghost')).to.equal(valueOf('513221') < valueOf('513201'));
      expect(scale.values).to.include(valueOf('513221'));
    });

    it('makes the regions of a class stand out on all maps while it is pointed at', async () => {
      const atlas = await showFunding();
      const colour = fillOf(atlas, '513201');
      classButtons(atlas)[4]!.dispatchEvent(new PointerEvent('pointerenter'));
      await settled(atlas);
      const { kept, isFading } = emphasisKeeper()(atlas.state.values, mapOf(atlas, '510000').view!.map);
      expect(isFading).to.equal(true);
      expect(kept.has('513201')).to.equal(true);
      expect(fillOf(atlas, '513201')).to.equal(colour);
      classButtons(atlas)[4]!.dispatchEvent(new PointerEvent('pointerleave'));
      await settled(atlas);
      expect(atlas.state.values.spotlight).to.equal(undefined);
    });

    it('filters by clicked classes, says how many are left, and lets all in again', async () => {
      const atlas = await showFunding();
      const changed = once(atlas, 'pair-change');
      classButtons(atlas)[0]!.click();
      await settled(atlas);
      expect((await changed).detail.filter).to.deep.equal({ kind: 'classes', level: 'county', classes: [0] });
      classButtons(atlas)[1]!.click();
      await settled(atlas);
      expect(keptOn(atlas).size).to.equal(32);
      expect(textOf(legendOf(atlas).querySelector('.filter'))).to.include('只显示32/80个');
      legendOf(atlas).querySelector<HTMLButtonElement>('.filter button')!.click();
      await settled(atlas);
      expect(keptOn(atlas).size).to.equal(80);
    });

    it('filters by a range, by pointer and by keys, with the same result', async () => {
      const atlas = await showFunding();
      const spread = legendOf(atlas).querySelector<HTMLElement>('.spread')!;
      await drag(atlas, spread, 0.12, 1);
      const byPointer = keptOn(atlas);
      expect(byPointer.size).to.be.within(1, 79);
      const values = [...new Set(scaleAt(atlas.state.values, 'county')!.values)];
      const from = Math.min(
        ...[...byPointer].map(
          (code) => (atlas.state.values.dataset!.datum(code, 'funding', '2018') as { value: number }).value,
        ),
      );
      atlas.state.change({ filter: undefined });
      await settled(atlas);
      for (let i = 0; i < values.indexOf(from); i++) await key(atlas, edges(atlas)[0]!, 'ArrowRight');
      expect([...keptOn(atlas)].sort()).to.deep.equal([...byPointer].sort());
      await key(atlas, edges(atlas)[0]!, 'Escape');
      expect(atlas.state.values.filter).to.equal(undefined);
    });

    it('moves a break by keys and by pointer, recolours all maps, and brings the official classes back', async () => {
      const atlas = await showFunding();
      const official = scaleAt(atlas.state.values, 'county')!.breaks;
      const event = await key(atlas, thumbs(atlas)[1]!, 'ArrowRight');
      expect(event.defaultPrevented).to.equal(true);
      const moved = scaleAt(atlas.state.values, 'county')!.breaks;
      expect(moved[1]!).to.be.greaterThan(official[1]!);
      expect(thumbs(atlas)[1]!.getAttribute('aria-valuetext')).to.match(/元，以下一级\d+个，以上一级\d+个$/);
      expect(textOf(legendOf(atlas).querySelector('[part="badge"]'))).to.equal('分级已由读者更改');
      await drag(atlas, thumbs(atlas)[3]!, 0.5, 0.9);
      expect(scaleAt(atlas.state.values, 'county')!.breaks[3]!).to.be.greaterThan(official[3]!);
      await expectColours(atlas);
      [...legendOf(atlas).querySelectorAll<HTMLButtonElement>('.link')]
        .find(({ textContent }) => textContent!.includes('恢复'))!
        .click();
      await settled(atlas);
      expect(scaleAt(atlas.state.values, 'county')!.breaks).to.deep.equal(official);
      expect(legendOf(atlas).querySelector('[part="badge"]')).to.equal(null);
      await expectColours(atlas);
    });

    it('switches method and number of classes, and fills, swatches and bars agree in colour', async () => {
      const atlas = await showFunding();
      const [method, classes] = [...legendOf(atlas).querySelectorAll<HTMLSelectElement>('.choices select')];
      classes!.value = '7';
      classes!.dispatchEvent(new Event('change'));
      await settled(atlas);
      method!.value = 'jenks';
      method!.dispatchEvent(new Event('change'));
      await settled(atlas);
      expect(scaleAt(atlas.state.values, 'county')!.classes).to.have.length(7);
      expect(legendOf(atlas).querySelector('[part="badge"]')).not.to.equal(null);
      await expectColours(atlas);
    });

    it('has no histogram of coverage, and none of its breaks to move', async () => {
      const atlas = await showAtlas();
      await switchMetric(atlas, 'coverage');
      expect(legendOf(atlas).querySelector('.spread')).to.equal(null);
      expect(legendOf(atlas).querySelector('select')).to.equal(null);
      expect(classButtons(atlas)).to.have.length(3);
    });
  });

  describe('walking and opening', () => {
    it('speaks of name, value, class and what changed, and never scrolls the page', async () => {
      const atlas = await showFunding();
      const map = mapOf(atlas, '510000');
      const { scrollY } = window;
      const speech = (): string => textOf(map.renderRoot.querySelector('[role="status"]'));
      focusMap(map);
      const event = await press(map, 'End');
      expect(event.defaultPrevented).to.equal(true);
      await until(() => speech().includes('级'));
      const { dataset, active } = atlas.state.values;
      const values = mapCodes(atlas, '51').map((code) => dataset!.datum(code, 'funding', '2018'));
      const most = Math.max(...values.flatMap((datum) => (datum.kind === 'value' ? [datum.value] : [])));
      expect((dataset!.datum(active!, 'funding', '2018') as { value: number }).value).to.equal(most);
      expect(speech()).to.include('第5级（共5级').and.to.include('示意值').and.to.include('居第');
      await switchMetric(atlas, 'cadres');
      await until(() => speech().includes('指标改为'));
      await press(map, ' ');
      await until(() => speech().includes('已选定'));
      expect(atlas.selected).to.equal(active);
      expect(window.scrollY).to.equal(scrollY);
    });

    it('opens a prefecture by double click and by Enter, and comes back by the breadcrumb and by Escape', async () => {
      const atlas = await showFunding();
      atlas.state.change({ level: 'prefecture' }, 'reader');
      await settled(atlas);
      const map = mapOf(atlas, '510000');
      const codes = (): string[] => paintedRegions(map);
      expect(codes()).to.include('513200').and.to.have.length(21);
      const box = regionBox(map, '513200');
      map.renderRoot.querySelector('.stage')!.dispatchEvent(
        new MouseEvent('dblclick', {
          clientX: box.left + box.width / 2,
          clientY: box.top + box.height / 2,
          bubbles: true,
        }),
      );
      await settled(atlas);
      expect(codes()).to.have.length(13);
      expect(textOf(map.renderRoot.querySelector('figcaption'))).to.match(/四川省 ›.*阿坝/);
      map.renderRoot.querySelector<HTMLButtonElement>('.path button')!.click();
      await settled(atlas);
      expect(codes()).to.have.length(21);
      focusMap(map);
      await press(map, 'End');
      await until(() => atlas.state.values.active !== undefined);
      await press(map, 'Enter');
      expect(atlas.state.values.drills.get('510000')).to.equal('513200');
      expect(atlas.selected).to.equal('');
      await press(map, 'Escape');
      expect(codes()).to.have.length(21);
    });

    it('goes from provinces down to counties, a step at a time', async () => {
      const atlas = await showAtlas('<pair-atlas><pair-map region="510000" level="province"></pair-map></pair-atlas>');
      const map = mapOf(atlas, '510000');
      const level = (): string => map.drawnLevel;
      focusMap(map);
      for (const expected of ['prefecture', 'county']) {
        await press(map, 'End');
        await until(() => atlas.state.values.active !== undefined);
        await press(map, 'Enter');
        expect(level()).to.equal(expected);
      }
      expect(map.renderRoot.querySelectorAll('.path button').length).to.be.greaterThan(0);
    });

    it('switches all maps between levels by the control', async () => {
      const atlas = await showFunding();
      const input = parts<HTMLInputElement>(atlas, 'input[name="level"]').find(({ value }) => value === 'prefecture')!;
      const changed = once(atlas, 'pair-change');
      input.click();
      await settled(atlas);
      expect((await changed).detail.level).to.equal('prefecture');
      expect(textOf(legendOf(atlas).querySelector('.choices'))).to.include('15个市（州）');
    });
  });
});

const mapCodes = (atlas: PairAtlas, prefix: string): string[] =>
  atlas.state.values.dataset!.regions.counties.filter((code) => code.startsWith(prefix));

/** Each region's painted colour is that of its class in the palette, and of its swatch and bar in the legend. */
async function expectColours(atlas: PairAtlas): Promise<void> {
  await settled(atlas);
  const { state } = atlas;
  const scale = scaleAt(state.values, 'county')!;
  const palette = paletteAt(state.values, 'county');
  expect(new Set(palette.classes).size).to.equal(scale.classes.length);
  for (const code of state.values.dataset!.participants) {
    const datum = state.values.dataset!.datum(code, scale.metric.id, scale.period);
    if (datum.kind !== 'value') continue;
    expect(fillOf(atlas, code), code).to.equal(palette.classes[classOf(datum.value, scale.breaks)]);
  }
  // Tooltip, panel and file say the same of a region as the map.
  const [first] = state.values.dataset!.participants;
  await hover(atlas, first!);
  const shown = fillOf(atlas, first!);
  expect(parts(atlas, '[part="tooltip"] .swatch > rect')[0]!.getAttribute('fill')).to.equal(shown);
  await leave(atlas);
  const file = await (await atlas.exportAs('csv')).text();
  const row = file.split('\r\n').find((line) => line.startsWith(`"${first}"`))!;
  expect(row).to.include(`"${classLabels(scale, 'zh-CN')[palette.classes.indexOf(shown)]}"`);
  classButtons(atlas).forEach((button, i) => {
    expect(button.querySelector('.swatch > rect')!.getAttribute('fill')).to.equal(palette.classes[i]);
  });
  for (const bar of legendOf(atlas).querySelectorAll<SVGRectElement>('.bars rect')) {
    expect(bar.getAttribute('fill')).to.equal(palette.classes[Number(bar.dataset.class)]);
  }
}
