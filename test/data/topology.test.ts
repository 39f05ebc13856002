import type { GeometryCollection } from 'topojson-specification';
import { expect } from '@open-wc/testing';
import { readTopology } from '../../src/data/read-topology.js';
import { geometriesOf, type RegionIndex } from '../../src/data/topology.js';
import { mapShapes } from '../../src/scene/geometry/shapes.js';
import { COUNTIES, smallTopology } from '../fixtures/topology.js';
import { realRegions } from '../fixtures/world.js';

const read = (json: unknown): RegionIndex => {
  const reading = readTopology(json);
  if (reading.kind !== 'regions') throw new Error(JSON.stringify(reading.faults));
  return reading.regions;
};
const faultsOf = (json: unknown): string[] =>
  readTopology(json, 'map.json').faults.map(({ code, path, severity }) => `${path} ${code} ${severity}`);

describe('a topology', () => {
  it('gives its regions at every level, with names and what they lie in', () => {
    const regions = read(smallTopology());
    expect(regions.counties).to.deep.equal(COUNTIES);
    expect(regions.get('510102')).to.deep.include({
      level: 'county',
      name: { 'zh-CN': '县2', en: 'County 2' },
      parent: '510100',
    });
    expect(regions.countiesWithin('510200')).to.deep.equal(['510201', '510202', '510203']);
    expect(regions.countiesWithin('510201')).to.deep.equal(['510201']);
    expect(regions.countiesWithin('510000')).to.have.length(6);
    expect(regions.countiesWithin('990000')).to.deep.equal([]);
    expect(regions.isWithin('510201', '510000')).to.equal(true);
    expect(regions.isWithin('510000', '510201')).to.equal(false);
  });

  it('knows the four counties that lie directly under Hubei', async () => {
    const regions = await realRegions();
    for (const code of ['429004', '429005', '429006', '429021']) {
      expect(regions.get(code), code).to.deep.include({ level: 'county', parent: '420000' });
      expect(regions.prefectures).to.include(code);
    }
  });

  it('gives pinyin with marks', async () => {
    const regions = await realRegions();
    const codes = ['330106', '513231', '220106', '511123'];
    expect(codes.map((code) => regions.get(code)?.pinyin)).to.deep.equal([
      'xī hú qū',
      'ā bà xiàn',
      'lǜ yuán qū',
      'qián wéi xiàn',
    ]);
  });

  it('does without names, parents and label points', () => {
    const topology = smallTopology();
    for (const geometry of geometriesOf(topology, 'county')) geometry.properties = { label: ['x'] } as never;
    const regions = read(topology);
    expect(regions.get('510201')).to.deep.include({ name: { 'zh-CN': '510201' }, parent: '510200', label: undefined });
    expect(regions.isWithin('510201', '510000')).to.equal(true);
  });

  it('does not loop where a region names itself as what it lies in', () => {
    const topology = smallTopology();
    for (const geometry of geometriesOf(topology, 'county')) geometry.properties = { parent: geometry.id } as never;
    const regions = read(topology);
    expect(regions.isWithin('510201', '510000')).to.equal(false);
    expect(regions.containersOf('510201')).to.deep.equal(['510201']);
    expect(regions.codesWithin('510201', 'county')).to.deep.equal(['510201']);
  });

  it('keeps what the file says of itself', () => {
    expect(read({ ...smallTopology(), vintage: '2018', approval: ' ', source: '某局' })).to.deep.include({
      datum: 'WGS 84',
      vintage: '2018',
      approval: undefined,
      source: { 'zh-CN': '某局' },
    });
    expect(read({ ...smallTopology(), source: { en: 'Office' } }).source).to.deep.equal({ en: 'Office' });
  });

  const unusable: [what: string, json: unknown, faults: string[]][] = [
    ['is nothing', null, ['map.json not-topology fatal']],
    ['is GeoJSON', { type: 'FeatureCollection', features: [] }, ['map.json not-topology fatal']],
    ['has no counties', { type: 'Topology', arcs: [], objects: {} }, ['map.json no-regions fatal']],
    ['is in another datum', { ...smallTopology(), datum: 'GCJ-02' }, ['map.json wrong-datum fatal']],
    ['does not say its datum', { ...smallTopology(), datum: undefined }, ['map.json.datum wrong-datum warning']],
    ['is in the Chinese datum, which agrees with WGS 84', { ...smallTopology(), datum: 'CGCS2000' }, []],
  ];
  for (const [what, json, faults] of unusable)
    it(`that ${what} is met with ${faults.join() || 'nothing'}`, () => expect(faultsOf(json)).to.deep.equal(faults));

  // BUG: parentByCode makes 429000 of 429004, which no file has: the four counties under Hubei then lie in no province.
  it('knows the counties directly under Hubei from codes alone, as a host’s file may have no more', async () => {
    const topology = structuredClone((await realRegions()).topology);
    for (const level of ['county', 'prefecture', 'province'] as const)
      for (const geometry of geometriesOf(topology, level)) delete geometry.properties;
    const within = new Set(read(topology).countiesWithin('420000'));
    expect(['429004', '429005', '429006', '429021'].filter((code) => !within.has(code))).to.deep.equal([]);
  });

  // BUG: both throw a TypeError, where a fault says what is wrong with the file.
  const broken: [what: string, counties: unknown][] = [
    ['a collection without geometries', { type: 'GeometryCollection' }],
    ['a geometry that is null', { type: 'GeometryCollection', geometries: [null] }],
  ];
  for (const [what, counties] of broken)
    it(`that has ${what} is met with a fault`, () =>
      expect(() => readTopology({ type: 'Topology', arcs: [], objects: { counties } })).to.not.throw());

  it('keeps the order of the file, at every level', () => {
    const topology = smallTopology();
    (topology.objects.counties as GeometryCollection).geometries.reverse();
    expect(read(topology).counties).to.deep.equal([...COUNTIES].reverse());
    expect(read(topology).prefectures).to.deep.equal(['510100', '510200']);
  });

  it('reads ids that are numbers as text, and passes over what has none', () => {
    const topology = smallTopology();
    const geometries = geometriesOf(topology, 'county') as { id?: string | number }[];
    geometries[0]!.id = 510101;
    delete geometries[1]!.id;
    expect(read(topology).counties).to.deep.equal(COUNTIES.filter((code) => code !== '510102'));
  });

  it('puts a county directly under its province where the file has no prefecture for it', () => {
    const topology = smallTopology();
    const [first] = geometriesOf(topology, 'county') as { id?: string; properties?: unknown }[];
    first!.id = '519001';
    delete first!.properties;
    const regions = read(topology);
    expect(regions.get('519001')!.parent).to.equal('510000');
    expect(regions.countiesWithin('510000')).to.include('519001');
  });

  it('has no regions where the counties have no geometries, or null in their place', () => {
    for (const broken of [
      { type: 'GeometryCollection' },
      { type: 'GeometryCollection', geometries: null },
      { type: 'GeometryCollection', geometries: [null] },
    ]) {
      const topology = smallTopology();
      topology.objects.counties = broken as never;
      const reading = readTopology(topology);
      expect(reading.kind).to.equal('unusable');
      expect(reading.faults[0]).to.include({ code: 'no-regions' });
    }
  });

  const damages: [what: string, damage: (json: object) => void, place: string, undrawn: string[]][] = [
    [
      'an arc index beyond the list',
      (json) => put(json, 'objects.counties.geometries.1.arcs.1', [99]),
      'counties.geometries[1].arcs[1][0]',
      ['510102'],
    ],
    [
      'an arc index that is null',
      (json) => put(json, 'objects.counties.geometries.0.arcs.0.1', null),
      'counties.geometries[0].arcs[0][1]',
      ['510101'],
    ],
    [
      'an empty ring',
      (json) => put(json, 'objects.counties.geometries.1.arcs.1', []),
      'counties.geometries[1].arcs[1]',
      ['510102'],
    ],
    [
      'no ring',
      (json) => put(json, 'objects.counties.geometries.2.arcs', []),
      'counties.geometries[2].arcs',
      ['510103'],
    ],
    [
      'arcs that are no list',
      (json) => put(json, 'objects.counties.geometries.2.arcs', 'x'),
      'counties.geometries[2].arcs',
      ['510103'],
    ],
    [
      'arcs nested as of another type',
      (json) => put(json, 'objects.counties.geometries.2.type', 'MultiPolygon'),
      'geometries[2].arcs[0][0]',
      ['510103'],
    ],
    [
      'a geometry of another type',
      (json) => put(json, 'objects.counties.geometries.2.type', 'LineString'),
      'geometries[2].type',
      ['510103'],
    ],
    ['a point that is null', (json) => put(json, 'arcs.17.2', null), 'map.json.arcs[17][2]', ['510102']],
    ['a point of text', (json) => put(json, 'arcs.17.2', ['103', '30']), 'map.json.arcs[17][2]', ['510102']],
    ['a point outside of the world', (json) => put(json, 'arcs.17.2', [103, 9999]), 'map.json.arcs[17][2]', ['510102']],
    ['an arc that is null', (json) => put(json, 'arcs.17', null), 'map.json.arcs[17]', ['510102']],
    ['an arc of one point', (json) => put(json, 'arcs.17', [[103, 30]]), 'map.json.arcs[17]', ['510102']],
  ];
  for (const [what, damage, place, undrawn] of damages) {
    it(`with ${what} has all other regions, and says which has no shape, and where`, () => {
      const json = smallTopology();
      damage(json);
      const reading = readTopology(json, 'map.json');
      if (reading.kind !== 'regions') throw new Error(JSON.stringify(reading.faults));
      const { regions, faults } = reading;
      expect(faults).to.have.length(1);
      expect(faults[0]).to.deep.include({ code: 'broken-geometry', severity: 'row' });
      expect(faults[0]!.path).to.contain(place);
      expect(faults[0]!.args.codes).to.equal(undrawn.join(' '));
      expect(regions.undrawn.map(({ code }) => code)).to.deep.equal(undrawn);
      expect(regions.counties).to.deep.equal(COUNTIES);
      const drawn = mapShapes(regions, ['510000'], 'county').shapes.map(({ code }) => code);
      expect(drawn).to.deep.equal(COUNTIES.filter((code) => !undrawn.includes(code)));
    });
  }

  it('with a damaged arc damages the regions that use it, at every level, and no other', () => {
    const json = smallTopology();
    const [[[arc]]] = (json.objects.counties as unknown as { geometries: [{ arcs: [[number]] }] }).geometries.map(
      ({ arcs }) => arcs,
    ) as [[[number]]];
    put(json, `arcs.${arc}`, [[103, 31], null]);
    const { faults } = readTopology(json);
    expect(faults.map(({ path, args }) => `${path} ${args.codes}`)).to.deep.equal([
      `geometry.arcs[${arc}][1] 510101 510100 510000`,
    ]);
  });

  const whole: [what: string, damage: (json: object) => void, place: string][] = [
    ['a transform of text', (json) => put(json, 'transform', 'x'), 'map.json.transform broken-topology fatal'],
    [
      'a transform that is half',
      (json) => put(json, 'transform', { scale: [1, 1] }),
      'map.json.transform broken-topology fatal',
    ],
    ['no county that can be drawn', (json) => put(json, 'arcs', []), 'map.json.objects.counties broken-topology fatal'],
    [
      'provinces that are a list',
      (json) => put(json, 'objects.provinces', []),
      'map.json.objects.provinces broken-topology warning',
    ],
    [
      'a geometry that is null',
      (json) => put(json, 'objects.counties.geometries.3', null),
      'map.json.objects.counties.geometries[3] broken-topology row',
    ],
    [
      'an id that is none',
      (json) => put(json, 'objects.counties.geometries.3.id', {}),
      'map.json.objects.counties.geometries[3].id broken-topology row',
    ],
    [
      'an id twice',
      (json) => put(json, 'objects.counties.geometries.3.id', '510101'),
      'map.json.objects.counties.geometries[3] duplicate-region row',
    ],
    [
      'an id that is a number',
      (json) => put(json, 'objects.counties.geometries.3.id', 510201),
      'map.json.objects.counties.geometries[].id broken-topology warning',
    ],
    [
      'properties of text',
      (json) => put(json, 'objects.counties.geometries.3.properties', 'x'),
      'map.json.objects.counties.geometries[3].properties broken-topology warning',
    ],
  ];
  for (const [what, damage, fault] of whole)
    it(`with ${what} is met with ${fault}`, () => {
      const json = smallTopology();
      damage(json);
      expect(faultsOf(json)[0]).to.equal(fault);
    });

  it('sums up what is broken in hundreds of places, and lists each region', () => {
    const json = smallTopology();
    for (let i = 0; i < 300; i++)
      put(json, `objects.counties.geometries.${6 + i}`, { type: 'Polygon', id: `5101${100 + i}`, arcs: [[1000 + i]] });
    const reading = readTopology(json);
    if (reading.kind !== 'regions') throw new Error('unusable');
    expect(reading.faults).to.have.length(12);
    expect(reading.faults[11]).to.deep.include({ code: 'more-broken', path: 'geometry' });
    expect(reading.faults[11]!.args).to.include({ count: '289', regions: '289' });
    expect(reading.faults[11]!.args.codes!.length).to.be.below(250);
    expect(reading.regions.undrawn).to.have.length(300);
  });
});

/** Puts a value into JSON, by a path of names and indices. */
function put(json: object, path: string, value: unknown): void {
  const steps = path.split('.');
  const last = steps.pop() as string;
  const parent = steps.reduce((at, step) => at[step] as Record<string, unknown>, json as Record<string, unknown>);
  parent[last] = value;
}
