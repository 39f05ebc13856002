/** Compiles `feed.schema.json` into `src/data/feed-validator.js`: plain code without eval, for pages with a strict policy. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const SCHEMA = new URL('feed.schema.json', import.meta.url);
const OUTPUT = new URL('../src/data/feed-validator.js', import.meta.url);

/** The module's text; the same for the same schema. */
export function validatorCode(): string {
  // What is said to people would only make the code longer.
  const spoken = new Set(['description', 'title', '$comment', 'examples', '$schema', '$id']);
  const withoutWords = (key: string, value: unknown): unknown =>
    spoken.has(key) && typeof value === 'string' ? undefined : value;
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'), withoutWords) as {
    $defs: { value: Record<string, unknown> };
  };
  // Cells are checked against the feed's own metrics (`data/feed.ts`), which a schema cannot do.
  delete schema.$defs.value.additionalProperties;
  // No keyword of 2020-12 is used, and the code for draft 7 does without the bookkeeping of `unevaluatedProperties`.
  const ajv = new Ajv({
    allErrors: true,
    strictTypes: false,
    messages: false,
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  ajv.addSchema(schema, 'feed');
  const compile = (standaloneCode as unknown as { default?: typeof standaloneCode }).default ?? standaloneCode;
  const code = (compile as (ajv: Ajv, names: Record<string, string>) => string)(ajv, { validate: 'feed' });
  if (/\brequire\(/.test(code))
    throw new Error(
      'The schema uses a keyword that needs a run-time helper (maxLength, format, uniqueItems of objects): leave it out.',
    );
  const plain = uncounted(shorter(code));
  const [kinds] = /schema\d+\.properties\.kind\.enum/.exec(plain) ?? [];
  if (kinds === undefined)
    throw new Error('The schema lists no kinds: src/extend/kind.ts adds those that are registered.');
  return `// Made by \`npm run build:validator\` from data/feed.schema.json. Do not edit.\n${HELPERS}\n${plain}\nexport const kinds = ${kinds};\n`;
}

const HELPERS = `function fault(list, instancePath, keyword, params) {(list ??= []).push({instancePath,keyword,params});return list;}
const step = (key) => "/" + key.replace(/~/g, "~0").replace(/\\//g, "~1");
const needs = (list, data, key, path) => data[key] === undefined ? fault(list,path,"required",{missingProperty: key}) : list;
const text = (list, data, key, path) => data[key] !== undefined && typeof data[key] !== "string" ? fault(list,path + "/" + key,"type",{type: "string"}) : list;
const part = (list, data, key, path, validate) => data[key] !== undefined && !validate(data[key], {instancePath:path + "/" + key}) ? (list ?? []).concat(validate.errors) : list;
const rows = (list, data, key, path, validate) => {
  const items = data[key];
  if (items === undefined) return list;
  if (!Array.isArray(items)) return fault(list,path + "/" + key,"type",{type: "array"});
  return items.reduce((faults, item, i) => validate(item, {instancePath:path + "/" + key + "/" + i}) ? faults : (faults ?? []).concat(validate.errors), list);
};`;

/** Faults are listed, and not counted besides; they are made in one place. */
function uncounted(code: string): string {
  if (/\b_errs\d/.test(code)) throw new Error('The schema uses a keyword that compares numbers of errors.');
  return (
    code
      .replace(
        /\(vErrors \?\?= \[\]\)\.push\(\{instancePath(?::(.*?))?,keyword:("[^"]*"),params:(\{.*?\})\}\);/g,
        (_, path, ...rest) => `vErrors = fault(vErrors,${[path ?? 'instancePath', ...rest.slice(0, 2)].join(',')});`,
      )
      .replace(/"\/" \+ (\w+)\.replace\(\/~\/g, "~0"\)\.replace\(\/\\\/\/g, "~1"\)/g, 'step($1)')
      // A page may have put names on the prototype of all objects.
      .replace(/for\(const (key\d+) in (\w+)\)/g, 'for(const $1 of Object.keys($2))')
      .replace(/errors\+\+;|errors = vErrors\.length;|let errors = 0;/g, '')
      .replace(/return errors === 0;/g, 'return !vErrors;')
      .replace(/if\(!(\((?:[()]| \|\| |\w+ === "[^"]*")+\))\)\{/g, (whole, chain: string) => {
        const [name = '', ...others] = new Set([...chain.matchAll(/(\w+) ===/g)].map(([, each = '']) => each));
        return others.length > 0 ? whole : `if(![${[...chain.matchAll(/"[^"]*"/g)].join(',')}].includes(${name})){`;
      })
      .replace(
        /if\(!\["[^\]]*\](\.includes\(\w+\)\)\{vErrors = fault\(vErrors,[^,]*,"enum",\{allowedValues: ?)([\w.]+)/g,
        'if(!$2$1$2',
      )
      .replace(
        /if\(data\.(\w+) === undefined\)\{vErrors = fault\(vErrors,instancePath,"required",\{missingProperty: ?"\1"\}\);\}/g,
        'vErrors = needs(vErrors,data,"$1",instancePath);',
      )
      .replace(
        /if\(data\.(\w+) !== undefined\)\{if\(typeof data\.\1 !== "string"\)\{vErrors = fault\(vErrors,instancePath\+"\/\1","type",\{type: ?"string"\}\);\}\}/g,
        'vErrors = text(vErrors,data,"$1",instancePath);',
      )
      .replace(
        /if\(data\.(\w+) !== undefined\)\{if\(!\((validate\d+)\(data\.\1, \{instancePath:instancePath\+"\/\1"\}\)\)\)\{vErrors = \(vErrors \?\? \[\]\)\.concat\(\2\.errors\);\}\}/g,
        'vErrors = part(vErrors,data,"$1",instancePath,$2);',
      )
      .replace(
        /if\(data\.(\w+) !== undefined\)\{let (data\d+) = data\.\1;if\(Array\.isArray\(\2\)\)\{const (len\d+) = \2\.length;for\(let (i\d+)=0; \4<\3; \4\+\+\)\{if\(!\((validate\d+)\(\2\[\4\], \{instancePath:instancePath\+"\/\1\/" \+ \4\}\)\)\)\{vErrors = \(vErrors \?\? \[\]\)\.concat\(\5\.errors\);\}\}\}else \{vErrors = fault\(vErrors,instancePath\+"\/\1","type",\{type: ?"array"\}\);\}\}/g,
        'vErrors = rows(vErrors,data,"$1",instancePath,$5);',
      )
  );
}

/** Half of the text is the way of each error through the schema, which nobody reads, and the pushing of it. */
function shorter(code: string): string {
  return code
    .replace(/,schemaPath:"[^"]*"/g, '')
    .replace(
      /const (err\d+) = (\{.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/g,
      '(vErrors ??= []).push($2);',
    )
    .replace(/vErrors === null \? (validate\d+\.errors) : vErrors\.concat\(\1\)/g, '(vErrors ?? []).concat($1)')
    .replace(/, parentData, parentDataProperty, rootData=data/g, '')
    .replace(/,parentData: ?\w+,parentDataProperty: ?[^,}]+,rootData/g, '')
    .replace(/const (schema\d+) = (?=[^;]*;)(?!.*\b\1\.)[^;]*;/g, '')
    .replace(/const (schema\d+) = (\{[^;]*\});/g, (_, name: string, json: string) => {
      const paths = [...code.matchAll(new RegExp(`\\b${name}((?:\\.\\w+)+)`, 'g'))].map(([, path = '']) =>
        path.slice(1).split('.'),
      );
      return `const ${name} = ${JSON.stringify(pruned(JSON.parse(json) as Json, paths))};`;
    });
}

type Json = { readonly [key: string]: unknown };

/** Of a schema what the code reads of it: at the end of a path the names alone, or a list. */
function pruned(schema: Json, paths: readonly (readonly string[])[]): unknown {
  const kept: Record<string, unknown> = {};
  for (const key of new Set(paths.flatMap(([first]) => first ?? []))) {
    const rests = paths.filter(([first]) => first === key).map(([, ...rest]) => rest);
    const value = schema[key];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) kept[key] = value;
    else {
      const names = rests.some((rest) => rest.length === 0) ? Object.keys(value).map((name) => [name, 1] as const) : [];
      const deeper = pruned(
        value as Json,
        rests.filter((rest) => rest.length > 0),
      ) as Json;
      kept[key] = { ...Object.fromEntries(names), ...deeper };
    }
  }
  return kept;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(OUTPUT, validatorCode());
