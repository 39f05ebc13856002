/** The builder's state, and all that an author can do with it. */
import type { Ledger } from '../../src/data/join.js';
import {
  START,
  draftText,
  historyOf,
  paused,
  record,
  redone,
  undone,
  type Draft,
  type History,
  type Patch,
} from './draft.js';
import type { RawFeed } from './feed.js';
import { copyText, saveFile } from './files.js';
import { findDraft, keepDraft } from './keep.js';
import { hasFeed, titleOf, toFeed } from './output.js';
import { placesOf, type MapPlace } from './places.js';
import { Preview, type WindowName } from './preview.js';
import { Reading } from './reading.js';
import { nameOf } from './names.js';
import { say, type Tongue, type WordKey } from './words.js';

type Args = Readonly<Record<string, string | number>>;
/** What a status line says, and one thing to do about it. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; act(): void };
}

/** An author at a phone looks at a phone's page. */
const NARROW = 600;
/** Milliseconds after the last keystroke until the preview follows, and the draft is kept. */
const SOON = 300;

export class App {
  tongue: Tongue;
  history: History = historyOf(START);
  /** The feed of the draft's source, as its file has it. */
  feed: RawFeed | undefined;
  ledger: Ledger | undefined;
  /** Of what the preview shows. */
  shownLedger: Ledger | undefined;
  places: readonly MapPlace[] = [];
  notice: Notice = { text: '' };
  /** Beside what is taken away. */
  taken: Notice = { text: '' };
  size: WindowName = 'page';
  isExamined = false;
  /** Its data was kept, and not read from a file in this visit. */
  isRestored = false;
  readonly reading = new Reading({
    read: ({ source, feed, ledger }, isOwn) => {
      this.feed = feed;
      if (isOwn) {
        this.isRestored = false;
        this.history = record(this.history, { source });
        if (source.kind === 'feed') this.tell('said.read', { name: source.name });
      }
      this.ledger = ledger;
      // Without a moment's delay: until then the preview is of another feed.
      this.settle();
    },
    failed: (error) => this.fail(error),
  });
  readonly preview = new Preview(
    (patch) => this.feed && this.change(patch, 'preview'),
    (ledger) => {
      this.shownLedger = ledger;
      this.draw();
    },
    () => this.draw(),
  );
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isBlocked = false;
  #published: { readonly said: string; readonly feed: RawFeed; readonly made: RawFeed } | undefined;

  constructor(
    tongue: Tongue,
    readonly draw: () => void,
  ) {
    this.tongue = tongue;
  }

  get draft(): Draft {
    return this.history.present;
  }

  /** The feed with what the draft says of it; the same object for as long as that is the same, or the preview would read it again. */
  get published(): RawFeed | undefined {
    const { draft, feed, tongue } = this;
    if (!feed) return undefined;
    const { title, notes, sourceName, sourceUrl, sourceDate, approval, language } = draft;
    const said = JSON.stringify([title, notes, sourceName, sourceUrl, sourceDate, approval, language || tongue]);
    if (this.#published?.said !== said || this.#published.feed !== feed)
      this.#published = { said, feed, made: toFeed(draft, feed, tongue) };
    return this.#published.made;
  }

  /** Notes of the author's whose place the map does not know. */
  get placeless(): number {
    const given = this.feed?.notes?.length ?? 0;
    const isOwn = ({ path }: { readonly path: string }): boolean =>
      Number(/^notes\[(\d+)\]/.exec(path)?.[1] ?? -1) >= given;
    return this.shownLedger?.unmatched.filter(isOwn).length ?? 0;
  }

  get #usualSize(): WindowName {
    return this.draft.layout === 'wall' ? 'wall' : innerWidth < NARROW ? 'phone' : 'page';
  }

  get title(): string {
    return titleOf(this.draft, this.feed, this.tongue);
  }

  nameOf(option: 'method' | 'scheme' | 'language', name: string): string {
    return nameOf(this.tongue, option, name);
  }

  say(key: WordKey, args?: Args): string {
    return say(this.tongue, key, args);
  }

