/** What a prefecture, a province and a giver have, for every kind: against the formula, and whatever the order, the split, the merger. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Dataset, Datum } from '../../../src/data/dataset.js';
import { KINDS, METRIC_KINDS, kindOf, type BuiltInKind } from '../../../src/data/kinds/index.js';
import { reconcile } from '../../../src/data/reconcile.js';
import type { RegionIndex } from '../../../src/data/topology.js';
import { feedWith } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

const PREFECTURES = { '513200': ['513201', '513221', '513222', '513223'], '513300': ['513301', '513322', '513323'] };
const COUNTIES = Object.values(PREFECTURES).flat();
const GIVERS = ['330106', '330782', '331081'];
const NAMES = ['x', 'y', 'z'];
const label = { 'zh-CN': '指标' };

/** A column for what others derive from, and a metric of each kind; finished numbers besides, which nobody adds up. */
const METRICS = [
  { id: 'amount', kind: 'amount', unit: 'CNY', label },
  { id: 'count', kind: 'count', unit: 'person', label },
  { id: 'share', kind: 'share', of: 'amount', per: 'count', label },
  { id: 'rate', kind: 'rate', of: 'amount', per: 'count', label },
  { id: 'change', kind: 'change', of: 'count', since: '2010', label },
  { id: 'category', kind: 'category', categories: NAMES.map((id) => ({ id })), label },
  { id: 'ordered', kind: 'ordered', categories: NAMES.map((id) => ({ id })), label },
  { id: 'index', kind: 'index', label },
  { id: 'coverage', kind: 'coverage', of: 'count', label },
  { id: 'given-share', kind: 'share', label },
  { id: 'given-rate', kind: 'rate', label },
  { id: 'given-change', kind: 'change', label },
] as const;
type Id = (typeof METRICS)[number]['id'];

interface County {
  readonly code: string;
  readonly amount: number | undefined;
  readonly count: number | undefined;
  readonly before: number | undefined;
  readonly name: string | undefined;
  readonly number: number | undefined;
}
interface Pair {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
}

const sometimes = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 6 });
const county = (code: string): fc.Arbitrary<County> =>
  fc.record({
    code: fc.constant(code),
    amount: sometimes(fc.nat(1_000_000)),
    count: sometimes(fc.integer({ min: 0, max: 10_000 })),
    before: sometimes(fc.integer({ min: 0, max: 10_000 })),
    name: sometimes(fc.constantFrom(...NAMES)),
    number: sometimes(fc.double({ min: 0, max: 1, noNaN: true })),
  });
const counties = fc.tuple(...COUNTIES.map(county));
const pairs = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...GIVERS),
    to: fc.constantFrom(...COUNTIES),
    weight: fc.integer({ min: 1, max: 9 }),
  }),
  { selector: ({ from, to }) => `${from} ${to}`, maxLength: 12 },
);

function world(all: readonly County[], helped: readonly Pair[], regions: RegionIndex): Dataset {
  const values = all.flatMap(({ code, amount, count, before, name, number }) => [
    {
      ...{ code, period: '2020', status: 'reported', amount, count, category: name, ordered: name },
      ...{ index: number, 'given-share': number, 'given-rate': number, 'given-change': number },
    },
    { code, period: '2010', status: 'reported', count: before },
  ]);
  return datasetOf(
    feedWith((feed) =>
      Object.assign(feed, { metrics: METRICS, regions: all.map(({ code }) => code), values, pairs: helped }),
    ),
    regions,
  );
}

/** A county, and how much of it is meant. */
type Part = readonly [county: County, share: number];

const total = (parts: readonly Part[], of: (county: County) => number | undefined): number =>
  parts.reduce((sum, [each, share]) => sum + (of(each) ?? 0) * share, 0);
const known = (parts: readonly Part[], ...of: ((county: County) => number | undefined)[]): Part[] =>
  parts.filter(([each]) => of.every((column) => column(each) !== undefined));

