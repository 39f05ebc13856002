import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Dataset } from '../../data/dataset.js';
import { isPublished } from '../../data/status.js';
import { LEVELS, type Level, type RegionCode } from '../../data/types.js';
import { MAX_CLASSES, classOf } from '../../scene/classes/breaks.js';
import { offeredMethods, type ClassMethod } from '../../scene/classes/methods/index.js';
import { statusNote } from '../../scene/text/description.js';
import { remember } from '../../data/memo.js';
import { histogramOf, type Histogram } from '../../scene/classes/histogram.js';
import { classLabels, legendUnit, othersOf, type OtherKind } from '../../scene/parts/legend.js';
import { formatIn, formatValue } from '../../scene/text/numbers.js';
import type { ClassIndex, ClassScale } from '../../scene/classes/scale.js';
import type { Palette } from '../../scene/picture/tokens.js';
import { inLanguage } from '../../scene/words/index.js';
import { breaksKey } from '../../state/atlas-state.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { swatch, swatches } from '../shared/swatch.js';
import { styles } from './legend.styles.js';
import { renderSpread } from './spread.js';
import '../../scene/words/deferred.js';

/**
 * The legend of all maps of an atlas: classes with their counts, what is no data, what is outside, unit and status. It points
 * at the value of the region that the reader points at; its classes and its histogram filter, and its breaks can be moved.
 *
 * @csspart legend - The whole legend.
 * @csspart histogram - The spread of the values.
 * @csspart break - The thumb of a class break.
 * @csspart classes - The list of classes.
 * @csspart others - The list of fills that are no class.
 * @csspart status - That the figures were not published, where they were not.
 * @csspart badge - That the reader has changed the classes.
 * @csspart choices - Method and number of classes.
 * @tag pair-legend
 */
export class PairLegend extends LitElement {
  static override properties = {
    for: {},
    level: {},
    plain: { type: Boolean },
    moving: { state: true, attribute: false },
  };
  static override styles: CSSResultGroup = [tokens, base, swatches, styles];

  /** Id of the atlas, where the legend does not stand inside it. */
  for = '';
  /** The level whose scale is shown; by default every level that a map of the atlas is drawn at. */
  level: '' | Level = '';
  /** Leaves out the histogram and all that changes classes. */
  plain = false;

