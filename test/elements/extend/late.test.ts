/** What is registered when atlases are on the page: they draw anew. */
import { expect } from '@open-wc/testing';
import { grammarOf } from '../../../src/scene/words/languages.js';
import * as extend from '../../../src/extend.js';
import { clearPage, fillOf, mapsOf, once, panelText, part, settled, showAtlas, textOf, until } from '../../harness.js';
import { feedWith } from '../../fixtures/feeds.js';
import type { PairAtlas } from '../../../src/index.js';

const show = (markup = '<pair-atlas renderer="svg"></pair-atlas>'): Promise<PairAtlas> =>
  showAtlas(markup, (atlas) => (atlas.feed = feedWith(() => {})));
const legendText = (atlas: PairAtlas): string => textOf(part(atlas, 'pair-legend'));
const methodsOf = (atlas: PairAtlas): string[] =>
  [...part(atlas, 'pair-legend').renderRoot.querySelectorAll('option')].map(({ text }) => text.trim());

describe('what is registered late', () => {
  afterEach(clearPage);

  it('is the scheme of an atlas that asked for it before', async () => {
    const atlas = await show('<pair-atlas renderer="svg" scheme="sea"></pair-atlas>');
    const before = fillOf(atlas, '513223');
    extend.registerScheme('sea', { colours: ['#dddddd', '#0000ff'] });
    await settled(atlas);
    expect(before).not.to.equal('#0000ff');
    expect(fillOf(atlas, '513223')).to.equal('#0000ff');
    atlas.theme = 'dark';
    await settled(atlas);
    expect(fillOf(atlas, '513223')).to.equal('#dddddd');
  });

  it('is a hue like those of the library, and a function of number and ground', async () => {
    const atlas = await show();
    extend.registerScheme('olive', { hue: 110, chroma: 0.1 });
    extend.registerScheme('count', {
      colours: (count, ground) => Array.from({ length: count }, (_, i) => `#0000${ground === 'dark' ? 'd' : 'a'}${i}`),
    });
    atlas.scheme = 'count';
    await settled(atlas);
    expect(fillOf(atlas, '513201')).to.equal('#0000a0');
    atlas.scheme = 'olive';
    await settled(atlas);
    expect(fillOf(atlas, '513201')).to.match(/^#[\da-f]{6}$/);
  });

  it('is the method that was asked for, and one more in the menus, with its name in the language', async () => {
    const atlas = await show('<pair-atlas renderer="svg" method="halves"></pair-atlas>');
    expect(atlas.state.values.method).to.equal('quantile');
    extend.registerMethod('halves', {
      label: { 'zh-CN': '对半', en: 'Halves' },
      breaks: (values) => [(values[0]! + values[values.length - 1]!) / 2],
    });
    await settled(atlas);
    expect(atlas.state.values.method).to.equal('halves');
    expect(methodsOf(atlas)).to.include('对半');
    expect(part(atlas, 'pair-legend').renderRoot.querySelectorAll('ol li')).to.have.length(2);
    atlas.lang = 'en';
    await until(() => methodsOf(atlas).includes('Halves'));
    expect(await (await atlas.exportAs('svg')).text()).to.contain('Halves');
  });

  it('is the method that a link had named', async () => {
    history.replaceState(null, '', '#pair.method=thirds&pair.metric=cadres');
    const atlas = await show('<pair-atlas renderer="svg" permalink></pair-atlas>');
    expect([atlas.state.values.method, atlas.metric]).to.deep.equal(['quantile', 'cadres']);
    extend.registerMethod('thirds', { label: 'Thirds', breaks: (values) => values.slice(1, 3) });
    await until(() => (atlas.state.values.method as string) === 'thirds');
    expect(atlas.metric).to.equal('cadres');
    history.replaceState(null, '', '#');
  });

  it('is the language of a page that was in it before; what it lacks stands in Chinese', async () => {
    const atlas = await show('<pair-atlas renderer="svg" lang="de"></pair-atlas>');
    expect(atlas.state.values.language).to.equal('zh-CN');
    extend.registerLanguage('de', {
      words: async () => ({ 'legend.name': 'Legende: {metric}', 'unit.person': 'Personen' }),
    });
    await until(() => (atlas.state.values.language as string) === 'de');
    // Its pages have the library's fonts, and so have its files.
    expect(grammarOf('de' as never).fonts).to.equal(undefined);
    await settled(atlas);
    expect(part(atlas, 'pair-legend').renderRoot.querySelector('section')?.getAttribute('aria-label')).to.equal(
      'Legende: Funding',
    );
    expect(legendText(atlas)).to.contain('个');
    // Of a feed its readers see English before Chinese, and numbers as they write them.
    expect(textOf(part(atlas, 'pair-metrics'))).to.contain('Cadres');
    atlas.feed = feedWith(({ values }) => (values[0]!.funding = 12_345_678));
    await once(atlas, 'pair-ready');
    atlas.selected = '513201';
    await until(() => panelText(atlas).includes('12.345.678'));
  });

  it('is the kind of a metric that had been left out, or of a feed that had been refused', async () => {
    const withKind = (kinds: readonly string[]) =>
      feedWith((feed) => {
        feed.metrics = kinds.map((kind, i) => ({ id: ['funding', 'cadres'][i], label: 'M', kind }));
        feed.values.forEach((row) => kinds.length < 2 && delete row.cadres);
      });
    const left = await showAtlas(
      '<pair-atlas renderer="svg"></pair-atlas>',
      (atlas) => (atlas.feed = withKind(['amount', 'most'])),
    );
    const refused = await showAtlas(
      '<pair-atlas renderer="svg"></pair-atlas>',
      (atlas) => (atlas.feed = withKind(['most'])),
    );
    expect(left.state.values.dataset?.feed.metrics).to.have.length(1);
    expect(refused.state.values.phase.kind).to.equal('failed');
    extend.registerKind('most', {
      like: 'index',
      label: 'Most',
      combine: (all) => Math.max(...all.flatMap(({ value }) => value ?? [])),
      origins: { sum: '{counties}县中最大', given: 'x' },
    });
    await until(() => left.state.values.dataset?.feed.metrics.length === 2);
    await until(() => refused.state.values.phase.kind === 'ready');
    const datum = refused.state.values.dataset?.datum('513200', 'funding', '2018');
    expect(datum).to.include({ kind: 'value', value: 40_000_000 });
    refused.selected = '513200';
    await until(() => panelText(refused).includes('4县中最大'));
    expect(mapsOf(refused)).not.to.have.length(0);
    // Where something else is wrong with a feed its kind still is none of the faults.
    const said: string[] = [];
    refused.addEventListener('pair-error', ({ detail }) => said.push(...detail.faults.map(({ message }) => message)));
    refused.feed = Object.assign(withKind(['most']), { spare: 1 });
    await until(() => said.length > 0);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('spare');
    refused.feed = withKind(['mosst']);
    await until(() => said.length > 1);
    expect(said.slice(1).join()).to.contain('coverage, most').and.to.contain('mosst');
  });

  it('is the kind of a column, which is refused by its name until then', async () => {
    const said: string[] = [];
    const src = new URL('../../fixtures/tables/census-gb18030.csv', import.meta.url).href;
    const atlas = await showAtlas(`<pair-atlas renderer="svg" src="${src}"></pair-atlas>`, (host) => {
      host.addEventListener('pair-error', ({ detail }) => said.push(...detail.faults.map(({ message }) => message)));
      host.columns = { D: { as: 'column-late' as never } };
    });
    expect(said.join()).to.contain('现为 "column-late"');
    extend.registerKind('column-late', { like: 'index', label: 'Late' });
    await until(() => atlas.state.values.dataset?.feed.metrics.some(({ kind }) => (kind as string) === 'column-late'));
  });
});
