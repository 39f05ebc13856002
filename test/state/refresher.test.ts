import { expect } from '@open-wc/testing';
import { Refresher, type Clock, type Page } from '../../src/state/refresher.js';

/** Time that passes when it is told to. */
class Hand implements Clock {
  time = 0;
  waiting: { at: number; run: () => void }[] = [];
  now = (): number => this.time;
  after = (wait: number, run: () => void): (() => void) => {
    const entry = { at: this.time + wait, run };
    this.waiting.push(entry);
    return () => (this.waiting = this.waiting.filter((each) => each !== entry));
  };
  /** Lets `seconds` pass, and everything that comes due with them. */
  async pass(seconds: number): Promise<void> {
    const end = this.time + seconds * 1000;
    for (;;) {
      const [next] = this.waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.time = Math.max(this.time, next.at);
      this.waiting = this.waiting.filter((each) => each !== next);
      next.run();
      await macrotask();
    }
    this.time = end;
  }
}

const macrotask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

class FakePage extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible';
  show(state: DocumentVisibilityState): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

interface Setup {
  clock: Hand;
  page: FakePage;
  end: AbortController;
  /** When it was asked, in seconds. */
  asked: number[];
  /** What the server will say. */
  server: { isUp: boolean; answer?: Promise<boolean> };
}

function refreshing(seconds: number, random = 0): Setup {
  const clock = new Hand();
  const page = new FakePage();
  const end = new AbortController();
  const asked: number[] = [];
  const server: Setup['server'] = { isUp: true };
  const ask = (): Promise<boolean> => {
    asked.push(clock.time / 1000);
    return server.answer ?? Promise.resolve(server.isUp);
  };
  new Refresher({ seconds, ask, clock, page: page as unknown as Page, random: () => random, signal: end.signal });
  return { clock, page, end, asked, server };
}

describe('a refresher', () => {
  it('asks as often as it is told, from one answer to the next question', async () => {
    const { clock, asked } = refreshing(60);
    await clock.pass(200);
    expect(asked).to.deep.equal([60, 120, 180]);
  });

  it('asks less and less often while the server fails, and as before when it is back', async () => {
    const { clock, asked, server } = refreshing(60);
    server.isUp = false;
    await clock.pass(1_200);
    // 60, 120 and 240 seconds apart, and then never more than 300.
    expect(asked).to.deep.equal([60, 120, 240, 480, 780, 1_080]);
    server.isUp = true;
    await clock.pass(300);
    expect(asked.slice(6)).to.deep.equal([1_380, 1_440, 1_500]);
  });

  it('does not ask more often than it is told because the server fails', async () => {
    const { clock, asked, server } = refreshing(3_600);
    server.isUp = false;
    await clock.pass(4 * 3_600);
    expect(asked).to.deep.equal([3_600, 7_200, 10_800, 14_400]);
  });

  it('spreads what pages ask after a failure, and never asks earlier for it', async () => {
    const { clock, asked, server } = refreshing(60, 1);
    server.isUp = false;
    await clock.pass(400);
    expect(asked).to.deep.equal([60, 150, 330]);
  });

  it('is silent while nobody sees the page, and asks at once for what has come due meanwhile', async () => {
    const { clock, page, asked } = refreshing(60);
    await clock.pass(30);
    page.show('hidden');
    await clock.pass(600);
    expect(asked).to.deep.equal([]);
    page.show('visible');
    await macrotask();
    expect(asked).to.deep.equal([630]);
  });

  it('waits for the rest of its time when the page was hidden for less', async () => {
    const { clock, page, asked } = refreshing(60);
    page.show('hidden');
    await clock.pass(20);
    page.show('visible');
    await clock.pass(39);
    expect(asked).to.deep.equal([]);
    await clock.pass(1);
    expect(asked).to.deep.equal([60]);
  });

  it('never asks twice at a time, however long an answer takes', async () => {
    const { clock, page, asked, server } = refreshing(60);
    let answer: (isGood: boolean) => void = () => undefined;
    server.answer = new Promise((resolve) => (answer = resolve));
    await clock.pass(600);
    page.show('hidden');
    page.show('visible');
    expect(asked).to.deep.equal([60]);
    server.answer = undefined;
    answer(true);
    await macrotask();
    await clock.pass(60);
    expect(asked).to.deep.equal([60, 660]);
  });

  it('goes on after an error of ours, and lets the developer see it', async () => {
    const { clock, asked, server } = refreshing(60);
    const seen: unknown[] = [];
    const handle = window.onerror;
    window.onerror = (_message, _source, _line, _column, error) => {
      seen.push(error?.message);
      return true;
    };
    server.answer = Promise.reject(new Error('ours'));
    await clock.pass(60);
    await macrotask();
    window.onerror = handle;
    server.answer = undefined;
    await clock.pass(60);
    expect(seen).to.deep.equal(['ours']);
    expect(asked).to.deep.equal([60, 120]);
  });

  it('asks nothing, and waits for nothing, once it is ended', async () => {
    const { clock, page, end, asked } = refreshing(60);
    end.abort();
    expect(clock.waiting).to.have.length(0);
    page.show('hidden');
    page.show('visible');
    await clock.pass(600);
    expect(asked).to.deep.equal([]);
  });

  it('asks once a second at most, and takes a wait that no timer can keep for the longest that one can', async () => {
    const often = refreshing(0.001);
    await often.clock.pass(3);
    expect(often.asked).to.deep.equal([1, 2, 3]);
    const seldom = refreshing(1e12);
    expect(seldom.clock.waiting.map(({ at }) => at)).to.deep.equal([2 ** 31 - 1]);
  });
});
