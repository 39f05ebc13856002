import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Dataset } from '../../data/dataset.js';
import { memo } from '../../data/memo.js';
import type { Level, RegionCode } from '../../data/types.js';
import { classOf, type ClassMethod } from '../../scene/classes/breaks.js';
// A reader may choose among all.
import '../../scene/classes/methods/all.js';
import { histogramOf } from '../../scene/classes/histogram.js';
import type { ClassIndex, ClassScale } from '../../scene/classes/scale.js';
import {
  legendName,
  legendPart,
  type Choices,
  type LegendBasis,
  type LegendOther,
  type LegendPart,
} from '../../scene/parts/legend.js';
import type { Palette } from '../../scene/picture/tokens.js';
import { metricOf, paletteAt, scaleAt } from '../../state/derive.js';
import { comparedWith, isReclassed, keptCount, levelsDrawn } from '../../state/legend.js';
import { COLOURED_BY, breaksKey, classesReset, type AtlasValues, type Classing } from '../../state/values.js';
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
 * @csspart before - How many regions differ from the version before, while it is compared with.
 * @csspart choices - Method and number of classes.
 * @tag pair-legend
 */
export class PairLegend extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      level: {},
      plain: { type: Boolean },
      moving: { state: true, attribute: false },
      stop: { state: true, attribute: false },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, swatches, styles];
  }

  /** Id of the atlas, where the legend does not stand inside it. */
  for = '';
  /** The level whose scale is shown; by default every level that a map of the atlas is drawn at. */
  level: '' | Level = '';
  /** Leaves out the histogram and all that changes classes. */
  plain = false;

  /** The break that is being dragged. */
  private moving: { readonly level: Level; readonly index: number } | undefined;
  /** The class of each level that takes the focus: the others are reached from it by arrows. */
  private stop: Readonly<Partial<Record<Level, ClassIndex>>> = {};
  readonly #atlas = new AtlasController(this, [
    ...COLOURED_BY,
    ...(['filter', 'active', 'selected', 'drawnLevels', 'before', 'isComparing', 'language'] as const),
  ]);

  override render(): TemplateResult | typeof nothing {
    const { values } = this.#atlas;
    if (!values?.dataset) return nothing;
    const { dataset } = values;
    const levels = this.level ? [this.level] : levelsDrawn(values);
    return html`<section
      part="legend"
      aria-label=${legendName(metricOf(values), this.level || undefined, this.#atlas.language)}
    >
      ${levels.map((level) => this.#renderScale(values, dataset, level, levels))}
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

  #renderScale(
    values: AtlasValues,
    dataset: Dataset,
    level: Level,
    levels: readonly Level[],
  ): TemplateResult | typeof nothing {
    const scale = scaleAt(values, level);
    if (!scale) return nothing;
    const palette = paletteAt(values, level);
    const { language } = this.#atlas;
    const { filter } = values;
    const options = {
      isOneOf: levels.length > 1,
      isReclassed: isReclassed(values, level),
      asked: values.classes,
      kept: keptCount(values, scale),
      before: comparedWith(values),
      range: filter?.kind === 'range' ? ([filter.from, filter.to] as const) : undefined,
    };
    const part = legendPart(dataset, scale, language, options);
    return html` <div class="head">
        <strong>${part.metric}</strong>
        ${part.period ? html`<span>${part.period}</span>` : nothing}
        ${part.levelName ? html`<span>${part.levelName}</span>` : nothing}
        ${part.bases && !this.plain ? renderChoices(part.bases, (per) => this.#atlas.state?.change({ per: per || undefined }, 'reader')) : nothing}
        ${part.unit ? html`<span class="soft">${part.unit}</span>` : nothing}
        ${part.total ? html`<span class="soft">${part.total}</span>` : nothing}
        ${part.status ? html`<span class="status" part="status">${part.status}</span>` : nothing}
        ${part.badge ? this.#renderBadge(part.badge) : nothing}
        ${part.compared ? html`<span part="before">${part.compared}</span>` : nothing}
      </div>
      ${
        part.empty
          ? html`<p class="soft">${part.empty}</p>`
          : html`${this.plain ? nothing : this.#renderSpread(dataset, scale, palette)}
            ${guard([scale, palette, values.filter, language, this.stop[level]], () => this.#renderClasses(scale, part, palette))}`
      }
      <ul class="others" part="others">
        ${part.others.map((other) => this.#renderOther(other, palette))}
        ${part.filter ? this.#renderFilter(part.filter) : nothing}
      </ul>
      ${this.#renderBasis(part.basis, scale, level === levels[levels.length - 1] && !part.empty ? palette : undefined)}`;
  }

  #renderBadge(badge: string): TemplateResult {
    return html`<span class="badge" part="badge">${badge}</span>
      <button class="link" @click=${() => this.#reset()}>${this.#atlas.say('legend.reset')}</button>`;
  }

  #reset(): void {
    const { state } = this.#atlas;
    state?.change(classesReset(state.values), 'reader');
  }

  #renderSpread(dataset: Dataset, scale: ClassScale, palette: Palette): TemplateResult | typeof nothing {
    const { active, selected = [], filter } = this.#atlas.values ?? {};
    const { language } = this.#atlas;
    const histogram = scale.isFixed ? undefined : histogramFor(scale);
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
          this.#atlas.state?.change({ filter: next && { kind: 'range', level, from: next[0], to: next[1] } }, 'reader'),
        moving: (index) => (this.moving = index === undefined ? undefined : { level, index }),
      },
    );
  }

  #renderClasses(scale: ClassScale, { classes, isList }: LegendPart, palette: Palette): TemplateResult {
    const { filter } = this.#atlas.values ?? {};
    const { level } = scale;
    const kept = filter?.kind === 'classes' && filter.level === level ? filter.classes : undefined;
    const stop = Math.min(this.stop[level] ?? 0, classes.length - 1);
    return html`<ol
      class="classes ${isList ? 'is-list' : ''}"
      part="classes"
      role="toolbar"
      aria-label=${this.#atlas.say('legend.list')}
      @keydown=${handleClassKey}
    >
      ${classes.map(
        ({ index, label, fill, count, counted }, i) =>
          html`<li data-class=${index} role="none">
            <button
              class="class ${!kept || kept.has(index) ? '' : 'is-left-out'}"
              tabindex=${i === stop ? 0 : -1}
              aria-pressed=${kept?.has(index) ? 'true' : 'false'}
              title=${counted}
              @click=${() => this.#toggle(scale, index)}
              @pointerenter=${() => this.#point({ level, index })}
              @pointerleave=${() => this.#point(undefined)}
              @focus=${() => {
                this.stop = { ...this.stop, [level]: i };
                this.#point({ level, index });
              }}
              @blur=${() => this.#point(undefined)}
            >
              ${swatch(fill, palette, `class-${level}-${index}`)} ${breakable(label)}
              <span class="count">${count}</span>
            </button>
          </li>`,
      )}
    </ol>`;
  }

  #renderOther({ kind, label, fill, count }: LegendOther, palette: Palette): TemplateResult {
    return html`<li data-kind=${kind}>
      ${swatch(fill, palette, `other-${kind}`)}${label}
      <span class="count">${count}</span>
    </li>`;
  }

  /** What the filter keeps, and the way back to all. */
  #renderFilter(text: string): TemplateResult {
    return html`<li class="filter">
      <span role="status">${text}</span>
      <button class="link" @click=${() => this.#atlas.state?.change({ filter: undefined }, 'reader')}>
        ${this.#atlas.say('legend.unfilter')}
      </button>
    </li>`;
  }

  /** With a palette, what is chosen for all levels: below the last of them. */
  #renderBasis(
    basis: LegendBasis | undefined,
    scale: ClassScale,
    palette: Palette | undefined,
  ): TemplateResult | typeof nothing {
    if (this.plain) {
      const said = basis
        ? html`<p class="choices" part="choices">${basis.method}${this.#atlas.say('text.comma')}${basis.from}</p>`
        : nothing;
      // Who needs large text may need them most; on a wall nobody could switch them back.
      return palette && this.dataset.text === 'large'
        ? html`${said}
            <div class="choices" part="choices">${this.#renderTextures(palette)}</div>`
        : said;
    }
    if (!basis && !palette) return nothing;
    return html`<div class="choices" part="choices">
      ${
        basis
          ? html`${renderChoices(basis.methods, (value) => this.#reclass(scale, { method: value as ClassMethod }))}
              ${renderChoices(basis.counts, (value) => this.#reclass(scale, { classes: Number(value) }))}
              <span>${basis.from}</span>`
          : nothing
      }
      ${palette ? this.#renderTextures(palette) : nothing}
    </div>`;
  }

  #renderTextures({ textures }: Palette): TemplateResult {
    const { atlas } = this.#atlas;
    const choose = (event: Event): void => {
      if (atlas) Object.assign(atlas, { textures: (event.target as HTMLInputElement).checked });
    };
    return html`<label class="textures">
      <input type="checkbox" .checked=${textures !== undefined} @change=${choose} />
      ${this.#atlas.say('legend.textures')}
    </label>`;
  }

  /** Another method, or another number of classes: breaks that were moved are those of the method again. */
  #reclass({ metric, level }: ClassScale, patch: Partial<Classing>): void {
    const { state } = this.#atlas;
    if (!state) return;
    const breaks = new Map(state.values.breaks);
    breaks.delete(breaksKey(metric.id, level));
    state.change({ ...patch, breaks }, 'reader');
  }

  #setBreaks(scale: ClassScale, breaks: readonly number[]): void {
    const { state } = this.#atlas;
    if (!state || breaks.every((value, i) => value === scale.breaks[i])) return;
    state.change(
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
    state?.change(
      { filter: isAll ? undefined : { kind: 'classes', level, classes: kept }, spotlight: undefined },
      'reader',
    );
  }

  #point(spotlight: { readonly level: Level; readonly index: ClassIndex } | undefined): void {
    this.#atlas.state?.change({ spotlight }, 'reader');
  }
}

/** Keys of a toolbar: where each leads from one of so many. */
const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at, count) => (at + count - 1) % count,
  ArrowUp: (at, count) => (at + count - 1) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function handleClassKey(event: KeyboardEvent): void {
  const { key, currentTarget, target, ctrlKey, metaKey, altKey, shiftKey } = event;
  const step = STEPS[key];
  if (!step || ctrlKey || metaKey || altKey || shiftKey) return;
  const buttons = [...(currentTarget as HTMLElement).querySelectorAll('button')];
  event.preventDefault();
  buttons[step(buttons.indexOf(target as HTMLButtonElement), buttons.length)]?.focus();
}

const histogramFor = memo(histogramOf);

function renderChoices(
  { label, options }: Choices<string> | Choices<number>,
  choose: (value: string) => void,
): TemplateResult {
  return html`<label>
    <span class="only-spoken">${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
      ${options.map(({ id, text, isChosen }) => html`<option value=${id} .selected=${isChosen}>${text}</option>`)}
    </select>
  </label>`;
}

/** On a phone five ranges do not fit side by side; each may go on below its dash. */
const breakable = (label: string): string => label.replace('–', '–\u200b');
