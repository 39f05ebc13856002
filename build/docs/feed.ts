/** The reference of the feed, made of its schema: what each field is, whether it has to be there, and what it may say. */
import { readFileSync } from 'node:fs';
import { escapeHtml } from './escape.js';
import { inlineHtml, type Heading } from './markdown.js';
import { DOC_WORDS, type DocLanguage } from './words.js';

interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export const readFeedSchema = (): Schema => JSON.parse(readFileSync('data/feed.schema.json', 'utf8')) as Schema;

type Texts = Readonly<Record<string, string>>;
const readTexts = (): Texts => JSON.parse(readFileSync('docs/zh-CN/feed.json', 'utf8')) as Texts;

/** Each text of the schema, by the key under which `docs/zh-CN/feed.json` has it in Chinese. */
export function feedTexts(schema: Schema): ReadonlyMap<string, string> {
  const found = new Map<string, string>([['', schema.description ?? '']]);
  const add = (key: string, { description, $ref }: Schema): void => {
    // A field that only refers has the text of what it refers to.
    if (description !== undefined) found.set(key, description);
    else if (!$ref) throw new Error(`feed.schema.json: ${key} has no description`);
  };
  for (const [name, field] of Object.entries(schema.properties ?? {})) add(name, field);
  for (const [name, definition] of Object.entries(schema.$defs ?? {})) {
    add(name, definition);
    for (const [field, each] of fieldsOf(definition)) add(`${name}.${field}`, each);
  }
  return found;
}

function fieldsOf({ properties = {}, additionalProperties }: Schema): [string, Schema][] {
  return [
    ...Object.entries(properties),
    ...(typeof additionalProperties === 'object' && additionalProperties.description !== undefined
      ? [['*', additionalProperties] as [string, Schema]]
      : []),
  ];
}

export function feedReference(language: DocLanguage): { html: string; headings: readonly Heading[] } {
  const words = DOC_WORDS[language];
  const schema = readFeedSchema();
  const english = feedTexts(schema);
  const chinese = readTexts();
  const say = (key: string, ref?: string): string => {
    const found = (language === 'en' ? english : new Map(Object.entries(chinese))).get(key);
    return found ?? (ref ? say(ref) : '');
  };
  const headings: Heading[] = [];
  const section = (id: string, title: string, text: string, of: Schema): string => {
    headings.push({ level: 2, id, text: title });
    const rows = fieldsOf(of).map(([name, field]) => {
      const key = id === 'feed' ? name : `${id}.${name}`;
      const facts = [
        typeHtml(field),
        ...(name === '*' ? [] : [of.required?.includes(name) ? words.required : words.optional]),
      ];
      return `<div id="${id}-${name === '*' ? 'metric' : name}"><dt><code>${name === '*' ? '…' : name}</code>${facts.map((fact) => ` <span class="fact">${fact}</span>`).join('')}</dt><dd>${plainHtml(say(key, nameOf(field.$ref)))}</dd></div>`;
    });
    const values = of.enum ? `<p>${of.enum.map((each) => `<code>${each}</code>`).join(' ')}</p>` : '';
    return `<h2 id="${id}">${title}</h2><p>${plainHtml(text)}</p>${values}${rows.length > 0 ? `<dl class="members">${rows.join('\n')}</dl>` : ''}`;
  };
  const html = [
    section('feed', words.top, say(''), schema),
    ...Object.entries(schema.$defs ?? {}).map(([name, each]) => section(name, name, say(name), each)),
  ].join('\n');
  return { html, headings };
}

const nameOf = (ref?: string): string | undefined => ref?.replace('#/$defs/', '');

function typeHtml(field: Schema): string {
  const name = nameOf(field.$ref);
  if (name) return `<a href="#${name}">${name}</a>`;
  if (field.items) return `${typeHtml(field.items)}[]`;
  if (field.const !== undefined) return escapeHtml(JSON.stringify(field.const));
  if (field.enum) return field.enum.map((each) => escapeHtml(`"${each}"`)).join(' | ');
  return escapeHtml([field.type ?? ''].flat().join(' | '));
}

/** Texts of the schema are plain: quotes are theirs, and no Markdown is meant. */
const plainHtml = (text: string): string =>
  escapeHtml(text).replace(/(?:https?:\/\/\S+)/g, (address) => inlineHtml(address));
