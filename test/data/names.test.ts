import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { shortChineseName } from '../../src/data/names.js';
import { placesNamed } from '../../src/data/place-names.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { datasetOf, realRegions } from '../fixtures/world.js';
import { feedWith } from '../fixtures/feeds.js';

describe('a name in the place of a code', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });

  const names: [name: string, codes: string[]][] = [
    ['汶川县', ['513221']],
    ['汶川', ['513221']],
    [' 汶 川 县 ', ['513221']],
    ['Wenchuan', ['513221']],
    ['wenchuan county', ['513221']],
    ['ＷＥＮＣＨＵＡＮ', ['513221']],
    ['理县', ['513222']],
    ['威宁彝族回族苗族自治县', ['520526']],
    ['威宁自治县', ['520526']],
    ['威宁县', ['520526']],
    ['威宁', ['520526']],
    ['阿坝州', ['513200']],
    ['阿坝县', ['513231']],
    ['阿坝', ['513200', '513231']],
    ['仙桃', ['429004']],
    ['四川', ['510000']],
    ['四川省汶川县', ['513221']],
    ['阿坝藏族羌族自治州汶川县', ['513221']],
    ['四川阿坝州汶川', ['513221']],
    ['市中区', ['511002', '511102']],
    ['乐山市市中区', ['511102']],
    ['四川省内江市市中区', ['511002']],
    ['吉林市', ['220200']],
    ['吉林', ['220000', '220200']],
    ['Jilin', ['220000', '220200']],
    ['通化', ['220500', '220521']],
    ['通化市', ['220500']],
    // In another prefecture, of another kind, or nowhere.
    ['凉山州汶川县', []],
    ['汶川区', []],
    ['理', []],
    ['县', []],
    ['', []],
    ['513221', []],
    ['汶川县合计', []],
    ['汶'.repeat(1000), []],
  ];
  for (const [name, codes] of names)
    it(`"${name.slice(0, 20)}" means ${codes.join(', ') || 'nobody'}`, () =>
      expect([...placesNamed(name, regions)].sort()).to.deep.equal(codes));

  it('means the region that has it, or says which others have it too', () => {
    const codes = [...regions.provinces, ...regions.prefectures, ...regions.counties];
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.boolean(), fc.boolean(), (code, isShort, isWithin) => {
        const region = regions.get(code)!;
        const name = region.name['zh-CN']!;
        const parent = region.parent === undefined ? '' : (regions.get(region.parent)?.name['zh-CN'] ?? '');
        const found = placesNamed(`${isWithin ? parent : ''}${isShort ? shortChineseName(name) : name}`, regions);
        expect(found).to.include(code);
        // With its kind and the unit that it lies in before it, no name of these provinces is there twice.
        if (isWithin && !isShort) expect(found).to.deep.equal([code]);
      }),
    );
  });

  it('is drawn, and listed as a repair; one that two places have is named with both, and not drawn', () => {
    const { ledger, datum } = datasetOf(
      feedWith((feed) => {
        (feed.regions as string[])[0] = '马尔康市';
        feed.values[0]!.code = '马尔康';
        feed.values[1]!.code = 'Wenchuan County';
        feed.values[2]!.code = '阿坝';
        feed.pairs[1]!.from = '义乌';
      }),
      regions,
    );
    expect(ledger.repaired).to.deep.equal([
      { path: 'regions[0]', from: '马尔康市', to: '513201', how: ['name'] },
      { path: 'values[0].code', from: '马尔康', to: '513201', how: ['name'] },
      { path: 'values[1].code', from: 'Wenchuan County', to: '513221', how: ['name'] },
      { path: 'pairs[1].from', from: '义乌', to: '330782', how: ['name'] },
    ]);
    expect(ledger.unmatched).to.deep.equal([{ path: 'values[2]', code: '阿坝', candidates: ['513200', '513231'] }]);
    expect(datum('513201', 'funding', '2018')).to.include({ kind: 'value', value: 10_000_000 });
    expect(datum('513222', 'funding', '2018').kind).to.equal('no-data');
  });
});
