/** How data comes to an atlas: at first, by the reader's wish, and as often as `refresh` says. */
import type { LitElement } from 'lit';
import type { Fault } from '../../data/faults.js';
import type { ColumnChoices } from '../../data/tables/columns.js';
import { countLedgerFaults, hasFaults } from '../../data/join.js';
import type { Stale } from '../../scene/text/stale.js';
import { sayFault } from '../../scene/words/index.js';
import { loadFaultWords } from '../../scene/words/load.js';
import { builtInFeed, builtInGeometry } from '../../state/built-in.js';
import { loadAtlas, type FeedText, type LoadOutcome, type LoadRequest, type Loaded } from '../../state/loader.js';
import type { AtlasHost } from '../shared/atlas-host.js';
import { emit } from '../shared/events.js';
import type * as live from './live.js';
import type { Permalink } from './permalink.js';

/** What is loaded, and how. */
export interface LoadingHost extends LitElement, AtlasHost {
  readonly src: string;
  readonly geometry: string;
  readonly feed: object | undefined;
  readonly columns: ColumnChoices | undefined;
  readonly strict: boolean;
  readonly droppable: boolean;
  readonly refresh: number;
}

type Live = typeof live;
const NOTHING: FeedText = { text: '', tag: null };

/** What must be there before data is shown. */
export interface Before {
  /** Settles when the words of the page's language, and the author's classification method, are there. */
  files(): Promise<unknown>;
  permalink(): Promise<Permalink | undefined> | undefined;
}

/** Faults that an event puts into words: the ledger has them all. */
const MOST_SAID = 1_000;

export class Loading {
  /** What the reader gave in place of what the author did, until the author names another feed. */
  given: Partial<Pick<LoadRequest, 'feed' | 'columns'>> = {};
  /** Ends the load that runs: what comes of it is nobody's any more, so an old answer is never shown over a newer one. */
  run: AbortController | undefined;
  #running: Promise<boolean> | undefined;
  #refreshing: AbortController | undefined;
  /** The feed that is shown, as it came; only where it is asked for again. */
  #shown = NOTHING;
  /** When the server last said that what is shown is the feed. */
  #since = 0;
  /** There when it is first needed, or sooner: it could not be fetched from a server that is away. */
  live: Live | undefined;
  /** The faults of the last answer, where it could not be shown: a server that is away is asked often, and the page told once. */
  #failure = '';

  constructor(
    readonly atlas: LoadingHost,
    readonly before: Before,
  ) {}

