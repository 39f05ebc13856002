/** What the command line asks for. */
import { parseArgs } from 'node:util';
import { columnRoles, type ColumnChoice, type ColumnChoices } from '../data/tables/columns.js';
import { CLASS_METHODS, type ClassMethod } from '../scene/classes/breaks.js';
import { SCHEMES, isScheme, type Scheme } from '../scene/classes/ramp.js';
import { THEMES, type Theme } from '../scene/picture/tokens.js';
import { languageOf, say, type Language } from '../scene/words/index.js';
import { LANGUAGE_TAGS, languageFor } from '../scene/words/languages.js';
import { DATUMS, type BoundaryChoices } from './boundaries.js';

export interface Choices {
  readonly feed: string | undefined;
  readonly geometry: string | undefined;
  /** What columns of a table are. */
  readonly columns: ColumnChoices;
  readonly language: Language;
  readonly metric: string | undefined;
  readonly per: string | undefined;
  readonly period: string | undefined;
  readonly theme: Theme;
  readonly selected: readonly string[];
  readonly method: ClassMethod | undefined;
  readonly classes: number | undefined;
  readonly scheme: Scheme | undefined;
  readonly textures: boolean;
}

export type Command =
  | { readonly kind: 'help'; readonly language: Language }
  /** `problem` says what is wrong with the command line. */
  | { readonly kind: 'wrong'; readonly language: Language; readonly problem: string }
  | {
      readonly kind: 'check';
      readonly choices: Choices;
      readonly isStrict: boolean;
      readonly isJson: boolean;
      readonly copies: Copies;
    }
  | {
      readonly kind: 'boundaries';
      readonly language: Language;
      readonly made: BoundaryChoices;
      readonly output: string;
    }
  | {
      readonly kind: 'snapshot';
      readonly choices: Choices;
      readonly output: string;
      readonly form: 'svg' | 'page' | 'fragment';
      /** Addresses of the library's script, and of others, for the page. */
      readonly scripts: readonly string[];
      /** CSS pixels that the atlas will be wide. */
      readonly width: number;
    };

/** Files that the feed is written to, beside the report. */
export interface Copies {
  readonly feed: string | undefined;
  readonly xlsx: string | undefined;
  /** The CSV file; its metadata goes beside it. */
  readonly csvw: string | undefined;
}

const WIDTH = 1200;

const OPTIONS = {
  output: { type: 'string', short: 'o' },
  geometry: { type: 'string' },
  column: { type: 'string', multiple: true },
  'to-feed': { type: 'string' },
  'to-xlsx': { type: 'string' },
  'to-csvw': { type: 'string' },
  metric: { type: 'string' },
  per: { type: 'string' },
  period: { type: 'string' },
  lang: { type: 'string' },
  theme: { type: 'string' },
  selected: { type: 'string' },
  method: { type: 'string' },
  classes: { type: 'string' },
  scheme: { type: 'string' },
  script: { type: 'string', multiple: true },
  extend: { type: 'string', multiple: true },
  width: { type: 'string' },
  'code-field': { type: 'string' },
  'name-field': { type: 'string' },
  'prefecture-field': { type: 'string' },
  'province-field': { type: 'string' },
  datum: { type: 'string' },
  vintage: { type: 'string' },
  source: { type: 'string' },
  approval: { type: 'string' },
  detail: { type: 'string' },
  encoding: { type: 'string' },
  textures: { type: 'boolean' },
  fragment: { type: 'boolean' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = ReturnType<typeof parsed>['values'];
const parsed = (args: readonly string[]) => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

/** The language asked for, in which it is said, too, that the rest cannot be read. */
export function languageAsked(args: readonly string[]): Language {
  const { lang } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false }).values;
  return languageOf(typeof lang === 'string' ? lang : undefined);
}

