import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    min-inline-size: min(100%, 24rem);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    max-inline-size: 40rem;
    min-block-size: 3.25rem;
  }
  .track {
    flex: 1;
    min-inline-size: 9em;
    container-type: inline-size;
  }
  input {
    display: block;
    inline-size: 100%;
    margin: 0;
    min-block-size: var(--_control);
    accent-color: var(--_accent);
  }
  ol {
    list-style: none;
    display: flex;
    justify-content: space-between;
    margin: -0.95em 0 0;
    padding: 0;
    font-size: var(--_font-size-small);
    color: var(--_ink-soft);
  }
  /* Where there is no room between them the first and the last stay; the one shown stands beside the slider. */
  @container (max-width: 16em) {
    li:not(:first-child, :last-child) {
      display: none;
    }
  }
  output {
    font-weight: 600;
    min-inline-size: 4em;
  }
  @media print {
    button,
    .track {
      display: none;
    }
  }
`;
