import {
  LitElement,
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import type { Headline } from '../../data/types.js';
import { sourceLine } from '../../scene/text/notes.js';
import { displayUnit, formatIn, formatShare } from '../../scene/text/numbers.js';
import { UNIT_SIZE } from '../../scene/picture/tokens.js';
import { inLanguage, type Language } from '../../scene/words/index.js';
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
    const { language } = this.#atlas;
    if (!dataset || dataset.feed.headlines.length === 0) return nothing;
    const { headlines } = dataset.feed;
    const sources = [...new Set(headlines.map(({ source }) => source))].flatMap(
      (id) => sourceLine(dataset.source(id), language) ?? [],
    );
    return html`<dl part="figures" aria-label=${this.#atlas.say('summary.label')}>
        ${headlines.map((headline) => {
          const { number, unit } = parts(headline, language);
          return html`<div part="figure">
            <dt>${inLanguage(headline.label, language)}</dt>
            <dd part="value">${number}<span class="unit">${unit}</span></dd>
          </div>`;
        })}
      </dl>
      ${sources.length > 0 ? html`<p class="soft" part="sources">${this.#atlas.say('text.labelled', { label: this.#atlas.say('details.sources'), text: '' })}${sources.map((source, i) => html`${i > 0 ? this.#atlas.say('text.semicolon') : ''}${sourceLink(source)}`)}</p>` : nothing}`;
  }
}

function parts({ value, unit }: Headline, language: Language): { number: string; unit: string } {
  if (unit === 'share') return { number: formatShare(value, language), unit: '' };
  const shown = displayUnit({ id: '', label: {}, kind: unit === 'CNY' ? 'amount' : 'count', unit }, [value], language);
  return { number: formatIn(shown, value, language), unit: shown.word };
}
