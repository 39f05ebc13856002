import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { KINDS, METRIC_KINDS, kindOf, type KindWord, type BuiltInKind } from '../../../src/data/kinds/index.js';
import type { Kind, Part } from '../../../src/data/kinds/kind.js';
import { reconcile } from '../../../src/data/reconcile.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import type { Metric, ValueRow } from '../../../src/data/types.js';
import { hasWord, say, type WordKey } from '../../../src/scene/words/index.js';
import { words as en } from '../../../src/scene/words/en/index.js';
import '../../../src/scene/words/all.js';
import { goodFeed, type RawFeed } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

const metricOf = (kind: BuiltInKind): Metric => ({
  id: 'm',
  label: { en: 'M' },
  kind,
  of: 'other',
  per: 'base',
  since: '2010',
  categories: ['a', 'b', 'c'].map((id) => ({ id, label: { en: id } })),
});
/** A region that has nothing in any other column. */
const nothing = (): undefined => undefined;
const rowWith = (numbers: Record<string, number | null>): ValueRow => ({
  code: '513201',
  period: '2018',
  status: 'estimated',
  source: 'row',
  numbers: new Map(Object.entries(numbers)),
  path: 'values[0]',
});
const value = fc.oneof(fc.nat(5), fc.nat(100_000_000));
const parts = fc.array(
  fc.record({ value: fc.option(value, { nil: undefined }), weight: fc.constant(1), share: fc.constant(1) }),
  {
    minLength: 1,
    maxLength: 30,
  },
);
/** Values of a kind: coverage knows only covered and not. */
const ofKind = (name: BuiltInKind, list: readonly Part[]): Part[] =>
  list.map((part) =>
    name !== 'coverage' || part.value === undefined ? part : { ...part, value: Math.min(1, part.value) },
  );
/** A kind may have nothing to say of counties without a value. */
const isAlmost = (a: number | undefined, b: number | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a)));

for (const name of METRIC_KINDS) {
  const metric = metricOf(name);
  const kind: Kind<KindWord> = kindOf(metric);

  describe(`the kind ${name}`, () => {
    it('combines counties to the same, whatever their order', () => {
      fc.assert(
        fc.property(parts, fc.infiniteStream(fc.nat()), (list, order) => {
          const all = ofKind(name, list);
          const keyed = all.map((part) => ({ part, at: order.next().value as number }));
          const shuffled = keyed.sort((a, b) => a.at - b.at).map(({ part }) => part);
          return isAlmost(kind.combine(all), kind.combine(shuffled));
        }),
      );
    });

    it('makes of one county that county', () => {
      fc.assert(
        fc.property(value, (number) => {
          const [one] = ofKind(name, [{ value: number, weight: 1, share: 1 }]);
          return kind.combine([one!]) === one!.value;
        }),
      );
    });

    it('makes of the parts of a split county that county', () => {
      fc.assert(
        fc.property(value, fc.array(fc.nat(100), { minLength: 1, maxLength: 6 }), (number, sizes) => {
          const weights = sizes.map((size) => size + 1);
          const sum = weights.reduce((total, weight) => total + weight, 0);
          const split = ofKind(
            name,
            weights.map((weight) => ({ value: number, weight: 1, share: weight / sum })),
          );
          return isAlmost(kind.combine(split), split[0]!.value);
        }),
      );
    });

    it('says only words that every language has', () => {
      const classing = kind.classing(metric);
      const labels = classing.by === 'kind' ? classing.labels.filter((label) => typeof label === 'string') : [];
      const said = [
        kind.says(0, 1, metric),
        kind.says(1, 1, metric),
        kind.says(0.5, 4, metric),
        ...(kind.total ? [kind.total.says(3, 4)] : []),
      ];
      const keys: unknown[] = [
        ...labels,
        ...said.flatMap((each) => (each.as === 'words' ? [each.word] : [])),
        ...Object.values(kind.origins),
        `type.${kind.expects(metric)}`,
        ...[-1, 0.5, 1e12].flatMap((number) => kind.refuses(number, metric) ?? []).map((reason) => `range.${reason}`),
      ];
      for (const key of keys) {
        expect(hasWord(String(key)), String(key)).to.be.true;
        expect(en[key as WordKey]).to.be.a('string');
        expect(say('en', key as WordKey)).to.equal(en[key as WordKey]);
      }
    });

    it('has a label for each class of its own, and breaks that ascend', () => {
      const classing = kind.classing(metric);
      if (classing.by !== 'kind') return;
      expect(classing.labels).to.have.length(classing.breaks.length + 1);
      classing.breaks.slice(1).forEach((at, i) => expect(at).to.be.greaterThan(classing.breaks[i]!));
    });

    it('reads nothing from a row without its number', () => {
      expect(kind.read(rowWith({}), metric, nothing)).to.equal(undefined);
      expect(kind.read(rowWith({ m: null, other: null }), metric, nothing)).to.equal(undefined);
    });
  });
}

