/** The layout follows the atlas's own width: it may stand in a narrow column of a wide page. */
import { inNextFrame } from '../shared/frame.js';

/** Widths of the atlas, in CSS pixels, at which its layout changes. */
const MEDIUM = 600,
  WIDE = 960;

/** Is there room for all maps beside each other? Until it is measured, yes. */
export const isWide = ({ dataset }: HTMLElement): boolean => (dataset.width ?? 'wide') === 'wide';

/** `onMeasured` hears of each measurement, and whether it makes another order of the parts. */
export function watchWidth(
  atlas: HTMLElement,
  signal: AbortSignal,
  onMeasured: (hasOtherOrder: boolean) => void,
): void {
  const measure = (): void => {
    // A page has reset all styles by force: as a piece of a line it would have no width.
    if (atlas.clientWidth === 0 && getComputedStyle(atlas).display === 'inline')
      atlas.style.setProperty('display', 'block', 'important');
    const width = atlas.clientWidth;
    const wasWide = isWide(atlas);
    if (width > 0) atlas.dataset.width = width < MEDIUM ? 'narrow' : width < WIDE ? 'medium' : 'wide';
    onMeasured(isWide(atlas) !== wasWide);
  };
  // Before the next frame is drawn, in which the page is laid out anyway.
  inNextFrame(measure);
  // In the next frame: a layout that changes while sizes are being reported is an error to the page.
  const observer = new ResizeObserver(() => requestAnimationFrame(measure));
  observer.observe(atlas);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
