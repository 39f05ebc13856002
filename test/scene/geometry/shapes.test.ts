import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { RegionIndex } from '../../../src/data/topology.js';
import { readTopology } from '../../../src/data/read-topology.js';
import { toWorld } from '../../../src/scene/geometry/mercator.js';
import { linesOf, polygonsOf } from '../../../src/scene/geometry/geojson.js';
import { LONGER_SIDE, mapShapes, regionAt, type Border, type MapShapes } from '../../../src/scene/geometry/shapes.js';
import { COUNTIES, IN_THE_HOLE, smallTopology, twoProvinces } from '../../fixtures/topology.js';
import { realRegions } from '../../fixtures/world.js';

const small = (): RegionIndex => {
  const reading = readTopology(smallTopology());
  if (reading.kind !== 'regions') throw new Error('unusable');
  return reading.regions;
};
const units = (map: MapShapes, longitude: number, latitude: number): [number, number] => {
  const [x, y] = toWorld(longitude, latitude);
  return [(x - map.origin[0]) * map.scale, (y - map.origin[1]) * map.scale];
};

const borderOf = (map: MapShapes, kind: string): Border => map.borders.find((border) => border.kind === kind)!;

describe('the shapes of a map', () => {
  it('are those of the regions asked for, in units that do not depend on its size', () => {
    const map = mapShapes(small(), ['510000'], 'county');
    expect(map.shapes.map(({ code }) => code)).to.deep.equal(COUNTIES);
    const boxes = map.shapes.map(({ box }) => box);
    expect(Math.min(...boxes.map(([x0]) => x0))).to.be.closeTo(0, 1e-6);
    expect(Math.max(...boxes.flatMap(([, , x1, y1]) => [x1, y1]))).to.be.closeTo(LONGER_SIDE, 1e-6);
    for (const { path } of map.shapes) expect(path).to.match(/^(M[-\d. l]+Z)+$/);
    expect(map.byCode.get('510102')!.rings).to.have.length(2);
  });

  it('are written as they are: rings and paths have the places that GeoJSON has', async () => {
    const regions = await realRegions();
    const overview = mapShapes(regions, ['330000'], 'county');
    const fine = mapShapes(regions, ['330000'], 'county', overview);
    for (const [map, parts] of [
      [overview, 1],
      [fine, 10],
    ] as const)
      for (const shape of map.shapes) {
        const places = polygonsOf(map, shape)
          .flat()
          .map((ring) => ring.map(([longitude = 0, latitude = 0]) => units(map, longitude, latitude)));
        expect(shape.rings.map((ring) => ring.length / 2)).to.deep.equal(places.map((ring) => ring.length));
        const worst = places.flatMap((ring, i) =>
          ring.map(([x, y], j) =>
            Math.max(Math.abs(x - shape.rings[i]![2 * j]!), Math.abs(y - shape.rings[i]![2 * j + 1]!)),
          ),
        );
        expect(Math.max(...worst)).to.be.lessThan(1e-5);
        // The steps of a path lead from point to point, never farther from them than it is rounded.
        const subpaths = shape.path.split('Z').slice(0, -1);
        expect(subpaths).to.have.length(places.length);
        for (const [i, subpath] of subpaths.entries()) {
          const [x, y, ...steps] = subpath.match(/-?[\d.]+/g)!.map((number) => Math.round(Number(number) * parts));
          const walked = new Set([`${x} ${y}`]);
          for (let at = 0, atX = x!, atY = y!; at < steps.length; at += 2)
            walked.add(`${(atX += steps[at]!)} ${(atY += steps[at + 1]!)}`);
          const missed = places[i]!.filter(
            (place) => !walked.has(place.map((number) => Math.round(number * parts)).join(' ')),
          );
          expect(missed.length).to.be.at.most(1);
        }
      }
  });

  it('can be joined to one path, whichever way round the rings of the file are, and where regions overlap', () => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const path = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
    document.body.append(svg);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }), (turns) => {
        const topology = smallTopology();
        const { geometries } = topology.objects.counties as { geometries: { id: string; arcs: number[][] }[] };
        // One county twice, under two codes.
        geometries.push({ ...geometries[0]!, id: '510199' });
        const rings = geometries.flatMap(({ arcs }) => arcs.map((_, i) => ({ arcs, i })));
        expect(rings).to.have.length(turns.length);
        for (const [n, { arcs, i }] of rings.entries()) if (turns[n]) arcs[i] = arcs[i]!.map((arc) => ~arc).reverse();
        const reading = readTopology(JSON.parse(JSON.stringify(topology)));
        if (reading.kind !== 'regions') throw new Error('unusable');
        const map = mapShapes(reading.regions, ['510000'], 'county');
        path.setAttribute('d', map.shapes.map((shape) => shape.path).join(''));
        for (const { label, code } of map.shapes)
          expect(path.isPointInFill(new DOMPoint(...label)), code).to.equal(true);
        expect(path.isPointInFill(new DOMPoint(...units(map, ...IN_THE_HOLE)))).to.equal(false);
      }),
    );
    svg.remove();
  });

  it('can be those of a prefecture, of several units, of prefectures, and of none', () => {
    const regions = small();
    expect(mapShapes(regions, ['510200'], 'county').shapes).to.have.length(3);
    expect(mapShapes(regions, ['510101', '510200'], 'county').shapes).to.have.length(4);
    expect(mapShapes(regions, ['510000'], 'prefecture').shapes.map(({ code }) => code)).to.deep.equal([
      '510100',
      '510200',
    ]);
    const nothing = mapShapes(regions, ['990000'], 'county');
    expect(nothing.shapes).to.deep.equal([]);
    expect(regionAt(nothing, 50, 50, 1000)).to.equal(undefined);
  });

  it('have each region once, where one of the units asked for lies in another', () => {
    const codes = (...units: string[]): string[] => mapShapes(small(), units, 'county').shapes.map(({ code }) => code);
    expect(codes('510000', '510100', '510102')).to.deep.equal(COUNTIES);
    expect([...codes('510102', '510000')].sort()).to.deep.equal([...COUNTIES].sort());
  });

  it('draw each border once, by its kind', () => {
    const map = mapShapes(small(), ['510000'], 'county');
    const length = (kind: string): number =>
      linesOf(map, borderOf(map, kind)).reduce(
        (sum, line) =>
          sum +
          line.slice(1).reduce((part, [x = 0, y = 0], i) => part + Math.hypot(x - line[i]![0]!, y - line[i]![1]!), 0),
        0,
      );
    // Two rows of three, half a degree each: four borders between neighbours of a row, three between the rows, ten around and the hole.
    expect(length('county')).to.be.closeTo(4 * 0.5, 0.12);
    expect(length('prefecture')).to.be.closeTo(3 * 0.5, 0.12);
    expect(length('province')).to.be.closeTo(10 * 0.5 + 0.52, 0.2);
    expect(borderOf(mapShapes(small(), ['510000'], 'prefecture'), 'county').arcs).to.deep.equal([]);
  });

  it('cover the real five provinces, each region under its own label point', async () => {
    const regions = await realRegions();
    let count = 0;
    for (const province of regions.provinces) {
      const map = mapShapes(regions, [province], 'county');
      count += map.shapes.length;
      for (const { code, label } of map.shapes) expect(regionAt(map, label[0], label[1])).to.equal(code);
    }
    expect(count).to.equal(523);
  });

  it('make a border between provinces one of provinces, and draw it once', () => {
    const reading = readTopology(twoProvinces());
    if (reading.kind !== 'regions') throw new Error('unusable');
    const both = mapShapes(reading.regions, ['510000', '520000'], 'county');
    const segments = (kind: string): number =>
      linesOf(both, borderOf(both, kind)).reduce((sum, line) => sum + line.length - 1, 0);
    // Ten around, three between the provinces, four of the hole; four between neighbours of a row; no prefectures within one.
    expect([segments('province'), segments('county'), segments('prefecture')]).to.deep.equal([10 + 3 + 4, 4, 0]);
    expect(mapShapes(reading.regions, ['520000'], 'county').shapes.map(({ code }) => code)).to.deep.equal([
      '520101',
      '520102',
      '520103',
    ]);
  });

  it('part two provinces in one map by a thick border', async () => {
    const map = mapShapes(await realRegions(), ['510000', '520000'], 'county');
    expect(map.shapes).to.have.length(183 + 88);
    expect(map.borders.map(({ kind, path }) => [kind, path.length > 100])).to.deep.equal([
      ['county', true],
      ['prefecture', true],
      ['province', true],
    ]);
  });

  it('do without label points', () => {
    const topology = smallTopology();
    for (const geometry of (topology.objects.counties as { geometries: { properties: unknown }[] }).geometries)
      geometry.properties = {};
    const reading = readTopology(topology);
    if (reading.kind !== 'regions') throw new Error('unusable');
    const { box, label } = mapShapes(reading.regions, ['510000'], 'county').shapes[0]!;
    expect(label).to.deep.equal([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]);
  });
});

