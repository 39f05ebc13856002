/** The list of keys, in a dialog above the page. Fetched when a reader asks for it. */
import { css, html, render, type CSSResult, type TemplateResult } from 'lit';
import { keysPart, type KeysOf, type KeysPart } from '../../scene/parts/keys.js';
import { adopt } from '../shared/adopt.js';
import type { AtlasHost } from '../shared/atlas-host.js';

const styles: CSSResult = css`
  .keys {
    inline-size: min(46rem, calc(100vw - 16px));
    max-inline-size: none;
    max-block-size: calc(100vh - 16px);
    margin: auto;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 4px 18px var(--_shadow);
    font-size: var(--_font-size);
  }
  .keys > div {
    padding: 0.75em 1.1em 1.1em;
  }
  .keys header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25em 1em;
  }
  .keys header button {
    padding-inline: 0.9em;
  }
  .keys :is(h2, h3, dl, dd) {
    margin: 0;
  }
  .keys h2 {
    font-size: 1.2em;
    line-height: 1.3;
  }
  .keys h3 {
    font-size: var(--_font-size-small);
    color: var(--_ink-soft);
    margin-block: 0.9em 0.1em;
  }
  .keys dl > div {
    display: grid;
    grid-template-columns: minmax(0, 13em) minmax(0, 1fr);
    gap: 0 1em;
    align-items: baseline;
    padding-block: 0.25em;
    border-block-start: 1px solid var(--_line);
  }
  .keys dt {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em;
  }
  .keys kbd {
    font: inherit;
    font-size: var(--_font-size-small);
    border: 1px solid var(--_ink-soft);
    border-radius: var(--_radius);
    padding-inline: 0.4em;
  }
  @media (max-width: 480px) {
    .keys dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media print {
    .keys {
      display: none;
    }
  }
`;

/** What hears keys in an element, where it is seen: a timeline of one period has no slider. */
const HEARERS: readonly (readonly [tag: string, selector: string, of: KeysOf])[] = [
  ['pair-map', '.stage', 'map'],
  ['pair-legend', '.class', 'legend'],
  ['pair-legend', '.thumb', 'breaks'],
  ['pair-timeline', 'input', 'timeline'],
  ['pair-search', 'input', 'search'],
  ['pair-table', 'table', 'table'],
  ['pair-tour', 'button', 'tour'],
];

/** Opens it; Escape, its button, or a click beside it closes it, and the focus is where it was. */
export function showKeys(atlas: AtlasHost): void {
  const root = atlas.shadowRoot;
  if (!root || root.querySelector('.keys')) return;
  adopt(root, styles);
  const dialog = document.createElement('dialog');
  dialog.className = 'keys';
  dialog.setAttribute('part', 'keys');
  dialog.setAttribute('aria-labelledby', 'keys-title');
  const closed = new AbortController();
  const { signal } = closed;
  const draw = (): void => {
    const part = keysPart(heard(atlas), atlas.state.values.language);
    render(
      content(part, () => dialog.close()),
      dialog,
    );
  };
  atlas.state.subscribe((changed) => changed.has('language') && draw(), signal);
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  // Of what is typed here the page knows nothing.
  dialog.addEventListener('keydown', (event) => event.stopPropagation());
  dialog.addEventListener('close', () => {
    closed.abort();
    dialog.remove();
  });
  draw();
  root.append(dialog);
  dialog.showModal();
}

function heard({ parts }: AtlasHost): Set<KeysOf> {
  const isSeen = (tag: string, selector: string): boolean =>
    [...parts].some(
      ({ localName, renderRoot }) =>
        localName === tag && (renderRoot.querySelector(selector)?.getClientRects().length ?? 0) > 0,
    );
  return new Set(HEARERS.flatMap(([tag, selector, of]) => (isSeen(tag, selector) ? [of] : [])));
}

function content({ title, close, groups }: KeysPart, end: () => void): TemplateResult {
  return html`<div>
    <header>
      <h2 id="keys-title">${title}</h2>
      <button @click=${end}>${close}</button>
    </header>
    ${groups.map(
      ({ heading, lines }) =>
        html`<h3>${heading}</h3>
          <dl>
            ${lines.map(
              ({ keys, text }) =>
                html`<div>
                  <dt>${keys.map((key) => html`<kbd>${key}</kbd>`)}</dt>
                  <dd>${text}</dd>
                </div>`,
            )}
          </dl>`,
    )}
  </div>`;
}
