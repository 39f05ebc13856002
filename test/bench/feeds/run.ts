/** `npm run bench:feeds`: large feeds in a real page, and feeds and boundaries that are damaged at random; writes FEEDS.md. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Topology } from 'topojson-specification';
import { BENCH_FLAGS, findChrome } from '../../chrome.mjs';
import { readTopology } from '../../../src/data/read-topology.ts';
import { tryFeeds, tryTopologies } from '../../fixtures/fuzz/run.ts';
import { tryTables } from '../../fixtures/fuzz/tables.ts';
import { countryTopology } from '../country.ts';
import { codesOf, largeCases } from './large.ts';
import { tryInPage, visitLarge, type Tried } from './page.ts';
import { feedsText, type LargeRow, type TriedRow } from './report.ts';
import { openLargeSite } from './site.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const RESULTS = join(HERE, '../FEEDS.md');
const SEED = 2018;

const { values: options } = parseArgs({
  options: {
    /** Names of large feeds. */
    only: { type: 'string', default: '' },
    /** How many feeds are tried; of boundaries and of tables three tenths of that each. */
    fuzz: { type: 'string', default: '10000' },
    'no-build': { type: 'boolean', default: false },
    /** Leaves FEEDS.md as it is. */
    dry: { type: 'boolean', default: false },
  },
});

const builtIn = JSON.parse(readFileSync(join(ROOT, 'data/counties-2018.json'), 'utf8')) as Topology;
const country = await countryTopology(join(HERE, '../.work'));
if (!options['no-build']) execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'inherit' });

const only = options.only.split(',').filter(Boolean);
const cases = largeCases({ builtIn: codesOf(builtIn), country: codesOf(country) }).filter(
  ({ name }) => only.length === 0 || only.includes(name),
);
const site = await openLargeSite(cases, JSON.stringify(country));
const browser = await chromium.launch({ executablePath: findChrome(), args: BENCH_FLAGS });
const large: LargeRow[] = [];
const tried: TriedRow[] = [];
try {
  for (const each of cases) {
    const result = await visitLarge(browser, `${site.origin}/${each.name}`, each.next !== undefined);
    large.push({ ...each, result });
    console.log(each.name, JSON.stringify(result));
  }
  const runs = Number(options.fuzz);
  if (runs > 0) {
    // What throws, or drops anything in silence, ends the run with the smallest example.
    const add = (what: string, result: Tried): void => {
      tried.push({ what, ...result });
      console.log(what, JSON.stringify(result));
    };
    add('feeds, by all that the page, its files and the command line make of them', tryFeeds(runs, builtIn, SEED));
    add('boundaries, by all that is drawn of them', tryTopologies(Math.round(runs * 0.3), SEED));
    const reading = readTopology(builtIn);
    if (reading.kind !== 'regions') throw new Error('The built-in boundaries are unusable.');
    add(
      'tables, cell by cell, with the files that are made of them',
      tryTables(Math.round(runs * 0.3), reading.regions, SEED),
    );
    add(
      'of the feeds, shown on a page one after the other',
      await tryInPage(browser, `${site.origin}/empty`, builtIn, Math.round(runs / 10), SEED),
    );
  }
} finally {
  await browser.close();
  site.close();
}
const [cpu] = cpus();
const machine = `${cpus().length} cores (${cpu?.model.trim() || process.arch}), ${Math.round(totalmem() / 1024 ** 3)} GB, no GPU, load ${(loadavg()[0] ?? 0).toFixed(1)}; Chromium ${browser.version()}, headless; Node ${process.versions.node}`;
const text = feedsText(machine, new Date().toISOString().slice(0, 10), large, tried);
console.log(text);
if (!options.dry) writeFileSync(RESULTS, text);
