/**
 * Makes the boundaries and the built-in feed. Run it with `npm run build:data`; data/README.md says what it does and why.
 * `PAIR_ATLAS_SOURCE` may name a tarball of the source package that is packed already.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cleanCounties } from './build/boundaries.ts';
import { writeFeed } from './build/feed.ts';
import { writeBoundaries } from './build/outputs.ts';
import { recode } from './build/recode.ts';
import { readSource } from './build/source.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'pair-atlas-'));
try {
  const counties = await cleanCounties(recode(readSource(scratch)));
  await writeBoundaries(folder, counties);
  writeFeed(join(folder, 'zhejiang-2018.json'), counties);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
