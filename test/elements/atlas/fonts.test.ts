import { expect } from '@open-wc/testing';
import { clearPage, mapOf, part, settled, showAtlas, until } from '../../harness.js';

const fontOf = (element: Element): string => getComputedStyle(element).fontFamily;

describe('the fonts of an atlas', () => {
  afterEach(clearPage);

  it('have traditional characters where its page has, unless the page says its own', async () => {
    const atlas = await showAtlas('<pair-atlas lang="zh-HK"></pair-atlas>');
    await until(() => fontOf(atlas).includes('PingFang TC'));
    expect(fontOf(part(atlas, 'pair-legend'))).to.match(/^"PingFang TC"/);
    atlas.style.setProperty('--pair-font', 'serif');
    expect(fontOf(part(atlas, 'pair-legend'))).to.equal('serif');
  });

  it('are for Latin letters first in English, from the first picture on, and Chinese in an atlas that is Chinese', async () => {
    const atlas = await showAtlas('<div lang="en-GB"><pair-atlas></pair-atlas></div>');
    const latin = /^-apple-system, .*Arial, "PingFang SC"/;
    for (const element of [atlas, mapOf(atlas, '510000'), part(atlas, 'pair-legend')])
      expect(fontOf(element)).to.match(latin);
    const chinese = document.createElement('pair-atlas');
    chinese.lang = 'zh-CN';
    atlas.after(chinese);
    await until(() => chinese.renderRoot.querySelector('pair-map'));
    for (const element of [chinese, chinese.renderRoot.querySelector('pair-map')!])
      expect(fontOf(element)).to.match(/^"PingFang SC"/);
    atlas.style.setProperty('--pair-font', 'serif');
    await settled(atlas);
    expect(fontOf(part(atlas, 'pair-legend'))).to.equal('serif');
  });
});
