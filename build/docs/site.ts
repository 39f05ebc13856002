/** All files of the documentation, by path below its folder: the same texts and manifest make the same files. */
import { readFileSync, readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { faultTable } from './faults.js';
import { feedReference } from './feed.js';
import { searchIndex } from './index-file.js';
import { entryHtml, pageHtml, type Page } from './layout.js';
import { llmsFiles } from './llms.js';
import { codeHtml, renderMarkdown, type Fence, type Heading, type Rendered } from './markdown.js';
import { PAGES, pathOf, sourceOf, type PageEntry } from './pages.js';
import { elementPage, elementTable, introOf, summaryOf } from './reference.js';
import { themeEditor } from './theme-editor.js';
import { THEME_SCHEMES } from './themes.js';
import { DOC_LANGUAGES, DOC_WORDS, type DocLanguage } from './words.js';

const EXAMPLES = 'docs/examples';
export const THEMES_FOLDER = 'demo/themes';

export async function makeSite(): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const pages = DOC_LANGUAGES.flatMap((language) => makePages(language, files));
  for (const language of DOC_LANGUAGES) {
    const own = pages.filter((page) => page.language === language);
    const titles = new Map(own.map(({ slug, title }) => [slug, title]));
    for (const page of own) files.set(pathOf(language, page.slug), pageHtml(page, titles));
    // Data of the examples lies beside the pages, where their markup names it.
    for (const [name, text] of dataOfExamples()) files.set(`${language}/${name}`, text);
  }
  files.set('index.html', entryHtml());
  files.set('icon.svg', readFileSync('demo/icon.svg', 'utf8'));
  files.set('docs.css', readFileSync('build/docs/docs.css', 'utf8'));
  files.set('docs.js', await script());
  files.set('search.json', searchIndex(pages));
  files.set('feed.schema.json', readFileSync('data/feed.schema.json', 'utf8'));
  for (const name of themeNames())
    files.set(`themes/${name}.css`, readFileSync(`${THEMES_FOLDER}/${name}.css`, 'utf8'));
  for (const [name, text] of llmsFiles()) files.set(name, text);
  return files;
}

/** In the order in which they are offered; each file has to be named in `themes.ts`. */
export function themeNames(): string[] {
  const names = Object.keys(THEME_SCHEMES);
  const unknown = readdirSync(THEMES_FOLDER).filter((file) => !names.includes(file.replace(/\.css$/, '')));
  if (unknown.length > 0) throw new Error(`build/docs/themes.ts does not name ${unknown.join(', ')}`);
  return names;
}

function dataOfExamples(): [string, string][] {
  const own = readdirSync(EXAMPLES).filter((name) => /\.(json|csv)$/.test(name));
  return [
    ...own.sort().map((name): [string, string] => [name, readFileSync(`${EXAMPLES}/${name}`, 'utf8')]),
    ['counties-2020.csv', readFileSync('demo/gallery/counties-2020.csv', 'utf8')],
  ];
}

function makePages(language: DocLanguage, files: Map<string, string>): Page[] {
  return PAGES.map((entry) => {
    const made = entry.tag ? elementPage(entry.tag, language) : textPage(entry, language);
    return {
      ...entry,
      language,
      ...(entry.tag ? { summary: summaryOf(entry.tag, language) } : {}),
      ...made,
      description: descriptionOf(entry, made, language),
      ...assets(entry, made, language, files),
    };
  });
}

function descriptionOf({ tag }: PageEntry, { html }: Rendered, language: DocLanguage): string {
  const text = tag ? introOf(tag, language) : (/<p\b[^>]*>(.*?)<\/p>/s.exec(html)?.[1] ?? '');
  return text.replace(/<[^>]+>|`/g, '').slice(0, 200);
}

/** A paragraph `{{name}}` stands for what is made. */
function textPage({ slug }: PageEntry, language: DocLanguage): Rendered {
  const words = DOC_WORDS[language];
  const rendered = renderMarkdown(sourceOf(language, slug), words);
  let { headings } = rendered;
  const made = (name: string): string => {
    const [kind = '', argument = ''] = name.split(':');
    switch (kind) {
      case 'elements':
        return elementTable(language);
      case 'feed': {
        const reference = feedReference(language);
        headings = [...headings, ...reference.headings] as Heading[];
        return reference.html;
      }
      case 'faults':
        return faultTable(language);
      case 'theme-editor':
        return themeEditor(language, themeNames());
      case 'file':
        return codeHtml(readFileSync(`${EXAMPLES}/${argument}`, 'utf8'), argument.split('.').at(-1) ?? '', words);
      default:
        throw new Error(`docs/${language}/${slug}.md: nothing is called {{${name}}}`);
    }
  };
  const html = rendered.html.replace(/<p>\{\{([^}]+)\}\}<\/p>/g, (_, name: string) => made(name));
  return { ...rendered, headings, html: html.replace('</h1>\n<p>', '</h1>\n<p class="lead">') };
}

/** A policy lets no script or style stand in a page: what an example has of them is a file beside it. */
function assets(
  { slug }: PageEntry,
  { fences }: { readonly fences: readonly Fence[] },
  language: DocLanguage,
  files: Map<string, string>,
): Pick<Page, 'styles' | 'scripts'> {
  const live = fences.filter(({ isLive }) => isLive);
  const filesOf = (kind: string): string[] =>
    live
      .filter((fence) => fence.language === kind)
      .map(({ code }, i) => {
        const name = `${slug}-${i + 1}.${kind}`;
        files.set(`${language}/${name}`, code);
        return name;
      });
  return { styles: filesOf('css'), scripts: filesOf('js') };
}

async function script(): Promise<string> {
  const made = await build({
    entryPoints: ['build/docs/client/main.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    loader: { '.css': 'text' },
  });
  return made.outputFiles[0]?.text ?? '';
}
