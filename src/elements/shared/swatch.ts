/** A swatch of a fill as an element, and the sheet that it needs. */
import { css, type CSSResult } from 'lit';
import { toElement } from '../../render/svg/elements.js';
import type { Fill } from '../../scene/classes/scale.js';
import { swatchPicture } from '../../scene/picture/legend-pictures.js';
import type { Palette } from '../../scene/picture/tokens.js';

export const swatch = (fill: Fill, palette: Palette, id: string): SVGElement =>
  toElement(swatchPicture(fill, palette, id));

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
