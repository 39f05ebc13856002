import { expect } from '@open-wc/testing';
import { feedWith } from '../../fixtures/feeds.js';
import { clearPage, once, part, parts, settled, showAtlas, textOf, until } from '../../harness.js';

const CODES = ['513201', '513221', '513222', '513223'];
const rows = (count: number, more: object = {}): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, i) => ({
    code: CODES[i % CODES.length],
    period: String(1000 + Math.floor(i / CODES.length)),
    funding: i,
    cadres: i,
    ...more,
  }));

describe('an atlas with a large feed', () => {
  afterEach(clearPage);

  it('draws it, and the page goes on meanwhile', async () => {
    let frames = 0;
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => {
      host.feed = feedWith((feed) => (feed.values = rows(60_000)));
      const count = (): void => {
        frames++;
        if (!host.state.values.dataset) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    });
    const { dataset } = atlas.state.values;
    expect(dataset!.feed.periods).to.have.length(15_000);
    expect(dataset!.datum('513223', 'funding', '15999')).to.include({ kind: 'value', value: 59_999 });
    expect(frames, 'frames while it was read').to.be.greaterThan(2);
  });

  it('puts a thousand of its faults into words, and has all of them in the ledger', async () => {
    const heard: { count?: number; faults: readonly { message: string }[] }[] = [];
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => {
      host.addEventListener('pair-error', ({ detail }) => heard.push(detail));
      host.feed = feedWith((feed) => (feed.values = rows(12_000, { fundng: 1 })));
    });
    await until(() => heard.length > 0);
    expect(heard[0]!.count).to.equal(12_000);
    expect(heard[0]!.faults).to.have.length(1_000);
    expect(heard[0]!.faults[999]!.message).to.contain('values[999].fundng');
    expect(atlas.state.values.dataset!.ledger.faulty).to.have.length(12_000);
    expect(textOf(part(atlas, 'pair-ledger')))
      .to.contain('12000处需要核对')
      .and.to.contain('另有 11800 处');
  });

  it('gives way to another feed that comes while it is read', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => (host.feed = feedWith(() => undefined)));
    const shown: string[] = [];
    atlas.addEventListener('pair-data', ({ detail }) => shown.push(detail.feed));
    atlas.feed = feedWith((feed) => Object.assign(feed, { id: 'large', values: rows(60_000) }));
    await atlas.updateComplete;
    atlas.feed = feedWith((feed) => (feed.id = 'small'));
    await once(atlas, 'pair-ready');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(shown).to.deep.equal(['small']);
  });

  it('that no page can hold is refused, with how large it is and what to do', async () => {
    const atlas = await showAtlas('<pair-atlas></pair-atlas>', (host) => {
      host.feed = feedWith((feed) => (feed.values = new Array(1_000_001).fill(feed.values[0]) as typeof feed.values));
    });
    await until(() => parts(atlas, '[part="error"]')[0]);
    expect(textOf(parts(atlas, '[part="error"]')[0])).to.match(
      /values：共有 1,000,0\d\d 行，最多可用 1,000,000 行.*请按年份或省份拆成几个文件/,
    );
  });

  it('writes out a hundred notes of a region, and the beginning of a long one, and says so', async () => {
    const atlas = await showAtlas('<pair-atlas selected="513201"></pair-atlas>', (host) => {
      host.feed = feedWith((feed) => {
        feed.notes = [
          { code: '513201', title: '长', text: '字'.repeat(1_000_000) },
          ...Array.from({ length: 20_000 }, (_, i) => ({ code: '513201', title: `第${i}条`, text: '文' })),
        ];
      });
    });
    await settled(atlas);
    const notes = parts(atlas, '[part="notes"]')[0]!;
    expect(notes.querySelectorAll('.note')).to.have.length(100);
    expect(textOf(notes)).to.contain('（共1,000,000字，这里只列出开头）').and.to.contain('另有19901条，这里没有列出');
    expect(textOf(notes).length).to.be.lessThan(10_000);
    atlas.lang = 'en';
    await until(() => textOf(parts(atlas, '[part="notes"]')[0]).includes('19901 more, not listed here'));
  });
});
