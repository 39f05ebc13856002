// All methods are asked here.
import '../../../src/scene/classes/methods/all.js';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { CLASS_METHODS, classBreaks, classOf, type ClassMethod } from '../../../src/scene/classes/breaks.js';
import { roundest } from '../../../src/scene/classes/round.js';

const anything = fc.array(
  fc.oneof(fc.double(), fc.integer({ min: -5, max: 5 }), fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0)),
  {
    maxLength: 60,
  },
);
const numbers = fc.array(
  fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: 0, max: 6 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  ),
  { minLength: 1, maxLength: 60 },
);
const groups = (values: readonly number[], breaks: readonly number[]): number[][] =>
  Array.from({ length: breaks.length + 1 }, (_, i) => values.filter((value) => classOf(value, breaks) === i));

describe('class breaks', () => {
  for (const method of CLASS_METHODS) {
    it(`of ${method} never throw, ascend, stay within the values, and are at most one less than the classes`, () => {
      fc.assert(
        fc.property(anything, fc.integer({ min: -2, max: 12 }), (values, classes) => {
          const breaks = classBreaks(values, method, classes);
          const finite = values.filter(Number.isFinite);
          expect(breaks.length).to.be.at.most(Math.max(0, Math.min(9, classes) - 1));
          breaks.forEach((value, i) => {
            expect(value).to.be.greaterThan(i === 0 ? Math.min(...finite) : breaks[i - 1]!);
            expect(value).to.be.at.most(Math.max(...finite));
          });
        }),
      );
    });
  }

  for (const method of ['quantile', 'jenks'] as const) {
    it(`of ${method} leave no class empty and never part equal values`, () => {
      fc.assert(
        fc.property(numbers, fc.integer({ min: 1, max: 9 }), (values, classes) => {
          for (const group of groups(values, classBreaks(values, method, classes))) expect(group).to.not.be.empty;
        }),
      );
    });
  }

  it('part a list at any place as the exact value there does, when they are rounded', () => {
    fc.assert(
      fc.property(numbers, fc.nat(), (values, place) => {
        const sorted = [...new Set(values)].sort((a, b) => a - b);
        fc.pre(sorted.length > 1);
        const start = 1 + (place % (sorted.length - 1));
        const rounded = roundest(sorted[start - 1]!, sorted[start]!);
        expect(groups(values, [rounded])).to.deep.equal(groups(values, [sorted[start]!]));
      }),
    );
  });

  it('of quantile make classes of equal size where nothing is tied', () => {
    const values = Array.from({ length: 80 }, (_, i) => i * 7 + 3);
    expect(groups(values, classBreaks(values, 'quantile', 5)).map((group) => group.length)).to.deep.equal([
      16, 16, 16, 16, 16,
    ]);
  });

  it('of quantile do as well as ties let them', () => {
    expect(classBreaks([1, 1, 1, 1, 1, 1, 1, 9], 'quantile', 4)).to.have.length(1);
    expect(
      groups([1, 2, 2, 2, 3], classBreaks([1, 2, 2, 2, 3], 'quantile', 5)).map((group) => group.length),
    ).to.deep.equal([1, 3, 1]);
  });

  it('of jenks part the values where the spread within classes is least', () => {
    const spread = (list: readonly number[]): number => {
      const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
      return list.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    };
    const best = (sorted: readonly number[], classes: number): number =>
      classes === 1 || sorted.length <= 1
        ? spread(sorted)
        : Math.min(
            ...sorted.slice(1).map((_, i) => spread(sorted.slice(0, i + 1)) + best(sorted.slice(i + 1), classes - 1)),
          );
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 2, maxLength: 9 }),
        fc.integer({ min: 2, max: 4 }),
        (values, classes) => {
          const sorted = [...values].sort((a, b) => a - b),
            k = Math.min(classes, sorted.length);
          const found = groups(sorted, classBreaks(sorted, 'jenks', k)).reduce((sum, group) => sum + spread(group), 0);
          expect(found).to.be.closeTo(best(sorted, k), 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of jenks part the same values, whatever is added to all of them', () => {
    const values = [0, 1, 2, 10, 11, 12, 40, 41, 47];
    const parted = (offset: number): number[] =>
      groups(
        values.map((value) => value + offset),
        classBreaks(
          values.map((value) => value + offset),
          'jenks',
          3,
        ),
      ).map((group) => group.length);
    for (const offset of [0, 1_000, 1_000_000, 30_000_000])
      expect(parted(offset), String(offset)).to.deep.equal([3, 3, 3]);
  });

  // A call with as many arguments as there are values ends Chrome's stack near 125,000 of them.
  it('of jenks do not throw on a list of two hundred thousand', () => {
    const values = Array.from({ length: 200_000 }, (_, i) => i % 7);
    expect(groups(values, classBreaks(values, 'jenks', 3))).to.have.length(3);
  });

  it('of threshold that a publisher gave are kept, however many and wherever they lie', () => {
    const given = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50];
    expect(classBreaks([7, 8], 'threshold', 3, given)).to.deep.equal(given);
    expect(classBreaks([Number.NaN], 'threshold', 3, [])).to.deep.equal([]);
  });

  it('of equal steps are equal', () => {
    expect(classBreaks([0, 3, 10], 'equal', 5)).to.deep.equal([2, 4, 6, 8]);
    expect(classBreaks([-10, 10], 'equal', 4)).to.deep.equal([-5, 0, 5]);
  });

  it('of threshold are round, or as the publisher gave them', () => {
    expect(classBreaks([22_260_000, 47_440_000], 'threshold', 5)).to.deep.equal([30_000_000, 40_000_000]);
    expect(classBreaks([3, 97], 'threshold', 5)).to.deep.equal([20, 40, 60, 80]);
    expect(classBreaks([1, 2], 'threshold', 5, [500, 100, Number.NaN, 100])).to.deep.equal([100, 500]);
    expect(classBreaks([], 'threshold', 5, [10])).to.deep.equal([10]);
  });

  const nothing: [what: string, values: number[]][] = [
    ['no values', []],
    ['one value', [5]],
    ['equal values', [7, 7, 7]],
    ['none that is a number', [Number.NaN, Infinity]],
  ];
  for (const [what, values] of nothing) {
    it(`of ${what} are none, by any method`, () => {
      for (const method of CLASS_METHODS) expect(classBreaks(values, method, 5), method).to.deep.equal([]);
    });
  }

  it('are as asked for with negatives', () => {
    const methods: ClassMethod[] = ['quantile', 'jenks'];
    for (const method of methods)
      expect(groups([-9, -8, 8, 9], classBreaks([-9, -8, 8, 9], method, 2))).to.deep.equal([
        [-9, -8],
        [8, 9],
      ]);
  });
});

describe('the class of a value', () => {
  it('begins at its break', () => {
    expect([9, 10, 19.9, 20, 99].map((value) => classOf(value, [10, 20]))).to.deep.equal([0, 1, 1, 2, 2]);
  });
});

describe('the roundest number between two', () => {
  it('is within them, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
        fc.double({ noNaN: true, min: 1e-9, max: 1e9 }),
        (below, step) => {
          const upTo = below + step;
          fc.pre(upTo > below);
          const round = roundest(below, upTo);
          expect(round).to.be.greaterThan(below);
          expect(round).to.be.at.most(upTo);
        },
      ),
    );
  });

  const cases: [below: number, upTo: number, round: number][] = [
    [26_190_000, 26_230_000, 26_200_000],
    [3, 8, 5],
    [0.11, 0.19, 0.15],
    [-5, 5, 0],
    [99, 101, 100],
    [1, 2, 2],
    [-0.4, -0.2, -0.3],
    [7, 7, 7],
  ];
  for (const [below, upTo, round] of cases)
    it(`${below} and ${upTo} is ${round}`, () => expect(roundest(below, upTo)).to.equal(round));
});
