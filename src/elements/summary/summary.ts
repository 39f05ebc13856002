import { LitElement, css, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { summaryPart } from '../../scene/parts/summary.js';
import { UNIT_SIZE } from '../../scene/picture/tokens.js';
import { AtlasController } from '../shared/atlas-host.js';
import { sourceLink } from '../shared/source-link.js';
import { base, tokens } from '../shared/styles.js';

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
    return [
      tokens,
      base,
      css`
        :host {
          display: block;
        }
        dl {
          display: flex;
          flex-wrap: wrap;
          gap: 0.4rem 1.75rem;
          margin: 0;
        }
        dl > div {
          display: flex;
          flex-direction: column-reverse;
        }
        dt {
          color: var(--_ink-soft);
          font-size: var(--_font-size-small);
        }
        dd {
          margin: 0;
          font-size: var(--_font-size-large);
          line-height: 1.15;
          font-weight: 600;
          letter-spacing: -0.01em;
        }
        dd .unit {
          font-size: ${UNIT_SIZE}em;
          font-weight: 400;
          margin-inline-start: 0.15em;
          letter-spacing: 0;
        }
        p {
          margin: 0.5em 0 0;
        }
        cite {
          font-style: normal;
        }
        time {
          white-space: nowrap;
        }
      `,
    ];
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
