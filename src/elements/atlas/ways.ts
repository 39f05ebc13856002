/**
 * Ways for the keyboard: past each map, and to the list of keys, by `?` and by a button. Both stand before a map and are seen when they
 * have the focus.
 */
import { css, type CSSResult } from 'lit';
import { say, type Language } from '../../scene/words/index.js';
import '../../scene/words/ways.js';
import { adopt } from '../shared/adopt.js';
import { atlases, mapsOf, type AtlasHost, type AtlasMap } from '../shared/atlas-host.js';
import { parentOf } from '../shared/flat-tree.js';
import { isShortcut } from '../shared/shortcut.js';

const styles: CSSResult = css`
  :host {
    position: relative;
  }
  .ways:not([hidden]) {
    position: absolute;
    inset: 0 auto auto 0;
    z-index: 5;
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    max-inline-size: 100%;
    padding: 4px;
    background: var(--_paper);
    box-shadow: 0 3px 14px var(--_shadow);
  }
  .ways button {
    padding-inline: 0.9em;
    background: var(--_paper);
  }
  .ways:not(:focus-within) {
    clip-path: inset(50%);
    pointer-events: none;
  }
  @media print {
    .ways {
      display: none;
    }
  }
`;

/** Keeps the ways of an atlas's maps, and hears `?` wherever the atlas has the focus, until `signal` is aborted. */
export function openWays(atlas: AtlasHost, signal: AbortSignal): void {
  const draw = (): void => {
    for (const map of mapsOf(atlas)) {
      // One of a region that is not there has nothing that a way would lead past.
      const isShown = map.renderRoot.querySelector('.stage') !== null;
      if (isShown) drawWays(map, atlas);
      standing.get(map)?.bar.toggleAttribute('hidden', !isShown);
    }
  };
  // A map that has something to show tells of it.
  atlas.addEventListener('pair-view', draw, { signal });
  atlas.state.subscribe((changed) => changed.has('language') && draw(), signal);
  document.addEventListener('keydown', (event) => handleKey(event, atlas), { signal });
  signal.addEventListener('abort', () => atlas.shadowRoot?.querySelector<HTMLDialogElement>('.keys')?.close());
  draw();
}

function handleKey(event: KeyboardEvent, atlas: AtlasHost): void {
  // As Chinese input writes it, too.
  if (!isShortcut(event, '?？', atlas)) return;
  event.preventDefault();
  void listKeys(atlas);
}

async function listKeys(atlas: AtlasHost): Promise<void> {
  // Without its file there is no list, and the page goes on.
  const list = await import('./keys-dialog.js').catch(() => undefined);
  if (atlas.isConnected) list?.showKeys(atlas);
}

interface Ways {
  readonly bar: HTMLElement;
  readonly skip: HTMLElement;
  readonly list: HTMLElement;
  language?: Language;
}

const standing = new WeakMap<AtlasMap, Ways>();

/** Once for a map: its buttons ask for the atlas that it belongs to then. */
function drawWays(map: AtlasMap, { state }: AtlasHost): void {
  const ways = standing.get(map) ?? makeWays(map);
  const { language } = state.values;
  // What describes the map's stage; with the words of the ways.
  const keys = map.renderRoot.querySelector('#keys');
  if (keys && (ways.language !== language || !keys.textContent)) keys.textContent = say(language, 'map.keys');
  // Maps tell of each step of their cameras.
  if (ways.language === language) return;
  ways.language = language;
  ways.skip.textContent = say(language, 'ways.skip');
  ways.list.textContent = say(language, 'ways.keys');
}

function makeWays(map: AtlasMap): Ways {
  const root = map.renderRoot as ShadowRoot;
  const bar = document.createElement('div');
  bar.className = 'ways';
  bar.setAttribute('part', 'ways');
  // Where nothing follows: the next Tab leaves the page.
  const end = document.createElement('span');
  end.tabIndex = -1;
  const skip = button(() => (nextAfter(map) ?? end).focus());
  const list = button(() => {
    const atlas = [...atlases].find(({ parts }) => parts.has(map));
    if (atlas) void listKeys(atlas);
  });
  bar.append(skip, list);
  adopt(root, styles);
  root.prepend(bar);
  root.append(end);
  const ways = { bar, skip, list };
  standing.set(map, ways);
  return ways;
}

function button(act: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.addEventListener('click', act);
  return made;
}

const STOPS = 'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';

/** What the Tab key comes to behind all of an element, through shadow roots and slots; undefined at the end of the page. */
function nextAfter(element: Element): HTMLElement | undefined {
  for (let at: Element | null = element; at; at = parentOf(at))
    for (const next of following(at)) {
      const found = firstStop(next);
      if (found) return found;
    }
  return undefined;
}

function following(element: Element): Element[] {
  const { assignedSlot, parentNode } = element;
  const all = assignedSlot ? assignedSlot.assignedElements() : [...(parentNode?.children ?? [])];
  return all.slice(all.indexOf(element) + 1);
}

function firstStop(element: Element): HTMLElement | undefined {
  if (element instanceof HTMLElement && isStop(element)) return element;
  const slotted = element instanceof HTMLSlotElement ? element.assignedElements() : [];
  for (const child of slotted.length > 0 ? slotted : (element.shadowRoot ?? element).children) {
    const found = firstStop(child);
    if (found) return found;
  }
  return undefined;
}

const isStop = (element: HTMLElement): boolean =>
  element.matches(STOPS) &&
  element.tabIndex >= 0 &&
  !element.matches(':disabled, [inert] *') &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible';
