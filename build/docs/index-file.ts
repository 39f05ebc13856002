/** The index of the search: every section of every page, in both languages. */
import MiniSearch from 'minisearch';
import type { Page } from './layout.js';
import { pathOf } from './pages.js';
import { SEARCH_OPTIONS, type Section } from './search-options.js';

/** What of a section's text is kept to be shown; all of it is found. */
const SHOWN = 160;

export function searchIndex(pages: readonly Page[]): string {
  const sections = pages.flatMap(sectionsOf).map((section, id): Section => ({ ...section, id }));
  const index = new MiniSearch<Section>({
    ...SEARCH_OPTIONS,
    // The whole text is looked through, its beginning is kept.
    extractField: (section, field) => String(section[field as keyof Section]),
  });
  index.addAll(sections);
  const { storedFields, ...rest } = JSON.parse(JSON.stringify(index)) as {
    storedFields: Record<string, Section>;
  };
  const stored = Object.entries(storedFields).map(([id, each]) => [id, { ...each, text: shorten(each.text) }]);
  return JSON.stringify({ ...rest, storedFields: Object.fromEntries(stored) as unknown });
}

const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

/** The text of a page up to its first heading, and that below each heading and each entry of a list. */
function sectionsOf({ language, slug, title, html, summary }: Page): Omit<Section, 'id'>[] {
  const address = pathOf(language, slug);
  const page = summary && language !== 'en' ? `${title}：${summary}` : title;
  const pieces = html.replace(/<h1\b.*?<\/h1>/s, '').split(/(?=<h[23] id=")|(?=<div id="[\w-]+"><dt>)/);
  return pieces.flatMap((piece) => {
    const [, tag, id = ''] = /^<(h[23]|div) id="([^"]+)"/.exec(piece) ?? [];
    const heading = tag ? (/<(h[23]|code)\b[^>]*>(.*?)<\/\1>/s.exec(piece)?.[2] ?? '') : page;
    const text = plainText(
      piece.replace(/^<h[23]\b.*?<\/h[23]>|(?<=^<div id="[^"]+"><dt>)(<svg.*?<\/svg>)?<code>.*?<\/code>/s, ''),
    );
    return text
      ? [{ language, address: id ? `${address}#${id}` : address, page, title: plainText(heading), text }]
      : [];
  });
}

/** Without tags, scripts of examples and their buttons. */
export function plainText(html: string): string {
  return html
    .replace(/<button\b.*?<\/button>|<div class="live">.*?<\/div>(?=<div class="code">)/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
