/** `npm run build:docs`: writes the documentation to `dist/docs/`, or to the folder that is named. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeSite } from './site.js';

const folder = process.argv[2] ?? 'dist/docs';
rmSync(folder, { recursive: true, force: true });
const files = await makeSite();
for (const [path, text] of files) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`${files.size} files in ${folder}`);
