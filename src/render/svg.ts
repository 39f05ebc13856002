/** The SVG renderer: the picture of a scene as live elements. It is complete, and it is where every ladder ends. */
import {
  borderNodes,
  emphasisNodes,
  fillColour,
  keptNodes,
  patterns,
  picture,
  textureNodes,
  transformOf,
  unitScale,
  FADED_OPACITY,
  type PictureNode,
} from '../scene/picture.js';
import { OUTSIDE, type Emphasis, type Scene } from '../scene/scene.js';
import type { Renderer, RendererFactory } from './renderer.js';

let pictures = 0;

export const createSvgRenderer: RendererFactory = (scene, { box }) => new SvgRenderer(scene, box);

class SvgRenderer implements Renderer {
  readonly kind = 'svg';
  readonly ready = Promise.resolve();
  readonly #prefix = `pair-picture-${++pictures}`;
  readonly #svg: SVGSVGElement;
  readonly #paths = new Map<string, SVGPathElement>();
  #drawn: Scene;

  constructor(scene: Scene, box: HTMLElement) {
    this.#svg = toElement(picture(scene, this.#prefix)) as SVGSVGElement;
    // The map's element speaks for the picture; a tree of 183 unnamed shapes would only be noise.
    this.#svg.setAttribute('aria-hidden', 'true');
    this.#drawn = scene;
    this.#indexPaths();
    box.replaceChildren(this.#svg);
  }

  draw(scene: Scene): void {
    const before = this.#drawn;
    this.#drawn = scene;
    const has = (member: keyof Scene): boolean => scene[member] !== before[member];
    if (has('map')) return this.#redraw(scene);
    const isRepainted = has('fills') || has('palette');
    if (isRepainted) {
      for (const shape of scene.map.shapes) {
        this.#paths.get(shape.code)?.setAttribute('fill', fillColour(scene.fills.get(shape.code) ?? OUTSIDE, scene.palette));
      }
      this.#fill('.textures', textureNodes(scene.map, scene.fills, this.#prefix));
    }
    if (has('palette')) this.#fill('.borders', borderNodes(scene.map, scene.palette));
    follow(this.#svg, scene, before, this.#prefix);
    if (has('emphasis') || isRepainted) this.#emphasise(scene, before.emphasis);
  }

  destroy(): void {
    this.#svg.remove();
    this.#paths.clear();
  }

  #redraw(scene: Scene): void {
    const next = toElement(picture(scene, this.#prefix));
    this.#svg.setAttribute('viewBox', next.getAttribute('viewBox') ?? '');
    this.#svg.replaceChildren(...next.childNodes);
    this.#indexPaths();
  }

  #emphasise(scene: Scene, before: Emphasis): void {
    const { emphasis } = scene;
    if (emphasis.isFading !== before.isFading) {
      const opacity = String(emphasis.isFading ? FADED_OPACITY : 1);
      for (const group of this.#svg.querySelectorAll('.fills, .textures')) group.setAttribute('opacity', opacity);
    }
    if (emphasis.kept.size > 0 || before.kept.size > 0) this.#fill('.kept', keptNodes(scene, this.#prefix));
    this.#fill('.emphasis', emphasisNodes(scene, this.#prefix));
  }

  #fill(group: string, nodes: readonly PictureNode[]): void {
    fill(this.#svg, group, nodes);
  }

  #indexPaths(): void {
    this.#paths.clear();
    const paths = this.#svg.querySelector('.fills')?.children ?? [];
    this.#drawn.map.shapes.forEach(({ code }, i) => this.#paths.set(code, paths[i] as SVGPathElement));
  }
}

/** Moves a picture of the same map from the scene `before` to another camera, size or palette. */
export function follow(svg: SVGSVGElement, scene: Scene, before: Scene, prefix: string): void {
  if (scene.camera !== before.camera || scene.size !== before.size) {
    svg.setAttribute('viewBox', `0 0 ${scene.size.width} ${scene.size.height}`);
    svg.querySelector(':scope > g')?.setAttribute('transform', transformOf(scene.map, scene.camera, scene.size));
  }
  if (scene.palette !== before.palette || unitScale(scene) !== unitScale(before))
    fill(svg, 'defs', patterns(scene.palette, prefix, unitScale(scene)));
}

function fill(svg: SVGSVGElement, group: string, nodes: readonly PictureNode[]): void {
  svg.querySelector(group)?.replaceChildren(...nodes.map(toElement));
}

/** Elements, not markup: a page that enforces Trusted Types refuses `innerHTML`. */
export function toElement(tree: PictureNode): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tree.name);
  for (const name in tree.attributes) if (name !== 'xmlns') element.setAttribute(name, tree.attributes[name] as string);
  for (const child of tree.children) element.append(typeof child === 'string' ? child : toElement(child));
  return element;
}
