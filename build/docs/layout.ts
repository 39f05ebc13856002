/** What stands around the text of a page: head, search, menu, the way on, and the switch to the other language. */
import { escapeHtml } from './escape.js';
import type { Heading } from './markdown.js';
import { PAGES, type PageEntry } from './pages.js';
import { DOC_LANGUAGES, DOC_WORDS, otherLanguage, type DocLanguage, type DocWords } from './words.js';

export interface Page extends PageEntry {
  readonly language: DocLanguage;
  readonly title: string;
  readonly description: string;
  /** Of an element: what it is, in a few words that are searched for. */
  readonly summary?: string;
  readonly html: string;
  readonly headings: readonly Heading[];
  /** Beside the page: style sheets and scripts of its examples. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

export function pageHtml(page: Page, titles: ReadonlyMap<string, string>): string {
  const { language, slug, title } = page;
  const words = DOC_WORDS[language];
  const other = otherLanguage(language);
  const at = PAGES.findIndex((each) => each.slug === slug);
  const text = escapeHtml(page.description);
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${slug === 'index' ? words.site : `${escapeHtml(title)} · ${words.site}`}</title>
    <meta name="description" content="${text}" />
    <link rel="icon" href="../icon.svg" />
    <link rel="alternate" hreflang="${other}" href="../${other}/${slug}.html" />
    <link rel="stylesheet" href="../docs.css" />${page.styles.map((file) => `\n    <link rel="stylesheet" href="${file}" />`).join('')}
    <script type="module" src="../../pair-atlas.js"></script>
    <script type="module" src="../docs.js"></script>${page.scripts.map((file) => `\n    <script type="module" src="${file}"></script>`).join('')}
  </head>
  <body class="page-${slug}">
    <a class="skip" href="#text">${words.skip}</a>
    <header class="bar">
      <a class="brand" href="index.html">${words.site}</a>
      <a class="to-menu" href="#menu">${words.menu}</a>
      ${searchHtml(words)}
      <a class="language" href="../${other}/${slug}.html" lang="${other}" hreflang="${other}">${words.other}</a>
    </header>
    <div class="body">
      <main id="text" tabindex="-1">
        <article>
${page.html}
        </article>
        <noscript><p class="note">${words.noscript}</p></noscript>
        ${wayOn(at, titles, words)}
      </main>
      ${menuHtml(slug, titles, words)}
      ${contentsHtml(page.headings, words)}
    </div>
  </body>
</html>
`;
}

/** Without script there is nothing to search with; the script shows it. */
const searchHtml = (words: DocWords): string =>
  `<search class="search" hidden data-found="${words.found}" data-none="${escapeHtml(words.none)}" data-other="${words.otherLanguage}" data-failed="${words.searchFailed}" data-copied="${words.copied}" data-copy="${words.copy}" data-copy-failed="${words.copyFailed}"><input type="search" id="search" role="combobox" aria-expanded="false" aria-controls="found" aria-autocomplete="list" autocomplete="off" spellcheck="false" aria-label="${words.search}" placeholder="${words.search}" title="${words.searchHint}" /><kbd aria-hidden="true">/</kbd><div class="results" hidden><p class="count" role="status"></p><ul id="found" role="listbox" aria-label="${words.search}"></ul></div></search>`;

function menuHtml(current: string, titles: ReadonlyMap<string, string>, words: DocWords): string {
  const groups = [...new Set(PAGES.map(({ group }) => group))].map((group) => {
    const links = PAGES.filter((each) => each.group === group).map(({ slug, tag }) => {
      const title = escapeHtml(titles.get(slug) ?? slug);
      const here = slug === current ? ' aria-current="page"' : '';
      return `<li><a href="${slug}.html"${here}>${tag ? `<code>${title}</code>` : title}</a></li>`;
    });
    return `<h2>${words.groups[group]}</h2><ul>${links.join('')}</ul>`;
  });
  return `<nav id="menu" class="menu" aria-label="${words.pages}">${groups.join('\n')}</nav>`;
}

function contentsHtml(headings: readonly Heading[], words: DocWords): string {
  const shown = headings.filter(({ level }) => level <= 3);
  if (shown.length < 2) return '';
  const links = shown.map(
    ({ level, id, text }) => `<li class="level-${level}"><a href="#${id}">${escapeHtml(text)}</a></li>`,
  );
  return `<nav class="contents" aria-label="${words.onThisPage}"><h2>${words.onThisPage}</h2><ul>${links.join('')}</ul></nav>`;
}

function wayOn(at: number, titles: ReadonlyMap<string, string>, words: DocWords): string {
  const link = (page: PageEntry | undefined, rel: string, word: string): string =>
    page
      ? `<a rel="${rel}" href="${page.slug}.html"><span>${word}</span> ${escapeHtml(titles.get(page.slug) ?? '')}</a>`
      : '';
  return `<nav class="way" aria-label="${words.previous}, ${words.next}">${link(PAGES[at - 1], 'prev', words.previous)}${link(PAGES[at + 1], 'next', words.next)}</nav>`;
}

/** Where someone comes who names only the folder: Chinese first. */
export const entryHtml = (): string => `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta http-equiv="refresh" content="0; url=zh-CN/index.html" />
    <title>${DOC_WORDS['zh-CN'].site}</title>
    <link rel="icon" href="icon.svg" />
    <link rel="stylesheet" href="docs.css" />
  </head>
  <body>
    <main>
      <ul>
        ${DOC_LANGUAGES.map((language) => `<li lang="${language}"><a href="${language}/index.html">${DOC_WORDS[language].site}</a></li>`).join('\n        ')}
      </ul>
    </main>
  </body>
</html>
`;
