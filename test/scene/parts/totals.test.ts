/** Totals of the provinces that are helped, where nothing is pointed at. */
import { expect } from '@open-wc/testing';
import type { RegionIndex } from '../../../src/data/topology.js';
import { totalsPart, type TotalsPart } from '../../../src/scene/parts/details.js';
import type { Language } from '../../../src/scene/words/index.js';
import '../../../src/scene/words/all.js';
import { feedWith } from '../../fixtures/feeds.js';
import { datasetOf, realRegions } from '../../fixtures/world.js';

const SICHUAN = '513201',
  GUIZHOU = '520102';

describe('the totals of the provinces', () => {
  let regions: RegionIndex;
  before(async () => {
    regions = await realRegions();
  });
  function totals(statuses: Readonly<Record<string, string>>, language: Language): TotalsPart {
    const feed = feedWith((raw) => {
      raw.regions = Object.keys(statuses);
      raw.pairs = [];
      raw.values = Object.entries(statuses).map(([code, status], i) => ({
        code,
        period: '2018',
        funding: 1e7 * (i + 1),
        status,
      }));
    });
    const dataset = datasetOf(feed, regions);
    return totalsPart(dataset, dataset.metric('funding')!, '2018', language)!;
  }
  const texts = ({ rows }: TotalsPart): string[] => rows.map(({ name, text }) => `${name} ${text}`).sort();

  it('say once how they are known, where all are known alike', () => {
    const alike = totals({ [SICHUAN]: 'illustrative', [GUIZHOU]: 'illustrative' }, 'zh-CN');
    expect(alike.status).to.equal('示意值，非公布数字');
    expect(texts(alike)).to.deep.equal(['四川省 1,000万元', '贵州省 2,000万元']);
    expect(totals({ [SICHUAN]: 'reported', [GUIZHOU]: 'reported' }, 'zh-CN').status).to.equal(undefined);
  });

  it('say it each of its own, where they are not', () => {
    const apart = totals({ [SICHUAN]: 'reported', [GUIZHOU]: 'illustrative' }, 'zh-CN');
    expect(apart.status).to.equal(undefined);
    expect(texts(apart)).to.deep.equal(['四川省 1,000万元', '贵州省 2,000万元，示意值，非公布数字']);
    const turned = totals({ [SICHUAN]: 'estimated', [GUIZHOU]: 'reported' }, 'en');
    expect(turned.status).to.equal(undefined);
    const [guizhou, sichuan] = texts(turned);
    expect(guizhou).to.match(/^Guizhou 20.million yuan$/);
    expect(sichuan).to.match(/^Sichuan 10.million yuan, .*estimate/i);
  });
});
