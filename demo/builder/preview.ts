/** The atlas as it will be, in a window of a phone, a page or a big screen, made smaller where there is no room. */
import type { PairAtlas } from '../../src/index.js';
import type { Ledger } from '../../src/data/join.js';
import type { PairEventDetails } from '../../src/elements/shared/events.js';
import type { Draft, Patch } from './draft.js';
import type { RawFeed } from './feed.js';
import { MAPS_CLASS, MAPS_STYLE, toInner, type Part } from './output.js';

export const WINDOWS = {
  phone: { width: 360 },
  page: { width: 1080 },
  wall: { width: 1920, height: 1080 },
} as const;
/** Pixels of the frame's borders. */
const BORDERS = 2;
/** Pixels that a window is high at least, and those above and below it, so that all of it is seen. */
const LEAST = 400,
  AROUND = 220;
export type WindowName = keyof typeof WINDOWS;

export class Preview {
  /** The room that there is; in it a frame, as large as the window is with `scale`. */
  readonly element = document.createElement('div');
  readonly #frame = document.createElement('div');
  readonly #window = document.createElement('div');
  readonly #scroller = document.createElement('div');
  #atlas: PairAtlas | undefined;
  #shape = '';
  #size: WindowName = 'page';
  /** Of the pixels of the window, those of the page. */
  scale = 1;

  constructor(
    private readonly change: (patch: Patch) => void,
    private readonly read: (ledger: Ledger) => void,
    private readonly resized: () => void,
  ) {
    this.#frame.className = 'frame';
    this.#window.className = 'window';
    this.#scroller.className = 'scroller';
    this.#scroller.tabIndex = 0;
    this.#scroller.role = 'region';
    this.#window.append(this.#scroller);
    this.#frame.append(this.#window);
    this.element.append(this.#frame);
    new ResizeObserver(() => this.#fit()).observe(this.element);
    addEventListener('resize', () => this.#fit());
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(MAPS_STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  get atlas(): PairAtlas | undefined {
    return this.#atlas;
  }

  /** @param feed What is published; undefined for the built-in case as it is. */
  show(draft: Draft, feed: RawFeed | undefined, label: string): void {
    this.#scroller.setAttribute('aria-label', label);
    const shape = JSON.stringify([draft.layout, toInner(draft)]);
    const isNew = shape !== this.#shape;
    const atlas = !this.#atlas || isNew ? this.#made(draft) : this.#atlas;
    this.#shape = shape;
    const { metric, per, period, method, classes, scheme, theme, language } = draft;
    const wanted = { metric, per, period, method, classes, scheme, theme: theme || ('auto' as const) };
    for (const name of Object.keys(wanted) as (keyof typeof wanted)[])
      // What the reader of the preview has chosen is in the draft by now.
      if (isNew || atlas[name] !== wanted[name]) Object.assign(atlas, { [name]: wanted[name] });
    if (language) atlas.lang = language;
    else atlas.removeAttribute('lang');
    if (atlas.feed !== feed) atlas.feed = feed;
    if (atlas !== this.#atlas) this.#scroller.replaceChildren(atlas);
    this.#atlas = atlas;
  }

  resize(size: WindowName): void {
    this.#size = size;
    this.#fit();
  }

  #made(draft: Draft): PairAtlas {
    const atlas = document.createElement('pair-atlas');
    atlas.id = 'preview';
    if (draft.layout === 'wall') atlas.setAttribute('layout', 'wall');
    const inner = toInner(draft);
    if (inner) {
      const maps = document.createElement('div');
      maps.className = MAPS_CLASS;
      maps.append(...inner.maps.map(elementOf));
      atlas.append(...inner.above.map(elementOf), maps, ...inner.below.map(elementOf));
    }
    atlas.addEventListener('pair-change', ({ detail }) => this.#take(detail));
    atlas.addEventListener('pair-data', ({ detail }) => this.read(detail.ledger));
    return atlas;
  }

  /** What is tried in the preview is chosen. */
  #take(detail: PairEventDetails['pair-change']): void {
    const known = (['metric', 'per', 'period', 'classes', 'method'] as const).filter((name) => name in detail);
    if (known.length > 0) this.change(Object.fromEntries(known.map((name) => [name, detail[name] ?? ''])));
  }

  #fit(): void {
    const { width } = WINDOWS[this.#size];
    const room = this.element.clientWidth - BORDERS;
    if (room === 0) return;
    this.scale = Math.min(1, room / width);
    const height = this.#size === 'wall' ? WINDOWS.wall.height : Math.max(LEAST, innerHeight - AROUND) / this.scale;
    const { style } = this.#window;
    style.width = `${width}px`;
    style.height = `${height}px`;
    style.transform = `scale(${this.scale})`;
    // With its border.
    this.#frame.style.width = `${Math.ceil(width * this.scale)}px`;
    this.#frame.style.height = `${Math.ceil(height * this.scale)}px`;
    this.resized();
  }
}

function elementOf({ tag, attributes }: Part): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
