import { expect } from '@open-wc/testing';
import { LastGood } from '../../src/state/last-good.js';

const MINUTE = 60_000;
const address = (): string => new URL(`/kept-${Math.random()}.json`, location.href).href;

describe('the last good feed', () => {
  after(() => caches.delete('pair-atlas-last-good'));

  it('is found on the next visit, with the time at which it was right', async () => {
    const at = address();
    await new LastGood(at).keep('{"version":1}', 5 * MINUTE);
    expect(await new LastGood(at).find()).to.deep.equal({
      text: '{"version":1}',
      json: { version: 1 },
      since: 5 * MINUTE,
    });
    expect(await new LastGood(address()).find()).to.equal(undefined);
  });

  it('is written again when it has changed, or when its age would be wrong by ten minutes', async () => {
    const at = address();
    const kept = new LastGood(at);
    const since = async (): Promise<number | undefined> => (await new LastGood(at).find())?.since;
    await kept.keep('1', MINUTE);
    await kept.keep('1', 2 * MINUTE);
    expect(await since()).to.equal(MINUTE);
    await kept.keep('1', 12 * MINUTE);
    expect(await since()).to.equal(12 * MINUTE);
    await kept.keep('2', 13 * MINUTE);
    expect(await since()).to.equal(13 * MINUTE);
  });

  it('is kept of twenty addresses; the one that was kept longest ago goes', async () => {
    await caches.delete('pair-atlas-last-good');
    const all = Array.from({ length: 21 }, address);
    for (const at of all.slice(0, 20)) await new LastGood(at).keep('1', MINUTE);
    await new LastGood(all[0]!).keep('2', MINUTE);
    await new LastGood(all[20]!).keep('1', MINUTE);
    const found = await Promise.all(all.map((at) => new LastGood(at).find()));
    expect(found.flatMap((each, i) => (each ? [] : [i]))).to.deep.equal([1]);
  });

  it('is not kept, and nothing else happens, where the page may not keep anything, or has no room', async () => {
    const refusing: (() => CacheStorage)[] = [
      () => {
        throw new DOMException('sandboxed', 'SecurityError');
      },
      () => undefined as unknown as CacheStorage,
      () => ({ open: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) }) as unknown as CacheStorage,
    ];
    for (const storage of refusing) {
      const kept = new LastGood(address(), storage);
      await kept.keep('1', MINUTE);
      expect(await kept.find()).to.equal(undefined);
    }
  });

  it('is not found where somebody has written something else in its place', async () => {
    const at = address();
    const cache = await caches.open('pair-atlas-last-good');
    await cache.put(at, new Response('<html>', { headers: { 'x-pair-atlas-since': '60000' } }));
    expect(await new LastGood(at).find()).to.equal(undefined);
    await cache.put(at, new Response('{}'));
    expect(await new LastGood(at).find()).to.equal(undefined);
  });

  it('is not kept where it is very large', async () => {
    const at = address();
    await new LastGood(at).keep(' '.repeat(16_000_001), MINUTE);
    expect(await new LastGood(at).find()).to.equal(undefined);
  });
});
