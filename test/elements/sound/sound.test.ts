import { expect } from '@open-wc/testing';
import type { PairAtlas, PairSound } from '../../../src/index.js';
import { NOTE_LENGTH, play } from '../../../src/elements/sound/play.js';
import { pitchOf } from '../../../src/scene/parts/sound.js';
import { expectClean } from '../../axe.js';
import { goodFeed } from '../../fixtures/feeds.js';
import { clearPage, parts, settled, showAtlas, textOf, until } from '../../harness.js';

const RATE = 44_100;

/** Seconds of sound as a browser would make it. */
async function rendered(...notes: Parameters<typeof play>[1][]): Promise<Float32Array> {
  const context = new OfflineAudioContext(1, Math.ceil(RATE * notes.length * 0.5), RATE);
  notes.forEach((note, i) => play(context, note, i * 0.5));
  return (await context.startRendering()).getChannelData(0);
}

/** How often the sound rises through zero, a second, and how even that is: 0 for a tone. */
function measured(samples: Float32Array): { hertz: number; unevenness: number } {
  const rises: number[] = [];
  for (let i = 1; i < samples.length; i++) {
    const [before, now] = [samples[i - 1]!, samples[i]!];
    if (before < 0 && now >= 0) rises.push(i - 1 + before / (before - now));
  }
  const lengths = rises.slice(1).map((at, i) => at - rises[i]!);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const spread = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length);
  return { hertz: RATE / mean, unevenness: spread / mean };
}

describe('a note', () => {
  it('has the frequency of its value, to a hundredth, ends, and does not click', async () => {
    const values = [0, 10, 33, 50, 80, 100];
    const samples = await rendered(
      ...values.map((value) => ({ kind: 'tone', hertz: pitchOf(value, [0, 100]) }) as const),
    );
    let last = 0;
    values.forEach((value, i) => {
      const from = Math.round(i * 0.5 * RATE);
      const { hertz, unevenness } = measured(samples.subarray(from + RATE * 0.03, from + RATE * (NOTE_LENGTH - 0.03)));
      expect(hertz / pitchOf(value, [0, 100])).to.be.within(0.99, 1.01);
      expect(unevenness).to.be.below(0.01);
      expect(hertz).to.be.above(last);
      last = hertz;
      const after = samples.subarray(from + Math.ceil(RATE * (NOTE_LENGTH + 0.01)), from + RATE * 0.49);
      expect(Math.max(...after.map(Math.abs))).to.be.below(1e-6);
    });
    for (let i = 1; i < samples.length; i++) expect(Math.abs(samples[i]! - samples[i - 1]!)).to.be.below(0.1);
  });

  it('of what has no value is a hiss, that is no pitch', async () => {
    const samples = await rendered({ kind: 'noise' });
    const { unevenness } = measured(samples.subarray(RATE * 0.03, RATE * 0.15));
    expect(unevenness).to.be.above(0.2);
    expect(Math.max(...samples.map(Math.abs))).to.be.within(0.05, 0.15);
  });
});

/** In place of the browser's: counts, and sounds nothing. */
class FakeContext {
  state: AudioContextState = 'suspended';
  readonly currentTime = 0;
  readonly sampleRate = 8_000;
  readonly destination = {};
  constructor() {
    made.push(this);
  }
  static mode: 'lets' | 'refuses' = 'lets';
  async resume(): Promise<void> {
    if (FakeContext.mode === 'refuses') return new Promise(() => undefined);
    this.state = 'running';
  }
  async close(): Promise<void> {
    this.state = 'closed';
  }
  createGain = (): object => ({
    gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
    connect: () => undefined,
  });
  createOscillator(): object {
    const oscillator = {
      frequency: { value: 0 },
      connect: () => undefined,
      start: () => void sounds.push(Math.round(oscillator.frequency.value)),
      stop: () => undefined,
    };
    return oscillator;
  }
  createBuffer = (): object => ({ getChannelData: () => new Float32Array(4) });
  createBufferSource = (): object => ({
    connect: () => undefined,
    start: () => void sounds.push('hiss'),
    stop: () => undefined,
  });
}
let made: FakeContext[] = [];
let sounds: (number | 'hiss')[] = [];

