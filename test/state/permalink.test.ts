import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset } from '../../src/data/dataset.js';
import type { Level, RegionCode } from '../../src/data/types.js';
import type { Filter } from '../../src/state/values.js';
import { readHash, writeHash, type Shared } from '../../src/state/permalink.js';
import { builtInDataset } from '../fixtures/world.js';

const HOME: Shared = {
  metric: undefined,
  per: undefined,
  period: undefined,
  level: undefined,
  selected: [],
  filter: undefined,
  method: 'quantile',
  classes: 5,
  breaks: new Map(),
  cameras: new Map(),
  drills: new Map(),
};

describe('a permalink', () => {
  let dataset: Dataset;
  before(async () => {
    dataset = await builtInDataset();
  });

  const level = fc.constantFrom<Level>('county', 'prefecture', 'province');
  const shared = (): fc.Arbitrary<Shared> => {
    const { counties } = dataset.regions;
    const prefectures = dataset.regions.prefectures.filter((code) => dataset.regions.get(code)?.level === 'prefecture');
    const filter: fc.Arbitrary<Filter | undefined> = fc.oneof(
      fc.constant(undefined),
      fc.record({
        kind: fc.constant('classes' as const),
        level,
        classes: fc.uniqueArray(fc.nat(8), { minLength: 1 }).map((list) => new Set(list)),
      }),
      fc
        .tuple(level, fc.integer({ min: 0, max: 1e9 }), fc.nat(1e9))
        .map(([at, from, more]) => ({ kind: 'range' as const, level: at, from, to: from + more })),
    );
    return fc.record({
      metric: fc.constantFrom(undefined, 'exit', 'funding', 'cadres', 'coverage'),
      per: fc.constantFrom(undefined, 'residents', 'county'),
      period: fc.constantFrom(undefined, '2016', '2018'),
      level: fc.option(level, { nil: undefined }),
      selected: fc.uniqueArray(fc.constantFrom<RegionCode>(...counties, ...prefectures), { maxLength: 12 }),
      filter,
      method: fc.constantFrom('quantile', 'equal', 'jenks', 'threshold') as fc.Arbitrary<Shared['method']>,
      classes: fc.integer({ min: 1, max: 9 }),
      breaks: fc
        .dictionary(
          fc.constantFrom('funding county', 'cadres prefecture', 'funding/residents county'),
          fc.uniqueArray(fc.nat(1e9), { minLength: 1, maxLength: 8 }),
        )
        .map((each) => new Map(Object.entries(each).map(([key, list]) => [key, list.sort((a, b) => a - b)]))),
      cameras: fc
        .dictionary(
          fc.constantFrom('330000', '510000 520000', 'my:map'),
          fc.record({
            longitude: fc.integer({ min: -1799, max: 1799 }),
            latitude: fc.integer({ min: -849, max: 849 }),
            zoom: fc.integer({ min: -1, max: 23 }),
          }),
        )
        .map(
          (each) =>
            new Map(
              Object.entries(each).map(([key, at]) => [
                key,
                { longitude: at.longitude / 10, latitude: at.latitude / 10, zoom: at.zoom },
              ]),
            ),
        ),
      drills: fc
        .dictionary(fc.constantFrom('330000', 'b'), fc.constantFrom(...prefectures))
        .map((each) => new Map(Object.entries(each))),
    });
  };

  it('gives back what was put in, whatever it was', () => {
    fc.assert(
      fc.property(shared(), (values) => {
        const hash = writeHash('', 'pair', values, HOME);
        expect(readHash(`#${hash}`, 'pair', dataset, HOME)).to.deep.equal({ ...values });
      }),
    );
  });

  it('is empty where nothing differs from what the author set', () => {
    expect(writeHash('', 'pair', HOME, HOME)).to.equal('');
    const home = { ...HOME, metric: 'cadres', selected: ['513201'] };
    expect(writeHash('', 'pair', home, home)).to.equal('');
    const cleared = writeHash('', 'pair', { ...home, selected: [] }, home);
    expect(readHash(cleared, 'pair', dataset, home).selected).to.deep.equal([]);
  });

  it('leaves the page’s own hash, and that of another atlas, as they are', () => {
    const mine = writeHash('#chapter-2&other.metric=cadres', 'pair', { ...HOME, metric: 'coverage' }, HOME);
    expect(mine).to.equal('chapter-2&other.metric=cadres&pair.metric=coverage');
    expect(writeHash(`#${mine}`, 'pair', HOME, HOME)).to.equal('chapter-2&other.metric=cadres');
    expect(readHash(`#${mine}`, 'other', dataset, HOME).metric).to.equal('cadres');
  });

  it('takes nothing from a broken or a foreign hash, and never throws', () => {
    for (const hash of [
      '#',
      '#pair',
      '#pair.',
      '#pair.metric',
      '#pair.metric=nonsense',
      '#pair.metric=funding/residents',
      '#pair.metric=funding%2Fresidents',
      '#pair.metric=%E0%A4%A',
      '#pair.selected=000000.abc',
      '#pair.filter=county:',
      '#pair.filter=county:9~1',
      '#pair.filter=nowhere:1',
      '#pair.classes=99',
      '#pair.breaks=funding@county:3~2',
      '#pair.cameras=330000:1~x~3',
      '#pair.cameras=330000:500~0~3',
      '#pair.drills=330000:330106',
      '#pair.__proto__=1',
      '#pair.constructor=1',
      '#PAIR.metric=cadres',
    ]) {
      expect(readHash(hash, 'pair', dataset, HOME), hash).to.deep.equal(HOME);
    }
    fc.assert(
      fc.property(fc.string(), fc.string(), (key, text) => {
        readHash(`#pair.${key}=${text}`, 'pair', dataset, HOME);
      }),
    );
  });
});
