/** HTML as plain data, written out as text. Pictures within it are written as they are everywhere. */
import { escape, toMarkup } from '../../scene/picture/markup.js';
import { node, type PictureNode } from '../../scene/picture/picture.js';

export type HtmlNode = PictureNode;
export type HtmlChild = PictureNode | string;

const VOID: ReadonlySet<string> = new Set(['br', 'link', 'meta']);

export const el = (name: string, attributes: PictureNode['attributes'], ...children: HtmlChild[]): HtmlNode =>
  node(name, attributes, children);

/** Elements by their class, which is what most of them are. */
export const div = (className: string, ...children: HtmlChild[]): HtmlNode =>
  el('div', { class: className }, ...children);
export const span = (className: string, ...children: HtmlChild[]): HtmlNode =>
  el('span', { class: className }, ...children);

export function toHtml(tree: HtmlChild): string {
  if (typeof tree === 'string') return escape(tree);
  if (tree.name === 'svg') return toMarkup(tree);
  const attributes = Object.entries(tree.attributes)
    .map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escape(String(value))}"`))
    .join('');
  const open = `<${tree.name}${attributes}>`;
  return VOID.has(tree.name) ? open : `${open}${tree.children.map(toHtml).join('')}</${tree.name}>`;
}

type Given<T> = NonNullable<Exclude<T, false | ''>>;

/** Children that are there only where what they show is: `make` is called with it. */
export function when<T, Child extends HtmlChild>(
  value: T,
  make: (value: Given<T>) => Child | readonly Child[],
): Child[] {
  if (value === undefined || value === null || value === false || value === '') return [];
  return [make(value as Given<T>)].flat() as Child[];
}
