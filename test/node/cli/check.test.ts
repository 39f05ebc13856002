/** `pair-atlas check`: places in the file, the report for programs, and exit codes. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import type { JsonReport } from '../../../src/cli/check.js';
import { jsonErrorOf, jsonPlaces } from '../../../src/cli/json-places.js';
import { main } from '../../../src/cli/main.js';
import { goodFeed, type RawFeed } from '../../fixtures/feeds.js';

describe('pair-atlas check', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pair-atlas-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function check(text: string, ...args: string[]): Promise<{ code: number; said: string }> {
    const file = join(folder, 'feed.json');
    await writeFile(file, text);
    const said: string[] = [];
    const say = (line: string): void => void said.push(line.replaceAll(file, 'feed.json'));
    const code = await main(['check', file, ...args], { say, complain: say });
    return { code, said: said.join('\n') };
  }
  const pretty = (change: (feed: RawFeed) => void): string => {
    const feed = goodFeed();
    change(feed);
    return JSON.stringify(feed, null, 2);
  };

  it('names line and column of a syntax error, in the reader’s language', async () => {
    const text = pretty(() => {}).replace('"id": "test",', '"id": "test"');
    assert.match((await check(text)).said, /^feed\.json:4:3：不是有效的 JSON：这里缺逗号/);
    assert.match((await check(text, '--lang', 'en')).said, /^feed\.json:4:3: not valid JSON: a comma is missing/);
    assert.equal((await check(text)).code, 1);
  });

  it('names line and column of a field, of a row, and of what a row lacks', async () => {
    const text = pretty(({ values }) => {
      values[1]!.funding = '约5';
      values[2]!.code = '999999';
      delete values[3]!.code;
    });
    const lines = text.split('\n');
    const lineOf = (part: string): number => lines.findIndex((line) => line.includes(part)) + 1;
    const { said, code } = await check(text);
    assert.equal(code, 0);
    assert(said.includes(`feed.json:${lineOf('约5')}:18 values[1].funding：应为`), said);
    assert(said.includes(`feed.json:${lineOf('999999') - 1}:5 values[2]：999999`), said);
    assert.match(said, /feed\.json:\d+:5 values\[3\]\.code：缺少 code/);
    assert.equal((await check(text, '--strict')).code, 1);
  });

  it('adds up the two sides of what is there alone', async () => {
    const text = pretty(({ values }) => {
      values.push({ code: '513201', period: '2019', cadres: 3 });
    });
    const { said } = await check(text);
    assert.match(said, /2018：资金合计/);
    assert.match(said, /2019：干部合计/);
    assert.doesNotMatch(said, /2019：资金合计/);
  });

  it('names the line in the boundaries, too', async () => {
    const file = join(folder, 'geometry.json');
    await writeFile(file, '{\n  "type": "Topology",\n  "datum": "GCJ-02",\n  "arcs": [], "objects": {}\n}');
    const { code, said } = await check(
      pretty(() => {}),
      '--geometry',
      file,
    );
    assert.equal(code, 1);
    assert.match(said, /geometry\.json:1:1 geometry：坐标系应为 WGS 84/);
  });

  it('writes a report as its schema has it, whatever the feed', async () => {
    const schema = JSON.parse(
      await readFile(new URL('../../../data/check-report.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const fits = new Ajv2020({ strictTypes: false, allowUnionTypes: true }).compile(schema);
    const feeds: [text: string, code: number, toCheck: number | undefined][] = [
      [pretty(() => {}), 0, 0],
      ['{"version": 1,', 1, undefined],
      ['[]', 1, undefined],
      ['', 1, undefined],
      [pretty((feed) => (feed.version = 2)), 1, undefined],
      [
        pretty(({ values }) => {
          values[0]!.funding = '27,020,000';
          values[1]!.code = '汶川';
          values[2]!.funding = 1e300;
          values[3]!.code = '市中区';
        }),
        1,
        2,
      ],
    ];
    for (const [text, code, toCheck] of feeds) {
      const run = await check(text, '--json', '--strict');
      const report = JSON.parse(run.said) as JsonReport;
      assert(fits(report), JSON.stringify(fits.errors));
      assert.equal(run.code, code);
      assert.equal(report.exit, code);
      assert.equal(report.isUsable, toCheck !== undefined);
      assert.equal(report.counts?.toCheck, toCheck);
      assert.equal(report.entries.filter(({ kind }) => kind === 'fault').length, toCheck ?? report.entries.length);
    }
    const { entries } = JSON.parse((await check(feeds[5]![0], '--json', '--lang', 'en')).said) as JsonReport;
    assert.deepEqual(
      entries.filter(({ path }) => path !== undefined).map(({ list, path }) => `${list} ${path}`),
      [
        'unmatched values[3]',
        'outOfRange values[2].funding',
        'repaired values[1].code',
        'readNumbers values[0].funding',
      ],
    );
    assert.equal(
      entries.every(({ path, place }) => (path === undefined) === (place === undefined)),
      true,
    );
    assert.equal((await check(feeds[5]![0], '--json')).code, 0);
  });
});

describe('places in JSON', () => {
  it('are those of the value, whatever the spaces and line ends', () => {
    const list = fc.array(fc.record({ name: fc.string({ unit: 'grapheme' }), value: fc.integer() }), { minLength: 1 });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(4), fc.constantFrom('\n', '\r\n', '\r'), (rows, at, spaces, end) => {
        const index = at % rows.length;
        const text = JSON.stringify({ rows }, null, spaces).replaceAll('\n', end);
        const place = jsonPlaces(text, 'f')(`rows[${index}].value`);
        assert(place?.kind === 'text');
        const line = text.split(/\r\n|\r|\n/)[place.line - 1]!;
        assert.equal(Number.parseInt(line.slice(place.column - 1), 10), rows[index]!.value);
      }),
    );
  });

  it('are found for every text that JSON.parse refuses', () => {
    const good = JSON.stringify(goodFeed());
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.constantFrom('', '"', ',', '}', ']', '\\', "'", '\n', '//', 'x'),
        (at, sign) => {
          const text = good.slice(0, at) + sign + good.slice(at + 1);
          let isGood = true;
          try {
            JSON.parse(text);
          } catch {
            isGood = false;
          }
          assert.equal(jsonErrorOf(text, 'f') === undefined, isGood, text);
        },
      ),
    );
  });
});
