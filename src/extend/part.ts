import type { RegionCode } from '../data/types.js';
import { AtlasController, type AtlasHost } from '../elements/shared/atlas-host.js';
import type { AtlasValues } from '../state/values.js';
import { callOf, checkFree, checkFunction, refuse } from './check.js';
import { extensionFailed } from './failures.js';
import { loadValueWords, viewOf, type AtlasView } from './view.js';

/** An author's element, from when it has found its atlas until it is taken away or finds another. */
export interface AtlasPart {
  /** The element on the page. */
  readonly element: HTMLElement;
  /** Its shadow root, empty at first: what is drawn goes there. */
  readonly root: ShadowRoot;
  /** Aborted when the element is taken away: listeners, timers and requests end with it. */
  readonly signal: AbortSignal;
  /** The atlas now; undefined until there is data, and words for it. */
  readonly view: AtlasView | undefined;
  /** Calls back at once where there is data, and after each change, until the signal is aborted. */
  subscribe(listener: (view: AtlasView) => void, signal: AbortSignal): void;
  /** Selects these regions, and no others; codes that the boundaries do not have are left out. */
  select(...codes: RegionCode[]): void;
  /** Points at a region, as a reader does, or at none. */
  hover(code: RegionCode | undefined): void;
  /** Shows another metric of the feed; one that it does not have changes nothing. */
  setMetric(id: string): void;
}

export type PartDefinition = (part: AtlasPart) => void;

/** It asks no more of an element of Lit than what stands below. */
type Host = ConstructorParameters<typeof AtlasController>[0];

const CALL = 'registerPart';
const TAG = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** An element that shows something of an atlas, within it or, with `for`, anywhere on the page. */
export function registerPart(tag: string, draw: PartDefinition): void {
  if (typeof tag !== 'string' || !TAG.test(tag) || tag.startsWith('pair-'))
    refuse(
      `${CALL}(tag, …)`,
      'tag',
      'small letters and digits with a hyphen, and not begin with "pair-", such as "acme-top"',
      tag,
    );
  checkFree(CALL, tag, registered);
  const call = callOf(CALL, tag);
  checkFunction(call, 'draw', draw);
  registered.push(tag);
  // On a server there is nothing to define it in, and a static page leaves the element to the page that has script.
  if (typeof document === 'undefined') return;
  if (customElements.get(tag)) checkFree(CALL, tag, [tag]);
  customElements.define(tag, elementOf(call, draw));
}

const registered: string[] = [];

function elementOf(call: string, draw: PartDefinition): CustomElementConstructor {
  return class extends HTMLElement {
    static get observedAttributes(): string[] {
      return ['for'];
    }

    /** Settled at once: what is drawn here nobody waits for. */
    readonly updateComplete = Promise.resolve(true);
    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #controller = new AtlasController(this as unknown as Host, [], () => this.#tell());
    #joined: AtlasHost | undefined;
    #life: AbortController | undefined;
    #listeners = new Set<(view: AtlasView) => void>();
    #isTelling = false;
    #hasWords = false;
    #made: { readonly values: AtlasValues; readonly view: AtlasView | undefined } | undefined;

    get for(): string {
      return this.getAttribute('for') ?? '';
    }
    set for(id: string) {
      this.setAttribute('for', id);
    }

    // What an `AtlasController` asks of its host.
    addController(): void {}
    requestUpdate(): void {
      this.#tell();
    }

    connectedCallback(): void {
      this.#controller.hostConnected();
    }
    disconnectedCallback(): void {
      this.#controller.hostDisconnected();
      this.#leave();
    }
    attributeChangedCallback(): void {
      if (this.isConnected) this.#controller.join();
    }

    #leave(): void {
      this.#life?.abort();
      this.#life = this.#joined = undefined;
      this.#listeners.clear();
      this.#root.replaceChildren();
    }

    /** After what runs now, so that several changes at once are one; the first time it is drawn. */
    #tell(): void {
      if (this.#isTelling) return;
      this.#isTelling = true;
      queueMicrotask(() => {
        this.#isTelling = false;
        this.#join();
        const { view } = this;
        if (view) for (const listener of [...this.#listeners]) this.#call(() => listener(view));
      });
    }

    #join(): void {
      const { atlas } = this.#controller;
      if (!this.isConnected || atlas === this.#joined) return;
      this.#leave();
      this.#joined = atlas;
      if (!atlas) return;
      const life = (this.#life = new AbortController());
      this.#call(() => draw(this.#partOf(atlas, life.signal)));
      // No change tells of them.
      void loadValueWords().then(() => {
        this.#hasWords = true;
        this.#tell();
      });
    }

    get view(): AtlasView | undefined {
      const values = this.#hasWords ? this.#joined?.state.values : undefined;
      if (values && this.#made?.values !== values) this.#made = { values, view: viewOf(values) };
      return values && this.#made?.view;
    }

    #partOf(atlas: AtlasHost, signal: AbortSignal): AtlasPart {
      const view = (): AtlasView | undefined => (signal.aborted ? undefined : this.view);
      const change = (patch: Partial<AtlasValues>): void => {
        if (!signal.aborted) atlas.state.change(patch, 'reader');
      };
      return Object.freeze({
        element: this,
        root: this.#root,
        signal,
        get view() {
          return view();
        },
        subscribe: (listener: (view: AtlasView) => void, until: AbortSignal) => {
          checkFunction(call, 'subscribe(listener, signal): listener', listener);
          if (!(until instanceof AbortSignal))
            refuse(call, 'subscribe(listener, signal): signal', 'an AbortSignal, such as part.signal', until);
          if (until.aborted || signal.aborted) return;
          this.#listeners.add(listener);
          until.addEventListener('abort', () => this.#listeners.delete(listener), { once: true, signal });
          const now = view();
          if (now) this.#call(() => listener(now));
        },
        select: (...codes: RegionCode[]) =>
          change({ selected: [...new Set(codes)].filter((code) => view()?.region(code) !== undefined) }),
        hover: (code: RegionCode | undefined) =>
          change({ active: code !== undefined && view()?.region(code) ? code : undefined, pointer: undefined }),
        setMetric: (id: string) => {
          if (view()?.metrics.some((metric) => metric.id === id)) change({ metric: id });
        },
      });
    }

    /** What an author's function throws is a fault of its atlas, and the page goes on. */
    #call(task: () => void): void {
      const atlas = this.#joined;
      try {
        task();
      } catch (error) {
        extensionFailed('part', call, error, atlas ?? (() => false));
      }
    }
  };
}
