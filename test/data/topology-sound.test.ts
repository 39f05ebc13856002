import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Topology } from 'topojson-specification';
import { quantize } from 'topojson-client';
import { checkTopology } from '../../src/data/topology-check.js';
import { isSound } from '../../src/data/topology-sound.js';
import { damaged, someDamage } from '../fixtures/damage.js';
import { smallTopology, twoProvinces } from '../fixtures/topology.js';

const isTopology = (json: unknown): json is Topology => {
  const some = json as Partial<Topology> | null;
  return Array.isArray(some?.arcs) && typeof some.objects === 'object' && some.objects !== null;
};

describe('a topology is sound', () => {
  const whole = {
    'in degrees': smallTopology(),
    'on a grid': quantize(smallTopology() as never, 1e4),
    'of two provinces': twoProvinces(),
  };
  for (const [what, topology] of Object.entries(whole)) {
    it(`only where a check finds nothing wrong with it, and something to draw: ${what}`, () => {
      expect(isSound(topology as never)).to.equal(true);
      let unsound = 0;
      fc.assert(
        fc.property(someDamage, (damages) => {
          const json: unknown = damaged(topology, damages);
          fc.pre(isTopology(json));
          const { faults, isDrawable, topology: kept } = checkTopology(json as Topology, 'geometry');
          // A broken arc that no region has is looked at by the check, and is no fault.
          if (isSound(json as Topology)) expect([faults, isDrawable, kept === json]).to.deep.equal([[], true, true]);
          else unsound++;
        }),
        { numRuns: 500 },
      );
      expect(unsound).to.be.greaterThan(20);
    });
  }
});
