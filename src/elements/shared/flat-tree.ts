/** An element's parent as the page is drawn: out of slots and shadow trees. */
export const parentOf = ({ assignedSlot, parentElement, parentNode }: Element): Element | null =>
  assignedSlot ?? parentElement ?? (parentNode as Partial<ShadowRoot> | null)?.host ?? null;
