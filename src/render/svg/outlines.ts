/** What stands out, as SVG above the rest: there are few such regions, and they change with each move of a pointer. */
import { emphasisNodes, outlinesPicture } from '../../scene/picture/picture.js';
import type { Scene } from '../../scene/picture/scene.js';
import { fill, follow, toElement } from './elements.js';

let overlays = 0;

export class Outlines {
  readonly element = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  readonly #prefix = `pair-outlines-${++overlays}`;
  #drawn: Scene | undefined;

  constructor() {
    this.element.setAttribute('aria-hidden', 'true');
    Object.assign(this.element.style, { position: 'absolute', left: '0', top: '0', width: '100%', height: '100%' });
  }

  draw(scene: Scene): void {
    const before = this.#drawn;
    this.#drawn = scene;
    if (!before || scene.map !== before.map) {
      const next = toElement(outlinesPicture(scene, this.#prefix));
      this.element.setAttribute('viewBox', next.getAttribute('viewBox') ?? '');
      this.element.replaceChildren(...next.childNodes);
      return;
    }
    follow(this.element, scene, before, this.#prefix);
    if ((['fills', 'palette', 'emphasis'] as const).some((member) => scene[member] !== before[member]))
      fill(this.element, '.emphasis', emphasisNodes(scene, this.#prefix));
  }
}
