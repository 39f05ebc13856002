/** An author's part: what it may know of an atlas, and what it may do. */
import { expect } from '@open-wc/testing';
import { registerPart, type AtlasPart, type AtlasView } from '../../../src/extend.js';
import { clearPage, fillOf, frame, hover, once, settled, showAtlas, switchMetric, until } from '../../harness.js';
import { feedWith } from '../../fixtures/feeds.js';
import { valueLine } from '../../../src/scene/text/value-line.js';

let made: AtlasPart[] = [];
let views: AtlasView[] = [];
registerPart('seen-part', (part) => {
  made.push(part);
  part.subscribe((view) => views.push(view), part.signal);
});
const last = (): AtlasView => views[views.length - 1]!;
const isDeepFrozen = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isDeepFrozen));

describe('a part of an author', () => {
  beforeEach(() => {
    made = [];
    views = [];
  });
  afterEach(clearPage);
  const show = (
    markup = '<pair-atlas renderer="svg"><pair-metrics></pair-metrics><pair-map region="510000"></pair-map><pair-map region="330000"></pair-map><seen-part></seen-part></pair-atlas>',
  ) => showAtlas(markup, (atlas) => (atlas.feed = feedWith(() => {})));

  it('sees metric, period, regions, values, classes, colours and partners, and can change none of it', async () => {
    const atlas = await show();
    await until(() => views.length);
    const view = last();
    expect(view).to.include({
      language: 'zh-CN',
      theme: 'light',
      title: '测试',
      period: '2018',
      level: 'county',
      active: undefined,
    });
    expect(view.metrics.map(({ id, label, kind }) => [id, label, kind])).to.deep.equal([
      ['funding', '资金', 'amount'],
      ['cadres', '干部', 'count'],
      ['coverage', '覆盖', 'coverage'],
    ]);
    expect(view.metric.id).to.equal('funding');
    expect([...view.participants()].sort()).to.deep.equal(['513201', '513221', '513222', '513223']);
    expect(view.participants('province')).to.deep.equal(['510000']);
    expect(view.region('513223')).to.deep.include({ code: '513223', name: '茂县', level: 'county', parent: '513200' });
    expect(view.region('999999')).to.equal(undefined);
    expect(view.datum('513223')).to.include({ kind: 'value', value: 40_000_000, status: 'reported' });
    expect(view.datum('513223', 'cadres')).to.include({ value: 4 });
    expect([view.text('513223'), view.text('513224')]).to.deep.equal(['4,000万元', '未参与']);
    expect(view.colourOf('513223')).to.equal(fillOf(atlas, '513223'));
    const classes = view.classes();
    expect(classes.flatMap(({ codes }) => codes)).to.have.length(4);
    expect(classes[classes.length - 1]?.colour).to.equal(view.colourOf('513223'));
    expect(view.partnersOf('513221').map(({ code, share }) => [code, share])).to.deep.equal([
      ['330782', 0.75],
      ['330106', 0.25],
    ]);
    for (const each of [
      view,
      view.datum('513223'),
      classes,
      view.partnersOf('513221'),
      view.region('513223'),
      view.participants(),
    ])
      expect(isDeepFrozen(each)).to.equal(true);
    expect(() => ((view as { period: string }).period = '2020')).to.throw(TypeError);
    expect(made[0]).not.to.have.any.keys('state', 'store', 'atlas');
  });

  it('says a value as the tooltip does, with what has to be said beside it', async () => {
    const atlas = await showAtlas(
      '<pair-atlas renderer="svg"><pair-map region="510000"></pair-map><seen-part></seen-part></pair-atlas>',
      (host) =>
        (host.feed = feedWith((feed) => {
          (feed.metrics as object[])[0] = {
            id: 'funding',
            label: '受灾程度',
            kind: 'ordered',
            categories: ['一般', '极重'].map((id) => ({ id, label: id })),
            special: [{ id: 'withheld', label: '不公布' }],
          };
          feed.values.forEach((row, i) => {
            row.funding = i === 1 ? 'withheld' : '极重';
            row.status = 'illustrative';
          });
        })),
    );
    await until(() => views.length);
    const view = last();
    const { dataset } = atlas.state.values;
    const codes = [...dataset!.regions.counties, '513200', '510000'];
    const found = codes.map((code) => dataset!.datum(code, 'funding', '2018'));
    for (const kind of ['value', 'special', 'outside']) expect(found.map((each) => each.kind)).to.include(kind);
    codes.forEach((code, i) => {
      const { text, status } = valueLine(dataset!.feed.metrics[0]!, found[i]!, 'zh-CN');
      expect([view.text(code), view.note(code)]).to.deep.equal([text, status]);
    });
    expect([view.text('513223'), view.note('513223')]).to.deep.equal(['极重', '示意值，非公布数字']);
    for (const code of ['513200', '510000']) expect(view.text(code)).to.match(/极重/);
  });

  it('has no figure without its words, waits for no other element, and leaves no listener behind', async () => {
    const { whenDefined } = customElements;
    const waited: string[] = [];
    customElements.whenDefined = (tag) => (waited.push(tag), new Promise<never>(() => {}));
    try {
      const atlas = await show();
      await until(() => views.length);
      expect(last().text('513224')).to.equal('未参与');
      expect(waited).not.to.include('pair-legend');
      const own = new AbortController();
      let heard = 0;
      own.signal.addEventListener = function (this: AbortSignal, type: string, listener: () => void, options?: object) {
        EventTarget.prototype.addEventListener.call(this, type, () => (heard++, listener()), options);
      } as AbortSignal['addEventListener'];
      made[0]!.subscribe(() => {}, own.signal);
      atlas.querySelector('seen-part')!.remove();
      own.abort();
      expect(heard).to.equal(0);
    } finally {
      customElements.whenDefined = whenDefined;
    }
  });

  it('hears of what the reader does, several changes at once as one', async () => {
    const atlas = await show();
    await until(() => views.length);
    await hover(atlas, '513223');
    expect(last().active).to.equal('513223');
    await switchMetric(atlas, 'cadres');
    expect(last().metric.label).to.equal('干部');
    const before = views.length;
    atlas.state.change({ metric: 'funding' });
    atlas.state.change({ selected: ['513221'] });
    await settled(atlas);
    expect(views.length - before).to.equal(1);
    expect(last().selected).to.deep.equal(['513221']);
    atlas.lang = 'en';
    await until(() => last().language === 'en');
    expect(last().metric.label).to.equal('Funding');
  });

  it('selects, points and switches as a reader does; what is not there changes nothing', async () => {
    const atlas = await show();
    await until(() => views.length);
    const [part] = made;
    const selected = once(atlas, 'pair-select');
    part!.select('513221', '999999', '513221');
    expect((await selected).detail.codes).to.deep.equal(['513221']);
    const pointed = once(atlas, 'pair-hover');
    part!.hover('513223');
    expect((await pointed).detail.code).to.equal('513223');
    part!.hover('999999');
    expect(part!.view?.active).to.equal(undefined);
    part!.setMetric('nowhere');
    expect(part!.view?.metric.id).to.equal('funding');
    part!.setMetric('cadres');
    expect(atlas.metric).to.equal('cadres');
    part!.select();
    expect(atlas.selected).to.equal('');
  });

  it('joins by for, changes its atlas, and ends with it: signal, listeners and what it drew', async () => {
    const first = await show('<pair-atlas renderer="svg" id="first-atlas"></pair-atlas>');
    const second = await show('<pair-atlas renderer="svg" id="second-atlas" metric="cadres"></pair-atlas>');
    const element = document.createElement('seen-part') as HTMLElement & { for: string };
    element.for = 'first-atlas';
    first.parentElement!.append(element);
    await until(() => views.length);
    expect([made.length, last().metric.id]).to.deep.equal([1, 'funding']);
    made[0]!.root.append('drawn');
    element.for = 'second-atlas';
    await until(() => made.length === 2);
    expect([made[0]!.signal.aborted, made[0]!.view, element.shadowRoot!.childNodes.length]).to.deep.equal([
      true,
      undefined,
      0,
    ]);
    await until(() => last().metric.id === 'cadres');
    // What has ended changes nothing any more.
    made[0]!.select('513221');
    expect([first.selected, second.selected]).to.deep.equal(['', '']);
    element.remove();
    expect(made[1]!.signal.aborted).to.equal(true);
    const heard = views.length;
    second.metric = 'funding';
    await settled(second);
    expect(views).to.have.length(heard);
    expect(second.parts.has(element as never)).to.equal(false);
  });

  it('stops hearing by a signal of its own, which has to be one', async () => {
    const atlas = await show();
    await until(() => made.length && made[0]!.view);
    const own = new AbortController();
    let heard = 0;
    made[0]!.subscribe(() => heard++, own.signal);
    expect(heard).to.equal(1);
    own.abort();
    atlas.metric = 'cadres';
    await settled(atlas);
    await frame();
    expect(heard).to.equal(1);
    expect(() => made[0]!.subscribe(() => {}, undefined as never)).to.throw(TypeError, /signal must be an AbortSignal/);
    expect(() => made[0]!.subscribe(undefined as never, own.signal)).to.throw(TypeError, /listener must be a function/);
  });
});
