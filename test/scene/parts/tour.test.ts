import { expect } from '@open-wc/testing';
import { tourStops } from '../../../src/scene/parts/tour.js';
import { feedWith, goodFeed } from '../../fixtures/feeds.js';
import { builtInDataset, datasetOf, realRegions } from '../../fixtures/world.js';

describe('the stops of a tour', () => {
  it('are those who help, each once, in the order of codes', async () => {
    expect(tourStops(datasetOf(goodFeed(), await realRegions()), '2018')).to.deep.equal(['330106', '330782']);
  });

  it('are of the period that is shown', async () => {
    const feed = feedWith(({ pairs }) => (pairs[1]!.period = '2017'));
    expect(tourStops(datasetOf(feed, await realRegions()), '2018')).to.deep.equal(['330106']);
  });

  it('are all who take part, where nobody helps', async () => {
    const feed = feedWith((raw) => (raw.pairs = []));
    const dataset = datasetOf(feed, await realRegions());
    expect(tourStops(dataset, '2018')).to.deep.equal(['513201', '513221', '513222', '513223']);
  });

  it('leave out nobody of the built-in case, and are all on its maps', async () => {
    const dataset = await builtInDataset();
    const stops = tourStops(dataset, '2018');
    expect(stops).to.have.members([...dataset.pairs.givers('2018')]);
    expect(stops.every((code) => dataset.regions.has(code))).to.equal(true);
  });
});
