import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host([data-text='wall']) {
    display: flex;
    flex-direction: column;
    block-size: 100vh;
    padding: calc(var(--_gap) * 0.75) var(--_gap);
    overflow: hidden;
    overflow: clip;
    background: var(--_paper);
  }
  :host([data-text='wall']) .content:not([hidden]) {
    flex: 1;
    min-block-size: 0;
    display: flex;
  }
  .wall {
    flex: 1;
    min-inline-size: 0;
    display: grid;
    gap: calc(var(--_gap) * 0.75) var(--_gap);
    grid-template: auto minmax(0, 1fr) / minmax(0, 1.35fr) minmax(0, 2.1fr) minmax(0, 1.15fr);
  }
  .wall:not(.has-lead) {
    grid-template-columns: minmax(0, 3fr) minmax(0, 1.15fr);
  }
  .wall .top {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_gap) * 0.4) var(--_gap);
  }
  .wall pair-metrics {
    grid-column: 1 / -1;
  }
  .wall .maps {
    display: grid;
    gap: inherit;
    grid-auto-rows: minmax(0, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-block-size: 0;
  }
  .wall .of-2 {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .wall .of-3 {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .wall :is(pair-map, pair-legend, pair-details) {
    order: 0;
  }
  .wall pair-timeline {
    inline-size: calc(30 * var(--_unit, 16px));
  }
  .wall :is(.lead, .aside) {
    display: flex;
    flex-direction: column;
    gap: var(--_gap);
    min-block-size: 0;
    min-inline-size: 0;
  }
  .wall .lead pair-map,
  .wall pair-details {
    flex: 1;
    min-block-size: 0;
  }
  .wall pair-details {
    overflow: hidden;
  }
  .wall pair-map {
    --_map-max-height: 100vh;
  }
  /* Upright: one below the other, the legend beside the map that leads. */
  :host([data-shape='upright']) .wall {
    grid-template: auto minmax(0, 1fr) minmax(0, 1.6fr) minmax(0, 1fr) / minmax(0, 1fr);
  }
  :host([data-shape='upright']) .wall:not(.has-lead) {
    grid-template: auto minmax(0, 2.5fr) minmax(0, 1fr) / minmax(0, 1fr);
  }
  :host([data-shape='upright']) .top {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([data-shape='upright']) .lead {
    flex-direction: row;
  }
  :host([data-shape='upright']) .lead > * {
    flex: 1;
  }
  :host([data-shape='upright']) .wall pair-details::part(panel) {
    columns: 3;
    column-gap: var(--_gap);
  }
  :host([data-shape='upright']) .lead pair-legend {
    align-self: center;
  }
  @media print {
    :host([data-text='wall']) {
      block-size: auto;
      overflow: visible;
    }
  }
`;
