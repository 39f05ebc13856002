/** The buttons of a map: deeper, out again, and the whole map. Our own, for MapLibre's have icons that a strict policy refuses. */
import { html, svg, type TemplateResult } from 'lit';
import type { WordKey } from '../../scene/words/index.js';
import type { AtlasController } from '../shared/atlas-host.js';

const BUTTONS: readonly { readonly word: WordKey; readonly sign: string; readonly steps: number }[] = [
  { word: 'map.zoom-in', sign: '+', steps: 1 },
  { word: 'map.zoom-out', sign: '−', steps: -1 },
  { word: 'map.reset', sign: '', steps: 0 },
];
/** An arrow back to the beginning. Fonts for Chinese have no such sign, and looking for one that has holds up the first picture. */
const RESET = svg`<path d="M4.2 11.8a5.3 5.3 0 1 0 0-7.6L2 6.4M2 2v4.4h4.4"/>`;

/** `zoom` is told the steps; none for the whole map. */
export function zoomButtons(
  atlas: AtlasController,
  canZoomOut: boolean,
  zoom: (steps: number) => void,
): TemplateResult {
  return html`<div class="controls" part="controls">
    ${BUTTONS.map(({ word, sign, steps }) => {
      const name = atlas.say(word);
      return html`<button
        aria-label=${name}
        title=${name}
        ?disabled=${steps <= 0 && !canZoomOut}
        @click=${() => zoom(steps)}
      >
        ${sign || html`<svg viewBox="0 0 16 16" aria-hidden="true">${RESET}</svg>`}
      </button>`;
    })}
  </div>`;
}
