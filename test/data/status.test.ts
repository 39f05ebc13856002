import { expect } from '@open-wc/testing';
import { STATUSES, isPublished, lessSure, needsNoRemark } from '../../src/data/status.js';

describe('how sure a number is', () => {
  it('needs no remark where it was reported or confirmed', () => {
    expect(STATUSES.filter(needsNoRemark)).to.deep.equal(['reported', 'confirmed']);
  });

  it('was published by somebody, even where it may still change', () => {
    expect(STATUSES.filter(isPublished)).to.deep.equal(['reported', 'confirmed', 'revised', 'provisional']);
  });

  it('is, of two, the one further down the list', () => {
    STATUSES.forEach((a, i) => STATUSES.forEach((b, j) => expect(lessSure(a, b)).to.equal(STATUSES[Math.max(i, j)])));
  });
});
