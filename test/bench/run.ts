/** `npm run bench`: builds, checks that every page shows what it shall, measures in rounds, prints the tables, writes RESULTS.md. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from 'playwright-core';
import { BENCH_FLAGS, findTestChrome } from '../chrome.mjs';
import { budgetRows, leftovers, strictness, type Leftovers, type Strictness } from './budgets.ts';
import { CASES, makeCase, type BenchCase, type CaseName } from './cases.ts';
import { timeToPainted } from './load.ts';
import { measureHover, measureLoad, measurePan, measureSwitch, open, type Sample } from './measure.ts';
import { ROWS, resultsText, tableOf, type Facts, type Samples } from './report.ts';
import { BEFORE, isTag, openSite, PAGES, type BenchSite, type PageName } from './site.ts';
import { median, rotated } from './stats.ts';
import { validate } from './validate.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const WORK = join(HERE, '.work');
const KEPT = join(WORK, 'run.json');

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: CASES.join(',') },
    pages: { type: 'string', default: PAGES.join(',') },
    /** The `dist` of another build, measured beside this one in the same rounds. */
    before: { type: 'string' },
    /** Takes what lies in dist/ and node_modules/. */
    'no-build': { type: 'boolean', default: false },
    /** Leaves RESULTS.md as it is: for a quick look. */
    dry: { type: 'boolean', default: false },
    /** Writes RESULTS.md again from the samples of the last run. */
    again: { type: 'boolean', default: false },
  },
});

/** Loads of each page in a round, plain and slow: what an hour has room for. */
const LOADS: Readonly<Record<CaseName, number>> = { five: 5, country: 3, synthetic: 1 };

interface Run {
  readonly facts: Facts;
  readonly samples: Samples;
  readonly left: Leftovers | undefined;
  readonly strict: Strictness;
}

const UNSEEN: Strictness = { hosts: ['not looked at'], violations: ['not looked at'] };

const rounds = Number(options.rounds);
if (!(rounds >= 1)) throw new Error(`--rounds: expected a number of at least 1, got ${options.rounds}`);
const cases = listed(options.only, CASES, '--only');
const pages: readonly PageName[] = [
  ...listed<PageName>(options.pages, PAGES, '--pages'),
  ...(options.before === undefined ? [] : BEFORE),
];

if (options.again) report(kept());
else {
  if (!options['no-build']) prepare();
  const run = withKept(await measureAll());
  keep(run);
  report(run);
  // What large feeds cost, and what is tried at random, belongs to a full run.
  if (!options.dry && cases.length === CASES.length)
    execFileSync('npm', ['run', 'bench:feeds', '--', '--no-build'], { cwd: ROOT, stdio: 'inherit' });
}

/** One tag draws a map for each province: it is no peer of pages with one map of all. */
function pagesOf(bench: BenchCase): PageName[] {
  return bench.page.maps.length > 1 ? [...pages] : pages.filter((name) => !isTag(name));
}

function keep(run: Run): void {
  mkdirSync(WORK, { recursive: true });
  writeFileSync(KEPT, JSON.stringify(run));
}

function kept(): Run {
  return JSON.parse(readFileSync(KEPT, 'utf8'), (_key, value: unknown) => value ?? NaN) as Run;
}

/** Cases that this run leaves out stand as they were last measured, where machine and versions are the same. */
function withKept(run: Run): Run {
  if (!existsSync(KEPT)) return run;
  const before = kept();
  const about = ({ machine, versions }: Facts): string => JSON.stringify([machine, versions]);
  if (about(before.facts) !== about(run.facts)) return run;
  return {
    ...run,
    left: run.left ?? before.left,
    strict: run.strict === UNSEEN ? before.strict : run.strict,
    samples: { ...before.samples, ...run.samples },
    facts: { ...run.facts, cases: { ...before.facts.cases, ...run.facts.cases } },
  };
}

function listed<T extends string>(text: string, known: readonly T[], option: string): T[] {
  const asked = text.split(',').filter(Boolean);
  const unknown = asked.find((name) => !known.some((each) => each === name));
  if (unknown !== undefined) throw new Error(`${option}: expected some of ${known.join(', ')}, got ${unknown}`);
  return known.filter((name) => asked.includes(name));
}