describe('the table of kinds', () => {
  it('has the kinds that the schema of the feed allows', async () => {
    const schema = (await (await fetch(new URL('../../../data/feed.schema.json', import.meta.url))).json()) as {
      $defs: { metric: { properties: { kind: { enum: string[] } } } };
    };
    expect(schema.$defs.metric.properties.kind.enum).to.have.members(METRIC_KINDS);
  });

  it('reads coverage from the metric that it counts, and from the publisher where all was covered', () => {
    const row = rowWith({ other: 2 });
    expect(KINDS.coverage.read(row, metricOf('coverage'), nothing)).to.deep.equal({
      value: 1,
      status: 'estimated',
      source: 'row',
    });
    expect(KINDS.coverage.read(row, { ...metricOf('coverage'), total: 1, source: 'paper' }, nothing)).to.deep.equal({
      value: 1,
      status: 'reported',
      source: 'paper',
    });
    expect(KINDS.coverage.lacks(metricOf('coverage'), new Set(['m']))).to.deep.equal({ field: 'of', got: 'other' });
    expect(KINDS.coverage.lacks(metricOf('coverage'), new Set(['other']))).to.equal(undefined);
  });

  it('refuses what cannot be', () => {
    expect(KINDS.amount.refuses(-1, metricOf('amount'))).to.equal('negative');
    expect(KINDS.amount.refuses(0.5, metricOf('amount'))).to.equal(undefined);
    expect(KINDS.count.refuses(-0.5, metricOf('count'))).to.equal('negative');
    expect(KINDS.count.refuses(0.5, metricOf('count'))).to.equal('fraction');
  });
});

describe('sums of a dataset', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });

  const COUNTIES = ['513201', '513221', '513222', '513223', '520102', '520103'];
  const GIVERS = ['330106', '330782', '330100', '331081'];
  const feeds = fc.record({
    values: fc.array(fc.record({ funding: fc.nat(1_000_000_000), cadres: fc.nat(9) }), { minLength: 6, maxLength: 6 }),
    pairs: fc.uniqueArray(
      fc.record({
        from: fc.constantFrom(...GIVERS),
        to: fc.constantFrom(...COUNTIES),
        weight: fc.integer({ min: 1, max: 9 }),
      }),
      {
        selector: ({ from, to }) => `${from} ${to}`,
        maxLength: 16,
      },
    ),
    isReversed: fc.boolean(),
  });

  it('reconcile, whatever the order of rows: what is given by counties, by cities and by nobody is what was received', () => {
    fc.assert(
      fc.property(feeds, ({ values, pairs, isReversed }) => {
        const feed: RawFeed = { ...goodFeed(), regions: COUNTIES, pairs };
        feed.values = values.map((numbers, i) => ({
          code: COUNTIES[i],
          period: '2018',
          status: 'reported',
          ...numbers,
        }));
        const turned: RawFeed = {
          ...feed,
          regions: [...COUNTIES].reverse(),
          values: [...feed.values].reverse(),
          pairs: [...pairs].reverse(),
        };
        const dataset = datasetOf(isReversed ? turned : feed, regions);
        for (const metric of dataset.feed.metrics) {
          const { received, givenByCounties, givenByCities, unattributed } = reconcile(dataset, metric.id, '2018');
          expect(isAlmost(givenByCounties + givenByCities + unattributed, received)).to.be.true;
          if (!kindOf(metric).reconciles) continue;
          const provinces = ['510000', '520000'].map((code) => dataset.datum(code, metric.id, '2018'));
          const sum = provinces.reduce((total, datum) => total + (datum.kind === 'value' ? datum.value : 0), 0);
          expect(isAlmost(sum, received)).to.be.true;
          const counties = [...new Set(pairs.map(({ from }) => from))].filter(
            (code) => regions.get(code)?.level === 'county',
          );
          const byCounties = counties.reduce((total, code) => {
            const datum = dataset.datum(code, metric.id, '2018');
            return total + (datum.kind === 'value' ? datum.value : 0);
          }, 0);
          expect(isAlmost(byCounties, givenByCounties)).to.be.true;
        }
      }),
      { numRuns: 40 },
    );
  });
});
