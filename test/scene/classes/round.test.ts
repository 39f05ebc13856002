import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Metric } from '../../../src/data/types.js';
import { classBreaks } from '../../../src/scene/classes/breaks.js';
import { breakStops } from '../../../src/scene/classes/moved-break.js';
import { breaksAt, roundest } from '../../../src/scene/classes/round.js';

const amount: Metric = { id: 'm', label: {}, kind: 'amount', unit: 'CNY' };
const values = fc
  .uniqueArray(
    fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(100), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    {
      minLength: 2,
      maxLength: 40,
    },
  )
  // -0 and 0 are one value.
  .map((list) => [...new Set(list.map((value) => value + 0))].sort((a, b) => a - b))
  .filter((list) => list.length > 1);

describe('the round number in a gap', () => {
  it('is the same for a method that parts the values there and for a reader who moves a break there', () => {
    fc.assert(
      fc.property(values, (sorted) => {
        const stops = breakStops({ values: sorted, metric: amount });
        expect(stops).to.deep.equal(sorted.slice(1).map((upper, i) => roundest(sorted[i]!, upper)));
        expect(stops).to.deep.equal(
          breaksAt(
            sorted,
            sorted.slice(1).map((_, i) => i + 1),
          ),
        );
        for (const method of ['quantile', 'jenks'] as const)
          for (const at of classBreaks(sorted, method, 5)) expect(stops).to.include(at);
      }),
    );
  });

  it('never parts equal values, and leaves no class empty', () => {
    expect(breaksAt([1, 2, 2, 2, 3], [2])).to.deep.equal([roundest(1, 2)]);
    expect(breaksAt([1, 2, 2, 2, 3], [3])).to.deep.equal([roundest(2, 3)]);
    expect(breaksAt([1, 1, 1, 9], [1])).to.deep.equal([5]);
    expect(breaksAt([1, 1, 2], [0])).to.deep.equal([2]);
    expect(breaksAt([1, 1], [0, 1, 2])).to.deep.equal([]);
  });
});
