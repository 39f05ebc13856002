import { expect } from '@open-wc/testing';
import { Store } from '../../src/state/store.js';
import type { AtlasKey } from '../../src/state/values.js';

describe('the store of an atlas', () => {
  it('tells its listeners what changed, by whom, and nothing when nothing did', () => {
    const store = new Store();
    const heard: [AtlasKey[], string][] = [];
    const stop = new AbortController();
    store.subscribe((changed, by) => heard.push([[...changed], by]), stop.signal);
    store.change({ selected: ['513221'] }, 'reader');
    store.change({ selected: ['513221'] }, 'reader');
    store.change({ active: '513221', metric: 'cadres' });
    stop.abort();
    store.change({ active: undefined });
    expect(heard).to.deep.equal([
      [['selected'], 'reader'],
      [['metric', 'active'], 'author'],
    ]);
  });

  it('hears nobody whose signal was aborted before', () => {
    const store = new Store();
    store.subscribe(() => expect.fail('was told'), AbortSignal.abort());
    store.change({ selected: ['513221'] });
    expect(store.values.selected).to.deep.equal(['513221']);
  });

  it('keeps the number of classes between 1 and 9', () => {
    const store = new Store();
    for (const [asked, got] of [
      [0, 5],
      [1, 1],
      [40, 9],
      [Number.NaN, 5],
      [-3, 1],
    ] as const) {
      store.change({ classes: asked });
      expect(store.values.classes, String(asked)).to.equal(got);
    }
  });
});
