/** `pair-atlas boundaries`: three formats, two datums that are told, and what is wrong with a file. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FeatureCollection } from 'geojson';
import mapshaper from 'mapshaper';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { main } from '../../../src/cli/main.js';
import { readTopology } from '../../../src/data/read-topology.js';
import type { RegionIndex } from '../../../src/data/topology.js';

const FIXTURES = new URL('../../fixtures/boundaries/', import.meta.url);
const fixture = (name: string): string => new URL(name, FIXTURES).pathname;
const FIELDS = ['--code-field', 'adcode', '--name-field', 'name'];

describe('the command boundaries', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pair-atlas-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function run(
    input: string,
    ...more: string[]
  ): Promise<{ code: number; said: string; json: Topology & Record<string, unknown> }> {
    const lines: string[] = [];
    const say = (line: string): void => void lines.push(line);
    const output = join(folder, 'out.json');
    await rm(output, { force: true });
    const code = await main(['boundaries', input, '-o', output, ...more], { say, complain: say });
    const text = await readFile(output, 'utf8').catch(() => 'null');
    return { code, said: lines.join('\n'), json: JSON.parse(text) as Topology & Record<string, unknown> };
  }

  const regionsOf = (json: unknown): RegionIndex => {
    const reading = readTopology(json);
    assert(reading.kind === 'regions');
    assert.deepEqual(reading.faults, []);
    return reading.regions;
  };

  /** Writes a Shapefile of the fixture, by a command of mapshaper between. */
  async function shapefile(name: string, command: string, encoding: string, ...left: string[]): Promise<string> {
    const json = JSON.parse(await readFile(fixture('counties.geojson'), 'utf8')) as FeatureCollection;
    // A Shapefile holds shapes of one sort.
    const features = json.features.filter(({ geometry }) => geometry.type === 'Polygon');
    const output = await mapshaper.applyCommands(`-i in.json ${command} -o ${name}.shp encoding=${encoding}`, {
      'in.json': JSON.stringify({ ...json, features }),
    });
    for (const [file, bytes] of Object.entries(output))
      if (!left.some((end) => file.endsWith(end))) await writeFile(join(folder, file), bytes);
    return join(folder, `${name}.shp`);
  }

  it('makes the three layers of GeoJSON, with datum, vintage, source and approval', async () => {
    const { code, said, json } = await run(
      fixture('counties.geojson'),
      ...[...FIELDS, '--prefecture-field', 'city', '--datum', 'cgcs2000', '--vintage', '2024'],
      ...['--source', '某图', '--approval', '号'],
    );
    assert.equal(code, 0, said);
    assert.deepEqual([json.datum, json.vintage, json.source, json.approval], ['CGCS2000', '2024', '某图', '号']);
    const regions = regionsOf(json);
    assert.deepEqual(regions.counties, ['429004', '460105', '513221', '513222']);
    // A county directly under its province is among the prefectures as itself.
    assert.deepEqual(regions.prefectures, ['429004', '460100', '513200']);
    assert.deepEqual(regions.provinces, ['420000', '460000', '510000']);
    assert.deepEqual(
      ['513221', '513200', '510000', '460100'].map((each) => regions.get(each)?.name['zh-CN']),
      ['汶川县', '阿坝州', '四川省', '海口市'],
    );
    assert.deepEqual([regions.get('429004')?.parent, regions.get('513221')?.parent], ['420000', '513200']);
    // Neighbours have their border in common, and so have the layers.
    const arcsOf = (name: string): string => JSON.stringify(json.objects[name]);
    assert(arcsOf('counties').includes('-') && arcsOf('provinces').length > 0);
    // What was not taken is named, and so are regions without a name.
    assert.match(said, /2 个图形没有用.*四川省, 界桩/);
    assert.match(said, /1 个代码不止一个图形.*460105/);
    assert.match(said, /没有名称.*460000/);
    assert.match(said, /4 个县，3 个市（州），3 个省；坐标系 CGCS2000/);
    assert.doesNotMatch(said, /未送审/);
  });

  it('takes a prefecture without counties as one directly under its province', async () => {
    const json = JSON.parse(await readFile(fixture('counties.geojson'), 'utf8')) as FeatureCollection;
    const at = (adcode: number | string, name: string, x: number): FeatureCollection['features'][number] => ({
      type: 'Feature',
      properties: { adcode, name, city: name },
      geometry: { type: 'Polygon', coordinates: [[[x, 22], [x + 0.5, 22], [x + 0.5, 22.5], [x, 22.5], [x, 22]]] }, // prettier-ignore
    });
    const more = [
      // Two shapes of one code, and a prefecture whose counties are there.
      ...[at(441900, '东莞市', 113), at('441900', '东莞市', 114), at(442000, '中山市', 115), at(513200, '阿坝州', 116)],
    ];
    const input = join(folder, 'cities.geojson');
    await writeFile(input, JSON.stringify({ ...json, features: [...json.features, ...more] }));
    const { code, said, json: made } = await run(input, ...FIELDS, '--datum', 'wgs84');
    assert.equal(code, 0, said);
    const regions = regionsOf(made);
    assert.deepEqual(regions.counties, ['429004', '441900', '442000', '460105', '513221', '513222']);
    assert.deepEqual(regions.prefectures, ['429004', '441900', '442000', '460100', '513200']);
    assert.deepEqual(
      ['441900', '442000'].map((each) => [regions.get(each)?.name['zh-CN'], regions.get(each)?.parent]),
      [
        ['东莞市', '440000'],
        ['中山市', '440000'],
      ],
    );
    assert.match(said, /3 个图形没有用.*四川省, 阿坝州, 界桩/);
    // Of prefectures alone nobody can tell which of them have counties.
    await writeFile(input, JSON.stringify({ ...json, features: more }));
    const alone = await run(input, ...FIELDS, '--datum', 'wgs84');
    assert.deepEqual([alone.code, alone.json], [1, null]);
    assert.match(alone.said, /没有可用的县/);
  });

  it('reads KML, and says in English that there is no approval number', async () => {
    const { code, said, json } = await run(fixture('counties.kml'), ...FIELDS, '--datum', 'wgs84', '--lang', 'en');
    assert.equal(code, 0, said);
    assert.deepEqual(regionsOf(json).counties, ['513221', '513222']);
    assert.equal(regionsOf(json).get('513200')?.name['zh-CN'], '阿坝藏族羌族自治州');
    assert.match(said, /2 counties, 1 prefectures, 1 provinces; datum WGS 84/);
    assert.match(said, /not submitted for review/);
  });

  it('reads a Shapefile with what lies beside it: names in GBK, and a plane in place of degrees', async () => {
    const named = await run(
      await shapefile('gbk', '', 'gbk', '.cpg'),
      ...FIELDS,
      '--datum',
      'wgs84',
      '--encoding',
      'gbk',
    );
    assert.equal(named.code, 0, named.said);
    assert.equal(regionsOf(named.json).get('513222')?.name['zh-CN'], '理县');
    const plane = '-proj +proj=merc';
    const projected = await run(await shapefile('plane', plane, 'utf8'), ...FIELDS, '--datum', 'wgs84');
    assert.equal(projected.code, 0, projected.said);
    const [x = 0, y = 0] = pointOf(projected.json);
    assert(Math.abs(x - Math.round(x * 10) / 10) < 1e-3 && Math.abs(y) < 40, `${x}, ${y}`);
    const lost = await run(await shapefile('lost', plane, 'utf8', '.prj'), ...FIELDS, '--datum', 'wgs84');
    assert.equal(lost.code, 1);
    assert.match(lost.said, /坐标不是经纬度/);
  });

  const pointOf = (json: Topology): number[] => {
    const all = feature(json, json.objects.counties as never) as unknown as {
      features: { id: string; geometry: { coordinates: number[][][] } }[];
    };
    return all.features.find(({ id }) => id === '513221')?.geometry.coordinates[0]?.[0] ?? [];
  };

  it('turns GCJ-02 into WGS 84: some hundred metres', async () => {
    const there = pointOf((await run(fixture('counties.kml'), ...FIELDS, '--datum', 'wgs84')).json);
    const { said, json } = await run(fixture('counties.kml'), ...FIELDS, '--datum', 'gcj02');
    assert.equal(json.datum, 'WGS 84');
    assert.match(said, /GCJ-02 转为 WGS 84/);
    const [x = 0, y = 0] = pointOf(json).map((part, i) => Math.abs(part - (there[i] ?? 0)));
    assert(x + y > 0.001 && x + y < 0.01, `${x}, ${y}`);
  });

  it('says what is wrong, and writes nothing', async () => {
    const kml = fixture('counties.kml');
    const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
      [
        kml,
        ['--code-field', 'code', '--name-field', 'name', '--datum', 'wgs84'],
        1,
        /没有字段 code；文件里有 name, adcode/,
      ],
      [kml, ['--code-field', 'name', '--name-field', 'name', '--datum', 'wgs84'], 1, /没有可用的县/],
      [kml, FIELDS, 2, /--datum（wgs84\|cgcs2000\|gcj02）/],
      [kml, [...FIELDS, '--datum', 'bd09'], 2, /--datum/],
      [kml, [...FIELDS, '--datum', 'wgs84', '--detail', 'fine'], 2, /--detail/],
      [kml, [...FIELDS, '--datum', 'wgs84', '--encoding', 'gbk -o x'], 2, /--encoding/],
      [join(folder, 'none.kml'), [...FIELDS, '--datum', 'wgs84'], 1, /none\.kml：读不出来/],
      [join(folder, 'map.dwg'), [...FIELDS, '--datum', 'wgs84'], 1, /不认识这种文件；可用 \.geojson/],
    ];
    for (const [input, args, code, message] of cases) {
      const ran = await run(input, ...args);
      assert.deepEqual([ran.code, ran.json], [code, null], ran.said);
      assert.match(ran.said, message);
    }
  });

  it('leaves out detail where that is wanted', async () => {
    const fine = await run(fixture('counties.kml'), ...FIELDS, '--datum', 'wgs84', '--detail', '200');
    assert.equal(fine.code, 0, fine.said);
    assert.equal(regionsOf(fine.json).counties.length, 2);
  });
});
