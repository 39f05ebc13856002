/** The benchmark's own arithmetic, its made-up regions and its report. Nothing is measured here. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { readTopology } from '../../src/core.js';
import { lostRows, markdown, mediansOf, resultsText, roundsWon, tableOf, type Samples } from '../bench/report.js';
import { median, quantile, rotated, seeded, standing } from '../bench/stats.js';
import { SYNTHETIC_REGIONS, syntheticTopology } from '../bench/synthetic.js';

const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 30 });

describe('the arithmetic of the benchmark', () => {
  it('takes the middle value, or the mean of the two middle ones', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 2, 3]), 2.5);
    assert.equal(median([3, NaN, 1]), 2);
    assert.ok(Number.isNaN(median([])));
  });

  it('finds quantiles within the values, in order, whatever the order of the values', () => {
    fc.assert(
      fc.property(numbers, fc.double({ noNaN: true, min: 0, max: 1 }), (values, part) => {
        const found = quantile(values, part);
        assert.ok(found >= Math.min(...values) && found <= Math.max(...values));
        assert.ok(quantile(values, part / 2) <= found);
        assert.equal(quantile([...values].reverse(), part), found);
      }),
    );
  });

  it('gives each page every place in the order equally often', () => {
    const pages = ['a', 'b', 'c'];
    const orders = [0, 1, 2].map((round) => rotated(pages, round));
    for (const place of [0, 1, 2]) assert.deepEqual(orders.map((order) => order[place]).sort(), pages);
  });

  it('shares the first place among those that the measurement cannot tell apart', () => {
    const medians = new Map([
      ['a', 16.6],
      ['b', 16.8],
      ['c', 20],
      ['floor', 1],
    ]);
    assert.deepEqual(standing(medians, ['a', 'b', 'c', 'missing'], 0.5), { best: 16.6, first: ['a', 'b'] });
  });

  it('draws the same numbers for the same seed, and others for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, seeded(seed));
    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
    assert.ok(draw(7).every((number) => number >= 0 && number < 1));
  });
});

describe('the made-up regions', () => {
  const topology = syntheticTopology();

  it('are 20,000 counties in 250 prefectures in 25 provinces, which the library can read', () => {
    assert.equal(SYNTHETIC_REGIONS, 20_000);
    const reading = readTopology(topology);
    assert.ok(reading.kind === 'regions');
    const { counties, prefectures, provinces } = reading.regions;
    assert.deepEqual([new Set(counties).size, prefectures.length, provinces.length], [20_000, 250, 25]);
    assert.ok(counties.every((code) => /^\d{6}$/.test(code)));
    assert.equal(reading.regions.countiesWithin('110100').length, 80);
    assert.deepEqual(reading.faults, []);
  });

  it('are closed rings with their label inside of their box', () => {
    const { geometries } = topology.objects.counties as GeometryCollection<{ label: [number, number] }>;
    for (const geometry of geometries.filter((_, i) => i % 97 === 0)) {
      const found = feature(topology, geometry);
      assert.ok(found.type === 'Feature' && found.geometry.type === 'Polygon');
      const { properties } = found;
      const [ring = []] = found.geometry.coordinates;
      assert.deepEqual(ring[0], ring[ring.length - 1]);
      for (const axis of [0, 1] as const) {
        const along = ring.map((point) => point[axis] ?? NaN);
        assert.ok(properties.label[axis] > Math.min(...along) && properties.label[axis] < Math.max(...along));
      }
    }
  });
});

describe('the report', () => {
  const samples: Samples = {
    five: {
      floor: { painted: [100, 110, 90], hover: [2, 2, 2] },
      leaflet: { painted: [200, 210, 190], hover: [4, 4, 4] },
      ours: { painted: [120, 300, 110], hover: [6, 6, 6] },
    },
  };
  const facts = {
    date: '2026-01-01',
    machine: ['a machine'],
    versions: { leaflet: '1' },
    cases: { five: { title: 'five', regions: 523, maps: 5, rounds: 3 } },
  };

  it('shows medians with ratios to the floor, and marks the first of the interactive pages', () => {
    const line = tableOf(samples, 'five')
      .split('\n')
      .find((text) => text.includes('all maps painted'));
    assert.deepEqual(
      line?.split('|').map((cell) => cell.trim()),
      ['', 'all maps painted, ms', '100', '200 (2.00)', '**120** (1.20)', 'pair-atlas', ''],
    );
  });

  it('names each row that is lost, with who is first, and says so when nobody knows why', () => {
    assert.deepEqual(
      lostRows(samples).map(({ row, first }) => [row.key, first]),
      [['hover', ['leaflet']]],
    );
    const text = resultsText(facts, samples, [{ what: 'a budget', limit: '1', measured: '2', isMet: false }]);
    assert.match(text, /523 regions, hover to linked maps drawn.*6\.0 ms against 4\.0 ms \(Leaflet\)/);
    assert.match(text, /\| a budget \| 1 .*\*\*no\*\*/);
    assert.equal(text, resultsText(facts, samples, [{ what: 'a budget', limit: '1', measured: '2', isMet: false }]));
  });

  it('counts the rounds that were won against every peer', () => {
    assert.deepEqual(roundsWon(samples, 'five', 'painted'), { won: 2, of: 3 });
    assert.equal(mediansOf(samples, 'five', 'painted').get('floor'), 100);
  });

  it('lays a table out in columns', () => {
    assert.equal(
      markdown(['a', 'b'], [['1', 'long cell']]),
      '| a   | b         |\n| --- | --------- |\n| 1   | long cell |',
    );
  });
});
