import { expect } from '@open-wc/testing';
import { feedWith, goodFeed } from '../../fixtures/feeds.js';
import { LastGood } from '../../../src/state/last-good.js';
import { sendKeys } from '@web/test-runner-commands';
import {
  clearPage,
  fillOf,
  focusMap,
  frame,
  mapsOf,
  once,
  part,
  parts,
  press,
  settled,
  showAtlas,
  textOf,
  until,
} from '../../harness.js';
import type { PairAtlas } from '../../../src/index.js';

const realFetch = window.fetch;

/** A server of one feed, which says what it is told to, and counts. */
class Server {
  feed: object | undefined = goodFeed();
  calls = 0;
  #heard: (() => void)[] = [];
  readonly address = `/live-${Math.random()}.json`;

  constructor() {
    window.fetch = (input, init) => {
      if (!String(input).endsWith(this.address)) return realFetch(input, init);
      this.calls++;
      const { feed } = this;
      const answer = feed ? new Response(JSON.stringify(feed)) : new Response('', { status: 403 });
      setTimeout(() => this.#heard.splice(0).forEach((tell) => tell()));
      return Promise.resolve(answer);
    };
  }

  /** Settles when it has been asked so many times more. */
  async asked(times = 1): Promise<void> {
    for (let i = 0; i < times; i++) await new Promise<void>((resolve) => this.#heard.push(resolve));
  }
}

/** Until `find` has found something. */
async function untilAsync(find: () => Promise<unknown>): Promise<void> {
  while ((await find()) === undefined) await frame();
}

const changed = (): object =>
  feedWith((feed) => {
    feed.values[0]!.funding = 90_000_000;
  });

describe('an atlas with refresh', () => {
  let server: Server;
  const events: string[] = [];
  const show = (attributes = ''): Promise<PairAtlas> =>
    showAtlas(`<pair-atlas src="${server.address}" refresh="1" ${attributes}></pair-atlas>`, (atlas) => {
      events.length = 0;
      for (const name of ['pair-data', 'pair-ready', 'pair-error'])
        atlas.addEventListener(name, () => events.push(name));
    });
  beforeEach(() => (server = new Server()));
  afterEach(() => {
    clearPage();
    window.fetch = realFetch;
  });

  it('changes nothing and tells nobody while the feed is the same', async () => {
    const atlas = await show();
    const { dataset } = atlas.state.values;
    await server.asked(2);
    expect(atlas.state.values.dataset).to.equal(dataset);
    expect(events).to.deep.equal(['pair-data', 'pair-ready']);
  });

  it('shows a feed that has changed', async () => {
    const atlas = await show();
    const before = fillOf(atlas, '513201');
    server.feed = changed();
    await once(atlas, 'pair-data');
    await settled(atlas);
    expect(fillOf(atlas, '513201')).to.not.equal(before);
  });

  it('marks what has changed, in both languages, with old and new values, until the reader has seen it', async () => {
    const atlas = await show();
    server.feed = feedWith((feed) => {
      feed.values[0]!.funding = 90_000_000;
      feed.values.push({ code: '513221', period: '2019', cadres: 5 });
    });
    const { detail } = await once(atlas, 'pair-data');
    expect(detail.changes?.counts).to.deep.equal({ updated: 1, revised: 1, withdrawn: 0 });
    await settled(atlas);
    const news = (): HTMLElement | undefined => parts(atlas, '[part="changes"]')[0];
    expect(textOf(news())).to.contain('数据有变化：更新1项，修订1项');
    const account = part(atlas, 'pair-ledger');
    expect(textOf(account))
      .to.contain('与上一版数据相比（更新1项，修订1项）')
      .and.to.contain('513201，资金，2018：10,000,000元 → 90,000,000元（修订）')
      .and.to.contain('513221，干部，2019：无数据 → 5人（更新）');
    atlas.lang = 'en';
    await until(() => textOf(news()).includes('1 updated, 1 revised'));
    await settled(atlas);
    expect(textOf(account)).to.contain('Compared with the version before (1 updated, 1 revised)');
    news()!.querySelectorAll('button')[0]!.click();
    await settled(atlas);
    expect(atlas.selected.split(' ')).to.have.members(['513201', '513221']);
    expect(news()).to.equal(undefined);
    expect(textOf(account), 'the list stays').to.contain('Compared with the version before');
  });

  it('is compared with the version before by keyboard, in legend, table, details and speech, until the reader ends it', async () => {
    const atlas = await show('selected="513201"');
    server.feed = changed();
    await once(atlas, 'pair-data');
    await settled(atlas);
    const seen = (): string =>
      (['pair-legend', 'pair-table', 'pair-details'] as const).map((tag) => textOf(part(atlas, tag))).join(' ');
    expect(seen()).to.not.contain('上一版');
    const compare = (): HTMLButtonElement =>
      parts<HTMLButtonElement>(atlas, '[part="changes"] button[aria-pressed]')[0]!;
    compare().focus();
    await sendKeys({ press: 'Enter' });
    await settled(atlas);
    expect(compare().ariaPressed).to.equal('true');
    expect(compare().matches(':focus'), 'the focus stays').to.equal(true);
    expect(textOf(part(atlas, 'pair-legend'))).to.contain('与上一版相比：');
    expect(textOf(parts(atlas, '[part="before"]')[1])).to.equal('上一版：1,000万元，现多8,000万元');
    const table = part(atlas, 'pair-table').renderRoot;
    expect(textOf(table.querySelector('th.before'))).to.equal('上一版');
    expect(textOf(table.querySelector('tr[data-code="513201"] td.before'))).to.equal('1,000万元');
    expect(textOf(table.querySelector('tr[data-code="513221"] td.before'))).to.equal('相同');
    const map = mapsOf(atlas).find((each) => each.view?.map.byCode.has('513201'))!;
    focusMap(map);
    await press(map, 'Home');
    await until(() => textOf(map.renderRoot.querySelector('[role="status"]')).includes('上一版'));
    // Whoever has put the news away still finds the control, in the ledger.
    parts<HTMLButtonElement>(atlas, '[part="changes"] button:last-of-type')[0]!.click();
    await settled(atlas);
    expect(textOf(parts(atlas, '[part="changes"]')[0])).to.contain('正在与上一版比较');
    const inLedger = part(atlas, 'pair-ledger').renderRoot.querySelector<HTMLButtonElement>('button[aria-pressed]')!;
    expect(inLedger.ariaPressed).to.equal('true');
    atlas.lang = 'en';
    await until(() => textOf(inLedger).includes('Compare with the version before'));
    await settled(atlas);
    expect(seen()).to.contain('In the version before').and.to.contain('Against the version before');
    inLedger.click();
    await settled(atlas);
    expect(parts(atlas, '[part="changes"]')).to.have.length(0);
    expect(seen()).to.not.contain('ersion before');
  });

  it('says nothing of changes where the feed is another one', async () => {
    const atlas = await show();
    atlas.feed = feedWith((feed) => {
      feed.id = 'another';
      feed.values[0]!.funding = 1;
    });
    const { detail } = await once(atlas, 'pair-data');
    expect(detail.changes).to.equal(undefined);
    atlas.feed = feedWith((feed) => {
      feed.id = 'another';
      feed.values[0]!.funding = 2;
    });
    expect((await once(atlas, 'pair-data')).detail.changes?.counts.revised).to.equal(1);
  });

  it('tells of a failure once, keeps the picture, and comes back by itself without a word', async () => {
    const atlas = await show();
    const { dataset } = atlas.state.values;
    server.feed = undefined;
    await once(atlas, 'pair-error');
    expect(atlas.state.values.dataset).to.equal(dataset);
    await until(() => parts(atlas, '[part="stale"]')[0]);
    expect(textOf(parts(atlas, '[part="stale"]')[0])).to.equal('数据为1分钟前，更新失败');
    await server.asked();
    expect(events.filter((name) => name === 'pair-error')).to.have.length(1);
    server.feed = goodFeed();
    await until(() => parts(atlas, '[part="stale"]').length === 0);
    expect(events).to.deep.equal(['pair-data', 'pair-ready', 'pair-error']);
  });

  it('shows a feed that was not there at first, as soon as it is', async () => {
    server.feed = undefined;
    const atlas = await show();
    expect(atlas.state.values.phase.kind).to.equal('failed');
    server.feed = goodFeed();
    await once(atlas, 'pair-ready');
    expect(atlas.state.values.phase.kind).to.equal('ready');
  });

  it('shows after a reload what it had shown before, says of when that is, and lets it go when the server is back', async () => {
    const before = await show();
    const shown = fillOf(before, '513201');
    const kept = new LastGood(new URL(server.address, document.baseURI).href);
    await untilAsync(() => kept.find());
    before.remove();
    server.feed = undefined;
    const atlas = await show();
    await until(() => parts(atlas, '[part="stale"]')[0]);
    expect(textOf(parts(atlas, '[part="stale"]')[0])).to.match(
      /^数据为1分钟前，更新失败：显示的是本机 \d{4}-\d\d-\d\d \d\d:\d\d 保存的数据$/,
    );
    expect(fillOf(atlas, '513201')).to.equal(shown);
    expect(events).to.include.members(['pair-data', 'pair-error', 'pair-ready']);
    const { dataset } = atlas.state.values;
    server.feed = goodFeed();
    await until(() => parts(atlas, '[part="stale"]').length === 0);
    expect(atlas.state.values.dataset, 'it is the same feed').to.equal(dataset);
  });

  it('fails as ever where nothing is kept, or nothing may be kept', async () => {
    server.feed = undefined;
    const atlas = await show();
    expect(textOf(parts(atlas, '[part="error"]')[0])).to.contain('403');
    expect(parts(atlas, '[part="stale"]')).to.have.length(0);
  });

  it('comes back from a feed that strict refused to the one that was shown before', async () => {
    const atlas = await show('strict');
    server.feed = feedWith((feed) => {
      feed.values[0]!.code = '999999';
    });
    await once(atlas, 'pair-error');
    expect(atlas.state.values.phase.kind).to.equal('failed');
    server.feed = goodFeed();
    await once(atlas, 'pair-ready');
    expect(atlas.state.values.phase.kind).to.equal('ready');
  });

  it('does not show an old answer over a newer one', async () => {
    const atlas = await show();
    // The old one is on its way when the author asks for another, and arrives last.
    let old: (answer: Response) => void = () => undefined;
    window.fetch = () => new Promise((resolve) => (old = resolve));
    atlas.reload();
    window.fetch = () => Promise.resolve(new Response(JSON.stringify(changed())));
    const data = once(atlas, 'pair-data');
    atlas.reload();
    await data;
    const { dataset } = atlas.state.values;
    old(new Response(JSON.stringify(goodFeed())));
    await settled(atlas);
    expect(atlas.state.values.dataset).to.equal(dataset);
  });

  it('asks no more once it is taken out of the page, or refresh is', async () => {
    const atlas = await show();
    await server.asked();
    atlas.refresh = 0;
    await atlas.updateComplete;
    const other = await show();
    const { calls } = server;
    await server.asked();
    expect(server.calls, 'only one of the two asks').to.equal(calls + 1);
    other.remove();
  });
});
