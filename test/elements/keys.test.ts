/** What the keyboard finds: the list of keys, the way past a map, a legend that is one stop. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PairAtlas } from '../../src/index.js';
import { expectClean } from '../axe.js';
import { clearPage, focusMap, mapsOf, parts, settled, showAtlas, textOf, until } from '../harness.js';

const SMALL =
  '<pair-atlas metric="funding"><pair-map region="330000"></pair-map><pair-map region="222400"></pair-map><pair-legend></pair-legend></pair-atlas>';

const listOf = (atlas: Element): HTMLDialogElement | null => atlas.shadowRoot!.querySelector('dialog');

/** The element that has the focus, through shadow roots. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
const focusedText = (): string => textOf(focused());

/** With the ways of its maps, which come with the curves. */
async function show(markup = SMALL): Promise<PairAtlas> {
  const atlas = await showAtlas(markup);
  await until(() => mapsOf(atlas).every((map) => parts(map, '.ways button').length === 2));
  return atlas;
}

describe('the list of keys', () => {
  afterEach(clearPage);

  it('is opened by ? on a map, says what the atlas has, is clean under axe, and gives the focus back at Escape', async () => {
    const atlas = await show();
    const [map] = mapsOf(atlas);
    focusMap(map!);
    const stage = focused();
    await sendKeys({ press: '?' });
    await until(() => listOf(atlas)?.open);
    const headings = [...listOf(atlas)!.querySelectorAll('h3')].map(textOf);
    expect(headings).to.deep.equal(['地图', '图例', '各处']);
    expect(textOf(listOf(atlas))).to.contain('在分界或显示范围的一端上');
    expect(focusedText()).to.equal('关闭');
    await expectClean(atlas);
    await sendKeys({ press: 'Escape' });
    await until(() => !listOf(atlas));
    expect(focused()).to.equal(stage);
  });

  it('is opened by ? in any part, wherever that stands, and by no other element and no text', async () => {
    const atlas = await show(
      `<pair-atlas id="keys-atlas" metric="funding"><pair-map region="222400"></pair-map><pair-table></pair-table></pair-atlas>
<pair-legend for="keys-atlas"></pair-legend><button id="keys-other">?</button>`,
    );
    const press = async (element: HTMLElement, key = '?'): Promise<boolean> => {
      element.focus();
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      element.dispatchEvent(event);
      const isHeard = event.defaultPrevented;
      if (isHeard) await until(() => listOf(atlas)?.open);
      listOf(atlas)?.close();
      await until(() => !listOf(atlas));
      return isHeard;
    };
    const box = atlas.parentElement!;
    await until(() => parts(box, '.class').length > 0 && parts(box, '[role="columnheader"]').length > 0);
    expect(await press(parts(box, '.class')[0]!)).to.equal(true);
    // As Chinese input writes it.
    expect(await press(parts(box, '[role="columnheader"]')[0]!, '？')).to.equal(true);
    expect(await press(parts(box, 'input[type="search"]')[0]!)).to.equal(false);
    expect(await press(parts(box, 'select')[0]!)).to.equal(false);
    expect(await press(document.getElementById('keys-other')!)).to.equal(false);
  });

  it('is opened by a button before each map, and follows the language of the page', async () => {
    const atlas = await show(`<div lang="en">${SMALL}</div>`);
    await until(() => parts(atlas, '.ways button').every((button) => /[a-z]/.test(textOf(button))));
    const [skip, keys] = parts(mapsOf(atlas)[1]!, '.ways button');
    expect([textOf(skip), textOf(keys)]).to.deep.equal(['Skip the map', 'Keyboard (?)']);
    keys!.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => listOf(atlas)?.open);
    expect(textOf(listOf(atlas)!.querySelector('h2'))).to.equal('Keyboard');
    atlas.parentElement!.lang = 'zh-CN';
    await until(() => textOf(listOf(atlas)!.querySelector('h2')) === '键盘操作');
    await sendKeys({ press: 'Enter' });
    await until(() => !listOf(atlas));
    expect(focused()).to.equal(keys);
    expect(textOf(keys)).to.equal('键盘操作 (?)');
  });

  it('goes with its atlas', async () => {
    const atlas = await show();
    focusMap(mapsOf(atlas)[0]!);
    await sendKeys({ press: '?' });
    await until(() => listOf(atlas)?.open);
    const box = atlas.parentElement!;
    atlas.remove();
    box.append(atlas);
    await settled(atlas);
    expect(listOf(atlas)).to.equal(null);
  });
});

