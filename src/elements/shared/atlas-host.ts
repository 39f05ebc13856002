/** How a part finds the atlas that it belongs to, and hears of its changes. */
import type { LitElement, ReactiveController } from 'lit';
import type { Loading } from '../atlas/loading.js';
import type { Store } from '../../state/store.js';
import type { AtlasKey, AtlasValues } from '../../state/values.js';
import type { Level, RegionCode } from '../../data/types.js';
import type { View } from '../../scene/geometry/view.js';
import { FIRST_LANGUAGE, say, type Language, type WordKey } from '../../scene/words/index.js';

/** What a part may ask of its atlas. */
export interface AtlasHost extends HTMLElement {
  readonly state: Store;
  /** The elements that have joined, wherever they stand. */
  readonly parts: Set<LitElement>;
  readonly loading: Loading;
  /** Another layout than a page's: its parts have other sizes, and its lines are so many times as thick. */
  readonly arrangement: { readonly times: number; dress(part: LitElement): void } | undefined;
  /** Loads again, by the reader's wish. */
  reload(): void;
}

/** Where a place stands in the window: its label point, in client pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Whether a point of the window lies on it. */
  covers(x: number, y: number): boolean;
  /** It lies within its map's stage, and has not been panned out of it; if it has, the place is at the edge. */
  readonly isInside: boolean;
}

/** What a part may ask of a map. */
export interface AtlasMap extends LitElement {
  readonly drawnLevel: Level;
  /** The regions that it is a map of now, all of which it may not draw. */
  readonly named: readonly RegionCode[];
  /** What the reader sees of it; undefined until there is data. */
  readonly view: View | undefined;
  spotOf(code: RegionCode): Spot | undefined;
  /** Brings a region into view; false where the map does not show it. */
  reveal(code: RegionCode): boolean;
}

export const mapsOf = (atlas: AtlasHost | undefined): AtlasMap[] =>
  [...(atlas?.parts ?? [])].filter((part): part is AtlasMap => 'spotOf' in part);

export const ATLAS_TAG = 'pair-atlas';

export const isAtlas = (element: Element | null | undefined): element is AtlasHost =>
  element?.localName === ATLAS_TAG && 'state' in element;

/** Parts whose atlas is not there yet: it may be upgraded, or put into the page, later. */
const waiting = new Set<AtlasController>();

/** Those of the page. */
export const atlases = new Set<AtlasHost>();

/** An atlas calls this when it is connected. */
export function announceAtlas(atlas: AtlasHost): void {
  atlases.add(atlas);
  for (const controller of [...waiting]) controller.join();
}

/**
 * Joins its host to the atlas named by `for`, or to the nearest one around it, through any number of shadow roots. The host
 * is updated when one of `keys` changes.
 */
export class AtlasController implements ReactiveController {
  atlas: AtlasHost | undefined;
  #leave: AbortController | undefined;

  constructor(
    private readonly host: LitElement & { for: string },
    private readonly keys: readonly AtlasKey[],
    private readonly onChange?: (changed: ReadonlySet<AtlasKey>) => void,
  ) {
    host.addController(this);
  }

  get state(): Store | undefined {
    return this.atlas?.state;
  }

  get values(): AtlasValues | undefined {
    return this.atlas?.state.values;
  }

  /** The reader's, or the first one until there is an atlas. */
  get language(): Language {
    return this.values?.language ?? FIRST_LANGUAGE;
  }

  say(key: WordKey, args?: Readonly<Record<string, string | number>>): string {
    return say(this.language, key, args);
  }

  hostConnected(): void {
    this.join();
  }

  hostDisconnected(): void {
    this.#leave?.abort();
    this.atlas?.parts.delete(this.host);
    this.atlas = undefined;
    waiting.delete(this);
  }

  /** Finds the atlas; where there is none yet, waits for one to be announced. */
  join(): void {
    const atlas = this.#find();
    if (atlas === this.atlas && atlas) return;
    this.#leave?.abort();
    this.atlas?.parts.delete(this.host);
    this.atlas = atlas;
    if (!atlas) {
      waiting.add(this);
      return;
    }
    waiting.delete(this);
    atlas.parts.add(this.host);
    if (atlas.arrangement) atlas.arrangement.dress(this.host);
    else delete this.host.dataset.text;
    this.#leave = new AbortController();
    atlas.state.subscribe((changed) => this.#handleChange(changed), this.#leave.signal);
    this.#handleChange(new Set(this.keys));
  }

  #handleChange(changed: ReadonlySet<AtlasKey>): void {
    if (changed.has('theme') || this.host.dataset.theme === undefined)
      this.host.dataset.theme = this.values?.theme ?? 'light';
    if (changed.has('language')) this.host.requestUpdate();
    this.onChange?.(changed);
    if (this.keys.some((key) => changed.has(key))) this.host.requestUpdate();
  }

  #find(): AtlasHost | undefined {
    const { host } = this;
    if (host.for) {
      const root = host.getRootNode();
      const named =
        (root instanceof ShadowRoot ? root.getElementById(host.for) : null) ?? document.getElementById(host.for);
      return isAtlas(named) ? named : undefined;
    }
    for (let at: Element | null = host; at;) {
      const around: Element | null = at.closest(ATLAS_TAG);
      if (around) return isAtlas(around) ? around : undefined;
      const root: Node = at.getRootNode();
      at = root instanceof ShadowRoot ? root.host : null;
    }
    return undefined;
  }
}
