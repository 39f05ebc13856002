/** The buttons of a map: deeper, out again, and the whole map. Our own, for MapLibre's have icons that a strict policy refuses. */
import { html, type TemplateResult } from 'lit';
import type { WordKey } from '../../scene/words/index.js';
import type { AtlasController } from '../shared/atlas-host.js';

const BUTTONS: readonly { readonly word: WordKey; readonly sign: string; readonly steps: number }[] = [
  { word: 'map.zoom-in', sign: '+', steps: 1 },
  { word: 'map.zoom-out', sign: '−', steps: -1 },
  { word: 'map.reset', sign: '⟲', steps: 0 },
];

/** `zoom` is told the steps; none for the whole map. */
export function zoomButtons(atlas: AtlasController, canZoomOut: boolean, zoom: (steps: number) => void): TemplateResult {
  return html`<div class="controls" part="controls">
    ${BUTTONS.map(({ word, sign, steps }) => {
      const name = atlas.say(word);
      return html`<button aria-label=${name} title=${name} ?disabled=${steps <= 0 && !canZoomOut} @click=${() => zoom(steps)}>
        ${sign}
      </button>`;
    })}
  </div>`;
}
