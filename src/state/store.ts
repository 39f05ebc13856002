/** The one owner of what an atlas shows: it holds the values, and tells who asked to hear when they change. */
import { START, changedKeys, changedValues, type AtlasKey, type AtlasValues, type ChangedBy } from './values.js';

export type StoreListener = (changed: ReadonlySet<AtlasKey>, by: ChangedBy) => void;

export class Store {
  #values = START;
  readonly #listeners = new Set<StoreListener>();

  get values(): AtlasValues {
    return this.#values;
  }

  /** Members of `patch` that are equal to what is there change nothing, and tell nobody. */
  change(patch: Partial<AtlasValues>, by: ChangedBy = 'author'): void {
    const next = changedValues(this.#values, patch, by);
    const changed = changedKeys(next, this.#values);
    if (changed.size === 0) return;
    this.#values = next;
    for (const listener of [...this.#listeners]) listener(changed, by);
  }

  /** Calls `listener` after each change, until `signal` is aborted. */
  subscribe(listener: StoreListener, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }
}
