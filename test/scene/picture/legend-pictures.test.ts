import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { thumbRows } from '../../../src/scene/picture/legend-pictures.js';

const axis = { at: (value: number): number => value };

describe('the thumbs of class breaks', () => {
  it('stand in one row where they are far enough apart, and in several where they are not', () => {
    expect(thumbRows(axis, [0.1, 0.3, 0.5])).to.deep.equal([0, 0, 0]);
    expect(thumbRows(axis, [0.1, 0.15, 0.25, 0.3])).to.deep.equal([0, 1, 0, 1]);
    expect(thumbRows(axis, [])).to.deep.equal([]);
  });

  it('never lie on the next, and on none of their row where three rows can hold them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (values) => {
        const places = values.sort((a, b) => a - b);
        const rows = thumbRows(axis, places);
        expect(Math.max(0, ...rows)).to.be.lessThan(3);
        const isDense = places.some((place, i) => (places[i + 3] ?? Infinity) - place < 0.125);
        for (const [i, row] of rows.entries()) {
          const before = rows.slice(0, i).lastIndexOf(row);
          if (before === i - 1 || !isDense)
            expect((places[i] ?? 0) - (places[before] ?? -1), `${i} in row ${row}`).to.be.at.least(0.125);
        }
      }),
    );
  });
});