export function commandOf(args: readonly string[]): Command {
  const language = languageAsked(args);
  const wrong = (problem: string): Command => ({ kind: 'wrong', language, problem });
  let values: Values, positionals: string[];
  try {
    ({ values, positionals } = parsed(args));
  } catch (error) {
    return wrong(say(language, 'cli.unreadable', { detail: error instanceof Error ? error.message : String(error) }));
  }
  const [name, feed, ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') return { kind: 'help', language };
  if (rest.length > 0) return wrong(say(language, 'cli.unreadable', { detail: rest.join(' ') }));
  const problem = problemOf(values, language);
  if (problem !== undefined) return wrong(problem);
  const choices = choicesOf(values, feed, language);
  if (name === 'check') {
    const copies = { feed: values['to-feed'], xlsx: values['to-xlsx'], csvw: values['to-csvw'] };
    return { kind: 'check', choices, isStrict: values.strict ?? false, isJson: values.json ?? false, copies };
  }
  if (name === 'boundaries') return boundariesOf(values, feed, language, wrong);
  if (name !== 'snapshot') return wrong(say(language, 'cli.unreadable', { detail: name }));
  const output = values.output ?? '';
  const form = /\.svg$/i.test(output)
    ? 'svg'
    : /\.html?$/i.test(output)
      ? values.fragment
        ? 'fragment'
        : 'page'
      : undefined;
  if (!form) return wrong(say(language, 'cli.output'));
  return {
    kind: 'snapshot',
    choices,
    output,
    form,
    scripts: values.script ?? [],
    width: Number(values.width ?? WIDTH),
  };
}

/** Nothing of it is guessed: a wrong datum is half a kilometre off and looks right. */
function boundariesOf(
  values: Values,
  input: string | undefined,
  language: Language,
  wrong: (problem: string) => Command,
): Command {
  const { 'code-field': codeField, 'name-field': nameField, datum, output } = values;
  if (input === undefined || codeField === undefined || nameField === undefined || !isOneOf(DATUMS, datum))
    return wrong(say(language, 'boundaries.options', { datums: DATUMS.join('|') }));
  if (output === undefined || !/\.json$/i.test(output)) return wrong(say(language, 'boundaries.output'));
  const { vintage, source, approval, encoding, detail } = values;
  const made = {
    input,
    codeField,
    nameField,
    prefectureField: values['prefecture-field'],
    provinceField: values['province-field'],
    datum,
    vintage,
    source,
    approval,
    encoding,
    detail: detail === undefined ? undefined : Number(detail),
  };
  return { kind: 'boundaries', language, made, output };
}

/** A value that an option does not have, in words. */
function problemOf(values: Values, language: Language): string | undefined {
  const known: readonly (readonly [string, string | undefined, (value: string) => boolean, string])[] = [
    ['--theme', values.theme, (value) => isOneOf(THEMES, value), THEMES.join(', ')],
    ['--method', values.method, (value) => isOneOf(CLASS_METHODS, value), CLASS_METHODS.join(', ')],
    ['--scheme', values.scheme, isScheme, Object.keys(SCHEMES).join(', ')],
    ['--classes', values.classes, (value) => /^[1-9]$/.test(value), '1–9'],
    ['--width', values.width, (value) => /^[1-9]\d{2,3}$/.test(value), '100–9999'],
    ['--detail', values.detail, (value) => /^[1-9]\d{0,4}$/.test(value), '1–99999'],
    // It becomes a word of a command.
    ['--encoding', values.encoding, (value) => /^[\w-]+$/.test(value), 'utf8, gbk, gb18030, big5'],
    ['--lang', values.lang, (value) => languageFor(value) !== undefined, LANGUAGE_TAGS.join(', ')],
    ['--extend', values.extend?.find((file) => file === ''), () => false, '*.js'],
    ['--to-feed', values['to-feed'], (value) => /\.json$/i.test(value), '*.json'],
    ['--to-xlsx', values['to-xlsx'], (value) => /\.xlsx$/i.test(value), '*.xlsx'],
    ['--to-csvw', values['to-csvw'], (value) => /\.csv$/i.test(value), '*.csv'],
    [
      '--column',
      values.column?.find((text) => columnChoice(text) === undefined),
      () => false,
      columnRoles()
        .map((role) => `C=${role}`)
        .join(', '),
    ],
  ];
  for (const [option, got, isKnown, expected] of known) {
    if (got !== undefined && !isKnown(got))
      return say(language, 'fault.place', {
        path: option,
        message: say(language, 'fault.unknown-attribute-value', { got: `"${got}"`, expected }),
      });
  }
  return undefined;
}

function choicesOf(values: Values, feed: string | undefined, language: Language): Choices {
  return {
    feed,
    language,
    geometry: values.geometry,
    columns: Object.fromEntries((values.column ?? []).flatMap((text) => columnChoice(text) ?? [])),
    metric: values.metric,
    per: values.per,
    period: values.period,
    theme: isOneOf(THEMES, values.theme) ? values.theme : 'light',
    selected: (values.selected ?? '').split(/[\s,]+/).filter(Boolean),
    method: isOneOf(CLASS_METHODS, values.method) ? values.method : undefined,
    classes: values.classes === undefined ? undefined : Number(values.classes),
    scheme: values.scheme !== undefined && isScheme(values.scheme) ? values.scheme : undefined,
    textures: values.textures ?? false,
  };
}

/** "C=amount:万元" or "资金=amount:万元": a column's letter or heading, what it is, and its unit. */
function columnChoice(text: string): [string, ColumnChoice][] | undefined {
  const [, column = '', as, unit] = /^(.+)=([\w-]+)(?::(.+))?$/.exec(text) ?? [];
  return isOneOf(columnRoles(), as) ? [[column, { as, ...(unit === undefined ? {} : { unit }) }]] : undefined;
}

function isOneOf<T extends string>(known: readonly T[], value: string | undefined): value is T {
  return (known as readonly (string | undefined)[]).includes(value);
}
