/** What a panel says on a screen that nobody scrolls. */
import { expect } from '@open-wc/testing';
import { classScale } from '../../../src/scene/classes/scale.js';
import { briefPart, detailsPart, type DetailsBlock } from '../../../src/scene/parts/details.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

const COUNTY = '513221';

describe('a brief panel', () => {
  const blocksOf = async (givers: number): Promise<readonly DetailsBlock[]> => {
    const regions = await realRegions();
    const codes = regions.countiesWithin('330000').slice(0, givers);
    const dataset = datasetOf(
      feedWith((feed) => {
        feed.values[1]!.status = 'illustrative';
        feed.pairs = codes.map((from, i) => ({
          from,
          to: COUNTY,
          period: '2018',
          weight: 1,
          status: i === 0 ? 'inferred' : 'confirmed',
          source: 'gov',
        }));
      }),
      regions,
    );
    const scale = classScale(dataset, dataset.metric('funding')!, '2018', 'county', { method: 'quantile', classes: 3 });
    return briefPart(detailsPart(dataset, scale, COUNTY, 'zh-CN')!, 'zh-CN').blocks;
  };
  const block = <Kind extends DetailsBlock['kind']>(
    blocks: readonly DetailsBlock[],
    kind: Kind,
  ): Extract<DetailsBlock, { kind: Kind }> =>
    blocks.find((each): each is Extract<DetailsBlock, { kind: Kind }> => each.kind === kind)!;

  it('says how the value and each pair are known, and where they are from', async () => {
    const blocks = await blocksOf(2);
    expect(block(blocks, 'value').value.status).to.equal('示意值，非公布数字');
    expect(block(blocks, 'partners').partners.map(({ marks }) => marks)).to.deep.equal([
      ['推断', '分担50%'],
      ['分担50%'],
    ]);
    expect(block(blocks, 'sources').sources.length).to.be.greaterThan(0);
  });

  it('leaves out what would not fit, and says how many partners there are', async () => {
    const blocks = await blocksOf(20);
    expect(block(blocks, 'partners').partners).to.have.length(9);
    expect(block(blocks, 'partners').more).to.include('20');
    expect(blocks.map(({ kind }) => kind)).not.to.include.members(['explanation']);
    expect(blocks.map(({ kind }) => kind)).to.deep.equal(['value', 'partners', 'sources']);
  });
});
