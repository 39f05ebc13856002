/** Pictures as text. */
import type { PictureNode } from './picture.js';

/** A picture as text, for files and for pages without script. Everything in it is escaped. */
export function toMarkup(tree: PictureNode | string): string {
  if (typeof tree === 'string') return escape(tree);
  const attributes = Object.entries(tree.attributes)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
  const children = tree.children.map(toMarkup).join('');
  return children ? `<${tree.name}${attributes}>${children}</${tree.name}>` : `<${tree.name}${attributes}/>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