/** What all of them have together, said once more and otherwise; undefined where nobody can know. */
function expected(id: Id, parts: readonly Part[]): number | undefined {
  const amount = ({ amount: value }: County): number | undefined => value;
  const count = ({ count: value }: County): number | undefined => value;
  const before = ({ before: value }: County): number | undefined =>
    value !== undefined && value > 0 ? value : undefined;
  /** A base of 0 is none; where this year has none, the nearest year has. */
  const base = ({ count: now, before: then }: County): number | undefined => {
    const value = now ?? then;
    return value !== undefined && value > 0 ? value : undefined;
  };
  switch (id) {
    case 'amount':
    case 'count': {
      const own = id === 'amount' ? amount : count;
      const some = known(parts, own);
      return some.length > 0 ? total(some, own) : undefined;
    }
    case 'share':
    case 'rate': {
      const some = known(parts, amount, base);
      return some.length > 0 ? total(some, amount) / total(some, base) : undefined;
    }
    case 'change': {
      const some = known(parts, count, before);
      return some.length > 0 ? total(some, count) / total(some, before) - 1 : undefined;
    }
    case 'category':
    case 'ordered': {
      const counts = NAMES.map((name) => total(parts, (each) => (each.name === name ? 1 : 0)));
      const most = Math.max(...counts);
      return parts.some(([each]) => each.name !== undefined)
        ? counts.findIndex((each) => each > most - 1e-9)
        : undefined;
    }
    case 'coverage':
      return known(parts, count).length > 0
        ? parts.filter(([each]) => (each.count ?? 0) >= 1).length / parts.length
        : undefined;
    default: {
      // Finished numbers are those of one county, and of no two.
      const [first] = parts;
      return parts.length === 1 ? first?.[0].number : undefined;
    }
  }
}

const valueOf = (datum: Datum): number | undefined => (datum.kind === 'value' ? datum.value : undefined);
function expectAlmost(got: number | undefined, wanted: number | undefined, what: string): void {
  if (got === undefined || wanted === undefined) expect(got, what).to.equal(wanted);
  else
    expect(Math.abs(got - wanted), `${what}: ${got}, not ${wanted}`).to.be.at.most(
      1e-9 * Math.max(1, Math.abs(wanted)),
    );
}

