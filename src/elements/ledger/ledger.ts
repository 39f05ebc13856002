import { LitElement, html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { changesBlock, ledgerPart, type LedgerBlock } from '../../scene/parts/ledger.js';
import { staleText } from '../../scene/text/stale.js';
import { metricOf, periodOf } from '../../state/derive.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import { styles } from './ledger.styles.js';
import '../../scene/words/deferred.js';

/**
 * What was drawn, what was not, and why; and whether both sides of the pairs add up.
 *
 * @csspart line - The line that sums it up.
 * @csspart list - The full account.
 * @tag pair-ledger
 */
export class PairLedger extends LitElement {
  static override get properties(): PropertyDeclarations {
    return {
      for: {},
      open: { type: Boolean },
    };
  }
  static override get styles(): CSSResultGroup {
    return [tokens, base, styles];
  }

  /** Id of the atlas, where the ledger does not stand inside it. */
  for = '';
  /** Shows the full account at first, and not only the line that sums it up. */
  open = false;
  readonly #atlas = new AtlasController(this, [
    'dataset',
    'metric',
    'period',
    'faults',
    'stale',
    'changes',
    'before',
    'isComparing',
    'language',
  ]);

  override render(): TemplateResult | typeof nothing {
    const { values, language } = this.#atlas;
    const metric = values && metricOf(values);
    if (!values?.dataset || !metric) return nothing;
    const { changes, before, isComparing } = values;
    // It comes with the first table.
    if (values.dataset.table) void import('../columns/pair-columns.js').catch(() => undefined);
    const { title, line, verdict, hasFaults, reconciled, blocks } = ledgerPart(
      values.dataset,
      { metric, period: periodOf(values) },
      values.faults,
      language,
    );
    return html` ${values.stale ? html`<p class="stale">${staleText(values.stale, language)}</p>` : nothing}
      <details ?open=${this.open}>
        <summary part="line">
          ${title} ${line} ${hasFaults ? html`<span class="faults">${verdict}</span>` : verdict}
        </summary>
        <div part="list">
          ${values.dataset.table ? html`<pair-columns></pair-columns>` : nothing}
          ${reconciled ? html`<p>${reconciled}</p>` : nothing}
          ${
            changes && before
              ? html`${renderBlock(changesBlock(changes, before, values.dataset, language))}
                  <button aria-pressed=${isComparing ? 'true' : 'false'} @click=${() => this.#compare(!isComparing)}>
                    ${this.#atlas.say('changes.compare')}
                  </button>`
              : nothing
          }
          ${blocks.map(renderBlock)}
        </div>
      </details>`;
  }

  #compare(isComparing: boolean): void {
    this.#atlas.state?.change({ isComparing }, 'reader');
  }
}

const renderBlock = ({ heading, lines }: LedgerBlock<unknown>): TemplateResult =>
  html`<h2>${heading}</h2>
    <ul>
      ${lines.map((each) => html`<li>${each}</li>`)}
    </ul>`;
