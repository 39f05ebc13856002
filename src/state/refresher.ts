/** When to ask for a feed again: as often as the author wants, not while nobody looks, and less often while it fails. */

/** What measures the time; tests bring their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls `run` after `wait` milliseconds; the function that it gives calls that off. */
  after(wait: number, run: () => void): () => void;
}

/** Whether anyone can see the page, and when that changes. */
export type Page = Pick<Document, 'visibilityState' | 'addEventListener'>;

export interface RefresherOptions {
  /** Seconds between two answers. */
  readonly seconds: number;
  /** Asks once; true where the server gave a feed that can be shown, be it a new one or not. */
  readonly ask: () => Promise<boolean>;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly clock?: Clock;
  /** 0 to 1, as `Math.random`. */
  readonly random?: () => number;
  readonly page?: Page;
}

const SECOND = 1_000;
/** A failing server is asked at least so often, but where the author wants it less often anyway. */
const LONGEST_BACKOFF = 300 * SECOND;
/** How much longer than it has to be a wait after a failure may be, so that not all pages come back at once. */
const JITTER = 0.5;
/** Beyond it, a browser's timers fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

const systemClock: Clock = {
  now: () => Date.now(),
  after: (wait, run) => {
    const timer = setTimeout(run, wait);
    return () => clearTimeout(timer);
  },
};

/** Lives until its signal is aborted. Asks never overlap. */
export class Refresher {
  readonly #options: Required<RefresherOptions>;
  readonly #every: number;
  #failures = 0;
  /** When to ask next. */
  #due: number;
  #isAsking = false;
  #callOff: (() => void) | undefined;

  constructor(options: RefresherOptions) {
    this.#options = { clock: systemClock, random: Math.random, page: document, ...options };
    const { signal, page, clock, seconds } = this.#options;
    this.#every = Math.min(LONGEST_TIMER, Math.max(SECOND, seconds * SECOND));
    this.#due = clock.now() + this.#every;
    if (signal.aborted) return;
    page.addEventListener('visibilitychange', () => this.#arm(), { signal });
    signal.addEventListener('abort', () => this.#callOff?.(), { once: true });
    this.#arm();
  }

  /** Nothing is asked while the page is hidden; what has come due meanwhile is asked as soon as it is shown. */
  #arm(): void {
    const { signal, page, clock } = this.#options;
    this.#callOff?.();
    this.#callOff = undefined;
    if (signal.aborted || this.#isAsking || page.visibilityState === 'hidden') return;
    const wait = Math.min(LONGEST_TIMER, this.#due - clock.now());
    if (wait > 0) this.#callOff = clock.after(wait, () => this.#arm());
    else void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    let isGood = false;
    try {
      isGood = await this.#options.ask();
    } catch (error) {
      // An error of ours: the developer shall see it, and the reader a feed that is asked for again.
      queueMicrotask(() => {
        throw error;
      });
    }
    this.#isAsking = false;
    this.#failures = isGood ? 0 : this.#failures + 1;
    this.#due = this.#options.clock.now() + this.#wait();
    this.#arm();
  }

  #wait(): number {
    if (this.#failures === 0) return this.#every;
    const backoff = Math.min(this.#every * 2 ** (this.#failures - 1), Math.max(this.#every, LONGEST_BACKOFF));
    return backoff * (1 + JITTER * this.#options.random());
  }
}
