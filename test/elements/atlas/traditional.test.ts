import { expect } from '@open-wc/testing';
import { clearPage, mapOf, part, parts, settled, showAtlas, textOf, until } from '../../harness.js';

describe('an atlas in traditional Chinese', () => {
  afterEach(clearPage);

  it('says all of it so: names on maps, legend, table and details; and finds places by either', async () => {
    const atlas = await showAtlas('<pair-atlas lang="zh-TW" metric="funding"></pair-atlas>');
    await until(() => textOf(part(atlas, 'pair-legend')).includes('萬元'));
    await settled(atlas);
    expect(textOf(mapOf(atlas, '520000')))
      .to.include('貴州省')
      .and.to.include('88個縣中');
    expect(textOf(part(atlas, 'pair-metrics')))
      .to.include('幫扶資金')
      .and.to.include('縣級');
    expect(textOf(part(atlas, 'pair-table')))
      .to.include('馬爾康市')
      .and.to.include('示意值，非公布數字');
    expect(parts(mapOf(atlas, '510000'), '.labels text').map(textOf).join())
      .to.include('阿壩')
      .and.to.include('涼山');
    atlas.selected = '513201';
    await settled(atlas);
    expect(textOf(part(atlas, 'pair-details')))
      .to.include('馬爾康市')
      .and.to.include('阿壩藏族羌族自治州');
    atlas.lang = 'zh-CN';
    await until(() => textOf(part(atlas, 'pair-details')).includes('马尔康市'));
  });
});
