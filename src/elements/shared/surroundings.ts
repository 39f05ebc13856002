/** What an element takes from the page around it: language, and whether it is light or dark. */
import { MAX_CLASSES } from '../../scene/classes/breaks.js';
import { TOKENS, type Theme } from '../../scene/picture/tokens.js';
import { LAYOUTS, TEXTS, type Layout, type Text } from '../../state/values.js';
import { languageOf, type Language } from '../../scene/words/index.js';
import { parentOf } from './flat-tree.js';

/** The nearest `lang` around an element, through shadow roots; Chinese where there is none. */
export function languageAround(element: Element): Language {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    if (holder) return languageOf(holder.getAttribute('lang'));
    const root: Node = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return languageOf(undefined);
}

/** Names by which sites switch to large text, or to a mode for the old, and to text without pictures, on their root or body. */
const LARGE =
    /^(elder(ly)?|aged|(elder(ly)?|old|aged|senior|care)[-_]?mode|(large|big)[-_]?(text|font|mode)|(text|font)[-_]?(large|big))$/i,
  TEXT_ONLY = /^((pure|plain)[-_]?text|text[-_]?(only|mode))([-_]?mode)?$/i;
/** Pixels of the root's letters that are large in themselves. */
const LARGE_ROOT = 22;

export interface Modes {
  readonly isLarge: boolean;
  readonly isTextOnly: boolean;
}

/** What an atlas's attributes say, else what the page around it has switched to, by its size or by a switch of its own. */
export function modesOf(atlas: Element & { readonly text: string; readonly layout: string }): Modes {
  const { documentElement, body } = atlas.ownerDocument;
  const isAny = (mode: RegExp): boolean =>
    [documentElement, body].some((element) => {
      const { classList = [], dataset = {} } = element ?? {};
      return [...classList, dataset.mode ?? '', `text-${dataset.text}`].some((name) => mode.test(name));
    });
  // What is no size or layout is told of, and leaves it to the page.
  return {
    isLarge: TEXTS.includes(atlas.text as Text)
      ? atlas.text === 'large'
      : parseFloat(getComputedStyle(documentElement).fontSize) >= LARGE_ROOT || isAny(LARGE),
    isTextOnly: LAYOUTS.includes(atlas.layout as Layout) ? atlas.layout === 'text' : isAny(TEXT_ONLY),
  };
}

export type ThemeChoice = Theme | 'auto';

/** Does the reader's system choose the colours? */
export const isForced = (): boolean => matchMedia('(forced-colors: active)').matches;

/**
 * `auto` is dark where the page says that it can be (`color-scheme`) and the reader wants it, or where it stands on a dark ground, and
 * high contrast where the reader asks for that. A page that is light only never gets a dark box. Where colours are forced, their ground
 * decides.
 */
export function themeAround(element: Element, choice: ThemeChoice): Theme {
  if (matchMedia('print').matches) return 'light';
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  if (isForced()) return isDark ? 'dark' : 'contrast';
  if (choice !== 'auto') return choice;
  if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
  if (isOnDark(element)) return 'dark';
  const own = getComputedStyle(element).colorScheme;
  // What a page says in its head is no style of its elements.
  const page = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]');
  const schemes = ((own === 'normal' && page?.content) || own).split(/\s+/);
  if (!schemes.includes('dark')) return 'light';
  return !schemes.includes('light') || isDark ? 'dark' : 'light';
}

/** Of 255: what is darker is a ground for light text. */
const DARK = 60;

/** Is the nearest ground behind an element dark? A toolbar's contrast blackens a page that knows nothing of dark. */
function isOnDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const { backgroundColor } = getComputedStyle(at);
    // Red, green and blue, and how much they cover; another notation than rgb() is not read.
    const parts = (backgroundColor.match(/^rgb|[\d.]+/g) ?? []).map(Number);
    if (parts.length > 3 && (parts[4] ?? 1) > 0.5) return Math.max(...parts.slice(1, 4)) < DARK;
  }
  return false;
}

/** The host's `--pair-NAME` properties as a plain record: equal records draw the same picture. */
export function tokensAround(element: Element): ReadonlyMap<string, string> {
  const style = getComputedStyle(element);
  const names = [...Object.keys(TOKENS), ...Array.from({ length: MAX_CLASSES }, (_, i) => `class-${i + 1}`)];
  return new Map(
    names.flatMap((name): [string, string][] => {
      const value = style.getPropertyValue(`--pair-${name}`).trim();
      return value ? [[name, value]] : [];
    }),
  );
}

/** Calls back when language or theme may have changed, until `signal` is aborted. */
export function watchSurroundings(element: Element, callback: () => void, signal: AbortSignal): void {
  for (const query of [
    'print',
    '(prefers-color-scheme: dark)',
    '(prefers-contrast: more)',
    '(forced-colors: active)',
  ]) {
    matchMedia(query).addEventListener('change', callback, { signal });
  }
  // A ground that turns dark by and by.
  document.addEventListener('transitionend', (event) => event.propertyName === 'background-color' && callback(), {
    signal,
  });
  const observer = new MutationObserver(callback);
  observer.observe(document, { attributes: true, subtree: true, attributeFilter: ['lang'] });
  // A theme is switched on the root, the body, or the atlas itself; watching every style of the page would cost too much.
  for (const target of new Set([document.documentElement, document.body, element])) {
    observer.observe(target, {
      attributes: true,
      attributeFilter: ['lang', 'class', 'style', 'data-color-scheme', 'data-text', 'data-mode'],
    });
  }
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
