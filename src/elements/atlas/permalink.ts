/** Keeps what a reader found in the page's hash, and follows it back and forward. Fetched where an atlas has `permalink`. */
// A link may name any method.
import '../../scene/classes/methods/all.js';
import { SHARED_KEYS, readHash, writeHash, type Shared } from '../../state/permalink.js';
import type { Store } from '../../state/store.js';
import type { AtlasKey } from '../../state/values.js';

/** Milliseconds of rest before the hash is written: a drag is one step of the history, and browsers allow few in a second. */
const REST = 300;
/** Changes of these alone are no step of their own: going back should not lead through every pan. */
const QUIET: ReadonlySet<AtlasKey> = new Set(['cameras', 'breaks']);

/** Prefixes in use on the page. */
const taken = new Set<string>();

export class Permalink {
  readonly #prefix: string;
  #home: Shared | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isStep = false;

  /** `wish`: the prefix that the author gave; a second atlas with the same one gets a number. */
  constructor(
    private readonly state: Store,
    wish: string,
    signal: AbortSignal,
  ) {
    const base = wish.replace(/[^\w-]/g, '') || 'pair';
    let prefix = base;
    for (let i = 2; taken.has(prefix); i++) prefix = `${base}${i}`;
    taken.add(prefix);
    this.#prefix = prefix;
    signal.addEventListener('abort', () => {
      taken.delete(prefix);
      clearTimeout(this.#timer);
    });
    state.subscribe((changed) => this.#handleChange(changed), signal);
    addEventListener('hashchange', () => this.#follow(), { signal });
  }

  /** What the hash asks for; what it does not name is the author's. */
  read(dataset: Parameters<typeof readHash>[2]): Shared {
    const { values } = this.state;
    this.#home ??= Object.fromEntries(SHARED_KEYS.map((key) => [key, values[key]])) as unknown as Shared;
    return readHash(location.hash, this.#prefix, dataset, this.#home);
  }

  #follow(): void {
    const { dataset } = this.state.values;
    if (dataset) this.state.change({ ...this.read(dataset), active: undefined, pointer: undefined }, 'reader');
    // Now the state is what the hash says; written later, it could meet the hash of the next step back.
    clearTimeout(this.#timer);
    this.#isStep = false;
  }

  #handleChange(changed: ReadonlySet<AtlasKey>): void {
    const ours = SHARED_KEYS.filter((key) => changed.has(key));
    if (ours.length === 0 || !this.#home || !this.state.values.dataset || changed.has('dataset')) return;
    if (ours.some((key) => !QUIET.has(key))) this.#isStep = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), REST);
  }

  #write(): void {
    if (!this.#home) return;
    const isStep = this.#isStep;
    this.#isStep = false;
    const hash = writeHash(location.hash, this.#prefix, this.state.values, this.#home);
    if (hash === location.hash.replace(/^#/, '')) return;
    const url = `${location.pathname}${location.search}${hash ? `#${hash}` : ''}`;
    try {
      // Neither scrolls, and neither is a `hashchange`.
      if (isStep) history.pushState(history.state, '', url);
      else history.replaceState(history.state, '', url);
    } catch {
      // A frame without the right to change its address goes on without a link.
    }
  }
}
