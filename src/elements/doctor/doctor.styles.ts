import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
    grid-column: 1 / -1;
    margin-block-end: var(--_gap);
  }
  section {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    padding: 0.75em 1em 1em;
  }
  h2 {
    font-size: 1.1em;
    margin: 0 0 0.25em;
  }
  p {
    margin: 0 0 0.5em;
  }
  ul {
    list-style: none;
    margin: 0 0 0.75em;
    padding: 0;
  }
  li {
    display: grid;
    grid-template-columns: 5em minmax(0, 1fr);
    gap: 0 0.75em;
    padding-block: 0.35em;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .state {
    font-weight: 600;
  }
  .fault .state {
    color: var(--_fault);
  }
  .good .state,
  .unknown .state {
    color: var(--_ink-soft);
    font-weight: 400;
  }
  .remedy {
    grid-column: 2;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  button {
    padding-inline: 1em;
    background: var(--_paper);
  }
  .actions + .soft {
    margin: 0.5em 0 0;
  }
  textarea {
    display: block;
    inline-size: 100%;
    block-size: 14em;
    margin-block-start: 0.5em;
    font: inherit;
    font-size: var(--_font-size-small);
    color: inherit;
    background: var(--_paper);
    border: 1px solid var(--_line);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
