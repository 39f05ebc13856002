/** A source as text, with a link where it has an address. */
import { html, type TemplateResult } from 'lit';
import { sourceRemarks, type SourceLine } from '../../scene/text/notes.js';

export function sourceLink(source: SourceLine): TemplateResult {
  const { name, url } = source;
  const title = url
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${name}</a>`
    : html`<cite>${name}</cite>`;
  const remarks = sourceRemarks(source).map(({ text, isDate }) =>
    isDate ? html` <time>${text}</time>` : html` <span>${text}</span>`,
  );
  return html`<span class="source">${title}${remarks}</span>`;
}
