import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { COMPASS } from '../../../src/scene/parts/layout.js';
import { wallPart } from '../../../src/scene/parts/wall.js';

describe('the parts of an atlas on a big screen', () => {
  it('are led by the province that helps, the others as they stand on the page, row by row', () => {
    expect(wallPart(COMPASS.flat())).to.deep.equal({
      lead: '330000',
      maps: ['510000', '520000', '420000', '220000'],
      columns: 2,
    });
  });

  it('have each map once, whatever the provinces, in a grid that is as broad as a screen', () => {
    const code = fc.integer({ min: 11, max: 82 }).map((number) => `${number}0000`);
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 12 }), (provinces) => {
        const { lead, maps, columns } = wallPart(provinces);
        expect([...(lead === undefined ? [] : [lead]), ...maps].sort()).to.deep.equal([...provinces].sort());
        expect(columns).to.be.at.least(Math.min(3, Math.floor(Math.sqrt(maps.length))));
      }),
    );
  });
});
