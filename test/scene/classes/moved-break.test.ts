import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { classBreaks, classOf } from '../../../src/scene/classes/breaks.js';
import { histogramOf } from '../../../src/scene/classes/histogram.js';
import { breakStops, movedBreak, steppedBreak } from '../../../src/scene/classes/moved-break.js';
import { roundest } from '../../../src/scene/classes/round.js';
import type { Metric } from '../../../src/data/types.js';

const amount: Metric = { id: 'm', label: { 'zh-CN': '资金' }, kind: 'amount', unit: 'CNY' };
const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);
const values = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 4, maxLength: 60 }).map(sorted);

/** How many values are in each class. */
const counts = (all: readonly number[], breaks: readonly number[]): number[] =>
  Array.from({ length: breaks.length + 1 }, (_, i) => all.filter((value) => classOf(value, breaks) === i).length);

describe('class breaks that a reader moves', () => {
  it('stand once in each gap of the data, above its lower value', () => {
    fc.assert(
      fc.property(values, (all) => {
        const distinct = [...new Set(all)];
        const stops = breakStops({ values: all, metric: amount });
        return (
          stops.length === distinct.length - 1 &&
          stops.every((stop, i) => stop > distinct[i]! && stop <= distinct[i + 1]!)
        );
      }),
    );
  });

  it('are round numbers', () => {
    expect(roundest(2_612, 2_688)).to.equal(2_650);
    expect(roundest(980, 1_040)).to.equal(1_000);
    expect(roundest(3, 4)).to.equal(4);
    expect(roundest(0.1, 0.30000000000000004)).to.equal(0.2);
    expect(roundest(-3, 3)).to.equal(0);
  });

  it('are whole numbers of a count', () => {
    expect(breakStops({ values: [1, 2, 2, 5], metric: { ...amount, kind: 'count' } })).to.deep.equal([2, 5]);
  });

  it('never pass one another, and never leave a class without a value', () => {
    fc.assert(
      fc.property(
        values,
        fc.nat(3),
        fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 12 }),
        fc.integer({ min: -10, max: 110_000 }),
        (all, which, steps, to) => {
          let breaks = classBreaks(all, 'quantile', 4);
          if (breaks.length === 0) return true;
          const index = which % breaks.length;
          const before = counts(all, breaks);
          for (const step of steps)
            if (step !== 0) breaks = steppedBreak({ values: all, breaks, metric: amount }, index, step);
          breaks = movedBreak({ values: all, breaks, metric: amount }, index, to);
          const ascends = breaks.every((value, i) => i === 0 || value > breaks[i - 1]!);
          return ascends && counts(all, breaks).every((count, i) => count > 0 || before[i] === 0);
        },
      ),
    );
  });

  it('go to the next gap with each key, and come back', () => {
    const scale = { values: [1, 2, 3, 4, 5, 6], breaks: [3, 5], metric: amount };
    expect(steppedBreak(scale, 0, 1)).to.deep.equal([4, 5]);
    expect(steppedBreak({ ...scale, breaks: [4, 5] }, 0, -1)).to.deep.equal([3, 5]);
    expect(steppedBreak(scale, 0, 100)).to.deep.equal([4, 5]);
    expect(steppedBreak(scale, 1, 100)).to.deep.equal([3, 6]);
    expect(movedBreak(scale, 1, 100)).to.deep.equal([3, 6]);
  });
});

describe('the histogram of a legend', () => {
  it('counts every value once, in the class that it has', () => {
    fc.assert(
      fc.property(values, (all) => {
        const breaks = classBreaks(all, 'quantile', 4);
        const histogram = histogramOf({ values: all, breaks });
        if (!histogram) return new Set(all).size < 2;
        const sums = new Map<number, number>();
        for (const bar of histogram.bars)
          for (const { index, count } of bar.parts) sums.set(index, (sums.get(index) ?? 0) + count);
        return counts(all, breaks).every((count, i) => (sums.get(i) ?? 0) === count);
      }),
    );
  });

  it('stays on its axis, and reads back what it shows', () => {
    fc.assert(
      fc.property(values, (all) => {
        const histogram = histogramOf({ values: all, breaks: [] });
        if (!histogram) return true;
        const { bars, at, valueAt } = histogram;
        return (
          bars.every(({ from, to }) => from >= -1e-9 && to <= 1 + 1e-9 && from < to) &&
          all.every((value) => Math.abs(valueAt(at(value)) - value) < 1e-6 * Math.max(1, Math.abs(value)))
        );
      }),
    );
  });

  it('has a bar for each of a few values', () => {
    const histogram = histogramOf({ values: [1, 1, 2, 3, 3, 3], breaks: [2, 3] })!;
    expect(histogram.bars.map(({ count, parts }) => [count, parts.map(({ index }) => index)])).to.deep.equal([
      [2, [0]],
      [1, [1]],
      [3, [2]],
    ]);
    expect(histogram.most).to.equal(3);
  });

  it('is none where all values are the same', () => {
    expect(histogramOf({ values: [4, 4], breaks: [] })).to.equal(undefined);
    expect(histogramOf({ values: [], breaks: [] })).to.equal(undefined);
  });
});
