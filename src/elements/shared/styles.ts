/** The sheet that every element adopts: tokens as private properties, and the base of type and controls. */
import { css, unsafeCSS, type CSSResult } from 'lit';
import { tokenRules } from '../../scene/picture/tokens.js';
import { grammar as english } from '../../scene/words/en/grammar.js';

export const tokens: CSSResult = unsafeCSS(
  tokenRules((theme) => (theme === 'light' ? ':host' : `:host([data-theme='${theme}'])`)),
);

/**
 * Text goes as its words are read, whatever the page around it is in. A link is as high as a finger's tip, without making its line any
 * higher. What is only spoken stands at the start of its containing block: where it would stand by itself may be past the right edge, and the
 * page would scroll. Comments stand outside of the rules: what is within is sent to every page.
 */
export const base: CSSResult = css`
  :host {
    box-sizing: border-box;
    direction: ltr;
    color: var(--_ink);
    font: var(--_font-size) / var(--_line-height) var(--_font);
    font-variant-numeric: tabular-nums;
    text-align: start;
  }
  :host([hidden]) {
    display: none !important;
  }
  :host(:lang(en)) {
    --_fonts: ${unsafeCSS(english.fonts)};
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
    min-height: var(--_control);
    min-width: var(--_control);
  }
  a {
    color: inherit;
    text-underline-offset: 0.15em;
    padding-block: 0.35em;
  }
  :focus {
    outline: none;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .soft {
    color: var(--_ink-soft);
    font-size: var(--_font-size-small);
  }
  .only-spoken {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
    button {
      border-color: ButtonText;
    }
  }
`;
