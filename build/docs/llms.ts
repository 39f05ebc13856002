/** The same in plain text, for programs that read: `llms.txt`, a short index, and `llms-full.txt`, all of it in one file. */
import { readFileSync } from 'node:fs';
import { eventDetails, membersOf, readElements, type ElementDeclaration } from './manifest.js';
import { PAGES, sourceOf } from './pages.js';
import { introOf } from './reference.js';
import { tokenGroups } from './tokens.js';

const LANGUAGE = 'en';

export function llmsFiles(): Map<string, string> {
  return new Map([
    ['llms.txt', index()],
    ['llms-full.txt', full()],
  ]);
}

/** Without anchors, and with addresses as they are beside `llms.txt`. */
const clean = (markdown: string): string =>
  markdown
    .replace(/\s*\{#[\w-]+\}$/gm, '')
    .replace(
      /\]\(([\w-]+)\.md(#[\w-]*)?\)/g,
      (_, page: string, hash = '') => `](${LANGUAGE}/${page}.html${hash as string})`,
    )
    .replace(/\]\(\.\.\//g, '](');
const titleOf = (markdown: string): string => clean(/^# (.*)$/m.exec(markdown)?.[1] ?? '');
const leadOf = (markdown: string): string => clean(markdown.split(/\n\n/)[1]?.replace(/\s+/g, ' ') ?? '');

function index(): string {
  const lines = PAGES.map(({ slug, tag }) => {
    const [title, text] = tag
      ? [tag, introOf(tag, LANGUAGE)]
      : [titleOf(sourceOf(LANGUAGE, slug)), leadOf(sourceOf(LANGUAGE, slug))];
    return `- [${title}](${LANGUAGE}/${slug}.html): ${text}`;
  });
  return `# pair-atlas

> Linked choropleth maps of paired places, as web components. One script and one tag, no build step, no outside host, under
> \`default-src 'self'\`.

${lines.join('\n')}

## All of it

- [llms-full.txt](llms-full.txt): every page in one file
- [feed.schema.json](feed.schema.json): the feed as JSON Schema 2020-12
`;
}

function full(): string {
  const pages = PAGES.map(({ slug, tag }) => {
    if (tag) return elementText(tag);
    return clean(sourceOf(LANGUAGE, slug)).replace(/^\{\{(.*)\}\}$/gm, (_, name: string) => generated(name));
  });
  return `${pages.map((page) => page.trim()).join('\n\n---\n\n')}\n`;
}

function generated(name: string): string {
  const [kind, file] = name.split(':');
  switch (kind) {
    case 'elements':
      return '(Each element is below.)';
    case 'feed':
      return readFileSync('data/feed.schema.json', 'utf8').trim();
    case 'faults':
      return readFileSync('docs/faults.md', 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('|'))
        .join('\n');
    case 'theme-editor':
      return tokenGroups(LANGUAGE)
        .map(
          ({ title, tokens }) =>
            `${title}\n${tokens.map((each) => `- --pair-${each.name}${each.defaults.light ? ` (${each.defaults.light})` : ''}: ${each.text}`).join('\n')}`,
        )
        .join('\n\n');
    default:
      return readFileSync(`docs/examples/${file ?? ''}`, 'utf8').trim();
  }
}

function elementText(tag: string): string {
  const element = readElements().get(tag) as ElementDeclaration;
  const members = membersOf(element);
  const details = eventDetails();
  const typeOf = (name: string): string => {
    const found = element.attributes?.find((each) => each.name === name);
    return found ? ` (${found.type?.text ?? ''}${found.default ? `, default ${found.default}` : ''})` : '';
  };
  const list = (
    title: string,
    entries: readonly { name: string; description?: string }[],
    more: (name: string) => string,
  ) =>
    entries.length === 0
      ? ''
      : `\n## ${title}\n\n${entries.map(({ name, description = '' }) => `- ${name || '(default)'}${more(name)}: ${description.replace(/\s+/g, ' ')}`).join('\n')}\n`;
  return [
    `# <${tag}>\n\n${introOf(tag, LANGUAGE)}\n`,
    `\`\`\`html\n${readFileSync(`docs/examples/${tag}.html`, 'utf8').trim()}\n\`\`\`\n`,
    list('Attributes', members.attributes, typeOf),
    list('Properties and methods', members.members, () => ''),
    list('Events', members.events, (name) => ` (detail: ${(details.get(name) ?? '').replace(/\s+/g, ' ')})`),
    list('Parts', members.parts, () => ''),
    list('Slots', members.slots, () => ''),
    `\n## Tokens\n\n${(element.cssProperties ?? []).map(({ name }) => name).join(', ')}\n`,
  ].join('\n');
}
