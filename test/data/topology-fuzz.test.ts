import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { quantize } from 'topojson-client';
import { readTopology } from '../../src/data/read-topology.js';
import { damaged, someDamage } from '../fixtures/damage.js';
import { complaintsAbout } from '../fixtures/draws.js';
import { smallTopology, twoProvinces } from '../fixtures/topology.js';

describe('a topology that is damaged anywhere', () => {
  const whole = {
    'in degrees': smallTopology(),
    'on a grid, in steps': { ...quantize(smallTopology() as never, 1e4), datum: 'WGS 84' },
    'of two provinces': twoProvinces(),
  };
  for (const [what, topology] of Object.entries(whole)) {
    it(`${what}, is read, drawn as far as it goes, and what is not drawn is named`, () => {
      expect(complaintsAbout(readTopology(topology))).to.deep.equal([]);
      fc.assert(
        fc.property(someDamage, (damages) => {
          expect(complaintsAbout(readTopology(damaged(topology, damages)))).to.deep.equal([]);
        }),
        { numRuns: 400 },
      );
    });
  }
});