  /** The break that is being dragged. */
  private moving: { readonly level: Level; readonly index: number } | undefined;
  readonly #histogram = remember<Histogram | undefined>();
  readonly #atlas = new AtlasController(this, [
    ...(['dataset', 'metric', 'period', 'method', 'classes', 'breaks', 'scheme', 'theme', 'readToken'] as const),
    ...(['filter', 'active', 'selected', 'shown', 'language'] as const),
  ]);

  override render(): TemplateResult | typeof nothing {
    const { dataset } = this.#atlas.values ?? {};
    if (!dataset) return nothing;
    return html`<section part="legend" aria-label=${this.#atlas.say('legend.title')}>
      ${this.#levels().map((level, _, all) => this.#renderScale(dataset, level, all.length > 1))}
    </section>`;
  }

  override updated(): void {
    // By property: a strict policy refuses style attributes.
    for (const mark of this.renderRoot.querySelectorAll<HTMLElement>('[data-at]'))
      mark.style.left = `${Number(mark.dataset.at) * 100}%`;
    for (const range of this.renderRoot.querySelectorAll<HTMLElement>('.range')) {
      const { from, to } = range.dataset;
      range.style.left = `${Number(from) * 100}%`;
      range.style.width = `${(Number(to) - Number(from)) * 100}%`;
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#point(undefined);
  }

  #levels(): Level[] {
    if (this.level) return [this.level];
    const shown = [...(this.#atlas.values?.shown.values() ?? [])];
    const drawn = LEVELS.filter((level) => shown.includes(level));
    return drawn.length > 0 ? drawn : ['county'];
  }

  /** `isOneOf`: several levels are drawn, and each legend says which is its own. */
  #renderScale(dataset: Dataset, level: Level, isOneOf: boolean): TemplateResult | typeof nothing {
    const { filter } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    const { state } = this.#atlas;
    const scale = state?.scaleAt(level);
    const palette = state?.paletteAt(level);
    if (!state || !scale || !palette) return nothing;
    const unit = legendUnit(scale, language);
    const { total } = scale.metric;
    return html` <div class="head">
        <strong>${inLanguage(scale.metric.label, language)}</strong>
        ${isOneOf ? html`<span>${this.#atlas.say(`level.${level}`)}</span>` : nothing}
        ${unit.word ? html`<span class="soft">${this.#atlas.say('legend.unit', { unit: unit.word })}</span>` : nothing}
        ${total === undefined ? nothing : html`<span class="soft">${this.#atlas.say('legend.total', { value: formatValue(scale.metric, total, language) })}</span>`}
        ${scale.status === undefined || isPublished(scale.status) ? nothing : html`<span class="status" part="status">${statusNote(scale.status, language)}</span>`}
        ${
          state.isReclassed(level)
            ? html`<span class="badge" part="badge">${this.#atlas.say('legend.reclassed')}</span>
                <button class="link" @click=${() => state.resetClasses()}>${this.#atlas.say('legend.reset')}</button>`
            : nothing
        }
      </div>
      ${
        scale.values.length === 0
          ? html`<p class="soft">${this.#atlas.say('legend.no-values')}</p>`
          : html`${this.plain ? nothing : this.#renderSpread(dataset, scale, palette)}
            ${guard([scale, palette, filter, language], () => this.#renderClasses(scale, palette))}`
      }
      <ul class="others" part="others">
        ${othersOf(dataset, scale).map(([kind, count]) => this.#renderOther(kind, count, palette))}
        ${this.#renderFilter(scale)}
      </ul>
      ${this.#renderChoices(scale)}`;
  }

  #renderSpread(dataset: Dataset, scale: ClassScale, palette: Palette): TemplateResult | typeof nothing {
    const { active, selected = [], filter } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    const histogram = this.#histogram([scale], () => (scale.isFixed ? undefined : histogramOf(scale)));
    if (!histogram) return nothing;
    const { level } = scale;
    const valueOf = (code: RegionCode | undefined): number | undefined => {
      if (code === undefined || dataset.regions.get(code)?.level !== level) return undefined;
      const datum = dataset.datum(code, scale.metric.id, scale.period);
      return datum.kind === 'value' ? datum.value : undefined;
    };
    const range = filter?.kind === 'range' && filter.level === level ? ([filter.from, filter.to] as const) : undefined;
    const kept = filter?.kind === 'classes' && filter.level === level ? filter.classes : undefined;
    return renderSpread(
      {
        scale,
        histogram,
        palette,
        language,
        range,
        filter,
        active: valueOf(active),
        selected: selected.flatMap((code) => valueOf(code) ?? []),
        isKept: (value) =>
          (!range || (value >= range[0] && value <= range[1])) && (!kept || kept.has(classOf(value, scale.breaks))),
        moving: this.moving?.level === level ? this.moving.index : undefined,
      },
      {
        breaks: (breaks) => this.#setBreaks(scale, breaks),
        range: (next) =>
          this.#atlas.state?.update({ filter: next && { kind: 'range', level, from: next[0], to: next[1] } }, 'reader'),
        moving: (index) => (this.moving = index === undefined ? undefined : { level, index }),
      },
    );
  }

  #renderClasses(scale: ClassScale, palette: Palette): TemplateResult {
    const { filter } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    const labels = classLabels(scale, language);
    const kept = filter?.kind === 'classes' && filter.level === scale.level ? filter.classes : undefined;
    const notPublished = scale.status !== undefined && !isPublished(scale.status);
    return html`<ol class="classes" part="classes">
      ${scale.classes.map(({ index, codes }) => {
        const isKept = !kept || kept.has(index);
        return html`<li data-class=${index}>
          <button
            class="class ${isKept ? '' : 'is-left-out'}"
            aria-pressed=${kept?.has(index) ? 'true' : 'false'}
            title=${this.#atlas.say('legend.count.label', { count: codes.length })}
            @click=${() => this.#toggle(scale, index)}
            @pointerenter=${() => this.#point({ level: scale.level, index })}
            @pointerleave=${() => this.#point(undefined)}
            @focus=${() => this.#point({ level: scale.level, index })}
            @blur=${() => this.#point(undefined)}
          >
            ${swatch({ kind: 'class', index, notPublished }, palette, `class-${scale.level}-${index}`)}
            ${breakable(labels[index] ?? '')}
            <span class="count">${this.#atlas.say('legend.count', { count: codes.length })}</span>
          </button>
        </li>`;
      })}
    </ol>`;
  }

  #renderOther(kind: OtherKind, count: number, palette: Palette): TemplateResult {
    return html`<li data-kind=${kind}>
      ${swatch({ kind }, palette, `other-${kind}`)}${this.#atlas.say(`kind.${kind}`)}
      <span class="count">${this.#atlas.say('legend.count', { count })}</span>
    </li>`;
  }

  /** What the filter keeps, and the way back to all. */
  #renderFilter(scale: ClassScale): TemplateResult | typeof nothing {
    const { filter } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    const { state } = this.#atlas;
    if (!filter || !state || filter.level !== scale.level) return nothing;
    const count = scale.classes.flatMap(({ codes }) => codes).filter((code) => state.keeps(code, scale.level)).length;
    const unit = legendUnit(scale, language);
    const show = (value: number): string => formatIn(unit, value, language);
    const range =
      filter.kind === 'range' ? this.#atlas.say('legend.range', { from: show(filter.from), to: show(filter.to) }) : '';
    return html`<li class="filter">
      <span role="status">${this.#atlas.say('legend.filtered', { count, all: scale.values.length })} ${range}</span>
      <button class="link" @click=${() => state.update({ filter: undefined }, 'reader')}>
        ${this.#atlas.say('legend.unfilter')}
      </button>
    </li>`;
  }

  #renderChoices(scale: ClassScale): TemplateResult | typeof nothing {
    const { method = 'quantile', classes = 5 } = this.#atlas.values ?? {};
    const { state } = this.#atlas;
    if (scale.isFixed || !state) return nothing;
    const basis = this.#atlas.say(`legend.basis.${scale.level}`, { count: scale.values.length });
    if (this.plain) {
      return html`<p class="choices" part="choices">
        ${this.#atlas.say(`legend.method.${method}`)}${this.#atlas.say('text.comma')}${basis}
      </p>`;
    }
    const methods = offeredMethods(scale.metric.breaks, method);
    const set = (patch: { method?: ClassMethod; classes?: number }): void => {
      const breaks = new Map(state.values.breaks);
      breaks.delete(breaksKey(scale.metric.id, scale.level));
      state.update({ ...patch, breaks }, 'reader');
    };
    return html`<div class="choices" part="choices">
      <label>
        <span class="only-spoken">${this.#atlas.say('legend.method')}</span>
        <select @change=${(event: Event) => set({ method: (event.target as HTMLSelectElement).value as ClassMethod })}>
          ${methods.map((each) => html`<option value=${each} ?selected=${each === method}>${this.#atlas.say(`legend.method.${each}`)}</option>`)}
        </select>
      </label>
      <label>
        <span class="only-spoken">${this.#atlas.say('legend.classes')}</span>
        <select @change=${(event: Event) => set({ classes: Number((event.target as HTMLSelectElement).value) })}>
          ${Array.from({ length: MAX_CLASSES - 1 }, (_, i) => i + 2).map(
            (each) =>
              html`<option value=${each} ?selected=${each === classes}>
                ${this.#atlas.say('legend.classes.count', { count: each })}
              </option>`,
          )}
        </select>
      </label>
      <span>${basis}</span>
    </div>`;
  }

  #setBreaks(scale: ClassScale, breaks: readonly number[]): void {
    const { state } = this.#atlas;
    if (!state || breaks.every((value, i) => value === scale.breaks[i])) return;
    state.update(
      { breaks: new Map(state.values.breaks).set(breaksKey(scale.metric.id, scale.level), breaks) },
      'reader',
    );
  }

  /** The first class that is clicked is kept alone; further ones are added; all of them are no filter. */
  #toggle({ level, classes }: ClassScale, index: ClassIndex): void {
    const { state } = this.#atlas;
    const filter = state?.values.filter;
    const kept = new Set(filter?.kind === 'classes' && filter.level === level ? filter.classes : []);
    if (!kept.delete(index)) kept.add(index);
    const isAll = kept.size === 0 || kept.size === classes.length;
    state?.update(
      { filter: isAll ? undefined : { kind: 'classes', level, classes: kept }, spotlight: undefined },
      'reader',
    );
  }

  #point(spotlight: { readonly level: Level; readonly index: ClassIndex } | undefined): void {
    this.#atlas.state?.update({ spotlight }, 'reader');
  }
}

/** On a phone five ranges do not fit side by side; each may go on below its dash. */
const breakable = (label: string): string => label.replace('–', '–\u200b');
