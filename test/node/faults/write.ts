/** `npm run build:faults`. */
import { writeFile } from 'node:fs/promises';
import { markdownOf, tableOfFaults } from './table.js';

await writeFile(new URL('../../../docs/faults.md', import.meta.url), markdownOf(await tableOfFaults()));
