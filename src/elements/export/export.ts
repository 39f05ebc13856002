import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { WordKey } from '../../scene/words/index.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { keepWithinWindow } from '../shared/within-window.js';
import { styles } from './export.styles.js';
import '../../scene/words/deferred.js';

const CHOICES = ['svg', 'png', 'csv', 'xlsx', 'csvw', 'feed', 'text', 'print'] as const;
type Choice = (typeof CHOICES)[number];

/**
 * A button with a menu: what the atlas shows as a vector image, as an image, as a data table, in plain words, or on paper; and the whole feed as a
 * workbook, as CSV on the Web, or as the JSON file that `src` takes.
 *
 * @csspart button - The button that opens the menu.
 * @csspart menu - The menu.
 * @csspart choice - One of its choices.
 * @tag pair-export
 */
export class PairExport extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      isOpen: { state: true, attribute: false },
      fault: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the button does not stand inside it. */
  for = '';
  private isOpen = false;
  private fault = '';
  readonly #atlas = new AtlasController(this, ['dataset', 'language']);
  #open: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close(false);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.#atlas.values?.dataset) return nothing;
    return html`<button
        class="opener"
        id="opener"
        part="button"
        aria-haspopup="menu"
        aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls="menu"
        @click=${() => (this.isOpen ? this.#close(true) : void this.#show(0))}
        @keydown=${this.#handleOpenerKey}
      >
        ${this.#atlas.say('export.label')}
      </button>
      <ul
        id="menu"
        part="menu"
        role="menu"
        aria-labelledby="opener"
        ?hidden=${!this.isOpen}
        @keydown=${this.#handleMenuKey}
      >
        ${CHOICES.map(
          (choice) =>
            html`<li role="none">
              <button
                part="choice"
                role="menuitem"
                tabindex="-1"
                data-choice=${choice}
                @click=${() => void this.#choose(choice)}
              >
                ${this.#atlas.say(`export.${choice}` satisfies WordKey)}
              </button>
            </li>`,
        )}
      </ul>
      <p class="fault" role="status">${this.fault}</p>`;
  }

  override updated(): void {
    const menu = this.renderRoot.querySelector<HTMLElement>('#menu');
    if (menu && this.isOpen) keepWithinWindow(menu);
  }

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  }

  async #show(index: number): Promise<void> {
    this.isOpen = true;
    this.fault = '';
    const { signal } = (this.#open = new AbortController());
    // A click elsewhere, or the focus gone elsewhere, closes the menu and takes nothing back.
    addEventListener('pointerdown', (event) => event.composedPath().includes(this) || this.#close(false), {
      signal,
      capture: true,
    });
    this.addEventListener(
      'focusout',
      ({ relatedTarget }) => relatedTarget && !this.#isOwn(relatedTarget) && this.#close(false),
      {
        signal,
      },
    );
    await this.updateComplete;
    this.#focus(index);
  }

  #isOwn(target: EventTarget): boolean {
    return target === this || (target instanceof Node && this.renderRoot.contains(target));
  }

  #close(isBack: boolean): void {
    this.#open?.abort();
    this.#open = undefined;
    this.isOpen = false;
    if (isBack) this.renderRoot.querySelector<HTMLElement>('#opener')?.focus();
  }

  #focus(index: number): void {
    const items = this.#items;
    items[(index + items.length) % items.length]?.focus();
  }

  readonly #handleOpenerKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.#show(event.key === 'ArrowDown' ? 0 : -1);
  };

  readonly #handleMenuKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item === event.target);
    switch (event.key) {
      case 'ArrowDown':
        this.#focus(at + 1);
        break;
      case 'ArrowUp':
        this.#focus(at - 1);
        break;
      case 'Home':
        this.#focus(0);
        break;
      case 'End':
        this.#focus(-1);
        break;
      case 'Escape':
        this.#close(true);
        break;
      case 'Tab':
        // From the button on, as if the menu had never been there.
        this.#close(true);
        return;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  async #choose(choice: Choice): Promise<void> {
    const { atlas } = this.#atlas;
    this.#close(true);
    if (!atlas) return;
    if (choice === 'print') return print();
    try {
      const { exportAtlas, fileName, saveFile } = await import('../atlas/export.js');
      saveFile(await exportAtlas(atlas, choice), fileName(atlas.state.values, choice));
    } catch (error) {
      this.fault = this.#atlas.say('export.failed', { detail: error instanceof Error ? error.message : String(error) });
      throw error;
    }
  }
}
