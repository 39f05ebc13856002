/** What reads files: an atlas with no maps, but the button that opens a table, what its columns are, and the account of its data. */
import type { PairAtlas } from '../../src/index.js';
import type { Ledger } from '../../src/data/join.js';
import { isSame, type Source } from './draft.js';
import { inLanguage, type RawFeed } from './feed.js';

export interface Read {
  readonly source: Source;
  readonly feed: RawFeed;
  readonly ledger: Ledger;
}

export interface Readers {
  /** A feed is there: that of the source that was named, or one that the author has opened or changed the columns of. */
  read(read: Read, isOwn: boolean): void;
  failed(error: unknown): void;
}

export class Reading {
  element: PairAtlas | undefined;
  /** What the built-in case has, as text. */
  #builtIn: string | undefined;
  #shown: Source | undefined;
  /** Counts what was read: of two that overlap the later holds. */
  #round = 0;

  constructor(private readonly readers: Readers) {}

  /** Reads a source, unless it is the one that is read. */
  show(source: Source): PairAtlas {
    if (this.element && isSame(this.#shown, source)) return this.element;
    const atlas = document.createElement('pair-atlas');
    const ledger = document.createElement('pair-ledger');
    ledger.open = true;
    atlas.id = 'reading';
    atlas.droppable = true;
    atlas.append(ledger);
    if (source.kind === 'feed') atlas.feed = JSON.parse(source.text) as object;
    let isFirst = true;
    atlas.addEventListener('pair-data', ({ detail }) => {
      // A file may be there before the source that was named, which then never comes.
      const isOwn = !isFirst || atlas.loading.given.feed !== undefined;
      void this.#take(atlas, detail.ledger, isOwn ? undefined : source);
      isFirst = false;
    });
    this.#shown = source;
    this.element = atlas;
    return atlas;
  }

  open(file: File): void {
    this.element?.openFile(file).catch((error: unknown) => this.readers.failed(error));
  }

  async #take(atlas: PairAtlas, ledger: Ledger, named: Source | undefined): Promise<void> {
    const round = ++this.#round;
    try {
      const text = named?.kind === 'feed' ? named.text : await (await atlas.exportAs('feed')).text();
      if (round !== this.#round || atlas !== this.element) return;
      if (named?.kind === 'built-in') this.#builtIn = text;
      const feed = JSON.parse(text) as RawFeed;
      const source = named ?? (text === this.#builtIn ? { kind: 'built-in' as const } : sourceOf(feed, text));
      this.#shown = source;
      this.readers.read({ source, feed, ledger }, named === undefined);
    } catch (error) {
      this.readers.failed(error);
    }
  }
}

const sourceOf = (feed: RawFeed, text: string): Source => ({
  kind: 'feed',
  name: inLanguage(feed.title, 'zh-CN'),
  text,
});
