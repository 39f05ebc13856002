// All methods are asked here.
import '../../../../src/scene/classes/methods/all.js';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { classBreaks, classOf } from '../../../../src/scene/classes/breaks.js';
import { CLASS_METHODS, methodOf, offeredMethods } from '../../../../src/scene/classes/methods/index.js';
import { hasWord } from '../../../../src/scene/words/index.js';
import '../../../../src/scene/words/all.js';

const numbers = fc.array(fc.integer({ min: -100_000, max: 100_000 }), { minLength: 2, maxLength: 60 });
const sizes = (values: readonly number[], breaks: readonly number[]): number[] =>
  Array.from({ length: breaks.length + 1 }, (_, i) => values.filter((value) => classOf(value, breaks) === i).length);

describe('the table of classification methods', () => {
  it('has a name for each', () => {
    for (const method of CLASS_METHODS) expect(hasWord(`legend.method.${method}`), method).to.be.true;
  });

  it('offers the publisher’s breaks where there are some, or where they are in use', () => {
    const others = CLASS_METHODS.filter((method) => !methodOf(method).isPublishers);
    expect(others).to.deep.equal(['quantile', 'equal', 'jenks']);
    expect(offeredMethods(undefined, 'jenks')).to.deep.equal(others);
    expect(offeredMethods([1, 2], 'jenks')).to.deep.equal(CLASS_METHODS);
    expect(offeredMethods(undefined, 'threshold')).to.deep.equal(CLASS_METHODS);
  });

  for (const method of CLASS_METHODS)
    it(`classifies the same by ${method}, whatever the order of the values`, () => {
      fc.assert(
        fc.property(numbers, fc.integer({ min: 2, max: 9 }), (values, classes) => {
          const breaks = classBreaks(values, method, classes);
          expect(classBreaks([...values].reverse(), method, classes)).to.deep.equal(breaks);
        }),
      );
    });

  it('makes quantile classes that differ by one at the most where nothing is tied', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(10_000), { minLength: 9, maxLength: 90 }),
        fc.integer({ min: 2, max: 9 }),
        (values, classes) => {
          const found = sizes(values, classBreaks(values, 'quantile', classes));
          expect(Math.max(...found) - Math.min(...found)).to.be.at.most(1);
          expect(found).to.have.length(classes);
        },
      ),
    );
  });

  it('makes as many natural classes as there are different values, and no more', () => {
    expect(classBreaks([3, 3, 3, 8], 'jenks', 5)).to.have.length(1);
    expect(classBreaks([Number.NaN, 1, 2, Infinity], 'jenks', 9)).to.have.length(1);
    expect(classBreaks([-1e308, 0, 1e308], 'jenks', 2)).to.have.length(1);
  });

  it('has round thresholds even where d3 would throw', () => {
    expect(classBreaks([0, Number.MIN_VALUE], 'threshold', 5)).to.deep.equal([]);
    expect(() => classBreaks([-Number.MAX_VALUE, Number.MAX_VALUE], 'threshold', 5)).to.not.throw();
  });
});
