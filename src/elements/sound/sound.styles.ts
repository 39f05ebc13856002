import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5em 0.75em;
  }
  label {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  select {
    font: inherit;
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-block-size: var(--_control);
    max-inline-size: 100%;
    padding-inline: 0.5em;
  }
  button {
    padding-inline: 0.9em;
  }
  p {
    margin: 0.3em 0 0;
  }
  [part='said']:empty {
    margin: 0;
  }
  @media (forced-colors: active) {
    select {
      border-color: ButtonText;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