  tell(key: WordKey, args?: Args, action?: Notice['action']): void {
    this.notice = { text: this.say(key, args), action };
    this.draw();
  }

  fail(error: unknown): void {
    this.tell('said.failed', { detail: error instanceof Error ? error.message : String(error) });
  }

  async start(): Promise<void> {
    const found = await findDraft(new Date());
    if (found.kind === 'draft') {
      this.history = historyOf(found.draft);
      this.isRestored = found.draft.source.kind === 'feed';
      const { source } = found.draft;
      if (draftText(found.draft) !== draftText(START))
        this.tell('said.restored', {
          name: found.draft.title || (source.kind === 'feed' ? source.name : this.say('data.built-in')),
        });
    }
    if (found.kind === 'unreadable')
      this.tell(
        'said.unreadable',
        { name: found.name },
        {
          label: this.say('said.save-aside'),
          act: () => saveFile(found.text, `${found.name.replace(/:/g, '-')}.json`, 'application/json'),
        },
      );
    if (found.kind === 'blocked') {
      this.#isBlocked = true;
      this.tell('said.blocked');
    }
    this.resize(this.#usualSize);
    this.places = await placesOf().catch(() => []);
    this.update();
  }

  change(patch: Patch, writing?: string): void {
    const before = this.draft;
    this.history = record(this.history, patch, writing);
    if (this.draft === before) return;
    this.#follow(before);
  }

  pause(): void {
    this.history = paused(this.history);
    // A field shows what holds, and not what could not be taken.
    this.draw();
  }

  undo(): void {
    this.#travel(undone(this.history), 'said.undone');
  }

  redo(): void {
    this.#travel(redone(this.history), 'said.redone');
  }

  anew(): void {
    this.#travel(record(this.history, START), 'said.anew');
  }

  toBuiltIn(): void {
    this.change({ source: START.source });
  }

  resize(size: WindowName): void {
    this.size = size;
    this.preview.resize(size);
    this.draw();
  }

  speak(tongue: Tongue): void {
    this.tongue = tongue;
    this.notice = this.taken = { text: '' };
    this.update();
  }

  save(content: BlobPart, name: string, type: string): void {
    saveFile(content, name, type);
    this.took('said.saved', { name });
  }

  /** @param shown What shows the text, for a browser that does not let a page copy. */
  async copy(text: string, shown: HTMLTextAreaElement | null): Promise<void> {
    const isCopied = await copyText(text);
    if (!isCopied) {
      shown?.focus();
      shown?.select();
    }
    this.took(isCopied ? 'said.copied' : 'said.not-copied');
  }

  took(key: WordKey, args?: Args): void {
    this.taken = { text: this.say(key, args) };
    this.draw();
  }

  /** What changed is shown at once, and a moment later the preview follows, and the draft is kept. */
  update(): void {
    this.draw();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.settle(), SOON);
  }

  settle(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { draft, published } = this;
    if (published || !hasFeed(draft))
      this.preview.show(draft, hasFeed(draft) ? published : undefined, this.say('preview.inner'));
    if (!this.#isBlocked) void keepDraft(draft).then((isKept) => isKept || this.#blocked());
    this.draw();
  }

  #blocked(): void {
    // Once: it will be no otherwise with the next change.
    this.#isBlocked = true;
    this.tell('said.not-kept');
  }

  #travel(history: History, key: WordKey): void {
    const before = this.draft;
    this.history = history;
    if (before === this.draft) return;
    this.#follow(before);
    this.tell(key);
  }

  /** What a change of the draft brings with it. */
  #follow(before: Draft): void {
    const { draft } = this;
    if (draft.source !== before.source) {
      this.feed = undefined;
      this.ledger = undefined;
      this.isRestored = draft.source.kind === 'feed';
    }
    if (draft.layout !== before.layout && (draft.layout === 'wall') !== (this.size === 'wall'))
      this.resize(this.#usualSize);
    this.taken = { text: '' };
    this.update();
  }
}
