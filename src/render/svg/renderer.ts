/** The SVG renderer: the picture of a scene as live elements. It is complete, and it is where every ladder ends. */
import {
  borderNodes,
  fillNodes,
  groundPicture,
  keptNodes,
  patternsOf,
  textureNodes,
} from '../../scene/picture/picture.js';
import { OUTSIDE, type Scene } from '../../scene/picture/scene.js';
import { isRecoloured } from '../../scene/picture/tokens.js';
import { Outlines } from './outlines.js';
import type { Renderer, RendererFactory } from '../renderer.js';
import { fill, follow, toElement } from './elements.js';

/** Milliseconds without a change after which what stands out counts as standing. */
const REST = 2_000;

let pictures = 0;

export const createSvgRenderer: RendererFactory = (scene, { box }) => new SvgRenderer(scene, box);

class SvgRenderer implements Renderer {
  readonly kind = 'svg';
  readonly ready = Promise.resolve();
  readonly isSlow = false;
  readonly #prefix = `pair-picture-${++pictures}`;
  readonly #ground: SVGSVGElement;
  readonly #outlines = new Outlines();
  #drawn: Scene;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(scene: Scene, box: HTMLElement) {
    this.#ground = toElement(groundPicture(scene, this.#prefix)) as SVGSVGElement;
    // The map's element speaks for the picture; a tree of unnamed shapes would only be noise.
    this.#ground.setAttribute('aria-hidden', 'true');
    this.#drawn = scene;
    this.#outlines.draw(scene);
    box.replaceChildren(this.#ground, this.#outlines.element);
  }

  draw(scene: Scene): void {
    const before = this.#drawn;
    this.#drawn = scene;
    this.#outlines.draw(scene);
    const has = (member: keyof Scene): boolean => scene[member] !== before[member];
    if (has('map')) return this.#redraw(scene);
    const isRepainted = has('fills') || has('palette');
    if (isRepainted || has('emphasis')) this.#lift(isRepainted);
    // A layer keeps the size in which it was painted.
    if (has('camera') || has('size')) this.#hold(this.#borders, false);
    if (isRepainted) {
      fill(this.#ground, '.fills', fillNodes(scene));
      // Of one metric and the next, mostly the same regions are not known.
      if (isRetextured(scene, before)) fill(this.#ground, '.textures', textureNodes(scene, this.#prefix));
    }
    if (isRecoloured(scene.palette, before.palette))
      fill(this.#ground, '.borders', borderNodes(scene.map, scene.palette));
    follow(this.#ground, scene, before, this.#prefix);
    if (has('emphasis') || isRepainted) this.#fade(scene, before);
  }

  destroy(): void {
    clearTimeout(this.#rest);
    this.#ground.remove();
    this.#outlines.element.remove();
  }

  /**
   * While outlines come and go, the ground is a layer of its own, and stays as it was painted; while fills change, so are the
   * borders, half of what is painted. Not for longer: each layer is one more to be put together for every frame of the page.
   */
  #lift(isRepainted: boolean): void {
    this.#hold(this.#ground, true);
    if (isRepainted) this.#hold(this.#borders, true);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#hold(this.#ground, false);
      this.#hold(this.#borders, false);
    }, REST);
  }

  get #borders(): SVGElement | null {
    return this.#ground.querySelector('.borders');
  }

  #hold(element: SVGElement | null, isLayer: boolean): void {
    if (element) element.style.willChange = isLayer ? 'transform' : '';
  }

  #redraw(scene: Scene): void {
    const next = toElement(groundPicture(scene, this.#prefix));
    this.#ground.setAttribute('viewBox', next.getAttribute('viewBox') ?? '');
    this.#ground.replaceChildren(...next.childNodes);
  }

  #fade(scene: Scene, before: Scene): void {
    const { emphasis, palette } = scene;
    if (emphasis.isFading !== before.emphasis.isFading || palette !== before.palette) {
      const opacity = String(emphasis.isFading ? palette.faded : 1);
      for (const group of this.#ground.querySelectorAll('.fills, .textures')) group.setAttribute('opacity', opacity);
    }
    if (emphasis.kept.size > 0 || before.emphasis.kept.size > 0)
      fill(this.#ground, '.kept', keptNodes(scene, this.#prefix));
  }
}

function isRetextured({ map, fills, palette }: Scene, before: Scene): boolean {
  return map.shapes.some(
    ({ code }) =>
      String(patternsOf(fills.get(code) ?? OUTSIDE, palette)) !==
      String(patternsOf(before.fills.get(code) ?? OUTSIDE, before.palette)),
  );
}
