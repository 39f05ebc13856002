import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import {
  doctorLines,
  doctorReport,
  doctorSummary,
  type CheckLine,
  type Examination,
} from '../../scene/parts/doctor.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './doctor.styles.js';
import { examine, type Examined } from './examine.js';

/** Milliseconds after which what is looked at once more is asked of the state again: maps that come late have a size then. */
const REST = 400;

/**
 * Looks at the page and the computer: sizes, WebGL 2, worker and policy, files, fonts, copies, clock and cache; says of each what can be
 * done about it, and makes a report to copy. Nothing is sent anywhere: the page's own files are asked for again.
 *
 * @csspart check - One thing that was looked at.
 * @csspart remedy - What can be done about it.
 * @csspart again - The button that looks again.
 * @csspart copy - The button that copies the report.
 * @csspart report - The report as text, where the browser does not let a page copy.
 * @tag pair-doctor
 */
export class PairDoctor extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      seen: { state: true, attribute: false },
      copied: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the doctor does not stand inside it. */
  for = '';
  private seen: { readonly examination: Examination; readonly time: Date } | undefined;
  private copied: 'no' | 'yes' | 'by-hand' = 'no';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts examinations: of two that overlap the later holds. */
  #round = 0;
  readonly #atlas = new AtlasController(
    this,
    ['language', 'phase', 'dataset'],
    (changed) => (changed.has('phase') || changed.has('dataset')) && this.#examineSoon(),
  );

  override render(): TemplateResult | typeof nothing {
    const { values, language } = this.#atlas;
    const say = this.#atlas.say.bind(this.#atlas);
    if (!values) return nothing;
    const lines = this.seen && doctorLines(this.seen.examination, language);
    return html`<section aria-labelledby="title">
      <h2 id="title">${say('doctor.title')}</h2>
      <p role="status">${lines ? doctorSummary(lines, language) : say('doctor.busy')}</p>
      ${
        lines
          ? html`<ul>
              ${lines.map(renderLine)}
            </ul>`
          : nothing
      }
      <div class="actions">
        <button part="again" @click=${() => void this.#examine()}>${say('doctor.again')}</button>
        ${lines ? html`<button part="copy" @click=${() => void this.#copy(lines)}>${say('doctor.copy')}</button>` : nothing}
        <span role="status">${this.copied === 'yes' ? say('doctor.copied') : nothing}</span>
      </div>
      ${
        lines && this.copied === 'by-hand'
          ? html`<label
              >${say('doctor.copy.hand')}
              <textarea part="report" readonly .value=${this.#report(lines)}></textarea>
            </label>`
          : nothing
      }
      <p class="soft">${say('doctor.private')}</p>
    </section>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#round++;
  }

  /** Looks at everything anew; settles when the lines say what was found. */
  async examine(): Promise<void> {
    await this.#examine();
    await this.updateComplete;
  }

  #examineSoon(): void {
    clearTimeout(this.#timer);
    // While it loads there is nothing to see yet.
    if (this.#atlas.values?.phase.kind !== 'loading') this.#timer = setTimeout(() => void this.#examine(), REST);
  }

  async #examine(): Promise<void> {
    const { atlas } = this.#atlas;
    if (!atlas) return;
    const round = ++this.#round;
    this.copied = 'no';
    const examination = await examine(atlas as Examined);
    if (round === this.#round && this.isConnected) this.seen = { examination, time: new Date() };
  }

  #report(lines: readonly CheckLine[]): string {
    // What stands after the path may be a reader's own.
    const page = `${location.origin}${location.pathname}`;
    const patient = { page, time: this.seen?.time ?? new Date(), browser: navigator.userAgent };
    return doctorReport(lines, patient, this.#atlas.language);
  }

  async #copy(lines: readonly CheckLine[]): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#report(lines));
      this.copied = 'yes';
    } catch {
      this.copied = 'by-hand';
      await this.updateComplete;
      const text = this.renderRoot.querySelector('textarea');
      text?.focus();
      text?.select();
    }
  }
}

const renderLine = ({ state, stateWord, text, remedy }: CheckLine): TemplateResult =>
  html`<li class=${state} part="check">
    <span class="state">${stateWord}</span>
    <span>${text}</span>
    ${remedy === undefined ? nothing : html`<span class="remedy soft" part="remedy">${remedy}</span>`}
  </li>`;
