import { expect } from '@open-wc/testing';
import { buildDataset } from '../../src/data/build-dataset.js';
import { parseFeed } from '../../src/data/parse-feed.js';
import { readTopology } from '../../src/data/read-topology.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { mapShapes, type MapShapes } from '../../src/scene/geometry/shapes.js';
import { Store } from '../../src/state/store.js';
import { builtInGeometry } from '../../src/state/built-in.js';
import { feedWith, goodFeed } from '../fixtures/feeds.js';
import { emphasisKeeper, fillsOn, metricOf, periodOf, scaleAt } from '../../src/state/derive.js';
import { isKept, isReclassed } from '../../src/state/legend.js';
import { classesReset } from '../../src/state/values.js';
import type { Emphasis } from '../../src/scene/picture/scene.js';

describe('what follows from the values of an atlas', () => {
  let regions: RegionIndex;
  before(async () => {
    const reading = readTopology(await (await fetch(builtInGeometry())).json());
    if (reading.kind !== 'regions') throw new Error('The built-in geometry is unusable.');
    regions = reading.regions;
  });

  function stateWith(feed: object = goodFeed()): Store {
    const reading = parseFeed(feed);
    if (reading.kind !== 'feed') throw new Error(JSON.stringify(reading.faults));
    const state = new Store();
    state.change({ dataset: buildDataset(reading.feed, reading.codes, regions) });
    return state;
  }

  /** What stands out on a map, as one that is drawn asks for it. */
  const keepers = new Map<string, ReturnType<typeof emphasisKeeper>>();
  function emphasisOn({ values }: Store, map: MapShapes, id: string): Emphasis {
    let keeper = keepers.get(id);
    if (!keeper) keepers.set(id, (keeper = emphasisKeeper()));
    return keeper(values, map);
  }
  beforeEach(() => keepers.clear());

  it('falls back to the feed’s first metric and last period', () => {
    const state = stateWith(
      feedWith((feed) => {
        feed.values.push({ code: '513201', period: '2019', funding: 5 });
      }),
    );
    expect([metricOf(state.values)?.id, periodOf(state.values)]).to.deep.equal(['funding', '2019']);
    state.change({ metric: 'nonsense', period: '1999' });
    expect([metricOf(state.values)?.id, periodOf(state.values)]).to.deep.equal(['funding', '2019']);
    state.change({ metric: 'cadres', period: '2018' });
    expect([metricOf(state.values)?.id, periodOf(state.values)]).to.deep.equal(['cadres', '2018']);
  });

  it('has one scale over all periods', () => {
    const state = stateWith(
      feedWith((feed) => {
        feed.values.push({ code: '513201', period: '2019', funding: 90_000_000 });
      }),
    );
    const breaks = (period: string): readonly number[] => {
      state.change({ period });
      return scaleAt(state.values, 'county')!.breaks;
    };
    expect(breaks('2018')).to.deep.equal(breaks('2019'));
  });

  it('makes scale, fills and emphasis once, until what they come from changes', () => {
    const state = stateWith();
    const map = mapShapes(regions, ['510000'], 'county');
    const fills = fillsOn(state.values, map),
      emphasis = emphasisOn(state, map, 'a');
    state.change({ active: '513221' });
    expect(fillsOn(state.values, map)).to.equal(fills);
    expect(emphasisOn(state, map, 'a')).to.not.equal(emphasis);
    state.change({ metric: 'cadres' });
    expect(fillsOn(state.values, map)).to.not.equal(fills);
  });

  it('leaves the colours of the legend under a pointer, and fades the rest when a region is selected', () => {
    const state = stateWith();
    const [giver, receiver, other] = ['330000', '510000', '220000'].map((code) => mapShapes(regions, [code], 'county'));
    const resting = emphasisOn(state, other!, 'c');
    state.change({ active: '330782' });
    expect(emphasisOn(state, giver!, 'a').active).to.equal('330782');
    expect(emphasisOn(state, receiver!, 'b').partners.size).to.be.greaterThan(0);
    expect([giver, receiver].map((map, i) => emphasisOn(state, map!, 'ab'[i]!).isFading)).to.deep.equal([false, false]);
    // A map on which nothing stands out has nothing to draw.
    expect(emphasisOn(state, other!, 'c')).to.equal(resting);
    state.change({ selected: ['330782'], active: undefined });
    expect(emphasisOn(state, other!, 'c').isFading).to.equal(true);
    const faded = emphasisOn(state, other!, 'c');
    state.change({ active: '330106' });
    expect(emphasisOn(state, other!, 'c')).to.equal(faded);
  });

  it('keeps what the legend’s filter names, and fades the rest without changing its colour', () => {
    const state = stateWith();
    const map = mapShapes(regions, ['510000'], 'county');
    const fills = fillsOn(state.values, map);
    state.change({ filter: { kind: 'classes', level: 'county', classes: new Set([0]) } });
    expect(fillsOn(state.values, map)).to.equal(fills);
    const { kept, isFading } = emphasisOn(state, map, 'a');
    expect(isFading).to.equal(true);
    expect([...kept])
      .to.include('513201')
      .and.not.include('513223');
    expect([...kept].every((code) => isKept(state.values, code, 'county'))).to.equal(true);
    state.change({ filter: { kind: 'range', level: 'county', from: 0, to: 0 } });
    expect(emphasisOn(state, map, 'a').kept.size).to.equal(0);
  });

  it('lets a class that the legend points at go before what is selected', () => {
    const state = stateWith();
    const map = mapShapes(regions, ['510000'], 'county');
    state.change({ selected: ['513221'], spotlight: { level: 'county', index: 0 } });
    const { kept, partners, selected } = emphasisOn(state, map, 'a');
    expect([...kept]).to.include('513201');
    expect(partners.size).to.equal(0);
    expect([...selected]).to.deep.equal(['513221']);
  });

  it('drops a filter with the metric that it was made on, and brings the author’s classes back', () => {
    const state = stateWith();
    state.change({ method: 'equal', classes: 3 }, 'author');
    expect(isReclassed(state.values, 'county')).to.equal(false);
    const official = scaleAt(state.values, 'county')!.breaks;
    state.change(
      { breaks: new Map([['funding county', [1, 2]]]), filter: { kind: 'range', level: 'county', from: 0, to: 1 } },
      'reader',
    );
    expect(scaleAt(state.values, 'county')!.breaks).to.deep.equal([1, 2]);
    expect(isReclassed(state.values, 'county')).to.equal(true);
    state.change({ metric: 'cadres' }, 'reader');
    expect(state.values.filter).to.equal(undefined);
    state.change({ metric: 'funding', method: 'jenks' }, 'reader');
    state.change(classesReset(state.values), 'reader');
    expect(state.values.method).to.equal('equal');
    expect(scaleAt(state.values, 'county')!.breaks).to.deep.equal(official);
    expect(isReclassed(state.values, 'county')).to.equal(false);
  });

  it('shows partners at the level of the map', () => {
    const state = stateWith();
    const counties = mapShapes(regions, ['330000'], 'county'),
      prefectures = mapShapes(regions, ['330000'], 'prefecture');
    state.change({ active: '513221' });
    expect([...emphasisOn(state, counties, 'a').partners].sort()).to.deep.equal(['330106', '330782']);
    expect([...emphasisOn(state, prefectures, 'b').partners].sort()).to.deep.equal(['330100', '330700']);
  });
});
