import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
  }
  legend {
    float: inline-start;
    padding: 0;
  }
  label {
    display: inline-grid;
    align-items: center;
    min-block-size: var(--_control);
    padding-inline: 0.9em;
    cursor: pointer;
    border: 1px solid var(--_line);
    margin-inline-start: -1px;
    position: relative;
  }
  label:first-of-type {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  label:last-of-type {
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  input {
    position: absolute;
    inset: 0;
    opacity: 0;
    margin: 0;
    cursor: pointer;
  }
  label.is-chosen {
    color: var(--_paper);
    background: var(--_ink);
    border-color: var(--_ink);
    z-index: 1;
  }
  label:focus-within {
    z-index: 2;
  }
  label:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  @media (forced-colors: active) {
    label.is-chosen {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
