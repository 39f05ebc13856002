/**
 * Compiles `feed.schema.json`, without eval, for pages with a strict policy:
 *
 *     src/data/feed-sound.ts         yes or no, and short: every feed is asked before the first picture
 *     src/data/feed-validator.js     what is wrong, by Ajv: fetched for a feed that is not sound
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { format, resolveConfig } from 'prettier';

interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly minProperties?: number;
  readonly additionalProperties?: boolean | Schema;
}

const SCHEMA = new URL('feed.schema.json', import.meta.url);
const SOUND = new URL('../src/data/feed-sound.ts', import.meta.url);
const VALIDATOR = new URL('../src/data/feed-validator.js', import.meta.url);
const MADE = '// Made by `npm run build:validator` from data/feed.schema.json. Do not edit.\n';
/** What stands in the place of the schema's list: kinds may be registered. */
const KIND = 'isKind';

function readSchema(): Schema & { readonly $defs: { readonly value: Schema } } {
  // What is said to people would only make the code longer.
  const spoken = new Set(['description', 'title', '$comment', 'examples', '$schema', '$id']);
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'), (key, value: unknown) =>
    spoken.has(key) && typeof value === 'string' ? undefined : value,
  ) as ReturnType<typeof readSchema>;
  // Cells are checked against the feed's own metrics (`data/feed.ts`), which a schema cannot do.
  const value = { ...schema.$defs.value, additionalProperties: undefined };
  return { ...schema, $defs: { ...schema.$defs, value } };
}

/** The text of `feed-validator.js`; the same for the same schema. */
export function validatorCode(): string {
  // No keyword of 2020-12 is used, and the code for draft 7 does without the bookkeeping of `unevaluatedProperties`.
  const ajv = new Ajv({
    allErrors: true,
    strictTypes: false,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  ajv.addSchema(readSchema(), 'feed');
  const compile = (standaloneCode as unknown as { default?: typeof standaloneCode }).default ?? standaloneCode;
  const code = (compile as (ajv: Ajv, names: Record<string, string>) => string)(ajv, { validate: 'feed' });
  if (/\brequire\(/.test(code))
    throw new Error(
      'The schema uses a keyword that needs a run-time helper (maxLength, format, uniqueItems of objects): leave it out.',
    );
  // A page may have put names on the prototype of all objects.
  return `${MADE}${code.replace(/for\(const (key\d+) in (\w+)\)/g, 'for(const $1 of Object.keys($2))')}\n`;
}

/** The text of `feed-sound.ts`. */
export async function soundCode(): Promise<string> {
  const { $defs, ...feed } = readSchema();
  const parts = Object.entries($defs as Readonly<Record<string, Schema>>);
  // Each stands before what refers to it.
  const ordered: string[] = [];
  const put = (name: string, schema: Schema): void => {
    if (ordered.some((line) => line.startsWith(`const ${name} `))) return;
    const code = checkOf(schema, (other) => put(other, $defs[other as 'value']));
    ordered.push(`const ${name} = ${code};`);
  };
  for (const [name, schema] of parts) put(name, schema);
  const code = checkOf(feed, () => {});
  const helpers = ['either', 'isText', 'isTexts', 'list', 'matches', 'number', 'oneOf', 'record', 'whole'];
  const made = `${MADE}import { ${helpers.join(', ')} } from './checks.js';
import { ${KIND} } from './kinds/index.js';

${ordered.join('\n')}

/** Has the schema nothing against it? */
export const isSoundFeed = ${code};
`;
  return format(made, { ...(await resolveConfig(SOUND)), parser: 'typescript' });
}

/** A schema as code; `named` hears of every definition that it refers to. */
function checkOf(schema: Schema, named: (definition: string) => void): string {
  const known = new Set(Object.keys(schema).filter((key) => schema[key as keyof Schema] !== undefined));
  const take = <Key extends keyof Schema>(key: Key): Schema[Key] => {
    known.delete(key);
    return schema[key];
  };
  const json = (value: unknown): string => JSON.stringify(value) ?? 'undefined';
  const args = (...all: (string | undefined)[]): string => {
    while (all.length > 0 && all.at(-1) === undefined) all.pop();
    return `(${all.map(String).join(', ')})`;
  };
  const bound = (value: number | undefined): string | undefined => (value === undefined ? undefined : String(value));
  const checks: Readonly<Record<string, () => string>> = {
    string() {
      const pattern = take('pattern');
      return pattern === undefined ? 'isText' : `matches(new RegExp(${json(pattern)}, 'u'))`;
    },
    number() {
      const least = take('minimum'),
        above = take('exclusiveMinimum');
      if (least !== undefined && above !== undefined) throw new Error('minimum and exclusiveMinimum: say one of them.');
      return `number${args(bound(above ?? least), bound(take('maximum')), above === undefined ? undefined : 'true')}`;
    },
    integer: () => `whole${args(bound(take('minimum')))}`,
    array: () => `list${args(checkOf(take('items') ?? {}, named), bound(take('minItems')))}`,
    object() {
      const fields = take('properties'),
        other = take('additionalProperties');
      if (fields) {
        const members = Object.entries(fields).map(([name, field]) => `${name}: ${checkOf(field, named)}`);
        return `record${args(json(take('required') ?? []), `{ ${members.join(', ')} }`, other === false ? 'true' : undefined)}`;
      }
      if (take('minProperties') !== 1 || json(other) !== '{"type":"string"}')
        throw new Error(`An object without properties is text by language, and nothing else: ${json(schema)}`);
      return 'isTexts';
    },
  };
  const code = ((): string => {
    const ref = take('$ref')?.replace('#/$defs/', '');
    if (ref !== undefined) return (named(ref), ref);
    const allowed = take('enum');
    if (allowed?.includes('coverage')) return KIND;
    if (allowed) return `oneOf${args(...allowed.map(json))}`;
    const only = take('const');
    if (only !== undefined) return `oneOf(${json(only)})`;
    const types = [take('type') ?? []].flat().map((type) => checks[type]?.() ?? '');
    return types.length === 1 ? (types[0] ?? '') : `either(${types.join(', ')})`;
  })();
  if (!code || known.size > 0)
    throw new Error(`The schema uses what is not compiled yet (checkOf in data/build-validator.ts): ${json(schema)}`);
  return code;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(SOUND, await soundCode());
  writeFileSync(VALIDATOR, validatorCode());
}