describe('the region at a point', () => {
  const map = mapShapes(small(), ['510000'], 'county');

  it('is none in a hole, and none outside', () => {
    expect(regionAt(map, ...units(map, ...IN_THE_HOLE))).to.equal(undefined);
    expect(regionAt(map, -500, -500)).to.equal(undefined);
  });

  it('is the one that holds the point, however near its neighbours are', () => {
    const places = Array.from(
      { length: 50 * 40 },
      (_, i) => [(i % 50) * 200 + 30, Math.floor(i / 50) * 200 + 30] as const,
    );
    const held = places.filter(([x, y]) => regionAt(map, x, y) !== undefined);
    expect(held.length).to.be.greaterThan(1000);
    fc.assert(
      fc.property(fc.constantFrom(...held), fc.integer({ min: 1, max: 4000 }), ([x, y], slack) => {
        expect(regionAt(map, x, y, slack)).to.equal(regionAt(map, x, y));
      }),
    );
  });

  it('is the nearest one within reach', () => {
    expect(regionAt(map, ...units(map, 102.99, 30.75))).to.equal(undefined);
    expect(regionAt(map, ...units(map, 102.99, 30.75), 400)).to.equal('510101');
    expect(regionAt(map, ...units(map, 102, 30.75), 300)).to.equal(undefined);
  });
});