  /** Loads, in place of whatever is loading; true where there is a feed to show. What is shown stays until the new is whole. */
  load(isAgain = false): Promise<boolean> {
    if (!isAgain) this.#shown = NOTHING;
    this.run?.abort();
    const run = (this.run = new AbortController());
    const running = this.#load(run.signal, isAgain).finally(() => {
      if (this.run === run) this.#running = undefined;
    });
    return (this.#running = running);
  }

  /** Reads feed and geometry as they are asked for now. */
  ask(signal: AbortSignal, options?: Pick<LoadRequest, 'onProgress' | 'shown'>): Promise<LoadOutcome> {
    const { columns } = this.atlas;
    return loadAtlas({ feed: this.#feed, columns, geometry: this.#geometry, signal, ...options, ...this.given });
  }

  /** Asks for the feed again, from now on, as often as `refresh` says. */
  async schedule(): Promise<void> {
    this.#refreshing?.abort();
    const { refresh } = this.atlas;
    if (!(refresh > 0)) return;
    const { signal } = (this.#refreshing = new AbortController());
    const fetched = await this.#fetchLive();
    // A load that runs is as good as another: one that is slow must not be ended by each that follows.
    const ask = (): Promise<boolean> => this.#running ?? this.load(true);
    if (fetched) new fetched.Refresher({ seconds: refresh, ask, signal });
  }

  /** Tells the page, at once where there are words for it. */
  async report(faults: readonly Fault[], isFatal = false): Promise<void> {
    await loadFaultWords(faults);
    const { language } = this.atlas.state.values;
    const said = faults.slice(0, MOST_SAID).map((fault) => ({ ...fault, ...sayFault(fault, language) }));
    emit(this.atlas, 'pair-error', { isFatal, count: faults.length, faults: said });
  }

  end(): void {
    this.run?.abort();
    this.#refreshing?.abort();
  }

  /** Where the feed is fetched from; the feed itself where the author gives it. */
  get #feed(): string | object {
    const { feed, src } = this.atlas;
    return feed ?? (src ? new URL(src, document.baseURI).href : builtInFeed());
  }

  get #geometry(): string {
    const { geometry } = this.atlas;
    return geometry ? new URL(geometry, document.baseURI).href : builtInGeometry();
  }

  async #load(signal: AbortSignal, isAgain: boolean): Promise<boolean> {
    const { state } = this.atlas;
    const isFirst = state.values.dataset === undefined && !isAgain;
    const onProgress = (done: number, of: number): void => {
      if (isFirst && !signal.aborted) state.change({ phase: { kind: 'loading', done, of } });
    };
    onProgress(0, 2);
    try {
      const outcome = await this.ask(signal, { onProgress, shown: isAgain ? this.#shown : undefined });
      await this.before.files();
      if (signal.aborted || outcome.kind === 'aborted') return false;
      if (outcome.kind === 'loaded') return await this.show(outcome, signal, isAgain);
      if (outcome.kind === 'failed')
        return (isFirst && (await this.#showKept(signal, outcome.faults))) || this.#fail(outcome.faults, isAgain);
      this.#confirm();
      return true;
    } catch (error) {
      // A fault of ours: the page shall still see a message and a retry, and the developer the error itself.
      if (!signal.aborted)
        this.#fail([{ code: 'unexpected', path: '', severity: 'fatal', args: { detail: String(error) } }], isAgain);
      throw error;
    }
  }

  /** Shows what was read. What the reader has changed is no news. */
  async show(
    { dataset, faults, source }: Loaded,
    signal: AbortSignal,
    isAgain: boolean,
    stale?: Stale,
    isOwn = false,
  ): Promise<boolean> {
    const { atlas } = this;
    const { state } = atlas;
    const feed = dataset.feed.id;
    if (atlas.strict && hasFaults(dataset.ledger)) {
      const count = String(countLedgerFaults(dataset.ledger));
      emit(atlas, 'pair-data', { feed, ledger: dataset.ledger });
      const strict: Fault = { code: 'strict-ledger', path: 'feed', severity: 'fatal', args: { count } };
      await loadFaultWords([strict]);
      if (signal.aborted) return false;
      return this.#fail([strict, ...faults], isAgain);
    }
    const asks = !state.values.dataset ? (await this.before.permalink())?.read(dataset) : undefined;
    const before = isOwn ? undefined : state.values.dataset;
    const { isComparing } = state.values;
    const changes = before && (await (await this.#fetchLive())?.changesBetween(state.values, dataset, signal));
    if (signal.aborted) return false;
    // Not before it is: an answer that is the same as what never was shown would be taken for it.
    this.#shown = (atlas.refresh > 0 && source) || NOTHING;
    const news = { changes, isNews: !!changes, before: changes && before, isComparing: !!changes && isComparing };
    state.change({ dataset, faults, phase: { kind: 'ready' }, stale, ...news, ...asks });
    if (!stale) this.#confirm();
    emit(atlas, 'pair-data', { feed, ledger: dataset.ledger, changes });
    const known = { metric: dataset.feed.metrics.map(({ id }) => id), per: dataset.feed.bases };
    const unknown = (['metric', 'per'] as const).flatMap((path): Fault[] => {
      const got = state.values[path];
      return got === undefined || known[path].includes(got)
        ? []
        : [
            {
              code: path === 'per' ? 'unknown-attribute-value' : 'unknown-metric',
              path,
              severity: 'warning',
              args: { got, expected: known[path].join(', ') },
            },
          ];
    });
    if (faults.length + unknown.length > 0) void this.report([...faults, ...unknown]);
    if (atlas.renderRoot.querySelector('.static')) void import('./hydrate.js').then(({ hydrate }) => hydrate(atlas));
    void atlas.updateComplete.then(() => emit(atlas, 'pair-ready', { feed, regions: dataset.regions.counties.length }));
    return true;
  }

  /** The server says that what is shown is the feed. */
  #confirm(): void {
    this.#failure = '';
    this.#since = Date.now();
    this.atlas.state.change({ stale: undefined });
    if (this.#shown.text)
      void this.#fetchLive().then((fetched) => fetched?.keepFeed(this.#feed, this.#shown.text, this.#since));
  }

  /** Shows what the browser has kept of an earlier visit, where the page lets it keep anything. */
  async #showKept(signal: AbortSignal, faults: readonly Fault[]): Promise<boolean> {
    if (!(this.atlas.refresh > 0)) return false;
    const kept = await (await this.#fetchLive())?.keptFeed(this.#feed, this.#geometry, signal);
    if (!kept) return false;
    this.#since = kept.stale.since;
    const isShown = await this.show(kept.outcome, signal, false, kept.stale);
    if (isShown) this.#reportOnce(faults, false);
    return isShown;
  }

  #fail(faults: readonly Fault[], isAgain: boolean): false {
    const { state } = this.atlas;
    const { dataset, stale } = state.values;
    // The last good picture is worth more than a message in its place.
    if (dataset && !faults.some(({ code }) => code === 'strict-ledger')) {
      state.change({ stale: { since: this.#since, noticed: Date.now(), isKept: stale?.isKept === true } });
      void this.#fetchLive();
    } else {
      this.#shown = NOTHING;
      state.change({ phase: { kind: 'failed', faults }, dataset: undefined, stale: undefined });
    }
    this.#reportOnce(faults, isAgain);
    return false;
  }

  #reportOnce(faults: readonly Fault[], isAgain: boolean): void {
    const failure = JSON.stringify(faults);
    if (!isAgain || failure !== this.#failure) void this.report(faults, true);
    this.#failure = failure;
  }

  async #fetchLive(): Promise<Live | undefined> {
    try {
      this.live ??= await import('./live.js');
      this.atlas.requestUpdate();
    } catch (error) {
      console.warn('pair-atlas: refresh', error);
    }
    return this.live;
  }
}
