/**
 * Text for the toolbars that public sites have, which read a page aloud: they look at the target of `mouseover` and `focusin`, and of an
 * atlas they see no more than its outermost element. What the reader points at or has reached stands there as text, and is told anew.
 */
import { mapsOf, type AtlasHost, type AtlasMap } from '../shared/atlas-host.js';
import { say } from '../../scene/words/index.js';

/** Milliseconds for which the reader stays before it is told; toolbars wait longer. */
const REST = 80;
/** A thing as a whole: what is inside of it is not read by itself. */
const WHOLE = 'button, a[href], summary, label, tr, option, [role="slider"], [role="option"], input, select, textarea';
const TEXT = 'li, p, dt, dd, th, td, caption, figcaption, legend, h1, h2, h3, h4, strong, span, svg > *';

type Way = 'mouseover' | 'focusin';

/** Tells from now on, until `signal` is aborted; first where the reader is, by the path of an event, and how they came there. */
export function readAloud(atlas: AtlasHost, start: readonly EventTarget[], by: Way, signal: AbortSignal): void {
  let path = start;
  let way = by;
  let timer = 0;
  let host: Labelled | undefined;

  const tell = async (): Promise<void> => {
    const now = path;
    const element = outermost(atlas, now);
    const text = element ? await textOf(atlas, now) : '';
    if (now !== path || signal.aborted) return;
    if (!element || !text) {
      host?.end();
      host = undefined;
      return;
    }
    if (host?.element !== element) {
      host?.end();
      host = new Labelled(element);
    }
    if (host.say(text)) announce(element, way);
  };
  const ask = (): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void tell(), REST);
  };
  const take = (event: Event, next: Way): void => {
    if (own.has(event)) return;
    const at = event.composedPath();
    if (at[0] === path[0] && next === way) return;
    path = at;
    way = next;
    ask();
  };
  for (const type of ['pointermove', 'pointerdown'])
    document.addEventListener(type, (event) => take(event, 'mouseover'), { signal, passive: true });
  // From one control to another inside of it an atlas has the focus all the while, and its page hears of a key alone.
  for (const type of ['focusin', 'keyup'])
    document.addEventListener(type, (event) => take(event, 'focusin'), { signal });
  atlas.state.subscribe(ask, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    host?.end();
  });
  ask();
}

/** Events of ours, which say nothing new. */
const own = new WeakSet<Event>();

/** The reader has never left the element, so that what closes when it is left stays open. */
function announce(element: Element, way: Way): void {
  const init = { bubbles: true, relatedTarget: element };
  const events =
    way === 'mouseover'
      ? [new MouseEvent('mouseout', init), new MouseEvent(way, init)]
      : [new FocusEvent('focusout', init), new FocusEvent(way, init)];
  for (const event of events) {
    own.add(event);
    element.dispatchEvent(event);
  }
}

const elementsOf = (path: readonly EventTarget[]): Element[] => path.filter((at) => at instanceof Element);

/** The target that scripts of the page see, if it is the atlas or a part of it. */
function outermost(atlas: AtlasHost, path: readonly EventTarget[]): Element | undefined {
  const seen = elementsOf(path).find((element) => element.getRootNode() === document);
  return seen && [atlas, ...atlas.parts].find((element) => element === seen);
}

async function textOf(atlas: AtlasHost, path: readonly EventTarget[]): Promise<string> {
  const elements = elementsOf(path);
  const host = elements.findIndex((element) => element.getRootNode() === document);
  const inside = elements.slice(0, Math.max(host, 0));
  const map = mapsOf(atlas).find((each) => path.includes(each));
  const stage = inside.find((element) => element.matches('.stage'));
  if (map && stage) return (await regionText(atlas, map)) || (stage.getAttribute('aria-label') ?? '');
  const element =
    inside.find((each) => each.matches(WHOLE)) ?? inside.find((each) => each.matches(TEXT) && wordsOf(each, ''));
  return element ? wordsOf(element, say(atlas.state.values.language, 'text.comma')) : '';
}

async function regionText(atlas: AtlasHost, map: AtlasMap): Promise<string> {
  const { values } = atlas.state;
  const code = values.active ?? values.selected.at(-1);
  if (code === undefined || !map.view?.map.byCode.has(code)) return '';
  const explore = await import('../map/explore.js').catch(() => undefined);
  return explore?.spokenOf(values, map.drawnLevel, code, new Set()) ?? '';
}

/** Name, text and value of an element, as a reader of the page would see them. */
function wordsOf(element: Element, comma: string): string {
  const isField = element.matches('input, select, textarea');
  const { labels, value, selectedOptions, type } = element as HTMLInputElement & HTMLSelectElement;
  const title = element.getAttribute('title') ?? '';
  const texts = [
    element.getAttribute('aria-label') ?? '',
    ...(isField ? [...(labels ?? [])].map((label) => label.textContent ?? '') : []),
    selectedOptions?.[0]?.textContent ?? (isField && !['checkbox', 'radio'].includes(type) ? value : ''),
    element.getAttribute('aria-valuetext') ?? '',
    // What a sign says in short, its title says in full.
    ...(isField
      ? []
      : shownText(element)
          .split(/[\n\t]/)
          .filter((line) => !title.includes(line.trim()))),
    title,
  ].map((text) =>
    text
      .replace(/\u200b/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return texts.filter((text, i) => text && texts.indexOf(text) === i).join(comma);
}

const shownText = (element: Element): string =>
  element instanceof HTMLElement ? element.innerText : (element.querySelector('title')?.textContent ?? '');

/** An element of the page with a text to be read; afterwards it is as its author has made it. */
class Labelled {
  readonly #label: string | null;
  readonly #role: string | null;
  /** For toolbars that read no attribute. What has no place in the element's shadow tree is not drawn. */
  readonly #text: Text | undefined;

  constructor(readonly element: Element) {
    this.#label = element.getAttribute('aria-label');
    this.#role = element.getAttribute('role');
    if (!element.shadowRoot?.querySelector('slot:not([name])')) this.#text = document.createTextNode('');
  }

  /** False where it said so already. */
  say(text: string): boolean {
    const { element } = this;
    if (element.getAttribute('aria-label') === text) return false;
    if (this.#role === null) element.setAttribute('role', 'group');
    element.setAttribute('aria-label', text);
    if (this.#text) {
      this.#text.data = text;
      if (this.#text.parentNode !== element) element.append(this.#text);
    }
    return true;
  }

  end(): void {
    for (const [name, value] of [
      ['aria-label', this.#label],
      ['role', this.#role],
    ] as const)
      if (value === null) this.element.removeAttribute(name);
      else this.element.setAttribute(name, value);
    this.#text?.remove();
  }
}
