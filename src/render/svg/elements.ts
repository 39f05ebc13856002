/** Pictures as live elements. */
import { patterns, transformOf, unitScale, type PictureNode } from '../../scene/picture/picture.js';
import type { Scene } from '../../scene/picture/scene.js';
import { isRecoloured } from '../../scene/picture/tokens.js';

/** Moves a picture of the same map from the scene `before` to another camera, size or palette. */
export function follow(svg: SVGSVGElement, scene: Scene, before: Scene, prefix: string): void {
  if (scene.camera !== before.camera || scene.size !== before.size) {
    svg.setAttribute('viewBox', `0 0 ${scene.size.width} ${scene.size.height}`);
    svg.querySelector(':scope > g')?.setAttribute('transform', transformOf(scene.map, scene.camera, scene.size));
  }
  if (isRecoloured(scene.palette, before.palette) || unitScale(scene) !== unitScale(before))
    fill(svg, 'defs', patterns(scene.palette, prefix, unitScale(scene)));
}

/** Makes `nodes` all that a group of a picture holds. */
export function fill(svg: SVGSVGElement, group: string, nodes: readonly PictureNode[]): void {
  svg.querySelector(group)?.replaceChildren(...nodes.map(toElement));
}

/** Elements, not markup: a page that enforces Trusted Types refuses `innerHTML`. */
export function toElement(tree: PictureNode): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tree.name);
  // Pages with old libraries have names on the prototype of all objects.
  for (const name of Object.keys(tree.attributes))
    if (name !== 'xmlns') element.setAttribute(name, tree.attributes[name] as string);
  for (const child of tree.children) element.append(typeof child === 'string' ? child : toElement(child));
  return element;
}

/** What a group holds, one by one: what stays in it is told only what differs. `keyOf` tells its nodes apart. */
export class LiveNodes {
  #standing = new Map<string, { readonly element: SVGElement; readonly node: PictureNode }>();

  constructor(private readonly keyOf: (node: PictureNode) => string) {}

  /** Nodes of the same key have the same children, and attributes of the same names. */
  draw(group: Element, nodes: readonly PictureNode[]): void {
    const before = this.#standing;
    this.#standing = new Map();
    for (const node of nodes) {
      let key = this.keyOf(node);
      while (this.#standing.has(key)) key += ' again';
      this.#standing.set(key, { node, element: revised(before.get(key), node) });
    }
    for (const [key, { element }] of before) if (!this.#standing.has(key)) element.remove();
    let at = group.firstChild;
    for (const { element } of this.#standing.values()) {
      if (element === at) at = at.nextSibling;
      else group.insertBefore(element, at);
    }
  }
}

function revised(
  before: { readonly element: SVGElement; readonly node: PictureNode } | undefined,
  node: PictureNode,
): SVGElement {
  if (!before) return toElement(node);
  for (const name of Object.keys(node.attributes)) {
    const value = node.attributes[name] as string;
    if (value !== before.node.attributes[name]) before.element.setAttribute(name, value);
  }
  return before.element;
}
