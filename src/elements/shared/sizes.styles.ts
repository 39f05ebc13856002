/** Sizes of text and controls other than those of a page that is read at arm's length. What the host has set goes before them. */
import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  /* A unit is 1/120 of the long side of a screen: 16 px of 1920. */
  :host([data-text='wall']) {
    --_font-size: var(--pair-font-size, calc(1.5 * var(--_unit, 16px)));
    --_font-size-small: var(--pair-font-size-small, calc(1.35 * var(--_unit, 16px)));
    --_font-size-tiny: var(--pair-font-size-tiny, calc(1.15 * var(--_unit, 16px)));
    --_font-size-large: var(--pair-font-size-large, calc(3 * var(--_unit, 16px)));
    --_line-height: var(--pair-line-height, 1.35);
    --_gap: var(--pair-gap, calc(1.5 * var(--_unit, 16px)));
    --_control: var(--pair-control, calc(3.5 * var(--_unit, 16px)));
  }
  /* Text of at least 18 points, controls of at least 60 pixels. */
  :host([data-text='large']) {
    --_font-size: max(24px, 1.5rem, var(--pair-font-size, 0px));
    --_font-size-small: max(24px, 1.5rem, var(--pair-font-size-small, 0px));
    --_font-size-tiny: max(24px, 1.5rem, var(--pair-font-size-tiny, 0px));
    --_font-size-large: max(48px, 3rem, var(--pair-font-size-large, 0px));
    --_line-height: 1.5;
    --_control: max(60px, 3.75rem, var(--pair-control, 0px));
    --_gap: 1.5rem;
  }
  :host([data-text='large']) [part='sources'] {
    font-size: var(--_font-size);
  }
  /* Nothing that needs a fine hand. */
  :host([data-text='large']) :is(.spread, p.choices, .choices > :not(.textures), .thumb) {
    display: none;
  }
  :host([data-text='large']) :is(button, select, summary, .partner, .class, .link, label, li[role='option']) {
    min-block-size: var(--_control);
    min-inline-size: var(--_control);
  }
  :host([data-text='large']) :is(summary, li[role='option']) {
    display: flex;
    align-items: center;
  }
  :host([data-text='large']) .classes {
    display: block;
  }
  :host([data-text='large']) .class {
    display: flex;
    align-items: center;
    gap: 0.5em;
    text-align: start;
    inline-size: 100%;
  }
  :host([data-text='large']) .classes .swatch {
    flex: none;
    inline-size: 2em;
    block-size: 1.5em;
    margin: 0;
  }
  /* Of the marks below a slider there is room for the first and the last. */
  :host([data-text='large']) .track li:not(:first-child, :last-child) {
    display: none;
  }
  :host([data-text='large']) .controls {
    opacity: 1;
  }
  :host([data-text='large']) :is(input[type='checkbox'], input[type='radio']) {
    font-size: inherit;
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  :host([data-text='large']) a {
    display: inline-block;
    padding-block: 0.35em;
  }
  /* Pictures, and what goes with them, where the page shows text only. */
  :host(:is(pair-map, pair-legend, pair-tour, pair-export)[data-layout='text']) {
    display: none !important;
  }
  /* One thing scrolls: the page. */
  :host([data-layout='text']) .box {
    max-block-size: none;
  }
  /* What nobody scrolls has no room for more. */
  :host([data-text='wall']) li .source a {
    display: inline;
  }
  /* What is no wider than a line that is read on a page. */
  :host([data-text]) :is(table, .series, .line) {
    max-inline-size: none;
  }
  :host([data-text]) [part='sources'] {
    font-size: var(--_font-size-tiny);
  }
  /* The names on a map. */
  :host([data-text]) .labels {
    font-size: var(--_font-size-tiny);
  }
`;
