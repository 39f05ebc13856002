import { expect } from '@open-wc/testing';
import { contrastOf, rgbOf } from '../../../src/scene/classes/contrast.js';

describe('the contrast of two colours', () => {
  it('is what WCAG says of its own examples', () => {
    expect(contrastOf('#000', '#ffffff')).to.equal(21);
    expect(contrastOf('#777777', '#fff')).to.be.closeTo(4.48, 0.005);
    expect(contrastOf('rgb(118, 118, 118)', '#ffffff')).to.be.closeTo(4.54, 0.005);
  });

  it('does not depend on which is which, and is 1 for one colour', () => {
    expect(contrastOf('#b3371f', '#f6f5f2')).to.equal(contrastOf('#f6f5f2', '#b3371f'));
    expect(contrastOf('#b3371f', '#B3371F')).to.equal(1);
  });

  it('is not known of what lets something shine through, or is no colour', () => {
    expect(rgbOf('#abc')).to.deep.equal([170, 187, 204]);
    for (const colour of ['transparent', 'rgb(1 2 3 / 50%)', 'rgba(1, 2, 3, 0.5)', 'teal', '#12', ''])
      expect(rgbOf(colour), colour).to.equal(undefined);
    expect(contrastOf('#fff', 'teal')).to.equal(undefined);
  });
});
