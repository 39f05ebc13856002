/** Compiles `feed.schema.json` into `src/data/feed-validator.js`: plain code without eval, for pages with a strict policy. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';

const SCHEMA = new URL('feed.schema.json', import.meta.url);
const OUTPUT = new URL('../src/data/feed-validator.js', import.meta.url);

/** The module's text; the same for the same schema. */
export function validatorCode(): string {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8')) as { $id?: string };
  const ajv = new Ajv2020({ allErrors: true, strictTypes: false, messages: false, code: { source: true, esm: true } });
  ajv.addSchema(schema, 'feed');
  const compile = (standaloneCode as unknown as { default?: typeof standaloneCode }).default ?? standaloneCode;
  const code = (compile as (ajv: Ajv2020, names: Record<string, string>) => string)(ajv, { validate: 'feed' });
  if (/\brequire\(/.test(code)) throw new Error('The schema uses a keyword that needs a run-time helper (maxLength, format, uniqueItems of objects): leave it out.');
  return `// Made by \`npm run build:validator\` from data/feed.schema.json. Do not edit.\n${code}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(OUTPUT, validatorCode());
