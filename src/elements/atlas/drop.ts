/** A file of the reader's, chosen by a button or dropped on the atlas: for an atlas that is `droppable`. */
import { css, html, nothing, render, type LitElement } from 'lit';
import { say } from '../../scene/words/index.js';
import { adopt } from '../shared/adopt.js';
import type { AtlasHost } from '../shared/atlas-host.js';
import { openFile } from './own-data.js';
import '../../scene/words/tables.js';

export { openFile };

const ACCEPTED = '.csv,.tsv,.xlsx,.json';

const styles = css`
  .files {
    grid-column: 1 / -1;
  }
  .files:empty {
    display: none;
  }
  .open {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    margin-block-end: var(--_gap);
  }
  .open button {
    padding-inline: 1em;
  }
  :host([data-drop]) {
    outline: 3px dashed var(--_accent);
    outline-offset: 4px;
  }
  @media print {
    .open {
      display: none;
    }
  }
`;

/** Once for an atlas: what is there goes and comes with `droppable`, and lives as long as the element. */
const watched = new WeakSet<AtlasHost>();

export function watchDrops(atlas: AtlasHost): void {
  if (watched.has(atlas)) return;
  watched.add(atlas);
  const host = atlas.loading.atlas;
  const root = host.renderRoot as ShadowRoot;
  const row = document.createElement('div');
  row.className = 'files';
  root.prepend(row);
  adopt(root, styles);
  const open = (file: File | null | undefined): void => {
    if (file) void openFile(atlas, file);
  };
  const draw = (): void => {
    const { language, dataset, phase } = atlas.state.values;
    const hasFailed = phase.kind === 'failed';
    const columns = hasFailed ? phase.columns : undefined;
    if (columns) void import('../columns/pair-columns.js').catch(() => undefined);
    const file = hasFailed ? undefined : dataset?.table?.file;
    const hadFocus = row.contains(root.activeElement);
    render(
      host.droppable
        ? html`<div class="open" part="open">
              <button type="button" @click=${() => row.querySelector('input')?.click()}>
                ${say(language, 'open.button')}
              </button>
              ${
                file === undefined
                  ? html`<span class="soft">${say(language, 'open.hint')}</span>`
                  : html`<span role="status">${say(language, 'open.file', { file })}</span>${
                        ledgerOf(atlas)
                          ? html`<button type="button" @click=${() => void showColumns(atlas)}>
                              ${say(language, 'open.columns')}
                            </button>`
                          : nothing
                      }`
              }
              <input type="file" hidden accept=${ACCEPTED} @change=${handleChoice} />
            </div>
            ${columns ? html`<pair-columns></pair-columns>` : nothing}`
        : nothing,
      row,
    );
    // Whoever has mended the columns of a file goes on where they are now.
    if (hadFocus && !row.contains(root.activeElement)) row.querySelector<HTMLElement>('button:last-of-type')?.focus();
  };
  const handleChoice = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    open(target.files?.[0]);
    // The same file, corrected, can be chosen again.
    target.value = '';
  };
  const hasFile = ({ dataTransfer }: DragEvent): boolean => host.droppable && !!dataTransfer?.types.includes('Files');
  atlas.addEventListener('dragover', (event) => {
    if (!hasFile(event)) return;
    event.preventDefault();
    atlas.dataset.drop = '';
  });
  atlas.addEventListener('dragleave', () => delete atlas.dataset.drop);
  atlas.addEventListener('drop', (event) => {
    delete atlas.dataset.drop;
    if (!hasFile(event)) return;
    event.preventDefault();
    open(event.dataTransfer?.files[0]);
  });
  host.addController({ hostUpdated: draw });
  draw();
}

/** What has the columns of a table; an author's layout may have none. */
const ledgerOf = (atlas: AtlasHost): LitElement | undefined =>
  [...atlas.parts].find((part) => part.localName === 'pair-ledger');

/** Opens the ledger, where the columns of the table are, and goes to the first. */
async function showColumns(atlas: AtlasHost): Promise<void> {
  const details = ledgerOf(atlas)?.renderRoot.querySelector('details');
  if (!details) return;
  details.open = true;
  await import('../columns/pair-columns.js');
  const columns = details.querySelector('pair-columns');
  await columns?.updateComplete;
  columns?.scrollIntoView({ block: 'nearest' });
  columns?.renderRoot.querySelector('select')?.focus();
}
