import { LitElement, css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { isPublished, type Dataset } from '../../data/dataset.js';
import { LEVELS, type Level } from '../../data/types.js';
import { statusNote } from '../../scene/description.js';
import { classLabels, legendUnit } from '../../scene/legend.js';
import { formatValue } from '../../scene/numbers.js';
import type { ClassScale, Fill } from '../../scene/scale.js';
import type { Palette } from '../../scene/tokens.js';
import { inLanguage, type WordKey } from '../../scene/words/index.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, swatches, tokens } from '../shared/styles.js';
import { swatch } from '../shared/swatch.js';
import '../../scene/words/more.js';

/**
 * The legend of all maps of an atlas: classes with their counts, what is no data, what is outside, unit and status.
 *
 * @csspart legend - The whole legend.
 * @csspart classes - The list of classes.
 * @csspart others - The list of fills that are no class.
 * @csspart status - That the figures were not published, where they were not.
 * @tag pair-legend
 */
export class PairLegend extends LitElement {
  static override properties = {
    for: {},
    level: {},
  };
  static override styles: CSSResultGroup = [
    tokens,
    base,
    swatches,
    css`
      :host {
        display: block;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1em;
        align-items: baseline;
        margin-block-end: 0.3em;
      }
      .head strong {
        font-weight: 600;
      }
      .status {
        color: var(--_accent);
        font-size: var(--_font-size-small);
      }
      ol,
      ul {
        list-style: none;
        margin: 0;
        padding: 0;
        font-size: var(--_font-size-small);
        line-height: 1.35;
      }
      .classes {
        display: flex;
      }
      .classes li {
        flex: 1 1 0;
        min-inline-size: 4.6em;
        text-align: center;
        white-space: nowrap;
      }
      .classes .swatch {
        inline-size: 100%;
        block-size: 0.9em;
        border: 0;
        margin-block-end: 0.25em;
      }
      .count {
        color: var(--_ink-soft);
      }
      .classes .count {
        display: block;
      }
      .others {
        display: flex;
        flex-wrap: wrap;
        gap: 0.15em 1.2em;
        margin-block-start: 0.4em;
        color: var(--_ink-soft);
      }
      .others li {
        display: flex;
        align-items: center;
        gap: 0.45em;
      }
      @media (max-width: 480px) {
        .classes li {
          min-inline-size: 0;
          white-space: normal;
        }
      }
    `,
  ];

  /** Id of the atlas, where the legend does not stand inside it. */
  for = '';
  /** The level whose scale is shown; by default every level that a map of the atlas is drawn at. */
  level: '' | Level = '';
  readonly #atlas = new AtlasController(this, [
    'dataset',
    'metric',
    'period',
    'method',
    'classes',
    'scheme',
    'theme',
    'readToken',
    'filter',
    'language',
  ]);

  override render(): TemplateResult | typeof nothing {
    const { dataset } = this.#atlas.values ?? {};
    if (!dataset) return nothing;
    return html`<section part="legend" aria-label=${this.#atlas.say('legend.title')}>
      ${this.#levels().map((level) => this.#renderScale(dataset, level))}
    </section>`;
  }

  #levels(): Level[] {
    if (this.level) return [this.level];
    const { atlas } = this.#atlas;
    const maps = [...(atlas?.querySelectorAll<HTMLElement & { level: Level }>('pair-map') ?? [])];
    const drawn = LEVELS.filter((level) => maps.some((map) => map.level === level));
    return drawn.length > 0 ? drawn : ['county'];
  }

  #renderScale(dataset: Dataset, level: Level): TemplateResult | typeof nothing {
    const { language = 'zh-CN' } = this.#atlas.values ?? {};
    const scale = this.#atlas.state?.scaleAt(level);
    const palette = this.#atlas.state?.paletteAt(level);
    if (!scale || !palette) return nothing;
    const unit = legendUnit(scale, language);
    const labels = classLabels(scale, language);
    const { total } = scale.metric;
    return html` <div class="head">
        <strong>${inLanguage(scale.metric.label, language)}</strong>
        ${unit.word ? html`<span class="soft">${this.#atlas.say('legend.unit', { unit: unit.word })}</span>` : nothing}
        ${total === undefined ? nothing : html`<span class="soft">${this.#atlas.say('legend.total', { value: formatValue(scale.metric, total, language) })}</span>`}
        ${scale.status === undefined || isPublished(scale.status) ? nothing : html`<span class="status" part="status">${statusNote(scale.status, language)}</span>`}
      </div>
      ${
        scale.values.length === 0
          ? html`<p class="soft">${this.#atlas.say('legend.no-values')}</p>`
          : html` <ol class="classes" part="classes">
              ${scale.classes.map(
                ({ index, codes }) =>
                  html`<li data-class=${index} title=${this.#atlas.say('legend.count.label', { count: codes.length })}>
                    ${swatch({ kind: 'class', index, notPublished: scale.status !== undefined && !isPublished(scale.status) }, palette, `class-${level}-${index}`)}
                    ${labels[index]} <span class="count">${this.#atlas.say('legend.count', { count: codes.length })}</span>
                  </li>`,
              )}
            </ol>`
      }
      <ul class="others" part="others">
        ${this.#others(dataset, scale).map(([kind, count]) => this.#renderOther(kind, count, palette))}
        <li>${this.#basis(scale)}</li>
      </ul>`;
  }

  #renderOther(kind: Exclude<Fill['kind'], 'class'>, count: number, palette: Palette): TemplateResult {
    return html`<li data-kind=${kind}>
      ${swatch({ kind }, palette, `other-${kind}`)}${this.#atlas.say(`kind.${kind}`)}
      <span class="count">${this.#atlas.say('legend.count', { count })}</span>
    </li>`;
  }

  /** Regions of this level that are drawn and carry no class, by kind; kinds that do not occur are left out, but for no data. */
  #others(dataset: Dataset, scale: ClassScale): [Exclude<Fill['kind'], 'class'>, number][] {
    const { regions } = dataset;
    const codes = { county: regions.counties, prefecture: regions.prefectures, province: regions.provinces }[scale.level];
    const count = { 'no-data': 0, 'city-only': 0, outside: 0 };
    for (const code of codes) {
      const { kind } = dataset.datum(code, scale.metric.id, scale.period);
      if (kind !== 'value') count[kind]++;
    }
    return (['no-data', 'city-only', 'outside'] as const)
      .filter((kind) => kind === 'no-data' || count[kind] > 0)
      .map((kind) => [kind, count[kind]]);
  }

  #basis({ method, level, values }: ClassScale): string {
    const basis = this.#atlas.say(`legend.basis.${level}`, { count: values.length });
    return method === 'coverage' ? '' : [this.#atlas.say(`legend.method.${method}` as WordKey), basis].join(this.#atlas.say('text.comma'));
  }
}
