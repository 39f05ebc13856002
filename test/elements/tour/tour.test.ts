import { expect } from '@open-wc/testing';
import type { PairAtlas, PairTour } from '../../../src/index.js';
import { expectClean } from '../../axe.js';
import { goodFeed } from '../../fixtures/feeds.js';
import { clearPage, parts, settled, showAtlas, textOf } from '../../harness.js';

/** Timers of seconds go off when the test says so; those of milliseconds are the page's. */
class Clock {
  readonly #waiting = new Map<number, { due: number; call: () => void }>();
  #now = 0;
  readonly #set = window.setTimeout;
  readonly #clear = window.clearTimeout;

  constructor() {
    let next = 1e6;
    window.setTimeout = ((call: () => void, delay = 0, ...rest: unknown[]) => {
      if (delay < 3_000 || delay > 600_000) return this.#set.call(window, call, delay, ...(rest as []));
      this.#waiting.set(++next, { due: this.#now + delay / 1_000, call });
      return next;
    }) as typeof setTimeout;
    window.clearTimeout = ((id?: number) =>
      void (this.#waiting.delete(id!) || this.#clear.call(window, id))) as typeof clearTimeout;
  }

  pass(seconds: number): void {
    const end = this.#now + seconds;
    for (;;) {
      const [id, next] = [...this.#waiting].sort(([, a], [, b]) => a.due - b.due)[0] ?? [];
      if (id === undefined || next === undefined || next.due > end) break;
      this.#waiting.delete(id);
      this.#now = next.due;
      next.call();
    }
    this.#now = end;
  }

  end(): void {
    window.setTimeout = this.#set;
    window.clearTimeout = this.#clear;
  }
}

describe('pair-tour', () => {
  let clock: Clock;
  const { matchMedia } = window;
  beforeEach(() => (clock = new Clock()));
  afterEach(() => {
    clock.end();
    window.matchMedia = matchMedia;
    clearPage();
  });

  const show = (attributes = ''): Promise<PairAtlas> =>
    showAtlas(
      `<pair-atlas><pair-tour ${attributes}></pair-tour><pair-map region="330000"></pair-map><pair-details></pair-details></pair-atlas>`,
      (atlas) => (atlas.feed = goodFeed()),
    );
  const tourOf = (atlas: PairAtlas): PairTour => parts<PairTour>(atlas, 'pair-tour')[0]!;
  const button = (atlas: PairAtlas): HTMLButtonElement => tourOf(atlas).renderRoot.querySelector('button')!;
  const touch = (): boolean => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));

  it('shows one place after the other, begins again after the last, and tells nobody that a reader had chosen them', async () => {
    const atlas = await show();
    let selections = 0;
    atlas.addEventListener('pair-select', () => selections++);
    expect(atlas.selected).to.equal('');
    button(atlas).click();
    expect(atlas.selected).to.equal('330106');
    await settled(atlas);
    expect(textOf(tourOf(atlas))).to.include('第1处，共2处');
    clock.pass(7.9);
    expect(atlas.selected).to.equal('330106');
    clock.pass(0.1);
    expect(atlas.selected).to.equal('330782');
    clock.pass(8);
    expect(atlas.selected).to.equal('330106');
    expect(selections).to.equal(0);
    await expectClean(atlas);
  });

  it('stops at its button, and stays so', async () => {
    const atlas = await show('rest="60"');
    clock.pass(8);
    await settled(atlas);
    expect(textOf(button(atlas))).to.include('停止巡览');
    button(atlas).click();
    await settled(atlas);
    expect(textOf(button(atlas))).to.include('开始巡览');
    const { selected } = atlas;
    clock.pass(500);
    expect(atlas.selected).to.equal(selected);
  });

  it('begins by itself where the author says so, and stops at a touch anywhere, with what is shown as it is', async () => {
    const atlas = await show('rest="60" seconds="5"');
    expect(atlas.selected).to.equal('');
    clock.pass(5);
    expect(atlas.selected).to.equal('330106');
    touch();
    clock.pass(59);
    expect(atlas.selected).to.equal('330106');
    touch();
    clock.pass(59);
    expect(atlas.selected).to.equal('330106');
    clock.pass(1);
    expect(atlas.selected).to.equal('330782');
  });

  for (const [what, event] of [
    ['a key', new KeyboardEvent('keydown', { key: 'Tab', bubbles: true })],
    ['the wheel', new WheelEvent('wheel', { bubbles: true })],
    ['a pointer that moves', new PointerEvent('pointermove', { bubbles: true, movementX: 3 })],
  ] as const) {
    it(`stops at ${what}`, async () => {
      const atlas = await show();
      button(atlas).click();
      document.body.dispatchEvent(event);
      await settled(atlas);
      expect(textOf(button(atlas))).to.include('开始巡览');
      clock.pass(100);
      expect(atlas.selected).to.equal('330106');
    });
  }

  it('does not stop at a pointer that rests', async () => {
    const atlas = await show();
    button(atlas).click();
    document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    clock.pass(8);
    expect(atlas.selected).to.equal('330782');
  });

  it('clears away what the last reader has left', async () => {
    const atlas = await show();
    atlas.state.change({ filter: { kind: 'classes', level: 'county', classes: new Set([0]) } }, 'reader');
    atlas.state.change({ cameras: new Map([['330000', { x: 0.5, y: 0.5, zoom: 3 }]]) } as never, 'reader');
    button(atlas).click();
    expect(atlas.state.values.filter).to.equal(undefined);
    expect(atlas.state.values.cameras.size).to.equal(0);
  });

  it('does not begin by itself for a reader who wants less motion; the button begins it', async () => {
    window.matchMedia = ((query: string) =>
      query.includes('reduced-motion') ? { matches: true } : matchMedia.call(window, query)) as typeof matchMedia;
    const atlas = await show('rest="60"');
    clock.pass(500);
    expect(atlas.selected).to.equal('');
    button(atlas).click();
    expect(atlas.selected).to.equal('330106');
    clock.pass(8);
    expect(atlas.selected).to.equal('330782');
  });

  it('never shows a place for less than three seconds', async () => {
    const atlas = await show('seconds="0"');
    button(atlas).click();
    clock.pass(2.9);
    expect(atlas.selected).to.equal('330106');
    clock.pass(0.1);
    expect(atlas.selected).to.equal('330782');
  });

  it('ends with its element', async () => {
    const atlas = await show();
    button(atlas).click();
    tourOf(atlas).remove();
    clock.pass(100);
    expect(atlas.selected).to.equal('330106');
  });
});
