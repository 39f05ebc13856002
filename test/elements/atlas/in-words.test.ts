import { expect } from '@open-wc/testing';
import { plainText } from '../../../src/scene/parts/plain.js';
import { mainLevel, scaleAt } from '../../../src/state/derive.js';
import { feedWith } from '../../fixtures/feeds.js';
import { clearPage, parts, showAtlas, switchMetric, textOf, until } from '../../harness.js';

describe('an atlas in plain words', () => {
  afterEach(clearPage);

  it('is heard ahead of its maps, unseen, in the language and of the metric that is shown', async () => {
    const atlas = await showAtlas(
      '<pair-atlas metric="funding"></pair-atlas>',
      (host) => (host.feed = feedWith(() => {})),
    );
    const note = (): HTMLElement | undefined => parts(atlas, '[part="plain"]')[0];
    await until(() => textOf(note()).includes('“资金”'));
    expect(atlas.shadowRoot!.firstElementChild).to.equal(note());
    expect(note()!.getBoundingClientRect()).to.include({ width: 1, height: 1 });
    expect([note()!.lang, note()!.getAttribute('role')]).to.deep.equal(['zh-CN', 'note']);
    const { values } = atlas.state;
    expect(textOf(note())).to.equal(plainText(values.dataset!, scaleAt(values, mainLevel(values))!, 'zh-CN'));
    await switchMetric(atlas, 'cadres');
    await until(() => textOf(note()).includes('“干部”'));
    atlas.lang = 'en';
    await until(() => textOf(note()).includes('“Cadres”') && note()!.lang === 'en');
    atlas.remove();
    expect(note()).to.equal(undefined);
  });

  it('is a text file for hosts', async () => {
    const atlas = await showAtlas(
      '<pair-atlas metric="funding" lang="en"></pair-atlas>',
      (host) => (host.feed = feedWith(() => {})),
    );
    const file = await atlas.exportAs('text');
    expect(file.type).to.equal('text/plain;charset=utf-8');
    const lines = (await file.text()).trimEnd().split('\n');
    expect(lines).to.have.length(5);
    expect(lines[2]?.replace(/\u00a0/g, ' ')).to.equal(
      'The total is 100 million yuan; all figures by place were reported or confirmed.',
    );
  });
});
