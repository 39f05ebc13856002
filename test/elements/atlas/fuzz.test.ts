/** Feeds at random, each in place of the one before: whatever comes, the page shows it, or says why not, and goes on. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { PairAtlas } from '../../../src/index.js';
import { feeds } from '../../fixtures/fuzz/feeds.js';
import { realRegions } from '../../fixtures/world.js';
import { clearPage, part, parts, settled, showAtlas, textOf } from '../../harness.js';

const FEEDS = 60;

/** True where it is drawn, false where it is refused. */
function outcomeOf(atlas: PairAtlas): Promise<boolean> {
  const over = new AbortController();
  return new Promise<boolean>((resolve) => {
    atlas.addEventListener('pair-ready', () => resolve(true), over);
    atlas.addEventListener('pair-error', ({ detail }) => detail.isFatal && resolve(false), over);
  }).finally(() => over.abort());
}

describe('an atlas with feeds at random', () => {
  const errors: string[] = [];
  const hear = (event: ErrorEvent | PromiseRejectionEvent): void =>
    void errors.push(String('reason' in event ? event.reason : event.message));
  before(() => {
    addEventListener('error', hear);
    addEventListener('unhandledrejection', hear);
  });
  after(() => {
    removeEventListener('error', hear);
    removeEventListener('unhandledrejection', hear);
    clearPage();
  });

  it('draws or refuses each, with words, and no error escapes', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>');
    let drawn = 0;
    for (const json of fc.sample(feeds(await realRegions()), { numRuns: FEEDS, seed: 2018 })) {
      const outcome = outcomeOf(atlas);
      // An attribute takes an object alone.
      atlas.feed = typeof json === 'object' && json !== null ? json : {};
      const isDrawn = await outcome;
      const { dataset } = atlas.state.values;
      if (isDrawn && dataset) {
        drawn++;
        const [last] = dataset.feed.metrics.slice(-1);
        atlas.selected = dataset.regions.counties.slice(0, 2).join(' ');
        atlas.metric = last!.id;
        atlas.state.change({ isComparing: true }, 'reader');
        await settled(atlas);
        expect((await atlas.exportAs('csv')).size).to.be.greaterThan(100);
        expect(textOf(part(atlas, 'pair-ledger'))).to.contain('参与');
        const said = parts(atlas, 'pair-legend, pair-table, pair-details').map(textOf).join(' ');
        expect(said).to.not.match(/\{\w+\}|undefined|\[object|NaN/);
      } else await settled(atlas);
      expect(errors, JSON.stringify(json)).to.deep.equal([]);
    }
    expect(drawn).to.be.greaterThan(FEEDS / 2);
  });
});
