/** A source, linked where it has an address. */
import { sourceRemarks, type SourceLine } from '../../scene/text/notes.js';
import { el, span, type HtmlNode } from './html.js';

/** Addresses of a feed have been checked: they are web addresses. */
export function citation(source: SourceLine): HtmlNode {
  const { name, url } = source;
  const title = url ? el('a', { href: url, rel: 'noopener noreferrer' }, name) : el('cite', {}, name);
  const remarks = sourceRemarks(source).flatMap(({ text, isDate }) => [' ', el(isDate ? 'time' : 'span', {}, text)]);
  return span('source', title, ...remarks);
}
