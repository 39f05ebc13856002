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
