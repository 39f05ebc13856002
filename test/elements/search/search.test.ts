import { expect } from '@open-wc/testing';
import type { PairAtlas, PairSearch } from '../../../src/index.js';
import { expectClean } from '../../axe.js';
import { clearPage, mapWith, parts, settled, showAtlas, standing, textOf } from '../../harness.js';

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

describe('pair-search', () => {
  afterEach(clearPage);
  const searchOf = (atlas: PairAtlas): PairSearch => parts<PairSearch>(atlas, 'pair-search')[0]!;
  const inputOf = (atlas: PairAtlas): HTMLInputElement => searchOf(atlas).renderRoot.querySelector('input')!;
  const options = (atlas: PairAtlas): HTMLElement[] => [
    ...searchOf(atlas).renderRoot.querySelectorAll<HTMLElement>('[role="option"]'),
  ];
  const type = async (atlas: PairAtlas, text: string): Promise<void> => {
    inputOf(atlas).focus();
    inputOf(atlas).value = text;
    inputOf(atlas).dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled(atlas);
  };

  it('is clean under axe, closed and open', async () => {
    const atlas = await showAtlas();
    await expectClean(searchOf(atlas));
    await type(atlas, 'a');
    await key(atlas, inputOf(atlas), 'ArrowDown');
    await expectClean(searchOf(atlas));
  });

  it('shows on the maps what the arrows are at, and selects by Enter and by click alike', async () => {
    const atlas = await showAtlas();
    await type(atlas, 'wenchuan');
    await key(atlas, inputOf(atlas), 'ArrowDown');
    expect(standing(atlas, 'active')).to.deep.equal(['513221']);
    expect(inputOf(atlas).getAttribute('aria-activedescendant')).to.equal(options(atlas)[0]!.id);
    await key(atlas, inputOf(atlas), 'Enter');
    expect(atlas.selected).to.equal('513221');
    atlas.selected = '';
    await type(atlas, '汶川');
    options(atlas)[0]!.click();
    await settled(atlas);
    expect(atlas.selected).to.equal('513221');
    expect(inputOf(atlas).getAttribute('aria-expanded')).to.equal('false');
  });

  it('brings the map of what was found into view', async () => {
    const atlas = await showAtlas();
    const spacer = document.createElement('div');
    spacer.style.height = '4000px';
    spacer.dataset.test = '';
    document.body.prepend(spacer);
    window.scrollTo(0, 0);
    await type(atlas, '330106');
    await key(atlas, inputOf(atlas), 'Enter');
    const box = mapWith(atlas, '330106').getBoundingClientRect();
    expect(box.top).to.be.at.least(-1);
    expect(box.top).to.be.lessThan(innerHeight);
  });

  it('takes a city as one', async () => {
    const atlas = await showAtlas();
    await type(atlas, 'hangzhou');
    await key(atlas, inputOf(atlas), 'Enter');
    expect(atlas.selected).to.equal('330100');
  });

  it('is focused by a slash from anywhere in the atlas, but not from the page, nor while something else is typed', async () => {
    const atlas = await showAtlas();
    const map = parts(atlas, 'pair-map')[0]!;
    const other = document.createElement('input');
    other.dataset.test = '';
    document.body.append(other);
    other.focus();
    await key(atlas, other, '/');
    expect(document.activeElement).to.equal(other);
    other.blur();
    await key(atlas, document.body, '/');
    expect(searchOf(atlas).shadowRoot!.activeElement).to.equal(null);
    await key(atlas, map.shadowRoot!.querySelector('.stage')!, '/');
    expect(searchOf(atlas).shadowRoot!.activeElement).to.equal(inputOf(atlas));
  });

  it('leaves Enter to the input method while a character is composed', async () => {
    const atlas = await showAtlas();
    await type(atlas, '汶川');
    await key(atlas, inputOf(atlas), 'Enter', { isComposing: true });
    expect(atlas.selected).to.equal('');
  });

  it('closes by Escape, then clears, and says how many were found', async () => {
    const atlas = await showAtlas();
    await type(atlas, 'x');
    expect(textOf(searchOf(atlas).renderRoot.querySelector('[role="status"]'))).to.match(/找到\d+个地区/);
    await key(atlas, inputOf(atlas), 'Escape');
    expect(inputOf(atlas).getAttribute('aria-expanded')).to.equal('false');
    expect(inputOf(atlas).value).to.equal('x');
    await key(atlas, inputOf(atlas), 'Escape');
    expect(inputOf(atlas).value).to.equal('');
    await type(atlas, '火星');
    expect(textOf(searchOf(atlas).renderRoot.querySelector('ul'))).to.include('没有找到');
  });
});
