/** A swatch of a fill, from the same generator as the maps: what the legend shows is what they draw. */
import { css, type CSSResult } from 'lit';
import { fillColour, node, patternOf, patterns } from '../../scene/picture/picture.js';
import type { Fill } from '../../scene/classes/scale.js';
import type { Palette } from '../../scene/picture/tokens.js';
import { toElement } from '../../render/svg/elements.js';

export function swatch(fill: Fill, palette: Palette, id: string, width = 28, height = 14): SVGElement {
  const pattern = patternOf(fill);
  const box = { width, height };
  const element = toElement(
    node('svg', { class: 'swatch', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none' }, [
      ...(pattern ? [node('defs', {}, patterns(palette, id, 1))] : []),
      node('rect', { ...box, fill: fillColour(fill, palette) }),
      ...(pattern ? [node('rect', { ...box, fill: `url(#${id}-${pattern})` })] : []),
    ]),
  );
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Line-hatched and dotted swatches, drawn as on the maps. */
export const swatches: CSSResult = css`
  .swatch {
    inline-size: 1.5em;
    block-size: 1em;
    flex: none;
    display: block;
    border: 1px solid var(--_line);
  }
  @media (forced-colors: active) {
    .swatch {
      forced-color-adjust: none;
    }
  }
`;
