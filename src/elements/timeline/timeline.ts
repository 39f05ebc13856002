import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { timelinePart, type TimelinePart } from '../../scene/parts/timeline.js';
import { metricOf, periodOf, periodsShown } from '../../state/derive.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './timeline.styles.js';
import '../../scene/words/deferred.js';

/** Milliseconds that a period is shown while playing; longer where the reader wants less motion. */
const STEP = 1_200,
  CALM_STEP = 2_500;

/**
 * The periods of the metric shown: a slider, and a button that plays them; one alone is named. Hidden while the feed has only
 * one. Colours keep one scale for all periods; what has no value in one of them is no data there.
 *
 * @csspart play - The button.
 * @csspart slider - The slider.
 * @csspart period - The period shown.
 * @tag pair-timeline
 */
export class PairTimeline extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      isPlaying: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the timeline does not stand inside it. */
  for = '';

  private isPlaying = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connection: AbortController | undefined;
  readonly #atlas = new AtlasController(this, ['dataset', 'metric', 'period', 'language']);

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#connection = new AbortController());
    document.addEventListener('visibilitychange', () => document.hidden && this.#stop(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection?.abort();
    this.#stop();
  }

  override render(): TemplateResult | typeof nothing {
    const part = this.#part();
    if (!part) return nothing;
    const { periods, period, isFixed, isNamed } = part;
    const shown = html`<output part="period" aria-live="off">${period}</output>`;
    if (isFixed)
      return html`<div class="line"><span class="soft">${this.#atlas.say('timeline.period')}</span> ${shown}</div>`;
    return html`<div class="line" role="group" aria-label=${this.#atlas.say('timeline.label')}>
      <button
        part="play"
        aria-label=${this.#atlas.say(this.isPlaying ? 'timeline.pause' : 'timeline.play')}
        @click=${this.#handlePlay}
      >
        ${this.isPlaying ? '❚❚' : '▶'}
      </button>
      <div class="track">
        <input
          part="slider"
          type="range"
          min="0"
          max=${periods.length - 1}
          step="1"
          .value=${String(this.#at())}
          aria-label=${this.#atlas.say('timeline.period')}
          aria-valuetext=${period}
          @input=${this.#handleInput}
        />
        ${
          isNamed
            ? html`<ol aria-hidden="true">
                ${periods.map((each) => html`<li>${each}</li>`)}
              </ol>`
            : nothing
        }
      </div>
      ${shown}
    </div>`;
  }

  #part(): TimelinePart | undefined {
    const { values } = this.#atlas;
    const metric = values && metricOf(values);
    return metric && values.dataset && timelinePart(values.dataset, metric, periodOf(values));
  }

  #periods(): readonly string[] {
    const { values } = this.#atlas;
    return values ? periodsShown(values) : [];
  }

  #at(): number {
    return Math.max(0, this.#periods().indexOf(this.#atlas.values ? periodOf(this.#atlas.values) : ''));
  }

  #show(at: number): void {
    this.#atlas.state?.change({ period: this.#periods()[at] }, 'reader');
  }

  readonly #handleInput = (event: Event): void => {
    this.#stop();
    this.#show(Number((event.target as HTMLInputElement).value));
  };

  readonly #handlePlay = (): void => {
    if (this.isPlaying) return this.#stop();
    this.isPlaying = true;
    // From the end it begins again.
    if (this.#at() === this.#periods().length - 1) this.#show(0);
    this.#wait();
  };

  #wait(): void {
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#timer = setTimeout(
      () => {
        const next = this.#at() + 1;
        if (next < this.#periods().length) this.#show(next);
        if (next < this.#periods().length - 1) this.#wait();
        else this.#stop();
      },
      isCalm ? CALM_STEP : STEP,
    );
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.isPlaying = false;
  }
}
