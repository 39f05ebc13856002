/** A file of the reader's, chosen by a button or dropped on the atlas. Fetched for an atlas that is `droppable`. */
import { css, html, nothing, render, type LitElement } from 'lit';
import { say } from '../../scene/words/index.js';
import type { AtlasHost } from '../shared/atlas-host.js';
import '../../scene/words/tables.js';

const ACCEPTED = '.csv,.tsv,.xlsx,.json';

const styles = css`
  .open {
    align-items: center;
    color: var(--_ink-soft);
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin: 0.5em 0;
  }
  .open button {
    font: inherit;
    min-block-size: 44px;
    padding-inline: 1em;
  }
  :host([data-drop]) .open {
    outline: 2px dashed currentcolor;
    outline-offset: 4px;
  }
  @media print {
    .open {
      display: none;
    }
  }
`;

type Host = AtlasHost & LitElement & { readonly droppable: boolean; openFile(file: File): Promise<void> };

/** Once for an atlas: what is there goes and comes with `droppable`, and lives as long as the element. */
const watched = new WeakSet<LitElement>();

export function watchDrops(atlas: Host): void {
  if (watched.has(atlas)) return;
  watched.add(atlas);
  const root = atlas.renderRoot as ShadowRoot;
  const row = document.createElement('div');
  root.append(row);
  if (styles.styleSheet) root.adoptedStyleSheets = [...root.adoptedStyleSheets, styles.styleSheet];
  const open = (file: File | null | undefined): void => {
    if (file) void atlas.openFile(file);
  };
  const draw = (): void => {
    const { language } = atlas.state.values;
    render(
      atlas.droppable
        ? html`<div class="open" part="open">
            <button type="button" @click=${() => row.querySelector('input')?.click()}>
              ${say(language, 'open.button')}
            </button>
            <span>${say(language, 'open.hint')}</span>
            <input type="file" hidden accept=${ACCEPTED} @change=${handleChoice} />
          </div>`
        : nothing,
      row,
    );
  };
  const handleChoice = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    open(target.files?.[0]);
    // The same file, corrected, can be chosen again.
    target.value = '';
  };
  const hasFile = ({ dataTransfer }: DragEvent): boolean => atlas.droppable && !!dataTransfer?.types.includes('Files');
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
  atlas.addController({ hostUpdated: draw });
  draw();
}
