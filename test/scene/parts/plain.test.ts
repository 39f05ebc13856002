/** Five plain sentences of whatever is shown: in each language, honest, and with right numbers. */
import { expect } from '@open-wc/testing';
import { classScale } from '../../../src/scene/classes/scale.js';
import { plainSummary } from '../../../src/scene/parts/plain.js';
import '../../../src/scene/words/all.js';
import { LANGUAGE_TAGS } from '../../../src/scene/words/languages.js';
import { LEVELS, type Level } from '../../../src/data/types.js';
import type { Dataset } from '../../../src/data/dataset.js';
import { feedWith, type RawFeed } from '../../fixtures/feeds.js';
import { builtInDataset, datasetOf, realRegions } from '../../fixtures/world.js';

const said = (dataset: Dataset, metric: string, language = 'en', level: Level = 'county'): readonly string[] => {
  const periods = dataset.periodsOf(metric);
  const scale = classScale(dataset, dataset.metric(metric)!, periods[periods.length - 1] ?? '2018', level, {
    method: 'quantile',
    classes: 5,
  });
  // Numbers and their units part at no line's end.
  return plainSummary(dataset, scale, language as 'en').map((sentence) => sentence.replace(/\u00a0/g, ' '));
};
const of = async (change: (feed: RawFeed) => void): Promise<Dataset> =>
  datasetOf(feedWith(change), await realRegions());

describe('five plain sentences', () => {
  it('are five, whole, of every metric at every level in every language', async () => {
    const dataset = await builtInDataset();
    for (const { id } of dataset.feed.metrics)
      for (const level of LEVELS)
        for (const language of LANGUAGE_TAGS) {
          const sentences = said(dataset, id, language, level);
          expect(sentences).to.have.length(5);
          for (const sentence of sentences) {
            expect(sentence, `${id} ${level} ${language}`).to.match(/[.。]$/);
            expect(sentence).not.to.match(/\{\w*\}|undefined|NaN|plain\.|  |。。|\.\./);
          }
        }
  });

  it('say what is shown, who takes part, the total, most and least, who is paired, and whose figures they are', async () => {
    const dataset = await of(() => {});
    expect(said(dataset, 'funding')).to.deep.equal([
      'These maps, “Test”, show “Funding” (2018) by county in Zhejiang, Sichuan.',
      'Taking part: 4 counties, all with a value.',
      'The total is 100 million yuan; all figures by place were reported or confirmed.',
      'Highest: Mao County (40 million yuan); lowest: Barkam City (10 million yuan).',
      'Paired: 2 helping, 2 helped; figures from Gazette.',
    ]);
    expect(said(dataset, 'funding', 'zh-CN').join('')).to.equal(
      '这组地图题为“测试”，分县画出浙江省、四川省的“资金”（2018）。列入的有4个县（市、区），都有数值。合计1亿元；各地的数都是公布或已证实的。最高的是茂县（4,000万元），最低的是马尔康市（1,000万元）。2个地区帮扶2个地区；数字来自公报。',
    );
  });

  it('say of what nobody published that it is so, before its highest is named', async () => {
    const dataset = await builtInDataset();
    const [, , total, extremes] = said(dataset, 'funding');
    expect(total).to.include('The published total is').and.to.include('Illustrative, not a published figure');
    expect(extremes).to.match(/^By illustrative figures, highest: /);
    expect(said(dataset, 'funding', 'zh-Hant')[3]).to.match(/^依示意的數，/);
  });

  it('say it of those alone that nobody published, where others were', async () => {
    const some = await of((feed) => (feed.values[3]!.status = 'estimated'));
    expect(said(some, 'funding')[2]).to.include('1 of them: An estimate, not a published figure');
    expect(said(some, 'funding')[3]).to.equal(
      'Highest: Mao County (40 million yuan, An estimate, not a published figure); lowest: Barkam City (10 million yuan).',
    );
  });

  it('count one as one, ties as several, and what is the same as that', async () => {
    const one = await of((feed) => {
      feed.regions = ['513201'];
      feed.values = [{ code: '513201', period: '2018', cadres: 1, funding: 1 }];
      feed.pairs = [];
    });
    expect(said(one, 'cadres').slice(1)).to.deep.equal([
      'Taking part: 1 county, all with a value.',
      'The total is 1 person; all figures by place were reported or confirmed.',
      'All places have the same: 1 person.',
      'Figures from Gazette.',
    ]);
    const ties = await of((feed) => {
      for (const row of feed.values) row.cadres = row.code === '513201' ? 1 : 2;
      delete feed.values[1]!.cadres;
    });
    expect(said(ties, 'cadres')[1]).to.equal('Taking part: 4 counties, 3 with a value and 1 without.');
    expect(said(ties, 'cadres')[3]).to.equal('Highest: 2 places (2 people); lowest: Barkam City (1 person).');
  });

  it('never add up receivers and givers, and say where there is nothing', async () => {
    expect(said(await builtInDataset(), 'residents')[2]).to.match(
      /^80 receiving, .* together; 89 helping, .* together;/,
    );
    const none = await of((feed) => (feed.values = []));
    expect(said(none, 'funding').slice(1)).to.deep.equal([
      'Taking part: 4 counties, 0 with a value and 4 without.',
      'These figures are not added up; no place has a figure.',
      'There is nothing to compare.',
      'Paired: 2 helping, 2 helped; figures from Gazette.',
    ]);
  });
});
