/** The pages of elements, made of the manifest: a live example, and all that is public, each with an anchor. */
import { existsSync, readFileSync } from 'node:fs';
import { escapeHtml } from './escape.js';
import {
  eventDetails,
  membersOf,
  readElements,
  readElementTexts,
  textOf,
  type ElementDeclaration,
  type TextList,
} from './manifest.js';
import { codeHtml, inlineHtml, liveMarkup, type Heading, type Rendered } from './markdown.js';
import { ELEMENT_TAGS } from './pages.js';
import { tokenGroups } from './tokens.js';
import { DOC_WORDS, type DocLanguage } from './words.js';

/** One entry of a list: its name, what it is, and facts beside the name. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly string[];
  readonly text: string;
  readonly code?: string;
  readonly colour?: string;
}

export function elementPage(tag: string, language: DocLanguage): Rendered {
  const words = DOC_WORDS[language];
  const elements = readElements();
  const element = elements.get(tag);
  if (!element) throw new Error(`custom-elements.json has no ${tag}`);
  const texts = readElementTexts();
  const members = membersOf(element);
  const code = exampleOf(tag);
  const say = (list: TextList, named: { name: string }): string => textOf(texts, language, tag, list, named);
  const isMethod = ({ name }: { name: string }): boolean => memberOf(element, name)?.kind === 'method';
  const details = eventDetails();
  const sections: [id: string, title: string, note: string, entries: readonly Entry[]][] = [
    [
      'attributes',
      words.attributes,
      members.attributes.length === 0 ? words.noAttributes : '',
      (element.attributes ?? []).map((each) => ({
        id: `attribute-${each.name}`,
        name: each.name,
        facts: [
          typeOf(each.type?.text),
          ...(each.default && each.default !== "''" ? [`${words.default} ${bare(each.default)}`] : []),
          ...(each.fieldName && each.fieldName !== each.name ? [`${words.property} ${each.fieldName}`] : []),
        ],
        text: say('attributes', each),
      })),
    ],
    [
      'properties',
      words.properties,
      '',
      members.members
        .filter((each) => !isMethod(each))
        .map((each) => ({
          id: `property-${each.name}`,
          name: each.name,
          facts: [typeOf(memberOf(element, each.name)?.type?.text)],
          text: say('members', each),
        })),
    ],
    [
      'methods',
      words.methods,
      '',
      members.members.filter(isMethod).map((each) => ({
        id: `method-${each.name}`,
        name: signatureOf(element, each.name),
        facts: [],
        text: say('members', each),
      })),
    ],
    [
      'events',
      words.events,
      members.events.length > 0 ? words.eventsNote : '',
      members.events.map((each) => ({
        id: `event-${each.name}`,
        name: each.name,
        facts: [],
        text: say('events', each),
        code: details.get(each.name) ?? '',
      })),
    ],
    ['parts', words.parts, '', members.parts.map((each) => plain('part', each.name, say('parts', each)))],
    [
      'slots',
      words.slots,
      '',
      members.slots.map((each) => ({
        ...plain('slot', each.name || 'default', say('slots', each)),
        name: each.name || words.defaultSlot,
      })),
    ],
    ['tokens', words.tokens, words.tokensNote, tokenEntries(element, language, words.default)],
  ];
  const shown = sections.filter(([id, , , entries]) => entries.length > 0 || id === 'attributes');
  const headings: Heading[] = [
    { level: 2, id: 'example', text: words.live },
    ...shown.map(([id, , , ,], i): Heading => ({ level: 2, id, text: shown[i]?.[1] ?? '' })),
  ];
  const html = [
    `<h1><code>&lt;${tag}&gt;</code></h1>`,
    `<p class="lead">${inlineHtml(introOf(tag, language))}</p>`,
    `<h2 id="example">${words.live}</h2>`,
    `<div class="example"><div class="live">${liveMarkup(code)}</div>${codeHtml(code, 'html', words)}</div>`,
    ...shown.map(
      ([id, title, note, entries]) =>
        `<h2 id="${id}">${title}</h2>${note ? `<p class="note">${inlineHtml(note)}</p>` : ''}${listHtml(entries)}`,
    ),
  ].join('\n');
  return { title: tag, html, headings, fences: [{ language: 'html', isLive: true, code }] };
}

/** All elements on one page, with a sentence each. */
export function elementTable(language: DocLanguage): string {
  const elements = readElements();
  const missing = [...elements.keys()].filter((tag) => !ELEMENT_TAGS.includes(tag));
  if (missing.length > 0) throw new Error(`build/docs/pages.ts has no place for ${missing.join(', ')}`);
  const rows = ELEMENT_TAGS.map((tag) => {
    const summary = summaryOf(tag, language);
    return `<div><dt><a href="${tag}.html"><code>${tag}</code></a></dt><dd>${inlineHtml(summary)}</dd></div>`;
  });
  return `<dl class="members">${rows.join('\n')}</dl>`;
}

