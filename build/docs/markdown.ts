/**
 * Markdown to HTML, with what these pages need besides: headings with anchors (`## Title {#id}`), links between `.md` files, and live
 * examples: a fence of `html live` is shown and is there, and `css live` and `js live` after it work on it.
 */
import MarkdownIt from 'markdown-it';
import { escapeHtml } from './escape.js';
import type { DocWords } from './words.js';

export interface Heading {
  readonly level: number;
  readonly id: string;
  readonly text: string;
}

/** A piece of code on a page, as it stands there. */
export interface Fence {
  readonly language: string;
  readonly isLive: boolean;
  readonly code: string;
}

export interface Rendered {
  readonly title: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  readonly fences: readonly Fence[];
}

/** No markup in the texts: what is markup is in fences. */
const parser = new MarkdownIt({ html: false, typographer: false, linkify: false });

/** A name that is as short as a word is not broken at its hyphens. */
const SHORT = 24;
parser.renderer.rules.code_inline = (tokens, i) => {
  const code = tokens[i]?.content ?? '';
  return `<code${code.length <= SHORT ? ' class="short"' : ''}>${escapeHtml(code)}</code>`;
};

export const inlineHtml = (text: string): string =>
  parser.renderInline(text).replace(/href="([\w-]+)\.md/g, 'href="$1.html');

export function anchorOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

export function renderMarkdown(source: string, words: DocWords): Rendered {
  const tokens = parser.parse(source, {});
  const headings: Heading[] = [];
  const fences: Fence[] = [];
  let title = '';
  for (const [i, token] of tokens.entries()) {
    const inline = tokens[i + 1];
    if (token.type === 'heading_open' && inline) {
      const [, text = inline.content, id] = /^(.*?)\s*\{#([\w-]+)\}$/.exec(inline.content) ?? [];
      const last = inline.children?.at(-1);
      if (id && last) last.content = last.content.replace(/\s*\{#[\w-]+\}$/, '');
      const plain = text.replace(/`/g, '');
      const level = Number(token.tag.slice(1));
      if (level === 1) title = plain;
      else {
        const anchor = id ?? anchorOf(plain);
        token.attrSet('id', anchor);
        headings.push({ level, id: anchor, text: plain });
      }
    }
    if (token.type === 'fence') {
      const [language = '', mode] = token.info.trim().split(/\s+/);
      fences.push({ language, isLive: mode === 'live', code: token.content });
      token.meta = fences.at(-1);
    }
  }
  parser.renderer.rules.fence = (list, i) => fenceHtml(list[i]?.meta as Fence, words);
  parser.renderer.rules.table_open = () => '<div class="scroll" role="region" tabindex="0"><table>';
  parser.renderer.rules.table_close = () => '</table></div>';
  const html = parser.renderer
    .render(tokens, parser.options, {})
    .replace(/href="([\w-]+)\.md(#[^"]*)?"/g, (_, page: string, hash = '') => `href="${page}.html${hash as string}"`);
  return { title, html, headings, fences };
}

/** What of an example is put into the page: the script is there already, and its style sheets are files. */
export const liveMarkup = (code: string): string =>
  code.replace(/<(script)\b[^>]*>[^<]*<\/\1>\s*|<link\b[^>]*>\s*/g, '').trim();

export function codeHtml(code: string, language: string, words: DocWords): string {
  const label = language || 'text';
  return `<div class="code"><pre tabindex="0" aria-label="${words.code} (${label})"><code data-language="${label}">${escapeHtml(code.trimEnd())}</code></pre><button type="button" class="copy" hidden>${words.copy}</button></div>`;
}

function fenceHtml({ language, isLive, code }: Fence, words: DocWords): string {
  const shown = codeHtml(code, language, words);
  return isLive && language === 'html'
    ? `<div class="example"><div class="live">${liveMarkup(code)}</div>${shown}</div>\n`
    : `${shown}\n`;
}
