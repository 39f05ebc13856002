/** What the first picture of an atlas needs of style. Comments stand outside of the rules: what is within is sent to every page. */
import { css, type CSSResult } from 'lit';

/** A theme that the page does not have brings its own ground. */
const ground = css`
  :host {
    display: block;
    background: var(--pair-paper, transparent);
    position: relative;
  }
  :host([theme='light']),
  :host([theme='dark']),
  :host([theme='contrast']) {
    background: var(--_paper);
  }
`;

/** Most pages are there before the progress is worth a look; and what is painted first holds up what is painted next. */
const messages = css`
  .progress {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: 4rem;
    margin: 0;
    animation: appear 0s 400ms both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
  }
  progress {
    accent-color: var(--_accent);
    inline-size: 8rem;
  }
  .failure {
    border-inline-start: 3px solid var(--_fault);
    background: var(--_surface);
    padding: var(--_gap);
  }
  .failure strong {
    color: var(--_fault);
  }
  .failure ul {
    margin: 0.5em 0;
    padding-inline-start: 1.2em;
    overflow-wrap: anywhere;
  }
  .failure button {
    padding-inline: 1em;
  }
`;

/**
 * No part is wider than the atlas, whatever its longest word. In a grid that an author sets on the atlas, what it says itself and a layout
 * of its own go across all columns.
 */
const layout = css`
  .layout {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap) calc(var(--_gap) * 1.75);
  }
  .progress,
  .failure,
  [part='layout'],
  .top,
  pair-table,
  pair-ledger {
    grid-column: 1 / -1;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: start;
  }
  .bar pair-search {
    margin-inline-start: auto;
  }
  .has-periods pair-timeline {
    flex: 1 1 26rem;
  }
`;

/** What comes a moment after the first picture: nothing below shall move then. */
const reserved = css`
  pair-legend:not(:defined) {
    display: block;
    block-size: 13rem;
  }
  pair-details:not(:defined) {
    display: block;
    block-size: 11rem;
  }
  pair-search:not(:defined) {
    display: block;
    block-size: var(--_control);
    inline-size: 15rem;
  }
  pair-table:not(:defined) {
    block-size: 24rem;
  }
  .has-periods pair-timeline:not(:defined) {
    block-size: 3.25rem;
  }
  pair-export:not(:defined) {
    inline-size: 5.5rem;
  }
  pair-map,
  pair-legend,
  pair-details {
    min-inline-size: 0;
  }
`;

/** One column, the province that helps first, the account of the data last. What an author puts in is laid out by the atlas itself. */
const phone = css`
  .content:not([hidden]),
  .column {
    display: contents;
  }
  .top {
    display: grid;
    gap: var(--_gap);
  }
  pair-legend {
    order: 1;
  }
  .overview pair-map {
    order: 3;
  }
  .overview .pivot {
    order: 2;
  }
  pair-details {
    order: 4;
  }
  pair-table {
    order: 7;
    min-inline-size: 0;
  }
  pair-ledger {
    order: 8;
  }
`;

/**
 * Rows far below the window are neither laid out nor painted until the reader comes near. Not in Firefox, which lays such rows out
 * for each question that a script has about them: axe took 20 seconds in place of 3.
 */
const distant = css`
  @supports not (-moz-appearance: none) {
    pair-table,
    pair-ledger {
      content-visibility: var(--_lazy, auto);
      contain-intrinsic-block-size: auto 24rem;
    }
  }
`;

/** Who is helped, two beside each other below who helps: what is linked is seen together. */
const narrow = css`
  :host([data-width='narrow']) .bar pair-search {
    inline-size: 100%;
  }
  :host([data-width='narrow']) .overview {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    column-gap: var(--_gap);
    align-items: start;
  }
  :host([data-width='narrow']) .overview :is(.pivot, pair-legend, pair-details) {
    grid-column: 1 / -1;
  }
  :host([data-width='narrow']) .overview pair-map {
    --_controls: none;
  }
  :host([data-width='narrow']) .overview .pivot {
    --_controls: flex;
  }
`;

const medium = css`
  :host([data-width='medium']) .layout {
    grid-template-columns: repeat(2, minmax(0, 1fr));
    align-items: start;
  }
  :host([data-width='medium']) .overview pair-legend {
    grid-column: 1 / -1;
  }
`;

/** All maps in one window: who helps at the left, where the eye begins, as high as the two rows of who is helped. */
const wide = css`
  :host([data-width='wide']) .flow {
    grid-template-columns: repeat(3, minmax(0, 1fr));
    align-items: start;
  }
  :host([data-width='wide']) .overview {
    --_above: 11.25rem;
    grid-template-columns: minmax(0, 1.5fr) repeat(3, minmax(0, 1fr));
    align-items: start;
  }
  :host([data-width='wide']) .has-periods {
    --_above: 13rem;
  }
  :host([data-width='wide']) .overview .column {
    display: grid;
    gap: var(--_gap);
    min-inline-size: 0;
  }
  :host([data-width='wide']) .overview :is(pair-map, pair-legend, pair-details) {
    order: 0;
  }
  :host([data-width='wide']) .overview pair-legend:not(:defined) {
    block-size: 17.7rem;
  }
  :host([data-width='wide']) .overview pair-details:not(:defined) {
    block-size: 14rem;
  }
  :host([data-width='wide']) .overview pair-map {
    --_map-max-height: var(--pair-map-max-height, max(10rem, 50vh - var(--_above)));
  }
  :host([data-width='wide']) .overview .pivot {
    --_map-max-height: var(--pair-map-max-height, max(20rem, 100vh + 8.5rem - 2 * var(--_above)));
  }
`;

export const styles: CSSResult = css`
  ${ground}${messages}${layout}${reserved}${phone}${distant}${narrow}${medium}${wide}
`;
