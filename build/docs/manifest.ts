/** What the manifest says of the elements, with its texts in the language of a page. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import type { DocLanguage } from './words.js';

interface Member {
  readonly kind: 'field' | 'method';
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
  readonly attribute?: string;
  readonly return?: { readonly type: { readonly text: string } };
  readonly parameters?: readonly { readonly name: string; readonly type?: { readonly text: string } }[];
}
interface Attribute {
  readonly name: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly description?: string;
  readonly fieldName?: string;
}
interface Named {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}
export interface ElementDeclaration {
  readonly tagName: string;
  readonly description: string;
  readonly attributes?: readonly Attribute[];
  readonly members?: readonly Member[];
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssProperties?: readonly Named[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Partial<ElementDeclaration>[] }[];
}

/** The lists of an element whose entries have a text each. */
export const TEXT_LISTS = ['attributes', 'members', 'events', 'parts', 'slots'] as const;
export type TextList = (typeof TEXT_LISTS)[number];

export type ElementTexts = { readonly summary: string; readonly intro: string } & {
  readonly [List in TextList]?: Readonly<Record<string, string>>;
};

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export function readElements(): ReadonlyMap<string, ElementDeclaration> {
  const { modules } = readJson('custom-elements.json') as Manifest;
  const declarations = modules.flatMap(({ declarations: list = [] }) => list);
  return new Map(
    declarations.flatMap((each) => (each.tagName ? [[each.tagName, each as ElementDeclaration] as const] : [])),
  );
}

/** What of an element has a text, by list: properties that are attributes are said as such. */
export function membersOf(element: ElementDeclaration): Readonly<Record<TextList, readonly Named[]>> {
  const { attributes = [], members = [], events = [], cssParts = [], slots = [] } = element;
  return {
    attributes,
    members: members.filter(({ attribute }) => attribute === undefined),
    events,
    parts: cssParts,
    slots,
  };
}

export const readElementTexts = (): Readonly<Record<string, ElementTexts>> =>
  readJson('docs/zh-CN/elements.json') as Readonly<Record<string, ElementTexts>>;

/** The text of a member in a language: Chinese is written by hand, English is the manifest's. */
export function textOf(
  texts: Readonly<Record<string, ElementTexts>>,
  language: DocLanguage,
  tag: string,
  list: TextList,
  { name, description = '' }: Named,
): string {
  return language === 'en' ? description : (texts[tag]?.[list]?.[name] ?? '');
}

/** The type of each event's `detail`, as TypeScript has it, without its comments. */
export function eventDetails(): ReadonlyMap<string, string> {
  const path = 'src/elements/shared/events.ts';
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = file.statements.find(
    (each): each is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(each) && each.name.text === 'PairEventDetails',
  );
  if (!found) throw new Error(`${path}: expected an interface PairEventDetails`);
  const printer = ts.createPrinter({ removeComments: true });
  return new Map(
    found.members.filter(ts.isPropertySignature).map((member) => [
      (member.name as ts.StringLiteral).text,
      member.type
        ? printer
            .printNode(ts.EmitHint.Unspecified, member.type, file)
            .replace(/readonly /g, '')
            .replace(/^ {4}/gm, '  ')
        : '',
    ]),
  );
}
