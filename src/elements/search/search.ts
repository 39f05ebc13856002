import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { RegionCode } from '../../data/types.js';
import { nameOf, placeOf } from '../../scene/text/names.js';
import { search, searchIndex } from '../../scene/text/search.js';
import { AtlasController, mapsOf } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { isShortcut } from '../shared/shortcut.js';
import { keepWithinWindow } from '../shared/within-window.js';
import { styles } from './search.styles.js';
import '../../scene/words/deferred.js';

/** Places that are shown; the rest is counted. */
const MOST = 12;

/**
 * Finds a place by its Chinese or English name, pinyin with or without tones, initials, code, or prefecture. `/` focuses it.
 *
 * @csspart input - The field.
 * @csspart list - The places found.
 * @tag pair-search
 */
export class PairSearch extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      query: { state: true, attribute: false },
      at: { state: true, attribute: false },
      isOpen: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the search does not stand inside it. */
  for = '';

  private query = '';
  /** The place that the arrow keys are at; -1 for none. */
  private at = -1;
  private isOpen = false;
  #connection: AbortController | undefined;
  readonly #atlas = new AtlasController(this, ['dataset', 'language']);

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    document.addEventListener('keydown', (event) => this.#handleSlash(event), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#close();
  }

  override render(): TemplateResult | typeof nothing {
    const { dataset } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    if (!dataset) return nothing;
    const { codes, count } = this.#found();
    const isOpen = this.isOpen && this.query.trim() !== '';
    return html`<input
        part="input"
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${this.#atlas.say('search.label')}
        aria-autocomplete="list"
        aria-controls="found"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-activedescendant=${isOpen && this.at >= 0 ? `place-${this.at}` : nothing}
        placeholder=${this.#atlas.say('search.hint')}
        .value=${this.query}
        @input=${this.#handleInput}
        @keydown=${this.#handleKey}
        @focus=${() => (this.isOpen = this.query !== '')}
        @blur=${() => this.#close()}
      />
      <ul id="found" part="list" role="listbox" aria-label=${this.#atlas.say('search.label')} ?hidden=${!isOpen}>
        ${codes.map(
          (code, i) =>
            html`<li
              id="place-${i}"
              role="option"
              aria-selected=${i === this.at ? 'true' : 'false'}
              class=${i === this.at ? 'is-active' : ''}
              data-code=${code}
              @pointerdown=${(event: Event) => event.preventDefault()}
              @click=${() => this.#choose(code)}
            >
              ${nameOf(dataset.regions, code, language)}
              <span class="soft">${placeOf(dataset.regions, code, language)}</span>
            </li>`,
        )}
        ${count > codes.length ? html`<li class="more soft" role="presentation">${this.#atlas.say('search.more', { count: count - codes.length })}</li>` : nothing}
        ${count === 0 ? html`<li class="more soft" role="presentation">${this.#atlas.say('search.none', { query: this.query })}</li>` : nothing}
      </ul>
      <span class="only-spoken" role="status">${isOpen ? this.#atlas.say('search.count', { count }) : nothing}</span>`;
  }

  override updated(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('ul:not([hidden])');
    if (list) keepWithinWindow(list);
  }

  #found(): ReturnType<typeof search> {
    const { dataset } = this.#atlas.values ?? {};
    return dataset && this.isOpen ? search(searchIndex(dataset), this.query, MOST) : { codes: [], count: 0 };
  }

  readonly #handleInput = (event: InputEvent): void => {
    this.query = (event.target as HTMLInputElement).value;
    this.at = -1;
    this.isOpen = true;
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    // Enter and arrows choose a character while one is being composed.
    if (event.isComposing) return;
    const { codes } = this.#found();
    const go = (at: number): void => {
      event.preventDefault();
      this.isOpen = true;
      this.at = codes.length === 0 ? -1 : (at + codes.length) % codes.length;
      this.#preview(codes[this.at]);
    };
    switch (event.key) {
      case 'ArrowDown':
        return go(this.at + 1);
      case 'ArrowUp':
        return go(this.at < 0 ? codes.length - 1 : this.at - 1);
      case 'Home':
        return this.at >= 0 ? go(0) : undefined;
      case 'End':
        return this.at >= 0 ? go(codes.length - 1) : undefined;
      case 'Enter': {
        const code = codes[Math.max(0, this.at)];
        if (code === undefined) return;
        event.preventDefault();
        return this.#choose(code);
      }
      case 'Escape':
        event.preventDefault();
        // First the list, then what was typed.
        if (this.isOpen && this.query !== '') return this.#close();
        this.query = '';
        return;
    }
  };

  /** While the arrows go through the list, the maps show the place. */
  #preview(code: RegionCode | undefined): void {
    this.#atlas.state?.change({ active: code, pointer: undefined }, 'reader');
  }

  #choose(code: RegionCode): void {
    const { state, atlas } = this.#atlas;
    const { dataset, language } = state?.values ?? {};
    if (!state || !dataset || !language) return;
    this.query = nameOf(dataset.regions, code, language);
    this.#close();
    state.change({ selected: [code], active: undefined, pointer: undefined }, 'reader');
    // A place within a unit that is not the one opened is on no map: all maps are shown whole again.
    if (!mapsOf(atlas).some((map) => map.reveal(code)) && state.values.drills.size > 0) {
      state.change({ drills: new Map() }, 'reader');
      void this.updateComplete.then(() => mapsOf(atlas).some((map) => map.reveal(code)));
    }
  }

  #close(): void {
    this.isOpen = false;
    if (this.at >= 0) this.#preview(undefined);
    this.at = -1;
  }

  #handleSlash(event: KeyboardEvent): void {
    if (!isShortcut(event, '/', this.#atlas.atlas)) return;
    const input = this.renderRoot.querySelector('input');
    if (!input || input.getClientRects().length === 0) return;
    event.preventDefault();
    input.focus();
    input.select();
  }
}
