/** How data comes to an atlas: at first, by the reader's wish, and as often as `refresh` says. */
import type { LitElement } from 'lit';
import type { Fault } from '../../data/faults.js';
import { countLedgerFaults, hasFaults } from '../../data/join.js';
import { sayFault } from '../../scene/words/index.js';
import {
  builtInFeed,
  builtInGeometry,
  loadAtlas,
  type FeedText,
  type LoadOutcome,
  type Loaded,
} from '../../state/loader.js';
import type { AtlasHost } from '../shared/atlas-host.js';
import { emit } from '../shared/events.js';
import type { Permalink } from './permalink.js';

/** What is loaded, and how. */
export interface LoadingHost extends LitElement, AtlasHost {
  readonly src: string;
  readonly geometry: string;
  readonly feed: object | undefined;
  readonly strict: boolean;
  readonly refresh: number;
}

const NOTHING: FeedText = { text: '', tag: null };

/** What must be there before data is shown. */
export interface Before {
  /** Settles when the words of the page's language are there. */
  words(): Promise<unknown> | undefined;
  permalink(): Promise<Permalink | undefined> | undefined;
}

export function reportFaults(atlas: AtlasHost, faults: readonly Fault[], isFatal: boolean): void {
  const { language } = atlas.state.values;
  emit(atlas, 'pair-error', { isFatal, faults: faults.map((fault) => ({ ...fault, ...sayFault(fault, language) })) });
}

export class Loading {
  /** Ends the load that runs: what comes of it is nobody's any more, so an old answer is never shown over a newer one. */
  #run: AbortController | undefined;
  #running: Promise<boolean> | undefined;
  #refreshing: AbortController | undefined;
  /** The feed that is shown, as it came; only where it is asked for again. */
  #shown = NOTHING;
  /** The faults of the last answer, where it could not be shown: a server that is away is asked often, and the page told once. */
  #failure = '';

  constructor(
    private readonly atlas: LoadingHost,
    private readonly before: Before,
  ) {}

  /** Loads, in place of whatever is loading; true where there is a feed to show. What is shown stays until the new is whole. */
  load(isAgain = false): Promise<boolean> {
    this.#run?.abort();
    if (!isAgain) this.#shown = NOTHING;
    const run = (this.#run = new AbortController());
    const running = this.#load(run.signal, isAgain).finally(() => {
      if (this.#run === run) this.#running = undefined;
    });
    return (this.#running = running);
  }

  /** Asks for the feed again, from now on, as often as `refresh` says. */
  async schedule(): Promise<void> {
    this.#refreshing?.abort();
    const { refresh } = this.atlas;
    if (!(refresh > 0)) return;
    const { signal } = (this.#refreshing = new AbortController());
    const { Refresher } = await import('../../state/refresher.js');
    // A load that runs is as good as another: one that is slow must not be ended by each that follows.
    const ask = (): Promise<boolean> => this.#running ?? this.load(true);
    new Refresher({ seconds: refresh, ask, signal });
  }

  end(): void {
    this.#run?.abort();
    this.#refreshing?.abort();
  }

  async #load(signal: AbortSignal, isAgain: boolean): Promise<boolean> {
    const { state, feed: given, src, geometry } = this.atlas;
    const isFirst = state.values.dataset === undefined;
    const onProgress = (done: number, of: number): void => {
      if (isFirst && !isAgain && !signal.aborted) state.change({ phase: { kind: 'loading', done, of } });
    };
    onProgress(0, 2);
    try {
      const outcome = await loadAtlas({
        feed: given ?? (src ? new URL(src, document.baseURI).href : builtInFeed()),
        geometry: geometry ? new URL(geometry, document.baseURI).href : builtInGeometry(),
        signal,
        onProgress,
        shown: isAgain ? this.#shown : undefined,
      });
      await this.before.words();
      return signal.aborted ? false : await this.#take(outcome, signal, isAgain);
    } catch (error) {
      // A fault of ours: the page shall still see a message and a retry, and the developer the error itself.
      if (!signal.aborted)
        this.#fail([{ code: 'unexpected', path: '', severity: 'fatal', args: { detail: String(error) } }], isAgain);
      throw error;
    }
  }

  async #take(outcome: LoadOutcome, signal: AbortSignal, isAgain: boolean): Promise<boolean> {
    if (outcome.kind === 'aborted') return false;
    if (outcome.kind === 'failed') return this.#fail(outcome.faults, isAgain);
    if (outcome.kind === 'loaded') return this.#show(outcome, signal, isAgain);
    this.#isGood();
    return true;
  }

  async #show({ dataset, faults, source }: Loaded, signal: AbortSignal, isAgain: boolean): Promise<boolean> {
    const { atlas } = this;
    const { state } = atlas;
    const feed = dataset.feed.id;
    if (atlas.strict && hasFaults(dataset.ledger)) {
      const count = String(countLedgerFaults(dataset.ledger));
      emit(atlas, 'pair-data', { feed, ledger: dataset.ledger });
      return this.#fail(
        [{ code: 'strict-ledger', path: 'feed', severity: 'fatal', args: { count } }, ...faults],
        isAgain,
      );
    }
    const asks = !state.values.dataset ? (await this.before.permalink())?.read(dataset) : undefined;
    if (signal.aborted) return false;
    this.#isGood();
    this.#shown = (atlas.refresh > 0 && source) || NOTHING;
    state.change({ dataset, faults, phase: { kind: 'ready' }, ...asks });
    emit(atlas, 'pair-data', { feed, ledger: dataset.ledger });
    const asked = state.values.metric;
    const unknown: Fault[] =
      asked !== undefined && !dataset.metric(asked)
        ? [{ code: 'unknown-metric', path: 'metric', severity: 'warning', args: { got: asked } }]
        : [];
    if (faults.length + unknown.length > 0) reportFaults(atlas, [...faults, ...unknown], false);
    if (atlas.renderRoot.querySelector('.static')) void import('./hydrate.js').then(({ hydrate }) => hydrate(atlas));
    void atlas.updateComplete.then(() => emit(atlas, 'pair-ready', { feed, regions: dataset.regions.counties.length }));
    return true;
  }

  #isGood(): void {
    this.#failure = '';
    this.atlas.state.change({ isStale: false });
  }

  #fail(faults: readonly Fault[], isAgain: boolean): false {
    const { state } = this.atlas;
    // The last good picture is worth more than a message in its place.
    const isRefused = faults.some(({ code }) => code === 'strict-ledger');
    if (state.values.dataset && !isRefused) state.change({ isStale: true });
    else {
      this.#shown = NOTHING;
      state.change({ phase: { kind: 'failed', faults }, dataset: undefined });
    }
    const failure = JSON.stringify(faults);
    if (!isAgain || failure !== this.#failure) reportFaults(this.atlas, faults, true);
    this.#failure = failure;
    return false;
  }
}
