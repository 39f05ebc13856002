/** A source as text, with a link where it has an address. */
import { html, nothing, type TemplateResult } from 'lit';
import type { SourceLine } from '../../scene/text/notes.js';

export function sourceLink({ name, url, date }: SourceLine): TemplateResult {
  const title = url
    ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${name}</a>`
    : html`<cite>${name}</cite>`;
  return html`<span class="source">${title}${date ? html` <time>${date}</time>` : nothing}</span>`;
}
