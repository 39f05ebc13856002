import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { summaryPart } from '../../scene/parts/summary.js';
import { AtlasController } from '../shared/atlas-host.js';
import { sourceLink } from '../shared/source-link.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './summary.styles.js';

/**
 * The feed's headline figures with their sources.
 *
 * @csspart figures - The list of figures.
 * @csspart figure - One figure.
 * @csspart value - Its number.
 * @csspart sources - Where the figures come from.
 * @tag pair-summary
 */
export class PairSummary extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the figures do not stand inside it. */
  for = '';
  readonly #atlas = new AtlasController(this, ['dataset', 'language']);

  override render(): TemplateResult | typeof nothing {
    const { dataset } = this.#atlas.values ?? {};
    const part = dataset && summaryPart(dataset, this.#atlas.language);
    if (!part) return nothing;
    const { label, figures, cite, separator, sources } = part;
    return html`<dl part="figures" aria-label=${label}>
        ${figures.map(
          (figure) =>
            html`<div part="figure">
              <dt>${figure.label}</dt>
              <dd part="value">${figure.number}<span class="unit">${figure.unit}</span></dd>
            </div>`,
        )}
      </dl>
      ${sources.length === 0 ? nothing : html`<p class="soft" part="sources">${cite}${sources.map((source, i) => html`${i > 0 ? separator : ''}${sourceLink(source)}`)}</p>`}`;
  }
}