describe('pair-sound', () => {
  const real = window.AudioContext;
  const { setTimeout: set } = window;
  beforeEach(() => {
    made = [];
    sounds = [];
    FakeContext.mode = 'lets';
    window.AudioContext = FakeContext as unknown as typeof AudioContext;
    // Waits for a screen reader go by fifty times as fast.
    window.setTimeout = ((call: () => void, delay = 0, ...rest: []) =>
      set.call(window, call, delay >= 200 && delay < 30_000 ? delay / 50 : delay, ...rest)) as typeof setTimeout;
  });
  afterEach(() => {
    window.AudioContext = real;
    window.setTimeout = set;
    clearPage();
  });

  const show = (): Promise<PairAtlas> =>
    showAtlas(
      `<pair-atlas metric="funding"><pair-sound></pair-sound><pair-map region="510000"></pair-map><pair-legend></pair-legend></pair-atlas>`,
      (atlas) => {
        atlas.feed = goodFeed();
        atlas.classes = 2;
      },
    );
  const soundOf = (atlas: PairAtlas): PairSound => parts<PairSound>(atlas, 'pair-sound')[0]!;
  const button = (atlas: PairAtlas): HTMLButtonElement => soundOf(atlas).renderRoot.querySelector('button')!;
  const said = (atlas: PairAtlas): string => textOf(soundOf(atlas).renderRoot.querySelector('[role="status"]'));
  const isOn = (atlas: PairAtlas): boolean => textOf(button(atlas)).includes('停');
  const key = (target: EventTarget, name: string, init: KeyboardEventInit = {}): boolean =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, ...init }));
  const keyUp = (target: EventTarget): boolean =>
    target.dispatchEvent(new KeyboardEvent('keyup', { bubbles: true, composed: true }));
  async function pick(atlas: PairAtlas, id: string): Promise<void> {
    const select = soundOf(atlas).renderRoot.querySelector('select')!;
    select.value = id;
    select.dispatchEvent(new Event('change'));
    await settled(atlas);
  }

  it('is silent until its button is pressed, and is a labelled choice and a button', async () => {
    const atlas = await show();
    expect(made).to.deep.equal([]);
    expect(said(atlas)).to.equal('');
    const options = [...soundOf(atlas).renderRoot.querySelectorAll('option')].map(textOf);
    expect(options).to.deep.equal(['全部各级，由低到高', '第1级：1,000–3,000', '第2级：3,000–4,000']);
    await expectClean(atlas);
  });

  it('tells what comes, then sounds it, lights up its class, and says when it has ended', async () => {
    const atlas = await show();
    const heard: string[] = [];
    const lit = new Set<number | undefined>();
    atlas.state.subscribe(() => lit.add(atlas.state.values.spotlight?.index), new AbortController().signal);
    new MutationObserver(() => heard.push(`${said(atlas)} ${sounds.length}`)).observe(
      soundOf(atlas).renderRoot.querySelector('[role="status"]')!,
      { childList: true, characterData: true, subtree: true },
    );
    button(atlas).click();
    await settled(atlas);
    expect(isOn(atlas)).to.equal(true);
    await until(() => said(atlas) === '听完了');
    await until(() => !isOn(atlas));
    expect(sounds).to.deep.equal([220, 1760, 'hiss', 220, 440, 880, 1760]);
    expect(heard.map((each) => each.replace(/^(.{4}).* /, '$1 '))).to.deep.equal([
      '资金：声 0',
      '第1级， 3',
      '第2级， 5',
      '听完了 7',
    ]);
    expect([...lit]).to.include.members([0, 1, undefined]);
    expect(atlas.state.values.spotlight).to.equal(undefined);
    expect(made.map(({ state }) => state)).to.deep.equal(['closed']);
    await expectClean(soundOf(atlas));
  });

  it('sounds a selected region with its partners, and points at each of them', async () => {
    const atlas = await show();
    atlas.selected = '330106';
    await settled(atlas);
    await pick(atlas, 'pair');
    const pointed = new Set<string | undefined>();
    const hovers: unknown[] = [];
    atlas.addEventListener('pair-hover', (event) => hovers.push(event.detail));
    atlas.state.subscribe(() => pointed.add(atlas.state.values.active), new AbortController().signal);
    button(atlas).click();
    await until(() => said(atlas) === '听完了');
    expect([...pointed]).to.include.members(['330106', '513201', '513221']);
    // Nobody has pointed at anything.
    expect(hovers).to.deep.equal([]);
    expect(sounds).to.have.length(6);
  });

  it('stops at any key, which begins nothing anew, also on its own button', async () => {
    const atlas = await show();
    for (const [target, name] of [
      [button(atlas), 'Enter'],
      [button(atlas), ' '],
      [document.body, 'Escape'],
      [document.body, 'Control'],
      [document.body, 'x'],
    ] as const) {
      button(atlas).click();
      await until(() => isOn(atlas) && said(atlas).startsWith('资金'));
      key(target, name, { repeat: true });
      expect(made.at(-1)!.state).not.to.equal('closed');
      key(target, name);
      // What the browser makes of Enter and Space on a button.
      if (target !== document.body) button(atlas).click();
      keyUp(target);
      await settled(atlas);
      expect(isOn(atlas), name).to.equal(false);
      expect(said(atlas), name).to.equal('已停止');
      expect(made.at(-1)!.state, name).to.equal('closed');
      await new Promise((resolve) => set(resolve, 10));
    }
    expect(made).to.have.length(5);
  });

  it('stops at a press or a focus elsewhere, at another metric, when the page is left, and when it is taken out', async () => {
    const atlas = await show();
    const outside = document.createElement('button');
    outside.dataset.test = '';
    document.body.append(outside);
    for (const leave of [
      () => outside.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true })),
      () => outside.dispatchEvent(new FocusEvent('focusin', { bubbles: true, composed: true })),
      () => document.dispatchEvent(new Event('visibilitychange')),
      () => window.dispatchEvent(new Event('pagehide')),
      () => button(atlas).click(),
      () => (atlas.metric = 'cadres'),
      () => soundOf(atlas).remove(),
    ]) {
      button(atlas).click();
      await until(() => isOn(atlas) && made.at(-1)!.state === 'running');
      leave();
      await settled(atlas);
      expect(made.at(-1)!.state, String(leave)).to.equal('closed');
    }
    const before = sounds.length;
    await new Promise((resolve) => set(resolve, 300));
    expect(sounds.length).to.equal(before);
    expect(atlas.state.values.spotlight).to.equal(undefined);
  });

  it('says so where the browser lets no sound through, or has none', async () => {
    const atlas = await show();
    FakeContext.mode = 'refuses';
    button(atlas).click();
    await until(() => said(atlas).startsWith('浏览器没有放行声音'));
    await until(() => !isOn(atlas));
    expect(made[0]!.state).to.equal('closed');
    delete (window as { AudioContext?: unknown }).AudioContext;
    button(atlas).click();
    await until(() => said(atlas) === '这个浏览器不能发声');
    await until(() => !isOn(atlas));
    expect(sounds).to.deep.equal([]);
  });

  it('says of names that they have no pitch', async () => {
    const atlas = await showAtlas('<pair-atlas lang="en"><pair-sound></pair-sound></pair-atlas>', (host) => {
      host.feed = {
        ...goodFeed(),
        metrics: [
          { id: 'kind', label: { en: 'Kind' }, kind: 'category', categories: [{ id: 'a', label: { en: 'A' } }] },
        ],
        values: [{ code: '513201', period: '2018', kind: 'a', status: 'reported' }],
        pairs: [],
      };
    });
    expect(textOf(soundOf(atlas))).to.equal('The classes of this metric have no order that a pitch could tell.');
  });
});
