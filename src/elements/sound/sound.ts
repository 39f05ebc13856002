import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Level, RegionCode } from '../../data/types.js';
import { soundChoices, type SoundSubject } from '../../scene/parts/sound-choices.js';
import { mainLevel, scaleAt } from '../../state/derive.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './sound.styles.js';
import '../../scene/words/deferred.js';

/** What is heard is of these: when one changes, it ends. */
const HEARD = ['dataset', 'metric', 'period', 'method', 'classes', 'breaks', 'language'] as const;

/**
 * The map for the ear: values as pitch, the higher the higher, and a hiss for what has none. All classes, one class, the selected region with
 * those around it, or with its partners. What comes is told before it sounds, in writing and to screen readers, by no voice of its
 * own. Silent until its button is pressed; any key, a press elsewhere, and leaving it or the page stop it.
 *
 * @csspart choice - What to hear.
 * @csspart button - Starts and stops it.
 * @csspart said - What is heard now.
 * @tag pair-sound
 */
export class PairSound extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      said: { state: true, attribute: false },
      isPlaying: { state: true, attribute: false },
      chosen: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where it does not stand inside it. */
  for = '';

  private said = '';
  private isPlaying = false;
  private chosen: SoundSubject = 'scale';
  #run: AbortController | undefined;
  /** The reader has been told what the sounds mean. */
  #isKnown = false;
  /** A key that stopped it is still held: the press of the button that it makes begins nothing. */
  #isHeld = false;
  readonly #atlas = new AtlasController(this, [...HEARD, 'selected', 'drawnLevels', 'level'], (changed) => {
    if (HEARD.some((key) => changed.has(key))) this.#stop();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.said = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { values, language } = this.#atlas;
    const say = this.#atlas.say.bind(this.#atlas);
    const scale = values && scaleAt(values, this.#levelOf('scale'));
    if (!values?.dataset || !scale) return nothing;
    const choices = soundChoices(values.dataset, scale, this.#code, this.chosen, language);
    if (!choices) return html`<p class="soft">${say('sound.unordered')}</p>`;
    return html`<div class="line" role="group" aria-label=${say('sound.label')}>
        <label>
          <span class="only-spoken">${choices.label}</span>
          <select part="choice" @change=${this.#handleChoice}>
            ${choices.options.map(({ id, text, isChosen }) => html`<option value=${id} .selected=${isChosen}>${text}</option>`)}
          </select>
        </label>
        <button part="button" @click=${this.#handleClick}>
          <span aria-hidden="true">${this.isPlaying ? '■' : '▶'}</span>
          ${say(this.isPlaying ? 'sound.stop' : 'sound.start')}
        </button>
      </div>
      ${this.#code === undefined ? html`<p class="soft">${say('sound.choose')}</p>` : nothing}
      <p class="soft" part="said" role="status">${this.said}</p>`;
  }

  get #code(): RegionCode | undefined {
    return this.#atlas.values?.selected[0];
  }

  /** A region is heard on the scale of its own level. */
  #levelOf(subject: SoundSubject): Level {
    const { values } = this.#atlas;
    const own = values?.dataset?.regions.get(this.#code ?? '')?.level;
    const isOfRegion = subject === 'neighbours' || subject === 'pair';
    return (isOfRegion ? own : undefined) ?? (values ? mainLevel(values) : 'county');
  }

  readonly #handleChoice = (event: Event): void => {
    this.#stop();
    this.chosen = (event.target as HTMLSelectElement).value as SoundSubject;
  };

  readonly #handleClick = ({ detail }: MouseEvent): void => {
    // A key makes a press of no clicks.
    if (this.#isHeld && detail === 0) return;
    if (this.isPlaying) this.#stop();
    // Within the gesture: a browser lets no sound through that came later.
    else void this.#start(typeof AudioContext === 'function' ? new AudioContext() : undefined);
  };

  async #start(context: AudioContext | undefined): Promise<void> {
    const run = (this.#run = new AbortController());
    const { signal } = run;
    signal.addEventListener('abort', () => void context?.close().catch(() => undefined), { once: true });
    this.isPlaying = true;
    this.#watch(signal);
    const file = await import('./listen.js').catch(() => undefined);
    const { state, values, language } = this.#atlas;
    const subject = this.#subject;
    const level = this.#levelOf(subject);
    const scale = values && scaleAt(values, level);
    if (signal.aborted) return;
    if (!file) this.said = this.#atlas.say('sound.failed');
    else if (values?.dataset && scale)
      await file.listen({
        context,
        of: [values.dataset, scale, subject, this.#code, language, this.#isKnown],
        say: (text) => (this.said = text),
        show: ({ spotlight: index, code }) => {
          this.#isKnown ||= index !== undefined || code !== undefined;
          // The notes of a class light it up once.
          const { spotlight } = state?.values ?? {};
          if (index === undefined || spotlight?.index !== index || spotlight.level !== level)
            state?.change({
              spotlight: index === undefined ? undefined : { level, index },
              active: index === undefined ? code : undefined,
              pointer: undefined,
            });
        },
        signal,
      });
    if (this.#run !== run) return;
    // What has come to its end closes its sound without saying that it was stopped.
    this.#run = undefined;
    this.isPlaying = false;
    if (!signal.aborted) void context?.close().catch(() => undefined);
    this.#ended?.abort();
  }

  /** The first where what was chosen is there no more. */
  get #subject(): SoundSubject {
    const select = this.renderRoot.querySelector('select');
    return (select?.value as SoundSubject | undefined) ?? 'scale';
  }

  #ended: AbortController | undefined;

  /** Until it ends: any key, a press or a focus elsewhere, another page or window in front. */
  #watch(run: AbortSignal): void {
    const ended = (this.#ended = new AbortController());
    const { signal } = ended;
    run.addEventListener('abort', () => ended.abort(), { once: true });
    const stop = (): void => this.#stop();
    const isOutside = (event: Event): boolean => !event.composedPath().includes(this);
    document.addEventListener('keydown', (event) => this.#handleKey(event), { signal, capture: true });
    document.addEventListener('pointerdown', (event) => isOutside(event) && stop(), { signal, capture: true });
    document.addEventListener('focusin', (event) => isOutside(event) && stop(), { signal, capture: true });
    document.addEventListener('visibilitychange', stop, { signal });
    addEventListener('blur', stop, { signal });
    addEventListener('pagehide', stop, { signal });
  }

  #handleKey({ repeat }: KeyboardEvent): void {
    // The key that began it may still be down.
    if (repeat) return;
    this.#stop();
    this.#isHeld = true;
    const free = (): void => void setTimeout(() => (this.#isHeld = false));
    document.addEventListener('keyup', free, { once: true, capture: true });
  }

  #stop(): void {
    this.#run?.abort();
    this.#run = undefined;
    this.isPlaying = false;
  }
}
