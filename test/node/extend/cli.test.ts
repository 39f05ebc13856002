/** Modules that the command line imports before anything else: `--extend`. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { main } from '../../../src/cli/main.js';

const EXAMPLES = ['ember', 'deviation', 'zh-hk', 'top', 'median'].flatMap((name) => [
  '--extend',
  `demo/extend/${name}.js`,
]);

async function run(...args: string[]): Promise<{ code: number; said: string; complained: string }> {
  const said: string[] = [],
    complained: string[] = [];
  const code = await main(args, { say: (line) => said.push(line), complain: (line) => complained.push(line) });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

describe('the command line, extended', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pair-atlas-'));
  });
  after(() => rm(folder, { recursive: true }));
  const module = async (name: string, text: string): Promise<string> => {
    await writeFile(file(name), text);
    return file(name);
  };

  it('knows no registered name without it, and says which there are', async () => {
    const { code, complained } = await run('snapshot', '-o', file('a.svg'), '--scheme', 'ember');
    assert.equal(code, 2);
    assert.match(complained, /--scheme：不认识的值 "ember"，可用：teal, blue, green, red, purple, gray/);
    const feed = await run('check', 'demo/extend/ageing.json');
    assert.equal(feed.code, 1);
    assert.match(feed.complained, /只能是 amount, .*coverage，现为 "median"/);
  });

  it('draws a picture with scheme, method and language', async () => {
    const args = ['--metric', 'funding', '--scheme', 'ember', '--method', 'deviation', '--lang', 'zh-MO'];
    const { code, complained } = await run('snapshot', '-o', file('a.svg'), ...args, ...EXAMPLES);
    assert.equal(complained, '');
    assert.equal(code, 0);
    const svg = await readFile(file('a.svg'), 'utf8');
    for (const part of ['#fbe3c0', '#4a1c2b', '标准差分级', '萬元']) assert(svg.includes(part), part);
  });

  it('writes a page without script in which the same stands, and the scripts that it is to load, in their order', async () => {
    const args = ['--metric', 'funding', '--scheme', 'ember', '--method', 'deviation', '--lang', 'zh-HK'];
    const scripts = ['--script', 'own.js', '--script', 'pair-atlas.js'];
    assert.equal((await run('snapshot', '-o', file('a.html'), ...args, ...scripts, ...EXAMPLES)).code, 0);
    const page = await readFile(file('a.html'), 'utf8');
    for (const part of ['#fbe3c0', '萬元', 'scheme="ember"', 'method="deviation"', 'lang="zh-HK"'])
      assert(page.includes(part), part);
    assert(page.indexOf('src="own.js"') > 0 && page.indexOf('src="own.js"') < page.indexOf('src="pair-atlas.js"'));
  });

  it('reads a feed with the kind, and a table with a column of it', async () => {
    const { code, said } = await run('check', 'demo/extend/ageing.json', '--strict', ...EXAMPLES);
    assert.equal(code, 0, said);
    assert.match(said, /参与89个/);
    await writeFile(file('a.csv'), '县,指标\n汶川县,3\n理县,5\n');
    const table = await run(
      'check',
      file('a.csv'),
      '--column',
      '指标=median',
      '--to-feed',
      file('a.json'),
      ...EXAMPLES,
    );
    assert.equal(table.code, 0, table.complained);
    assert.match(await readFile(file('a.json'), 'utf8'), /"kind": ?"median"/);
  });

  it('names a kind that nobody has registered beside those that somebody has', async () => {
    const feed = (await readFile('demo/extend/ageing.json', 'utf8')).replace('"median"', '"mode"');
    await writeFile(file('b.json'), feed);
    const { complained } = await run('check', file('b.json'), ...EXAMPLES);
    assert.match(complained, /只能是 amount, .*, coverage, median，现为 "mode"/);
  });

  it('takes a kind with a hyphen in its name for a column', async () => {
    const own = await module(
      'own-kind.js',
      `export default ({ registerKind }) => registerKind('my-kind', { like: 'index', label: 'Mine' });`,
    );
    await writeFile(file('own.csv'), '县,指标\n汶川县,3\n理县,5\n');
    const args = [file('own.csv'), '--column', '指标=my-kind:分', '--to-feed', file('own.json'), '--extend', own];
    const { code, complained } = await run('check', ...args);
    assert.equal(code, 0, complained);
    assert.match(await readFile(file('own.json'), 'utf8'), /"kind": ?"my-kind"/);
  });

  it('goes on where what was registered fails, says so, and fails for it under --strict', async () => {
    const bad = await module(
      'bad.js',
      `export default ({ registerScheme, registerMethod }) => {
        registerScheme('broken', { colours: () => ['#12'] });
        registerMethod('down', { label: 'Down', breaks: () => [3, 2] });
      };`,
    );
    const args = ['--metric', 'funding', '--scheme', 'broken', '--method', 'down', '--extend', bad];
    const { code, complained } = await run('snapshot', '-o', file('b.svg'), ...args, '--lang', 'en');
    assert.equal(code, 0);
    assert.match(
      complained,
      /registerScheme\("broken"\): this scheme failed, and the default one is used: colours\(\d, "light"\)/,
    );
    assert.match(complained, /registerMethod\("down"\): .*quantiles are used: breaks\(80 × .*\) = \[3, 2\]/);
    assert.match(complained, /Let breaks\(values, classes\) return/);
    const plain = await run('snapshot', '-o', file('c.svg'), '--metric', 'funding', '--lang', 'en');
    assert.equal(plain.code, 0);
    const fillsIn = async (name: string): Promise<string[]> =>
      (await readFile(file(name), 'utf8')).match(/data-code="\d+" fill="[^"]+"/g) ?? [];
    const fills = await fillsIn('c.svg');
    assert(fills.length > 300);
    assert.deepEqual(await fillsIn('b.svg'), fills);
    assert.equal((await run('check', '--strict')).code, 1);
  });

  it('refuses a module that cannot be read, or that registers wrongly', async () => {
    const missing = await run('check', '--extend', file('nowhere.js'));
    assert.equal(missing.code, 2);
    assert.match(missing.complained, /--extend .*nowhere\.js：/);
    const wrong = await module(
      'wrong.js',
      `export default ({ registerScheme }) => registerScheme('teal', { hue: 1, chroma: 0 });`,
    );
    const taken = await run('check', '--extend', wrong);
    assert.equal(taken.code, 2);
    assert.match(taken.complained, /registerScheme\("teal"\): the name is taken/);
  });

  it('refuses a module that brings another copy of the library: what it registers nobody would know', async () => {
    const other = await module('other.js', `globalThis[Symbol.for('pair-atlas/extend')].add({});`);
    const { code, complained } = await run('check', '--extend', other);
    assert.equal(code, 2);
    assert.match(complained, /another copy of pair-atlas/);
  });
});
