/** Tables as people have them, good and broken: what the command line says of each file, and what it makes of it. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonReport } from '../../src/cli/check.js';
import { main } from '../../src/cli/main.js';

const at = (name: string): string => fileURLToPath(new URL(`../fixtures/tables/${name}`, import.meta.url));

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const output = { say: (line: string) => lines.push(line), complain: (line: string) => lines.push(line) };
  return { code: await main(args, output), said: lines.join('\n') };
}

interface Census {
  readonly code: string;
  readonly population: number;
  readonly urban: number | null;
}
interface FeedFile {
  readonly metrics: readonly { readonly id: string; readonly kind: string; readonly unit?: string }[];
  readonly values: readonly (Readonly<Record<string, unknown>> & { readonly code: string })[];
  readonly sources?: readonly { readonly name: string }[];
}

describe('a table', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pair-atlas-tables-'));
  });
  after(() => rm(folder, { recursive: true }));
  async function feedOf(name: string, ...args: string[]): Promise<FeedFile> {
    const file = join(folder, 'feed.json');
    const { said } = await run('check', at(name), '--to-feed', file, ...args);
    assert.match(said, /已写入/);
    return JSON.parse(await readFile(file, 'utf8')) as FeedFile;
  }

  it('of the census, as a workbook and as GB 18030 with names alone, gives all 80 counties as they are', async () => {
    const census = JSON.parse(await readFile(at('census.json'), 'utf8')) as Census[];
    const workbook = await feedOf('census.xlsx');
    const [all, urban] = workbook.metrics.map(({ id }) => id);
    assert.deepEqual(
      workbook.values.map((row) => [row.code, row[all ?? ''], row[urban ?? '']]),
      census.map((row) => [row.code, row.population, row.urban]),
    );
    assert.equal(workbook.sources?.[0]?.name, '第七次全国人口普查分县数据');
    const text = await feedOf('census-gb18030.csv');
    assert.deepEqual(text.metrics, [{ id: '常住人口', label: '常住人口', kind: 'count', unit: 'person' }]);
    assert.deepEqual(
      text.values.map((row) => [row.code, row.常住人口]),
      census.map((row) => [row.code, row.population]),
    );
  });

  it('written as a feed gives a file that is checked without a fault', async () => {
    const file = join(folder, 'census-feed.json');
    await run('check', at('census.xlsx'), '--to-feed', file);
    const { code, said } = await run('check', file, '--strict');
    assert.equal(code, 0, said);
    assert.match(said, /参与80个：80个有数值/);
  });

  it('is drawn as a map and as a page', async () => {
    const map = join(folder, 'map.svg');
    assert.equal((await run('snapshot', at('census.xlsx'), '-o', map)).code, 0);
    assert.match(await readFile(map, 'utf8'), /第七次全国人口普查常住人口/);
    const page = join(folder, 'page.html');
    assert.equal((await run('snapshot', at('census-gb18030.csv'), '-o', page, '--fragment')).code, 0);
    assert.match(await readFile(page, 'utf8'), /编码 GB 18030/);
  });

  it('is read as the author says where it was not understood', async () => {
    const { values } = await feedOf('years.csv', '--column', 'B=ignore', '--column', 'C=amount:亿元');
    assert.deepEqual(
      values.map(({ code, period, 资金 }) => [code, period, 资金]),
      [
        ['513221', '2017', 2e8],
        ['513221', '2018', 35_000],
        ['513222', '2017', 5e8],
        ['513222', '2018', 60_000],
      ],
    );
    const { said } = await run('check', at('years.csv'), '--column', 'C=amount:亿元');
    assert.match(said, /列 C.*单位亿元（按指定）/);
    assert.equal((await run('check', at('years.csv'), '--column', 'C=gold')).code, 2);
  });

  it('is read as the author says in any width, and names a column that is not there', async () => {
    const wide = await run(
      'check',
      at('years.csv'),
      '--column',
      '资金（万元） · 2016年=ignore',
      '--column',
      'Ｃ=amount:亿元',
    );
    assert.match(wide.said, /列 B.*（按指定）/);
    assert.match(wide.said, /列 C.*单位亿元（按指定）/);
    assert.doesNotMatch(wide.said, /不认识的值/);
    const { code, said } = await run('check', at('years.csv'), '--column', '投人=amount', '--column', 'ZZ=ignore');
    assert.equal(code, 0, said);
    assert.match(said, /columns：不认识的值 "投人"，可用：A 县, B /);
    assert.match(said, /columns：不认识的值 "ZZ"/);
    assert.match(said, /2处需要核对/);
    assert.equal((await run('check', at('years.csv'), '--strict', '--column', '投人=amount')).code, 1);
    // Where it leaves nothing to draw it is said as well.
    const none = await run('check', at('no-numbers.csv'), '--column', '投人=amount');
    assert.match(none.said, /没有一列能作指标[\s\S]*"投人"/);
  });

  it('is reported to programs by sheet and cell, as the schema has it', async () => {
    const schema = JSON.parse(
      await readFile(new URL('../../data/check-report.schema.json', import.meta.url), 'utf8'),
    ) as object;
    const fits = new Ajv2020({ strictTypes: false, allowUnionTypes: true }).compile(schema);
    for (const name of await readdir(at('.')))
      if (/\.(csv|xlsx?)$/.test(name)) {
        const { said } = await run('check', at(name), '--json');
        assert(fits(JSON.parse(said)), `${name}: ${JSON.stringify(fits.errors)}`);
      }
    const cellsOf = async (name: string): Promise<unknown[]> => {
      const { entries } = JSON.parse((await run('check', at(name), '--json')).said) as JsonReport;
      return entries
        .filter(({ kind }) => kind === 'fault')
        .map(({ list, place }) => [list, place && { ...place, file: place.file.replace(/^.*\//, '') }]);
    };
    assert.deepEqual(await cellsOf('merged-number.xlsx'), [
      ['faulty', { kind: 'cell', file: 'merged-number.xlsx', sheet: 'Sheet', cell: 'B2' }],
      ['faulty', { kind: 'cell', file: 'merged-number.xlsx', sheet: 'Sheet', cell: 'B3' }],
    ]);
    assert.deepEqual(await cellsOf('negative.csv'), [
      ['outOfRange', { kind: 'cell', file: 'negative.csv', cell: 'B2' }],
    ]);
    assert.deepEqual(await cellsOf('open-quote.csv'), [
      ['fatal', { kind: 'cell', file: 'open-quote.csv', cell: 'A3' }],
    ]);
  });

  it('is written by --json, too, with nothing but the report on standard output', async () => {
    const file = join(folder, 'aside.json');
    const said: string[] = [],
      aside: string[] = [];
    const output = { say: (line: string) => said.push(line), complain: (line: string) => aside.push(line) };
    assert.equal(await main(['check', at('census.xlsx'), '--json', '--to-feed', file], output), 0);
    assert.equal((JSON.parse(said.join('\n')) as JsonReport).isUsable, true);
    assert.match(aside.join('\n'), /已写入/);
    assert.equal(await main(['check', at('census.xlsx'), '--json', '--to-feed', '/dev/null/x.json'], output), 1);
  });

  it('goes out as a workbook and as CSV on the Web, and comes in again as it was', async () => {
    const workbook = join(folder, 'out.xlsx'),
      csv = join(folder, 'out.csv');
    const { code, said } = await run('check', at('census.xlsx'), '--to-xlsx', workbook, '--to-csvw', csv);
    assert.equal(code, 0, said);
    for (const file of [workbook, csv, `${csv}-metadata.json`]) assert(said.includes(file), said);
    const metadata = JSON.parse(await readFile(`${csv}-metadata.json`, 'utf8')) as { url: string };
    assert.equal(metadata.url, 'out.csv');
    const feedIn = async (file: string): Promise<FeedFile> => {
      const feed = join(folder, 'again.json');
      assert.equal((await run('check', file, '--strict', '--to-feed', feed)).code, 0);
      return JSON.parse(await readFile(feed, 'utf8')) as FeedFile;
    };
    const before = await feedOf('census.xlsx');
    const again = await feedIn(workbook);
    assert.deepEqual(
      again.metrics.map(({ id, kind, unit }) => [id, kind, unit]),
      before.metrics.map(({ id, kind, unit }) => [id, kind, unit]),
    );
    const figures = ({ values, metrics }: FeedFile): unknown[] =>
      values.map((row) => [row.code, ...metrics.map(({ id }) => row[id])]);
    assert.deepEqual(figures(again), figures(before));
    assert.deepEqual(figures(await feedIn(csv)), figures(before));
    assert.equal((await run('check', at('census.xlsx'), '--to-xlsx', 'out.csv')).code, 2);
  });

  const good: readonly (readonly [file: string, what: string, ...said: RegExp[]])[] = [
    [
      'census.xlsx',
      'names its sheet, headings and remarks',
      /工作表“名单”/,
      /表头在第3行/,
      /未读：说明/,
      /第 85 行（合计）/,
      /吻合/,
    ],
    [
      'census-gb18030.csv',
      'names its encoding',
      /编码 GB 18030，以逗号分隔/,
      /列 D“常住人口\(人\)” → 指标“常住人口”，计数，单位人/,
    ],
    [
      'utf-16.csv',
      'may be UTF-16 with tabs and wide digits',
      /编码 UTF-16，以制表符分隔/,
      /参与2个：2个有数值/,
      /吻合/,
    ],
    [
      'ambiguous-name-told.csv',
      'may tell a name by its city',
      /参与2个：2个有数值/,
      /B3：汶川 → 513221（由名称查得）/,
      /吻合/,
    ],
    [
      'mixed-levels.csv',
      'leaves sums of its own rows out',
      /参与2个/,
      /第 2 行（所含地区另有数据）：四川省 42/,
      /第 6 行（合计）/,
    ],
    ['years.csv', 'may have a column for each year', /指标“资金”2018/, /理县|吻合/],
    [
      'named-workbook.xlsx',
      'is told by its bytes, and not by its name',
      /编码 UTF-8，以分号分隔/,
      /参与1个：1个有数值/,
    ],
    [
      'only-ratios.csv',
      'may hold ratios, which nothing adds up',
      /指标“贫困发生率”，占比，单位%/,
      /指标“人均收入”，比率，单位元\/人/,
      /吻合/,
    ],
    [
      'long-codes.xlsx',
      'may have codes of twelve digits as numbers',
      /513221000000 → 513221（数字改为文本、截取前六位）/,
      /吻合/,
    ],
  ];
  for (const [file, what, ...patterns] of good) {
    it(`${what} (${file})`, async () => {
      const { code, said } = await run('check', at(file), '--strict');
      assert.equal(code, 0, said);
      for (const pattern of patterns) assert.match(said, pattern);
    });
  }

  /** Faults of cells and rows: all others are drawn. */
  const rows: readonly (readonly [file: string, what: string, ...said: RegExp[]])[] = [
    [
      'ambiguous-name.csv',
      'with a name of two places asks, with both',
      /A2：“市中区”不止一处，请改用代码，或在前面写明所属市州：市中区 511002 四川省 · 内江市；市中区 511102 四川省 · 乐山市/,
      /参与1个/,
    ],
    [
      'other-name.csv',
      'with a code and a name that differ uses neither',
      /A2：代码 513221 汶川县 与名称 理县 不是同一地区/,
      /参与1个/,
    ],
    [
      'footnotes.csv',
      'never reads a footnote as a digit, nor what is too large',
      /B2：.*"12①"/,
      /B3：.*"1e300"/,
      /B4：.*"约40"/,
      /3处需要核对/,
    ],
    ['unknown-names.csv', 'names whom the map has not', /A3：张家口县/, /1处需要核对/],
    ['outside.csv', 'never takes a namesake in another province', /B2：北京市 朝阳区/, /参与1个/],
    ['duplicates.csv', 'keeps the first of two rows', /A3：513221，与 A2 重复/],
    ['percent-among-amounts.csv', 'takes no percentage for an amount', /B5：应为数字，现为 "12%"/],
    ['negative.csv', 'draws no negative amount', /B2：资金 = -120000（负数）/],
    ['half-people.csv', 'draws no half person', /B2：干部 = 1.5（应为整数）/],
    [
      'unknown-status.csv',
      'leaves out a row whose kind of figure is unknown',
      /C3：只能是 .*"大概"/,
      /参与2个：1个有数值/,
    ],
    [
      'merged-number.xlsx',
      'lays a merged number at nobody’s door',
      /Sheet!B2："1200" 在合并的单元格里/,
      /Sheet!B3/,
      /参与3个：1个有数值/,
    ],
  ];
  for (const [file, what, ...patterns] of rows) {
    it(`${what} (${file})`, async () => {
      const { code, said } = await run('check', at(file));
      assert.equal(code, 0, said);
      for (const pattern of patterns) assert.match(said, pattern);
      assert.equal((await run('check', at(file), '--strict')).code, 1);
      const english = (await run('check', at(file), '--lang', 'en')).said;
      assert.match(english, /to check/);
      assert.match(english, /How the table was read/);
    });
  }

  /** Nothing can be drawn: a sentence, and what to do. */
  const files: readonly (readonly [file: string, said: RegExp, remedy: RegExp])[] = [
    ['open-quote.csv', /open-quote\.csv!A3：引号没有成对/, /补上引号/],
    ['no-places.csv', /找不到行政区划代码或地区名称的列/, /加一列六位行政区划代码/],
    ['no-numbers.csv', /没有一列能作指标；各列：A 县, B 联系人, C 电话/, /加一列数字/],
    ['headings-only.csv', /没有一列能作指标/, /加一列数字/],
    ['not-text.csv', /文字编码无法识别/, /CSV UTF-8/],
    ['empty.csv', /文件是空的/, /重新导出/],
    ['blank.csv', /文件是空的/, /重新导出/],
    ['web-page.csv', /不是表格，而是网页/, /另存为 XLSX/],
    ['far-corner.xlsx', /文件太大，应为每张工作表不超过两千万格/, /只留需要的工作表/],
    ['cut-off.xlsx', /工作簿打不开/, /另存为 XLSX/],
    ['old.xls', /旧式 \.xls 工作簿，或加了密码/, /没有密码的 XLSX/],
    ['missing.csv', /找不到文件/, /请核对/],
  ];
  for (const [file, said, remedy] of files) {
    it(`that cannot be drawn says why, and what to do (${file})`, async () => {
      const chinese = await run('check', at(file));
      assert.equal(chinese.code, 1);
      assert.match(chinese.said, said);
      assert.match(chinese.said, remedy);
      const english = (await run('check', at(file), '--lang', 'en')).said.replaceAll(at(file), '');
      assert.doesNotMatch(english.replace(/columns: .*/, ''), /[一-龥]/);
    });
  }
});
