/** The command line: what it says, what it writes, and how it ends. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { main } from '../../../src/cli/main.js';
import { goodFeed, type RawFeed } from '../../fixtures/feeds.js';

interface Run {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

async function run(...args: string[]): Promise<Run> {
  const said: string[] = [],
    complained: string[] = [];
  const code = await main(args, { say: (line) => said.push(line), complain: (line) => complained.push(line) });
  return { code, said: said.join('\n'), complained: complained.join('\n') };
}

describe('the command line', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pair-atlas-'));
  });
  after(() => rm(folder, { recursive: true }));
  const file = (name: string): string => join(folder, name);
  async function feedFile(change: (feed: RawFeed) => void = () => {}): Promise<string> {
    const feed = goodFeed();
    change(feed);
    await writeFile(file('feed.json'), JSON.stringify(feed));
    return file('feed.json');
  }

  it('checks the built-in case, in either language', async () => {
    const chinese = await run('check', '--strict');
    assert.equal(chinese.code, 0);
    assert.match(chinese.said, /参与80个：80个有数值/);
    assert.match(chinese.said, /24\.7亿元/);
    assert.match(chinese.said, /松潘县 513224/);
    const english = await run('check', '--lang', 'en');
    assert.match(english.said, /80 take part/);
    assert.doesNotMatch(english.said, /[一-龥]/);
    const joined = await run('check', '--lang=en');
    assert.equal(joined.said, english.said);
  });

  it('names what is wrong with a feed, and fails for it only where that is asked', async () => {
    const feed = await feedFile(({ values }) =>
      values.push({ code: '999999', period: '2018', funding: 1 }, { code: '513224', period: '2018', funding: 'x' }),
    );
    const lenient = await run('check', feed);
    assert.equal(lenient.code, 0);
    assert.match(lenient.said, /3处需要核对/);
    assert.match(lenient.said, /values\[4\]：999999/);
    assert.match(lenient.said, /values\[5\]\.funding/);
    assert.equal((await run('check', feed, '--strict')).code, 1);
  });

  it('writes an amount over a base of the feed, as page and as picture, and knows which there are', async () => {
    const page = await run('snapshot', '-o', file('per.html'), '--metric', 'funding', '--per', 'residents');
    assert.equal(page.code, 0, page.complained);
    const html = await readFile(file('per.html'), 'utf8');
    assert.match(html, /<pair-atlas[^>]* metric="funding" per="residents"/);
    for (const said of ['人均帮扶资金', '单位：元/人', '<option selected>人均</option>', '示意值，非公布数字'])
      assert.ok(html.includes(said), said);
    const picture = await run(
      'snapshot',
      '-o',
      file('per.svg'),
      '--metric',
      'cadres',
      '--per',
      'county',
      '--lang',
      'en',
    );
    assert.equal(picture.code, 0, picture.complained);
    assert.match(await readFile(file('per.svg'), 'utf8'), /Cadres added per county \(people per county\)/);
    const wrong = await run('snapshot', '-o', file('per.svg'), '--per', 'ghosts', '--lang', 'en');
    assert.equal(wrong.code, 1);
    assert.match(wrong.complained, /--per.*ghosts.*residents, county/);
  });

  it('writes classes with textures, as page and as picture', async () => {
    for (const form of ['page.html', 'map.svg']) {
      const { code, complained } = await run('snapshot', '-o', file(form), '--metric', 'funding', '--textures');
      assert.equal(code, 0, complained);
      const text = await readFile(file(form), 'utf8');
      for (const index of [1, 2, 3, 4]) assert.match(text, new RegExp(`fill="url\\(#[^)]*class-${index}\\)"`));
    }
    const html = await readFile(file('page.html'), 'utf8');
    assert.match(html, /<pair-atlas[^>]* textures[ >]/);
    assert.match(html, /<label class="textures"><input type="checkbox" disabled checked>/);
  });

  it('fails for a feed that cannot be used, and says what to do', async () => {
    await writeFile(file('page.json'), '<!doctype html>');
    await writeFile(file('empty.json'), '');
    for (const [name, said] of [
      ['page.json', '不是有效的 JSON'],
      ['empty.json', '文件是空的'],
      ['missing.json', '找不到文件'],
    ] as const) {
      const { code, complained } = await run('check', file(name));
      assert.equal(code, 1);
      assert(complained.includes(said), complained);
      assert(complained.includes('请'), complained);
    }
    const unusable = await feedFile((feed) => (feed.version = 9));
    assert.equal((await run('check', unusable)).code, 1);
    const regions = await run('check', '--geometry', await feedFile());
    assert.equal(regions.code, 1);
    assert.match(regions.complained, /TopoJSON/);
  });

  it('reads a file with a byte order mark', async () => {
    await writeFile(file('bom.json'), `\uFEFF${JSON.stringify(goodFeed())}`);
    assert.equal((await run('check', file('bom.json'), '--strict')).code, 0);
  });

  it('writes a map with what was asked for', async () => {
    const args = [
      '--metric',
      'cadres',
      '--selected',
      '330782 513221',
      '--lang',
      'en',
      '--theme',
      'dark',
      '--classes',
      '3',
    ];
    const { code, said } = await run('snapshot', '-o', file('deep/map.svg'), ...args);
    assert.equal(code, 0);
    assert.match(said, /map\.svg/);
    const svg = await readFile(file('deep/map.svg'), 'utf8');
    for (const text of ['Cadres added', 'Wenchuan County', 'not submitted for review', 'Illustrative', '#16191b'])
      assert(svg.includes(text), text);
    assert.equal(svg.match(/data-map=/g)?.length, 5);
  });

  it('writes a page whose paths lead from it to feed and geometry', async () => {
    const feed = await feedFile();
    assert.equal((await run('snapshot', feed, '-o', file('pages/page.html'), '--fragment')).code, 0);
    const page = await readFile(file('pages/page.html'), 'utf8');
    assert.match(page, /^<pair-atlas src="\.\.\/feed\.json" lang="zh-CN"><template shadowrootmode="open">/);
    assert.doesNotMatch(page, /\sstyle=|<style|<script/);
    assert.match(await readFile(file('pages/pair-atlas-static.css'), 'utf8'), /\.static/);
  });

  it('escapes a feed’s text on a page', async () => {
    const feed = await feedFile((raw) => (raw.title = { 'zh-CN': '<img src=x onerror=alert(1)>' }));
    await run('snapshot', feed, '-o', file('page.html'));
    const page = await readFile(file('page.html'), 'utf8');
    assert(!page.includes('<img'));
    assert(page.includes('&lt;img'));
  });

  it('refuses what it does not know, and shows how it is used', async () => {
    for (const args of [
      ['draw'],
      ['snapshot'],
      ['snapshot', '-o', file('map.png')],
      ['snapshot', '-o', file('map.svg'), '--theme', 'sepia'],
      ['snapshot', '-o', file('map.svg'), '--classes', 'many'],
      ['snapshot', '-o', file('map.svg'), '--sharp'],
      ['check', 'a.json', 'b.json'],
      ['check', '--extend'],
      ['check', '--extend', '--strict'],
      ['check', '--extend='],
    ]) {
      const { code, complained } = await run(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(complained, /用法/);
    }
    for (const args of [['--extend'], ['--extend', '--strict'], ['--extend=']])
      assert.match(
        (await run('check', '--lang=en', ...args)).complained,
        /^(cannot read the arguments: Option '--extend|--extend: unknown value "")/,
      );
    const { complained: broken } = await run('check', '--sharp', '--lang=en');
    assert.match(broken, /^cannot read the arguments: Unknown option/);
    for (const args of [
      ['--metric', 'gold'],
      // One over a base is asked for by --per.
      ['--metric', 'funding/residents'],
      ['--period', '1999'],
      ['--selected', '999999'],
    ]) {
      const { code, complained } = await run('snapshot', '-o', file('map.svg'), ...args);
      assert.equal(code, 1);
      assert(complained.includes(args[1] ?? ''), complained);
    }
    assert.equal((await run('--help')).code, 0);
    assert.match((await run()).said, /用法/);
  });

  it('says that a file could not be written', async () => {
    await writeFile(file('plain'), '');
    const { code, complained } = await run('snapshot', '-o', file('plain/map.svg'));
    assert.equal(code, 1);
    assert.match(complained, /没有写成/);
  });
});
