/** Fails where `custom-elements.json` as committed is not what the doc blocks make; `cem` has written that into coverage/ just before. */
import { readFileSync } from 'node:fs';

const NAME = 'custom-elements.json';
if (!readFileSync(NAME).equals(readFileSync(`coverage/${NAME}`))) {
  console.error(`${NAME} is stale: npm run build:manifest`);
  process.exit(1);
}
