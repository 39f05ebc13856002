/** What the trials at random have found: none of it is dropped in silence any more. */
import { expect } from '@open-wc/testing';
import { parseFeed } from '../../src/data/parse-feed.js';
import { quote } from '../../src/data/faults.js';
import { csvOf } from '../../src/scene/parts/csv.js';
import { classScale } from '../../src/scene/classes/scale.js';
import '../../src/scene/words/all.js';
import { feedWith, type RawFeed } from '../fixtures/feeds.js';
import { datasetOf, realRegions } from '../fixtures/world.js';

const faultsOf = (change: (feed: RawFeed) => void): string[] =>
  parseFeed(feedWith(change)).faults.map(({ code, path, severity }) => `${path} ${code} ${severity}`);
const metricsOf = (feed: RawFeed): Record<string, unknown>[] => feed.metrics as Record<string, unknown>[];

describe('what a feed says and a page cannot show', () => {
  it('is named where an interval has one end, no value, or an end that is no number', () => {
    const withEnds = (ends: object): string[] =>
      faultsOf((feed) => {
        Object.assign(metricsOf(feed)[0]!, { low: 'from', high: 'to' });
        Object.assign(feed.values[0]!, ends);
      });
    const fault = ['values[0].from wrong-type warning'];
    expect(withEnds({ from: 1 })).to.deep.equal(fault);
    expect(withEnds({ from: 1, to: 2 })).to.deep.equal(fault);
    expect(withEnds({ funding: 'suppressed', from: 1, to: 2 })).to.deep.equal(fault);
    expect(withEnds({ funding: null, from: 1, to: 2 })).to.deep.equal(fault);
    expect(withEnds({ from: 1, to: Number.POSITIVE_INFINITY })).to.deep.equal(fault);
    expect(withEnds({ from: 1, to: 1e300 })).to.deep.equal(fault);
    expect(withEnds({ from: null, to: '—' })).to.deep.equal([]);
    expect(withEnds({ from: 1, to: 1e9 })).to.deep.equal([]);
  });

  it('is named where an id is there twice, and the first is used', async () => {
    const change = (feed: RawFeed): void => {
      metricsOf(feed).push({ id: 'funding', label: '另一个', kind: 'count' });
      (feed.sources as object[]).push({ id: 'gov', name: 'Another' });
    };
    expect(faultsOf(change)).to.deep.equal(['metrics[3] duplicate-id warning', 'sources[1] duplicate-id warning']);
    const dataset = datasetOf(feedWith(change), await realRegions());
    expect(dataset.metric('funding')!.kind).to.equal('amount');
    expect(dataset.source('gov')!.name.en).to.equal('Gazette');
    expect(dataset.feed.metrics.map(({ id }) => id)).to.deep.equal(['funding', 'cadres', 'coverage']);
  });

  it('is named as missing where a metric does not say what it is of', () => {
    expect(faultsOf((feed) => delete metricsOf(feed)[2]!.of)).to.deep.equal(['metrics[2].of missing-field fatal']);
    expect(faultsOf((feed) => (metricsOf(feed)[0]!.kind = 'ordered'))).to.deep.equal([
      'metrics[0].categories missing-field fatal',
    ]);
  });

  it('is named where a title is no text, and said in the language that it has', async () => {
    const change = (feed: RawFeed): void => {
      feed.title = { 'zh-CN': '标题', en: ['Title'] };
    };
    expect(faultsOf(change)).to.deep.equal(['title.en wrong-type warning']);
    const dataset = datasetOf(feedWith(change), await realRegions());
    const scale = classScale(dataset, dataset.metric('funding')!, '2018', 'county', { method: 'quantile', classes: 3 });
    expect(csvOf(dataset, scale, { language: 'en', isReclassed: false })).to.match(/^\ufeff"标题"/);
  });

  it('is not said of its boundaries where it is no text', () => {
    const reading = parseFeed(feedWith((raw) => (raw.boundaries = { vintage: { year: 2018 } } as never)));
    expect(reading.faults.map(({ path, code }) => `${path} ${code}`)).to.deep.equal(['boundaries.vintage wrong-type']);
    expect(reading.kind === 'feed' && reading.feed.boundaries.vintage).to.equal(undefined);
  });

  it('is quoted by its beginning, however long it is', () => {
    const start = performance.now();
    expect(quote('x'.repeat(5e7))).to.equal(`"${'x'.repeat(56)}…`);
    expect(quote({ a: Array.from({ length: 1e5 }, () => ({ b: 'y'.repeat(1e3) })) })).to.have.length(58);
    expect(performance.now() - start).to.be.lessThan(2_000);
  });
});
