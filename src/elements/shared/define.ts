/**
 * Defines a tag once. A second copy of the library on the same page leaves the first in place, says so, and goes on:
 * throwing here would cost the page all tags that come after.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  // On a server there is nothing to define it in; the page that is sent will do it.
  if (typeof customElements === 'undefined') return;
  const existing = customElements.get(tag);
  if (!existing) customElements.define(tag, element);
  else if (existing !== element)
    console.warn(`pair-atlas: <${tag}> is defined already, by another copy of the library. That one is kept.`);
}