describe('the way past a map', () => {
  afterEach(clearPage);

  it('is seen when it has the focus, and leads to what follows: the next map, then the legend, then the page', async () => {
    const atlas = await show();
    const [first, second] = mapsOf(atlas);
    const after = document.createElement('a');
    after.href = '#';
    after.textContent = 'after';
    atlas.parentElement!.append(after);
    const [skip] = parts(first!, '.ways button');
    const isSeen = (element: Element): boolean => getComputedStyle(element.closest('.ways')!).clipPath === 'none';
    expect(isSeen(skip!)).to.equal(false);
    skip!.focus();
    expect(isSeen(skip!)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(focused()).to.equal(parts(second!, '.ways button')[0]);
    await sendKeys({ press: 'Enter' });
    const [legend] = parts(atlas, 'pair-legend');
    expect(legend!.shadowRoot!.contains(focused())).to.equal(true);
    // Without what can take the focus in between.
    legend!.remove();
    parts(second!, '.ways button')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(focused()).to.equal(after);
    after.remove();
    parts(second!, '.ways button')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(second!.shadowRoot!.activeElement).to.equal(second!.shadowRoot!.lastElementChild);
  });

  it('does not stand before a map that shows nothing', async () => {
    const atlas = await show();
    const [map] = mapsOf(atlas);
    const ways = (): HTMLElement => parts(map!, '.ways')[0]!;
    expect(getComputedStyle(ways()).display).to.equal('flex');
    map!.setAttribute('region', '990000');
    await until(() => textOf(map!).includes('没有代码为 990000 的地区'));
    await until(() => getComputedStyle(ways()).display === 'none');
    map!.setAttribute('region', '330000');
    await until(() => getComputedStyle(ways()).display === 'flex');
    const fresh = await showAtlas(
      '<pair-atlas><pair-map region="990000"></pair-map><pair-map region="330000"></pair-map></pair-atlas>',
    );
    await until(() => parts(mapsOf(fresh)[1]!, '.ways button').length === 2);
    expect(parts(mapsOf(fresh)[0]!, '.ways')).to.have.length(0);
  });

  it('leads over what is hidden, disabled or no stop, and into slots and other shadow roots', async () => {
    const atlas = await show('<pair-atlas><pair-map region="222400"></pair-map></pair-atlas>');
    const box = atlas.parentElement!;
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).innerHTML =
      '<button hidden>1</button><button disabled>2</button><div tabindex="-1">3</div><div inert><button>4</button></div><slot></slot>';
    host.innerHTML =
      '<div style="visibility: hidden"><button>5</button></div><p><button id="keys-wanted">6</button></p>';
    box.append(host);
    parts(atlas, '.ways button')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    expect(focused()?.id).to.equal('keys-wanted');
  });
});

describe('a legend by keyboard', () => {
  afterEach(clearPage);

  it('is one stop for its classes: arrows, Home and End lead from one to the other, and point', async () => {
    const atlas = await show();
    await until(() => parts(atlas, '.class').length === 5);
    const classes = (): HTMLElement[] => parts(atlas, '.class');
    const stops = (): number[] => classes().flatMap(({ tabIndex }, i) => (tabIndex === 0 ? [i] : []));
    expect(stops()).to.deep.equal([0]);
    classes()[0]!.focus();
    for (const [key, at] of [
      ['ArrowRight', 1],
      ['ArrowDown', 2],
      ['End', 4],
      ['ArrowRight', 0],
      ['ArrowLeft', 4],
      ['Home', 0],
      ['ArrowUp', 4],
    ] as const) {
      await sendKeys({ press: key });
      expect(focused(), key).to.equal(classes()[at]);
      expect(atlas.state.values.spotlight, key).to.deep.equal({ level: 'county', index: at });
      await settled(atlas);
      expect(stops(), key).to.deep.equal([at]);
    }
    await sendKeys({ press: 'Enter' });
    expect(atlas.state.values.filter).to.deep.include({ kind: 'classes', classes: new Set([4]) });
    // What had the stop may be gone.
    atlas.classes = 3;
    await until(() => classes().length === 3);
    expect(stops()).to.deep.equal([2]);
  });

  it('is clean under axe', async () => {
    const atlas = await show();
    await expectClean(parts(atlas, 'pair-legend')[0]!);
  });
});
