import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
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
  h2 {
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
  button {
    margin-block-start: 0.5em;
    padding-inline: 1em;
  }
  button[aria-pressed='true'] {
    background: var(--_ink);
    color: var(--_paper);
    border-width: 2px;
  }
  .stale {
    color: var(--_fault);
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
