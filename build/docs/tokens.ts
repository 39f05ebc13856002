/** The tokens by the groups in which `tokens.ts` keeps them, with what each is for. */
import { readFileSync } from 'node:fs';
import { MAX_CLASSES } from '../../src/scene/classes/breaks.js';
import { TOKENS, tokenDefault, type Theme, type TokenName } from '../../src/scene/picture/tokens.js';
import type { DocLanguage } from './words.js';

export interface TokenEntry {
  /** Without `--pair-`. */
  readonly name: string;
  readonly kind: 'colour' | 'text';
  readonly text: string;
  readonly defaults: Readonly<Partial<Record<Theme, string>>>;
}
export interface TokenGroup {
  readonly id: string;
  readonly title: string;
  readonly tokens: readonly TokenEntry[];
}
interface TokenTexts {
  readonly groups: Readonly<Record<string, string>>;
  readonly tokens: Readonly<Record<string, string>>;
}

const SOURCE = 'src/scene/picture/tokens.ts';
const ENGLISH_CLASS = 'Colour of class {n}, counted from the lowest, in place of that of the scheme.';

export function tokenGroups(language: DocLanguage): TokenGroup[] {
  const texts = JSON.parse(readFileSync('docs/zh-CN/tokens.json', 'utf8')) as TokenTexts;
  const say = (name: string, english: string): string => (language === 'en' ? english : (texts.tokens[name] ?? ''));
  const groups = sourceGroups().map(({ id, tokens }): TokenGroup => ({
    id: id.replace(/ /g, '-'),
    title: language === 'en' ? capital(id) : (texts.groups[id] ?? ''),
    tokens: tokens.map(({ name, doc }) => ({
      name,
      kind: /^(#|rgb|transparent)/.test(TOKENS[name].light) ? 'colour' : 'text',
      text: say(name, doc),
      defaults: Object.fromEntries(
        (['light', 'dark', 'contrast'] as const).map((theme) => [theme, tokenDefault(name, theme)]),
      ),
    })),
  }));
  const classes = Array.from({ length: MAX_CLASSES }, (_, i): TokenEntry => ({
    name: `class-${i + 1}`,
    kind: 'colour',
    text: say('class', ENGLISH_CLASS).replace('{n}', String(i + 1)),
    defaults: {},
  }));
  const title = language === 'en' ? 'Colours of classes' : (texts.groups.classes ?? '');
  return [...groups.slice(0, 2), { id: 'classes', title, tokens: classes }, ...groups.slice(2)];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A group begins with a line of comment, a token with its doc block. */
function sourceGroups(): { id: string; tokens: { name: TokenName; doc: string }[] }[] {
  const lines = readFileSync(SOURCE, 'utf8').split('\n');
  const groups: ReturnType<typeof sourceGroups> = [];
  const start = lines.findIndex((line) => line.startsWith('export const TOKENS'));
  for (let i = start + 1; i < lines.length && !lines[i]?.startsWith('}'); i++) {
    const line = lines[i]?.trim() ?? '';
    if (line.startsWith('// ')) groups.push({ id: line.slice(3), tokens: [] });
    const [, name] = /^'?([\w-]+)'?: \{/.exec(line) ?? [];
    const [, doc = ''] = /^\/\*\* (.*) \*\/$/.exec(lines[i - 1]?.trim() ?? '') ?? [];
    if (name) groups.at(-1)?.tokens.push({ name: name as TokenName, doc });
  }
  const known = groups.flatMap(({ tokens }) => tokens).length;
  if (known !== Object.keys(TOKENS).length)
    throw new Error(`${SOURCE}: ${known} tokens are in groups, of ${Object.keys(TOKENS).length}`);
  return groups;
}
