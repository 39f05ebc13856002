import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: inline-block;
    position: relative;
  }
  .opener {
    padding-inline: 0.9em;
    background: var(--_surface);
  }
  .opener::after {
    content: '';
    display: inline-block;
    margin-inline-start: 0.5em;
    border: 0.3em solid transparent;
    border-block-start-color: currentColor;
    border-block-end: 0;
    vertical-align: 0.15em;
  }
  ul {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-start: 0;
    z-index: 4;
    margin: 0;
    padding: 0.25em 0;
    list-style: none;
    min-inline-size: 12em;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    box-shadow: 0 4px 18px var(--_shadow);
  }
  ul[hidden] {
    display: none;
  }
  ul button {
    inline-size: 100%;
    border: 0;
    border-radius: 0;
    padding-inline: 0.9em;
    text-align: start;
    white-space: nowrap;
  }
  ul button:hover,
  ul button:focus {
    background: var(--_paper);
    color: var(--_accent);
  }
  ul button:focus-visible {
    outline-offset: -2px;
  }
  .fault {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    margin: 0;
    color: var(--_fault);
    background: var(--_surface);
    font-size: var(--_font-size-small);
    inline-size: max-content;
    max-inline-size: 20em;
    z-index: 4;
  }
  .fault:empty {
    display: none;
  }
  @media (forced-colors: active) {
    /* Its clear sides would get the colour of all borders, and the arrow be a box. */
    .opener::after {
      forced-color-adjust: none;
      border-block-start-color: ButtonText;
    }
    ul button:hover,
    ul button:focus {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
