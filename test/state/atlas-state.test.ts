import { expect } from '@open-wc/testing';
import { buildDataset } from '../../src/data/dataset.js';
import { parseFeed } from '../../src/data/feed.js';
import { readTopology, type RegionIndex } from '../../src/data/topology.js';
import { mapShapes } from '../../src/scene/geometry/shapes.js';
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

  it('leaves the colours of the legend under a pointer, and fades the rest when a region is selected', () => {
    const state = stateWith();
    const [giver, receiver, other] = ['330000', '510000', '220000'].map((code) => mapShapes(regions, [code], 'county'));
    const resting = state.emphasisOn(other!, 'c');
    state.update({ active: '330782' });
    expect(state.emphasisOn(giver!, 'a').active).to.equal('330782');
    expect(state.emphasisOn(receiver!, 'b').partners.size).to.be.greaterThan(0);
    expect([giver, receiver].map((map, i) => state.emphasisOn(map!, 'ab'[i]!).isFading)).to.deep.equal([false, false]);
    // A map on which nothing stands out has nothing to draw.
    expect(state.emphasisOn(other!, 'c')).to.equal(resting);
    state.update({ selected: ['330782'], active: undefined });
    expect(state.emphasisOn(other!, 'c').isFading).to.equal(true);
    const faded = state.emphasisOn(other!, 'c');
    state.update({ active: '330106' });
    expect(state.emphasisOn(other!, 'c')).to.equal(faded);
  });

  it('keeps what the legend’s filter names, and fades the rest without changing its colour', () => {
    const state = stateWith();
    const map = mapShapes(regions, ['510000'], 'county');
    const fills = state.fillsOf(map, 'a');
    state.update({ filter: { kind: 'classes', level: 'county', classes: new Set([0]) } });
    expect(state.fillsOf(map, 'a')).to.equal(fills);
    const { kept, isFading } = state.emphasisOn(map, 'a');
    expect(isFading).to.equal(true);
    expect([...kept])
      .to.include('513201')
      .and.not.include('513223');
    expect([...kept].every((code) => state.keeps(code, 'county'))).to.equal(true);
    state.update({ filter: { kind: 'range', level: 'county', from: 0, to: 0 } });
    expect(state.emphasisOn(map, 'a').kept.size).to.equal(0);
  });

  it('lets a class that the legend points at go before what is selected', () => {
    const state = stateWith();
    const map = mapShapes(regions, ['510000'], 'county');
    state.update({ selected: ['513221'], spotlight: { level: 'county', index: 0 } });
    const { kept, partners, selected } = state.emphasisOn(map, 'a');
    expect([...kept]).to.include('513201');
    expect(partners.size).to.equal(0);
    expect([...selected]).to.deep.equal(['513221']);
  });

  it('drops a filter with the metric that it was made on, and brings the author’s classes back', () => {
    const state = stateWith();
    state.update({ method: 'equal', classes: 3 }, 'author');
    expect(state.isReclassed('county')).to.equal(false);
    const official = state.scaleAt('county')!.breaks;
    state.update(
      { breaks: new Map([['funding county', [1, 2]]]), filter: { kind: 'range', level: 'county', from: 0, to: 1 } },
      'reader',
    );
    expect(state.scaleAt('county')!.breaks).to.deep.equal([1, 2]);
    expect(state.isReclassed('county')).to.equal(true);
    state.update({ metric: 'cadres' }, 'reader');
    expect(state.values.filter).to.equal(undefined);
    state.update({ metric: 'funding', method: 'jenks' }, 'reader');
    state.resetClasses();
    expect(state.values.method).to.equal('equal');
    expect(state.scaleAt('county')!.breaks).to.deep.equal(official);
    expect(state.isReclassed('county')).to.equal(false);
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
