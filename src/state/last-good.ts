/**
 * The last good feed of an address, for the next visit: in the browser's Cache storage, where the page may use it. It may be
 * missing (no https), refuse (a sandboxed frame), or be full: then nothing is kept, and nothing else is lost.
 */
import { jsonInPieces } from '../data/large-json.js';
import { runWithRests } from './rests.js';

const CACHE = 'pair-atlas-last-good';
const SINCE = 'x-pair-atlas-since';
/** Addresses of which a feed is kept; of more, the oldest go. */
const MOST = 20;
/** Characters of a feed that is too large to keep. */
const LARGEST = 16_000_000;
/** Milliseconds after which a feed that is the same is kept again, so that its age is right. */
const RENEWAL = 600_000;

export interface KeptFeed {
  readonly text: string;
  readonly json: object;
  /** When the server last said that this is the feed, in milliseconds since 1970. */
  readonly since: number;
}

export class LastGood {
  #kept: Pick<KeptFeed, 'text' | 'since'> | undefined;

  constructor(
    private readonly address: string,
    private readonly storage: () => CacheStorage = () => caches,
  ) {}

  /** Keeps a feed that has been shown. */
  async keep(text: string, now: number): Promise<void> {
    if (text.length > LARGEST || (this.#kept?.text === text && now - this.#kept.since < RENEWAL)) return;
    this.#kept = { text, since: now };
    try {
      const cache = await this.storage().open(CACHE);
      // What is put again is the newest again.
      await cache.delete(this.address);
      const headers = { 'content-type': 'application/json', [SINCE]: String(now) };
      await cache.put(this.address, new Response(text, { headers }));
      const all = await cache.keys();
      await Promise.all(all.slice(0, Math.max(0, all.length - MOST)).map((request) => cache.delete(request)));
    } catch {
      // Nothing is kept.
    }
  }

  async find(): Promise<KeptFeed | undefined> {
    try {
      const response = await (await this.storage().open(CACHE)).match(this.address);
      const since = Number(response?.headers.get(SINCE));
      if (!response || !(since > 0)) return undefined;
      const text = await response.text();
      return { text, json: (await runWithRests(jsonInPieces(text))) as object, since };
    } catch {
      return undefined;
    }
  }
}