describe('what a unit has of its counties', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });

  it('is tried for every kind', () => {
    const kinds: readonly BuiltInKind[] = METRICS.map(({ kind }) => kind);
    expect(METRIC_KINDS.filter((kind) => !kinds.includes(kind))).to.deep.equal([]);
  });

  for (const { id } of METRICS) {
    it(`is of ${id} what the formula says, in prefecture, province and giver`, () => {
      fc.assert(
        fc.property(counties, pairs, (all, helped) => {
          const dataset = world(all, helped, regions);
          const units: [string, Part[]][] = [
            ...Object.entries(PREFECTURES).map(([unit, codes]): [string, Part[]] => [
              unit,
              all.filter(({ code }) => codes.includes(code)).map((each) => [each, 1]),
            ]),
            ['510000', all.map((each) => [each, 1])],
            ...[...new Set(helped.map(({ from }) => from))].map((giver): [string, Part[]] => [
              giver,
              partsOf(giver, all, helped),
            ]),
          ];
          for (const [unit, parts] of units)
            expectAlmost(valueOf(dataset.datum(unit, id, '2020')), expected(id, parts), `${id} of ${unit}`);
        }),
        { numRuns: 60 },
      );
    });
  }

  it('is the same whatever the order of rows, regions and pairs', () => {
    fc.assert(
      fc.property(counties, pairs, fc.infiniteStream(fc.nat()), (all, helped, order) => {
        const shuffled = <Item>(items: readonly Item[]): Item[] =>
          items
            .map((item) => ({ item, at: order.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const one = world(all, helped, regions),
          other = world(shuffled(all), shuffled(helped), regions);
        for (const { id } of METRICS)
          for (const unit of ['513200', '513300', '510000', ...GIVERS]) {
            const [a, b] = [one.datum(unit, id, '2020'), other.datum(unit, id, '2020')];
            expect(a.kind).to.equal(b.kind);
            expectAlmost(valueOf(a), valueOf(b), `${id} of ${unit}`);
          }
      }),
      { numRuns: 60 },
    );
  });

  it('does not change when a county is split in two, or two are merged, in what can be added up', () => {
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(counties, cut, (all, at) => {
        const [merged, , ...others] = all;
        // Both halves have a base, or the whole has none: half a county without a base is no county.
        const halves = (value: number | undefined): [number | undefined, number | undefined] =>
          value === undefined ? [undefined, undefined] : [Math.floor(value * at), value - Math.floor(value * at)];
        const [amounts, counts, befores] = [halves(merged!.amount), halves(merged!.count), halves(merged!.before)];
        fc.pre([...counts, ...befores].every((value) => value === undefined || value > 0));
        const [a, b] = [0, 1].map((i) => ({
          ...merged!,
          code: COUNTIES[i]!,
          amount: amounts[i],
          count: counts[i],
          before: befores[i],
        }));
        const whole = world([merged!, ...others], [], regions),
          split = world([a!, b!, ...others], [], regions);
        for (const id of ['amount', 'count', 'share', 'rate', 'change'] as const)
          for (const unit of ['513200', '510000'])
            expectAlmost(
              valueOf(split.datum(unit, id, '2020')),
              valueOf(whole.datum(unit, id, '2020')),
              `${id} of ${unit}`,
            );
      }),
      { numRuns: 100 },
    );
  });

  it('adds up: prefectures to their province, both sides of the pairs to each other', () => {
    fc.assert(
      fc.property(counties, pairs, (all, helped) => {
        const dataset = world(all, helped, regions);
        for (const metric of dataset.feed.metrics.filter((each) => kindOf(each).reconciles)) {
          const of = (code: string): number => valueOf(dataset.datum(code, metric.id, '2020')) ?? 0;
          expectAlmost(of('513200') + of('513300'), of('510000'), metric.id);
          const sums = reconcile(dataset, metric.id, '2020');
          expectAlmost(sums.received, of('510000'), metric.id);
          expectAlmost(sums.givenByCounties + sums.givenByCities + sums.unattributed, sums.received, metric.id);
          const given = [...new Set(helped.map(({ from }) => from))].reduce((sum, giver) => sum + of(giver), 0);
          expectAlmost(given, sums.givenByCounties, metric.id);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lies between the least and the most of its counties where it is a mean, and says how many it is made of', () => {
    fc.assert(
      fc.property(counties, (all) => {
        const dataset = world(all, [], regions);
        for (const id of ['share', 'rate', 'change'] as const) {
          const unit = dataset.datum('510000', id, '2020');
          const own = all.flatMap(({ code }) => valueOf(dataset.datum(code, id, '2020')) ?? []);
          if (unit.kind !== 'value') expect(own).to.deep.equal([]);
          else {
            expect(unit.value).to.be.within(Math.min(...own) - 1e-9, Math.max(...own) * (1 + 1e-9) + 1e-9);
            expect(unit).to.include({ counties: all.length, missing: all.length - own.length });
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is of no kind a total where its kind has none', () => {
    for (const kind of METRIC_KINDS)
      expect(KINDS[kind].total === undefined || ['amount', 'count', 'coverage'].includes(kind)).to.be.true;
  });
});

/** The counties that a giver helps, each with the giver's part by weight. */
function partsOf(giver: string, all: readonly County[], helped: readonly Pair[]): Part[] {
  const weights = new Map<string, number>();
  for (const { to, weight } of helped) weights.set(to, (weights.get(to) ?? 0) + weight);
  return helped
    .filter(({ from }) => from === giver)
    .map(({ to, weight }): Part => [all.find(({ code }) => code === to)!, weight / weights.get(to)!]);
}