export function introOf(tag: string, language: DocLanguage): string {
  return language === 'en'
    ? (readElements().get(tag)?.description ?? '').replace(/\s+/g, ' ')
    : (readElementTexts()[tag]?.intro ?? '');
}

export const summaryOf = (tag: string, language: DocLanguage): string =>
  language === 'en' ? firstSentence(introOf(tag, language)) : (readElementTexts()[tag]?.summary ?? '');

const firstSentence = (text: string): string => /^.*?[.。](?= |$)/.exec(text)?.[0] ?? text;

function exampleOf(tag: string): string {
  const file = `docs/examples/${tag}.html`;
  if (!existsSync(file)) throw new Error(`${tag} has no example: write ${file}`);
  return readFileSync(file, 'utf8');
}

const memberOf = (element: ElementDeclaration, name: string) => element.members?.find((each) => each.name === name);
const typeOf = (type = ''): string => type.replace(/\s+/g, ' ');
/** `DEFAULT_SCHEME` is a name of the source; what it stands for is in the text. */
const bare = (value: string): string => (/^[A-Z_]+$/.test(value) ? 'teal' : value);

function signatureOf(element: ElementDeclaration, name: string): string {
  const method = memberOf(element, name);
  const given = (method?.parameters ?? []).map((each) => `${each.name}: ${typeOf(each.type?.text)}`).join(', ');
  return `${name}(${given}): ${typeOf(method?.return?.type.text)}`;
}

const plain = (kind: string, name: string, text: string): Entry => ({ id: `${kind}-${name}`, name, facts: [], text });

function tokenEntries(element: ElementDeclaration, language: DocLanguage, word: string): Entry[] {
  const known = new Map(tokenGroups(language).flatMap(({ tokens }) => tokens.map((each) => [each.name, each])));
  return (element.cssProperties ?? []).map(({ name }) => {
    const token = known.get(name.slice('--pair-'.length));
    if (!token) throw new Error(`${element.tagName}: no token ${name}`);
    const value = token.defaults.light;
    return {
      id: `token-${token.name}`,
      name,
      facts: value === undefined ? [] : [`${word} ${value}`],
      text: token.text,
      ...(token.kind === 'colour' && value ? { colour: value } : {}),
    };
  });
}

/** A policy lets no style stand in markup; what SVG calls a presentation attribute is none. */
const swatch = (colour: string): string =>
  `<svg class="swatch" viewBox="0 0 16 16" aria-hidden="true"><rect width="16" height="16" fill="${escapeHtml(colour)}"/></svg>`;

function listHtml(entries: readonly Entry[]): string {
  if (entries.length === 0) return '';
  const rows = entries.map(
    ({ id, name, facts, text, code, colour }) =>
      `<div id="${id}"><dt>${colour ? swatch(colour) : ''}<code>${escapeHtml(name)}</code>${facts
        .filter(Boolean)
        .map((fact) => ` <span class="fact">${escapeHtml(fact)}</span>`)
        .join(
          '',
        )}</dt><dd>${inlineHtml(text)}${code ? `<pre class="type" tabindex="0">${escapeHtml(code)}</pre>` : ''}</dd></div>`,
  );
  return `<dl class="members">${rows.join('\n')}</dl>`;
}
