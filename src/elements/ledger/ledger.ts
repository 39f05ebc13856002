import { LitElement, css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import type { Dataset } from '../../data/dataset.js';
import type { Ledger } from '../../data/join.js';
import { formatValue } from '../../scene/numbers.js';
import { nameOf } from '../../scene/names.js';
import { inLanguage, sayFault, type WordKey } from '../../scene/words/index.js';
import { AtlasController } from '../shared/atlas-host.js';
import { base, tokens } from '../shared/styles.js';
import '../../scene/words/more.js';

interface LedgerBlock {
  readonly heading: WordKey;
  readonly lines: readonly string[];
  /** Facts are not faults: they are listed, and not counted as something to check. */
  readonly isFault: boolean;
}

/**
 * What was drawn, what was not, and why; and whether both sides of the pairs add up.
 *
 * @csspart line - The line that sums it up.
 * @csspart list - The full account.
 * @tag pair-ledger
 */
export class PairLedger extends LitElement {
  static override properties = {
    for: {},
  };
  static override styles: CSSResultGroup = [
    tokens,
    base,
    css`
      :host {
        display: block;
        border-block-start: 1px solid var(--_line);
        padding-block-start: 0.5em;
        font-size: var(--_font-size-small);
      }
      summary {
        cursor: pointer;
        color: var(--_ink-soft);
        min-block-size: 1.75rem;
      }
      summary .faults {
        color: var(--_fault);
        font-weight: 600;
      }
      h4 {
        margin: 0.8em 0 0.2em;
        font-size: inherit;
      }
      ul {
        margin: 0;
        padding-inline-start: 1.2em;
        columns: 24em auto;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0.5em 0 0;
      }
      .stale {
        color: var(--_fault);
      }
    `,
  ];

  /** Id of the atlas, where the ledger does not stand inside it. */
  for = '';
  readonly #atlas = new AtlasController(this, ['dataset', 'metric', 'period', 'faults', 'isStale', 'language']);

  override render(): TemplateResult | typeof nothing {
    const { dataset, isStale = false } = this.#atlas.values ?? {};
    if (!dataset) return nothing;
    const { ledger } = dataset;
    const blocks = this.#blocks(dataset).filter(({ lines }) => lines.length > 0);
    const faults = blocks.filter(({ isFault }) => isFault).reduce((count, { lines }) => count + lines.length, 0);
    return html` ${isStale ? html`<p class="stale" role="status">${this.#atlas.say('state.stale')}</p>` : nothing}
      <details>
        <summary part="line">
          ${this.#atlas.say('ledger.title')}
          ${this.#atlas.say('ledger.line', { participants: ledger.drawn.length + ledger.noData.length, drawn: ledger.drawn.length, noData: ledger.noData.length, onMap: ledger.onMap })}
          ${faults > 0 ? html`<span class="faults">${this.#atlas.say('ledger.faults', { count: faults })}</span>` : this.#atlas.say('ledger.clean')}
        </summary>
        <div part="list">
          ${this.#renderReconciliation(dataset)}
          ${blocks.map(
            ({ heading, lines }) =>
              html`<h4>${this.#atlas.say(heading)}</h4>
                <ul>
                  ${lines.map((line) => html`<li>${line}</li>`)}
                </ul>`,
          )}
        </div>
      </details>`;
  }

  /** Both sides of the pairs, added up apart; what cannot be laid at a county's door is named. */
  #renderReconciliation(dataset: Dataset): TemplateResult | typeof nothing {
    const metric = this.#atlas.state?.metric;
    const { language = 'zh-CN' } = this.#atlas.values ?? {};
    if (!metric || metric.kind === 'coverage' || dataset.feed.pairs.length === 0) return nothing;
    const { received, givenByCounties, givenByCities, unattributed } = dataset.reconcile(metric.id, this.#atlas.state?.period ?? '');
    const show = (value: number): string => formatValue(metric, value, language);
    return html`<p>
      ${this.#atlas.say('ledger.reconciled', {
        label: inLanguage(metric.label, language),
        received: show(received),
        counties: show(givenByCounties),
        cities: show(givenByCities),
        unattributed: show(unattributed),
      })}
    </p>`;
  }

  #blocks(dataset: Dataset): LedgerBlock[] {
    const { ledger } = dataset;
    const { language = 'zh-CN', faults = [] } = this.#atlas.values ?? {};
    const rows = (list: Ledger['unmatched'], key: WordKey = 'ledger.row'): string[] =>
      list.map((entry) => this.#atlas.say(key, { ...entry }));
    const places = (codes: readonly string[]): string[] => codes.map((code) => `${nameOf(dataset.regions, code, language)} ${code}`);
    return [
      {
        heading: 'ledger.faulty',
        isFault: true,
        lines: faults.map((fault) => Object.values(sayFault(fault, language)).join(this.#atlas.say('text.stop'))),
      },
      { heading: 'ledger.unmatched', isFault: true, lines: rows(ledger.unmatched) },
      {
        heading: 'ledger.duplicates',
        isFault: true,
        lines: ledger.duplicates.map((entry) => this.#atlas.say('ledger.row.duplicate', { ...entry })),
      },
      {
        heading: 'ledger.outOfRange',
        isFault: true,
        lines: ledger.outOfRange.map(({ reason, ...entry }) =>
          this.#atlas.say('ledger.row.range', { ...entry, reason: this.#atlas.say(`range.${reason}`) }),
        ),
      },
      { heading: 'ledger.notTakingPart', isFault: true, lines: rows(ledger.notTakingPart) },
      {
        heading: 'ledger.repaired',
        isFault: false,
        lines: ledger.repaired.map(({ how, ...entry }) =>
          this.#atlas.say('ledger.row.repaired', {
            ...entry,
            how: how.map((each) => this.#atlas.say(`repair.${each}`)).join(this.#atlas.say('text.list')),
          }),
        ),
      },
      { heading: 'ledger.noData', isFault: false, lines: places(ledger.noData) },
      { heading: 'ledger.unpaired', isFault: false, lines: places(ledger.unpaired) },
    ];
  }
}
