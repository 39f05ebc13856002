/** Rows of those who help, in metrics where they have their own. */
import { expect } from '@open-wc/testing';
import { changesOf } from '../../src/data/changes.js';
import type { Dataset } from '../../src/data/dataset.js';
import { reconcile } from '../../src/data/reconcile.js';
import type { RegionIndex } from '../../src/data/topology.js';
import { classScale } from '../../src/scene/classes/scale.js';
import { reconciliationLine } from '../../src/scene/parts/ledger.js';
import { totalsOf } from '../../src/scene/parts/totals.js';
import { figureNotes } from '../../src/scene/text/notes.js';
import '../../src/scene/words/all.js';
import { feedWith, goodFeed, type RawFeed } from '../fixtures/feeds.js';
import { datasetOf, realRegions } from '../fixtures/world.js';

const [A, B, C, D] = ['513201', '513221', '513222', '513223'] as const;
const GIVER = '330106',
  HANGZHOU = '330100';

describe('rows of a region', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  const made = (change: (feed: RawFeed) => void): Dataset => datasetOf(feedWith(change), regions);
  const scaleOf = (dataset: Dataset, metric: string, period: string) =>
    classScale(dataset, dataset.metric(metric)!, period, 'county', { method: 'quantile', classes: 3 });

  describe('that helps', () => {
    const withPeople = (feed: RawFeed): void => {
      (feed.metrics as object[]).push({
        id: 'people',
        label: { 'zh-CN': '人口', en: 'People' },
        kind: 'count',
        unit: 'person',
        givers: 'own',
      });
      for (const pair of feed.pairs) delete pair.period;
      [A, B, C, D, GIVER, '330102'].forEach((code, i) =>
        feed.values.push({ code, period: '2020', people: 1000 * (i + 1), source: 'gov' }),
      );
    };

    it('are its own where the metric says so, and what those have whom it helps where not', () => {
      const dataset = made(withPeople);
      expect(dataset.ledger.notTakingPart).to.deep.equal([]);
      expect(dataset.datum(GIVER, 'people', '2020')).to.include({ value: 5000, origin: 'own', source: 'gov' });
      expect(dataset.datum(GIVER, 'funding', '2018')).to.include({ origin: 'given' });
      // One that helps nobody has its own too.
      expect(dataset.datum('330102', 'people', '2020')).to.include({ value: 6000, origin: 'own' });
      expect(dataset.datum('330102', 'funding', '2018').kind).to.equal('outside');
      // One that helps, and has no row.
      expect(dataset.datum('330782', 'people', '2020').kind).to.equal('no-data');
      expect(dataset.datum(HANGZHOU, 'people', '2020')).to.include({ value: 11_000, origin: 'sum', counties: 2 });
      expect(dataset.datum('513200', 'people', '2020')).to.include({ value: 10_000, counties: 4 });
      expect(dataset.datum('510104', 'people', '2020').kind).to.equal('outside');
    });

    it('make no participant of it: coverage, the ledger and the sides stay what they were', () => {
      const dataset = made(withPeople);
      expect([...dataset.participants]).to.deep.equal([A, B, C, D]);
      expect(dataset.ledger.drawn).to.have.length(4);
      expect([...dataset.membersOf('people')]).to.include.members([A, GIVER, '330102']);
      expect(dataset.membersOf('funding').has(GIVER)).to.equal(false);
      expect(reconciliationLine(dataset, dataset.metric('people')!, '2020', 'en')).to.equal(undefined);
      // What those who help have of their own, nobody has received.
      expect(reconcile(dataset, 'people', '2020')).to.include({ received: 10_000, unattributed: 4000 + 3000 });
    });

    it('shape the scale with all others, and are totalled apart from those who are helped', () => {
      const dataset = made(withPeople);
      const scale = scaleOf(dataset, 'people', '2020');
      expect(scale.values).to.deep.equal([1000, 2000, 3000, 4000, 5000, 6000]);
      expect(totalsOf(dataset, scale, [A, GIVER, '330102']).sides).to.deep.include.members([
        { side: 'received', value: 1000, regions: 1, counties: 1, share: 1 / 10, status: 'reported' },
        { side: 'given', value: 11_000, regions: 2, counties: 2, share: undefined, status: 'reported' },
      ]);
      expect(figureNotes(dataset, scale, 'en', [GIVER])).to.not.include(
        'those who help: colours of the counties helped',
      );
      expect(figureNotes(dataset, scaleOf(dataset, 'funding', '2018'), 'en', [GIVER])).to.include(
        'those who help: colours of the counties helped',
      );
    });

    it('are of the provinces of those who help: anybody else’s row is named, and not drawn', () => {
      const dataset = made((feed) => {
        withPeople(feed);
        feed.values.push({ code: '520102', period: '2020', people: 1 }, { code: '510104', period: '2020', people: 2 });
      });
      expect(dataset.ledger.notTakingPart.map(({ code }) => code)).to.deep.equal(['520102', '510104']);
      expect(dataset.membersOf('people').has('520102')).to.equal(false);
      const alone = made((feed) => {
        withPeople(feed);
        feed.pairs = [];
      });
      expect(alone.ledger.notTakingPart.map(({ code }) => code)).to.deep.equal([GIVER, '330102']);
      // A giver may be named as anywhere else.
      const named = made((feed) => {
        withPeople(feed);
        feed.pairs = [{ from: '杭州西湖区', to: A }];
      });
      expect(named.ledger.notTakingPart).to.deep.equal([]);
    });

    it('are not added to what a city has that holds them', () => {
      const dataset = made((feed) => {
        withPeople(feed);
        feed.values.push({ code: HANGZHOU, period: '2020', people: 50_000 });
      });
      expect(dataset.datum(HANGZHOU, 'people', '2020')).to.include({ value: 50_000, origin: 'own' });
      expect(dataset.datum('330000', 'people', '2020')).to.include({ value: 50_000, counties: 1 });
      expect(dataset.datum(GIVER, 'people', '2020')).to.include({ value: 5000 });
    });

    it('take no part with another column beside it: the row is named, and not drawn', () => {
      const dataset = made((feed) => {
        withPeople(feed);
        feed.values.push({ code: '330103', period: '2020', people: 1, funding: 2 });
      });
      expect(dataset.ledger.notTakingPart).to.deep.equal([
        { path: `values[${goodFeed().values.length + 6}]`, code: '330103' },
      ]);
      expect(dataset.datum('330103', 'people', '2020').kind).to.equal('outside');
    });

    it('are compared with those of the version before', () => {
      const before = made(withPeople);
      const after = made((feed) => {
        withPeople(feed);
        feed.values.find(({ code }) => code === GIVER)!.people = 5001;
      });
      expect(changesOf(before, after).list).to.deep.equal([
        { kind: 'revised', code: GIVER, metric: 'people', period: '2020', from: 5000, to: 5001 },
      ]);
    });
  });
});
