/** Text goes there; a radio button or a slider is an input that takes none. */
export function isTypedInto(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(?:radio|checkbox|range|button|submit|reset|color|file|image)$/.test(target.type);
  return target.isContentEditable || /^(?:textarea|select)$/.test(target.localName);
}
