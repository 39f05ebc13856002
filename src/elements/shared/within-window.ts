/** Moves a list that hangs on its opener along the line, by as much as it would lead out of the window. */
export function keepWithinWindow(list: HTMLElement): void {
  list.style.removeProperty('inset-inline-start');
  const { left, right } = list.getBoundingClientRect();
  const by = Math.min(left, right - document.documentElement.clientWidth);
  if (by > 0) list.style.setProperty('inset-inline-start', `${-by}px`);
}