function prepare(): void {
  const npm = (args: readonly string[], cwd: string): void => void execFileSync('npm', args, { cwd, stdio: 'inherit' });
  if (!existsSync(join(HERE, 'node_modules'))) npm(['ci', '--ignore-scripts'], HERE);
  execFileSync(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'test/bench/pages/tsconfig.json'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  npm(['run', 'build'], ROOT);
}

async function measureAll(): Promise<Run> {
  const benches: BenchCase[] = [];
  for (const name of cases) benches.push(await makeCase(name, WORK));
  const site = await openSite(benches, options.before);
  const browser = await chromium.launch({ executablePath: findTestChrome(), args: BENCH_FLAGS });
  try {
    await checkAll(browser, site, benches);
    const samples: Record<string, Record<string, Record<string, number[]>>> = {};
    for (let round = 0; round < rounds; round++) {
      for (const bench of benches) {
        const painted = await measurePainted(browser, site, bench, round);
        for (const page of rotated(pagesOf(bench), round)) {
          const before = performance.now();
          const sample = { ...(await measureTwice(browser, site, bench, page)), ...painted.get(page) };
          const rows = ((samples[bench.name] ??= Object.fromEntries(pages.map((name) => [name, {}])))[page] ??= {});
          for (const [key, value] of Object.entries(sample)) (rows[key] ??= []).push(value);
          console.log(
            `round ${round + 1} of ${rounds}: ${bench.name}, ${page}, ${((performance.now() - before) / 1000).toFixed(0)} s`,
          );
        }
      }
      // Cut off, an hour's run shall not be lost: `--again` makes a report of the rounds that there are.
      keep(withKept({ samples, left: undefined, strict: UNSEEN, facts: factsOf(browser, benches, round + 1) }));
    }
    const five = benches.find(({ name }) => name === 'five');
    const strict = five ? await strictness(browser, site, five) : UNSEEN;
    const left = five ? await leftovers(browser, site, five) : undefined;
    return { samples, left, strict, facts: factsOf(browser, benches, rounds) };
  } finally {
    await browser.close();
    await site.close();
  }
}

async function checkAll(browser: Browser, site: BenchSite, benches: readonly BenchCase[]): Promise<void> {
  for (const bench of benches) {
    for (const page of pagesOf(bench)) {
      const found = await validate(browser, site, bench, page);
      const percent = (part: number): string => `${(part * 100).toFixed(0)}%`;
      console.log(
        `check: ${bench.name}, ${page}: colours ${percent(found.first)}, after a switch ${percent(found.switched)}, ` +
          `${found.linked} pixels lit at a partner${found.violations.length > 0 ? `; refused by the policy: ${found.violations.join(', ')}` : ''}`,
      );
      if (!found.isValid)
        throw new Error(`${page} does not show at ${bench.name} what it says it shows; nothing is measured`);
    }
  }
}

/** A visit that fails is tried once more; then its numbers are missing, and the report says so. An hour's run shall not be lost. */
async function measureTwice(browser: Browser, site: BenchSite, bench: BenchCase, page: PageName): Promise<Sample> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      return await measureOne(browser, site, bench, page);
    } catch (error) {
      console.warn(`${page} at ${bench.name} failed, attempt ${attempt}: ${String(error)}`);
      await Promise.all(browser.contexts().map((context) => context.close()));
    }
  }
  return Object.fromEntries(ROWS.map(({ key }) => [key, NaN]));
}

async function measureOne(browser: Browser, site: BenchSite, bench: BenchCase, page: PageName): Promise<Sample> {
  const visit = await open(browser, site, bench, page);
  try {
    return {
      ...(await measureLoad(visit, site)),
      ...(await measureHover(visit)),
      ...(await measureSwitch(visit)),
      ...(await measurePan(visit, site)),
    };
  } finally {
    await visit.context.close();
  }
}

/** Until all maps are painted: of each page the middle one of several loads, page after page, so that what slows the machine down meets all of them. */
async function measurePainted(
  browser: Browser,
  site: BenchSite,
  bench: BenchCase,
  round: number,
): Promise<Map<PageName, Sample>> {
  const pages = pagesOf(bench);
  const times = { painted: new Map<PageName, number[]>(), 'painted-slow': new Map<PageName, number[]>() };
  for (let load = 0; load < LOADS[bench.name]; load++) {
    for (const key of ['painted', 'painted-slow'] as const) {
      for (const page of rotated(pages, round + load)) {
        const time = await loadTwice(browser, site, bench, page, key === 'painted-slow');
        times[key].set(page, [...(times[key].get(page) ?? []), time]);
      }
    }
  }
  console.log(`round ${round + 1} of ${rounds}: ${bench.name}, loads`);
  const middle = (key: keyof typeof times, page: PageName): number => median(times[key].get(page) ?? []);
  return new Map(
    pages.map((page) => [page, { painted: middle('painted', page), 'painted-slow': middle('painted-slow', page) }]),
  );
}

async function loadTwice(
  browser: Browser,
  site: BenchSite,
  bench: BenchCase,
  page: PageName,
  isSlow: boolean,
): Promise<number> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      return await timeToPainted(browser, site, bench, page, isSlow);
    } catch (error) {
      console.warn(`${page} at ${bench.name} did not load, attempt ${attempt}: ${String(error)}`);
    }
  }
  return NaN;
}

function factsOf(browser: Browser, benches: readonly BenchCase[], done: number): Facts {
  const versionOf = (folder: string, name: string): string =>
    (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
      .version;
  const peers = ['d3-geo', 'topojson-client', 'maplibre-gl', 'echarts', 'ol', 'leaflet'];
  const [cpu] = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: [
      `${cpus().length} cores (${cpu?.model.trim() || process.arch}), ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform}, no GPU: WebGL is drawn by SwiftShader, which is hard on every page that uses it`,
      `Chromium ${browser.version()}, without a window, 60 frames a second at most; Node ${process.versions.node}`,
    ],
    versions: Object.fromEntries([
      ...peers.map((name): [string, string] => [name, versionOf(HERE, name)]),
      ['pair-atlas', (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version],
    ]),
    cases: Object.fromEntries(
      benches.map(({ name, title, regions, page }) => [name, { title, regions, maps: page.maps.length, rounds: done }]),
    ),
  };
}

function report({ facts, samples, left, strict }: Run): void {
  for (const name of Object.keys(samples) as CaseName[]) console.log(`\n${name}\n${tableOf(samples, name)}`);
  const text = resultsText(facts, samples, budgetRows(samples, left, strict));
  console.log(`\n${text.slice(text.indexOf('## Rows that'))}`);
  if (!options.dry) writeFileSync(join(HERE, 'RESULTS.md'), text);
}
