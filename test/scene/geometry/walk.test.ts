import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { neighboursOf } from '../../../src/scene/geometry/neighbours.js';
import { mapShapes } from '../../../src/scene/geometry/shapes.js';
import {
  DIRECTIONS,
  connect,
  step,
  walkGraph,
  type Direction,
  type WalkGraph,
} from '../../../src/scene/geometry/walk.js';
import { realRegions } from '../../fixtures/world.js';
import { readTopology } from '../../../src/data/read-topology.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import { smallTopology } from '../../fixtures/topology.js';

const small = (): RegionIndex => {
  const reading = readTopology(smallTopology());
  if (reading.kind !== 'regions') throw new Error('unusable');
  return reading.regions;
};

/** Every code that can be reached from `start`. */
function reachedFrom(graph: WalkGraph, start: string): Set<string> {
  const reached = new Set([start]);
  for (const code of reached) for (const to of Object.values(graph.get(code) ?? {})) reached.add(to);
  return reached;
}

const isConnected = (graph: WalkGraph): boolean =>
  [...graph.keys()].every((code) => reachedFrom(graph, code).size === graph.size);
const OPPOSITE: Record<Direction, Direction> = { left: 'right', right: 'left', up: 'down', down: 'up' };

/** Places anywhere, and any of them neighbours of any: worse than all maps. */
const world = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    places: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
      minLength: count,
      maxLength: count,
    }),
    pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: count * 3 }),
  }),
);

function graphOf({ places, pairs }: { places: [number, number][]; pairs: [number, number][] }): WalkGraph {
  return connect(
    places.map(([x, y], i) => ({ code: String(i), x, y })),
    (code) => pairs.flatMap(([a, b]) => (String(a) === code ? [String(b)] : String(b) === code ? [String(a)] : [])),
  );
}

describe('walking by arrow keys', () => {
  it('reaches every place from every other, whatever the map', () => {
    fc.assert(
      fc.property(world, (made) => isConnected(graphOf(made))),
      { numRuns: 300 },
    );
  });

  it('comes back by the opposite key, from wherever it went', () => {
    fc.assert(
      fc.property(world, fc.array(fc.constantFrom(...DIRECTIONS), { maxLength: 20 }), (made, keys) => {
        const graph = graphOf(made);
        let trail: ReturnType<typeof step>,
          at = '0';
        for (const key of keys) {
          const next = step(graph, trail, at, key);
          if (!next) continue;
          expect(next.to).not.to.equal(at);
          expect(step(graph, next, next.to, OPPOSITE[key])?.to).to.equal(at);
          trail = next;
          at = next.to;
        }
      }),
    );
  });

  it('reaches every region of the real maps at every level, and goes to real neighbours but for islands', async () => {
    const regions = await realRegions();
    for (const province of regions.provinces) {
      for (const level of ['county', 'prefecture'] as const) {
        const map = mapShapes(regions, [province], level);
        const graph = walkGraph(regions, map);
        expect(graph.size).to.equal(map.shapes.length);
        expect(isConnected(graph), `${province} ${level}`).to.equal(true);
        const around = (code: string): string[] =>
          neighboursOf(regions, level, code).filter((other) => map.byCode.has(other));
        const leaps = [...graph].flatMap(([code, arrows]) =>
          Object.values(arrows).filter((to) => !around(code).includes(to)),
        );
        // A part that the sea cuts off needs a way there and back, and a second one where its directions differ.
        const parted = new Set<string>();
        let parts = 0;
        for (const { code } of map.shapes) {
          if (parted.has(code)) continue;
          parts++;
          const part = new Set([code]);
          for (const at of part) for (const other of around(at)) part.add(other);
          for (const each of part) parted.add(each);
        }
        expect(leaps.length, `${province} ${level}`).to.be.at.most(4 * (parts - 1));
      }
    }
  });

  it('goes where the eye looks, and nowhere beyond the edge', () => {
    const map = mapShapes(small(), ['510000'], 'county');
    const graph = walkGraph(small(), map);
    const from = (code: string, direction: Direction): string | undefined =>
      step(graph, undefined, code, direction)?.to;
    expect(from('510101', 'right')).to.equal('510102');
    expect(from('510102', 'left')).to.equal('510101');
    expect(from('510101', 'down')).to.equal('510201');
    expect(from('510203', 'up')).to.equal('510103');
    expect(from('510101', 'left')).to.equal(undefined);
    expect(from('510203', 'right')).to.equal(undefined);
    expect(from('999999', 'right')).to.equal(undefined);
  });

  it('leads off an island and back', async () => {
    const regions = await realRegions();
    const map = mapShapes(regions, ['330900'], 'county');
    const graph = walkGraph(regions, map);
    expect(map.shapes.length).to.be.greaterThan(2);
    expect(isConnected(graph)).to.equal(true);
  });
});
