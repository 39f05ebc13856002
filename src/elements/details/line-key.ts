/** A short sample of a link's line, as the curves across the maps are drawn. */
import { LINK_DASHES, type LinkKind } from '../../scene/picture/links.js';
import { node } from '../../scene/picture/picture.js';
import type { Palette } from '../../scene/picture/tokens.js';
import { toElement } from '../../render/svg/elements.js';

export function lineKey(kind: LinkKind, palette: Palette): SVGElement {
  const line = { x1: 1, y1: 5, x2: 25, y2: 5, stroke: palette.accent, 'stroke-width': 1.8, 'stroke-linecap': 'round' };
  const key = toElement(
    node('svg', { class: 'line-key', viewBox: '0 0 26 10' }, [
      node('line', { ...line, 'stroke-dasharray': LINK_DASHES[kind] || 'none' }),
    ]),
  );
  key.setAttribute('aria-hidden', 'true');
  return key;
}
