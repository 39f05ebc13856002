import type { AtlasHost } from './atlas-host.js';

/**
 * Is it one of `keys`, alone, in an atlas and not typed into a field? A page may have the same key for its own, and who speaks to it says
 * one by chance: it counts only where the atlas has the focus (WCAG 2.1.4).
 */
export function isShortcut(event: KeyboardEvent, keys: string, atlas: AtlasHost | undefined): boolean {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented } = event;
  if (!atlas || key.length !== 1 || !keys.includes(key)) return false;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented) return false;
  const path = event.composedPath();
  return !isTypedInto(path[0]) && [atlas, ...atlas.parts].some((part) => path.includes(part));
}

/** Text goes there; a radio button or a slider is an input that takes none. */
function isTypedInto(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(?:radio|checkbox|range|button|submit|reset|color|file|image)$/.test(target.type);
  return target.isContentEditable || /^(?:textarea|select)$/.test(target.localName);
}
