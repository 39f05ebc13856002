import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset } from '../../../src/data/dataset.js';
import { nameOf, shortName } from '../../../src/scene/text/names.js';
import { plain } from '../../../src/data/names.js';
import { search, searchIndex } from '../../../src/scene/text/search.js';
import { builtInDataset } from '../../fixtures/world.js';

describe('the search', () => {
  let dataset: Dataset;
  before(async () => {
    dataset = await builtInDataset();
  });
  const find = (query: string): readonly string[] => search(searchIndex(dataset), query).codes;

  it('finds each of the 523 counties by name, pinyin with and without tones and spaces, initials and code', () => {
    const { regions } = dataset;
    expect(regions.counties).to.have.length(523);
    for (const code of regions.counties) {
      const { pinyin } = regions.get(code)!;
      for (const query of [
        code,
        nameOf(regions, code, 'zh-CN'),
        shortName(regions, code, 'zh-CN'),
        nameOf(regions, code, 'en'),
        pinyin,
        pinyin.replace(/ /g, ''),
        plain(pinyin),
        plain(pinyin).toUpperCase(),
        pinyin
          .normalize('NFD')
          .replace(/u\u0308[\u0300-\u036f]?/g, 'v')
          .replace(/\p{M}/gu, ''),
        plain(pinyin.replace(/(\S)\S*/gu, '$1')),
        code.slice(0, 4),
      ]) {
        expect(find(query), `${query} for ${code}`).to.include(code);
      }
      expect(find(code)[0]).to.equal(code);
    }
  });

  it('finds places by the initials that readers type', () => {
    for (const [typed, code] of [
      ['xhq', '330106'],
      ['abx', '513231'],
      ['lyq', '220106'],
      ['qwx', '511123'],
    ] as const)
      expect(find(typed), typed).to.include(code);
  });

  it('puts a name that is typed whole before those that only begin so', () => {
    expect(find('杭州')[0]).to.equal('330100');
    expect(find('hangzhou')[0]).to.equal('330100');
    expect(find('义乌市')[0]).to.equal('330782');
    expect(find('yiwu')[0]).to.equal('330782');
    expect(find('ywS')[0]).to.equal('330782');
  });

  it('finds a prefecture, and its counties after it', () => {
    const found = find('阿坝藏族羌族自治州');
    expect(found[0]).to.equal('513200');
    expect(found).to.include('513221').and.to.include('513201');
  });

  it('puts those that take part before others that answer as well', () => {
    const { participants, regions } = dataset;
    const takesPart = (code: string): boolean => participants.has(code);
    const found = find('51').filter((code) => regions.get(code)?.level === 'county');
    expect(takesPart(found[0]!)).to.equal(true);
    expect(found.findIndex((code) => !takesPart(code))).to.equal(40);
  });

  it('does not find a syllable that is cut in two', () => {
    // 黄冈 is huáng gāng: "ang" begins no syllable of it.
    const huanggang = dataset.regions.prefectures.find((code) => nameOf(dataset.regions, code, 'zh-CN') === '黄冈市')!;
    expect(find('gang')).to.include(huanggang);
    expect(find('ang')).not.to.include(huanggang);
  });

  it('counts what it does not list, and finds nothing in nothing', () => {
    const { codes, count } = search(searchIndex(dataset), '县', 12);
    expect(codes).to.have.length(12);
    expect(count).to.be.greaterThan(100);
    for (const query of ['', '   ', "'", '火星']) expect(find(query)).to.deep.equal([]);
  });

  it('takes whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const codes = find(query);
        return new Set(codes).size === codes.length && codes.every((code) => dataset.regions.has(code));
      }),
      { numRuns: 60 },
    );
  });
});
