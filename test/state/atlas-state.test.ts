import { expect } from '@open-wc/testing';
import { buildDataset } from '../../src/data/dataset.js';
import { parseFeed } from '../../src/data/feed.js';
import { readTopology, type RegionIndex } from '../../src/data/topology.js';
import { mapShapes } from '../../src/scene/shapes.js';
import { AtlasState, type AtlasKey } from '../../src/state/atlas-state.js';
import { builtInGeometry } from '../../src/state/loader.js';
import { feedWith, goodFeed } from '../fixtures/feeds.js';

describe('the state of an atlas', () => {
  let regions: RegionIndex;
  before(async () => {
    const reading = readTopology(await (await fetch(builtInGeometry())).json());
    if (reading.kind !== 'regions') throw new Error('The built-in geometry is unusable.');
    regions = reading.regions;
  });

  function stateWith(feed: object = goodFeed()): AtlasState {
    const reading = parseFeed(feed);
    if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
    const state = new AtlasState();
    state.update({ dataset: buildDataset(reading.feed, reading.codes, regions) });
    return state;
  }

  it('tells its listeners what changed, by whom, and nothing when nothing did', () => {
    const state = stateWith();
    const heard: [AtlasKey[], string][] = [];
    const stop = new AbortController();
    state.subscribe((changed, by) => heard.push([[...changed], by]), stop.signal);
    state.update({ selected: ['513221'] }, 'reader');
    state.update({ selected: ['513221'] }, 'reader');
    state.update({ active: '513221', metric: 'cadres' });
    stop.abort();
    state.update({ active: undefined });
    expect(heard).to.deep.equal([
      [['selected'], 'reader'],
      [['metric', 'active'], 'author'],
    ]);
  });

  it('falls back to the feed’s first metric and last period', () => {
    const state = stateWith(
      feedWith((feed) => {
        feed.values.push({ code: '513201', period: '2019', funding: 5 });
      }),
    );
    expect([state.metric?.id, state.period]).to.deep.equal(['funding', '2019']);
    state.update({ metric: 'nonsense', period: '1999' });
    expect([state.metric?.id, state.period]).to.deep.equal(['funding', '2019']);
    state.update({ metric: 'cadres', period: '2018' });
    expect([state.metric?.id, state.period]).to.deep.equal(['cadres', '2018']);
  });

  it('has one scale over all periods', () => {
    const state = stateWith(
      feedWith((feed) => {
        feed.values.push({ code: '513201', period: '2019', funding: 90_000_000 });
      }),
    );
    const breaks = (period: string): readonly number[] => {
      state.update({ period });
      return state.scaleAt('county')!.breaks;
    };
    expect(breaks('2018')).to.deep.equal(breaks('2019'));
  });

  it('makes scale, fills and emphasis once, until what they come from changes', () => {
    const state = stateWith();
    const map = mapShapes(regions, ['510000'], 'county');
    const fills = state.fillsOf(map, 'a'),
      emphasis = state.emphasisOn(map, 'a');
    state.update({ active: '513221' });
    expect(state.fillsOf(map, 'a')).to.equal(fills);
    expect(state.emphasisOn(map, 'a')).to.not.equal(emphasis);
    state.update({ metric: 'cadres' });
    expect(state.fillsOf(map, 'a')).to.not.equal(fills);
  });

  it('fades what the legend’s filter leaves out', () => {
    const state = stateWith();
    const map = mapShapes(regions, ['510000'], 'county');
    state.update({ filter: new Set([0]) });
    const fills = state.fillsOf(map, 'a');
    expect(fills.get('513201')).to.include({ kind: 'class', index: 0 });
    expect(fills.get('513223')).to.include({ kind: 'outside' });
  });

  it('shows partners at the level of the map', () => {
    const state = stateWith();
    const counties = mapShapes(regions, ['330000'], 'county'),
      prefectures = mapShapes(regions, ['330000'], 'prefecture');
    state.update({ active: '513221' });
    expect([...state.emphasisOn(counties, 'a').partners].sort()).to.deep.equal(['330106', '330782']);
    expect([...state.emphasisOn(prefectures, 'b').partners].sort()).to.deep.equal(['330100', '330700']);
  });

  it('keeps the number of classes between 1 and 9', () => {
    const state = stateWith();
    for (const [asked, got] of [
      [0, 5],
      [1, 1],
      [40, 9],
      [Number.NaN, 5],
      [-3, 1],
    ] as const) {
      state.update({ classes: asked });
      expect(state.values.classes, String(asked)).to.equal(got);
    }
  });
});
