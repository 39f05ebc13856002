import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  :host {
    display: block;
  }
  /* Above the curves. */
  .panel {
    position: relative;
    z-index: 3;
    border-block-start: 2px solid var(--_ink);
    padding-block-start: 0.6em;
    min-block-size: 11rem;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
    max-inline-size: 26rem;
    font-variant-numeric: tabular-nums;
  }
  .hint + h2.small {
    margin-block-start: 1em;
  }
  p.status {
    margin: 0;
  }
  th,
  td {
    padding: 0.25em 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: end;
  }
  th {
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding-inline-start: 0.75em;
  }
  /* A number and what it counts part at a space, or not at all. */
  td:nth-child(2) {
    word-break: keep-all;
  }
  .is-text :is(th, td) {
    vertical-align: baseline;
  }
  .is-text td:nth-child(2) {
    white-space: nowrap;
  }
  .is-text td:nth-child(3) {
    text-align: start;
    text-wrap: balance;
    font-size: var(--_font-size-small);
  }
  .hint {
    margin: 0;
    max-inline-size: 30em;
  }
  header {
    display: flex;
    align-items: baseline;
    gap: 0.6em;
    flex-wrap: wrap;
    position: relative;
    padding-inline-end: 2rem;
  }
  /* Scripts with letters above and below each other need more than a line of Chinese. */
  .names {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    margin: 0 0 0.35em;
    line-height: 1.7;
  }
  h2 {
    font-size: 1.2em;
    font-weight: 600;
    margin: 0;
    line-height: 1.3;
  }
  h3,
  h2.small {
    font-size: var(--_font-size-small);
    font-weight: 600;
    color: var(--_ink-soft);
    margin: 0 0 0.15em;
  }
  .close {
    position: absolute;
    inset-block-start: -0.4em;
    inset-inline-end: 0;
    border: 0;
    min-inline-size: 2rem;
    min-block-size: 2rem;
    font-size: 1.25em;
    line-height: 1;
    color: var(--_ink-soft);
  }
  .value {
    display: grid;
    grid-template-columns: auto 1fr;
    column-gap: 0.6em;
    align-items: baseline;
    margin-block: 0.35em;
  }
  .value .swatch {
    grid-row: 1 / 3;
    align-self: center;
    inline-size: 0.9em;
    block-size: 2.2em;
  }
  .value .number {
    grid-column: 2;
    font-size: 1.3em;
    font-weight: 600;
    line-height: 1.25;
  }
  .value .exact,
  .value .status {
    grid-column: 2;
  }
  .status {
    color: var(--_accent);
    font-size: var(--_font-size-small);
  }
  .series {
    margin: 0.35em 0;
    max-inline-size: 22rem;
    font-size: var(--_font-size-small);
  }
  .series svg {
    display: block;
    overflow: visible;
  }
  .series ol {
    list-style: none;
    display: flex;
    margin: 0;
    padding: 0;
  }
  .series li {
    flex: 1;
    min-inline-size: 0;
    text-align: center;
    white-space: nowrap;
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2em 1.5em;
    margin: 0.3em 0;
  }
  .others dd {
    margin: 0;
  }
  .remark {
    margin: 0.2em 0;
  }
  .block {
    margin-block-start: 0.6em;
  }
  .block p {
    margin: 0.15em 0;
  }
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .partners li {
    line-height: 1.4;
  }
  .partner {
    border: 0;
    padding: 0;
    min-block-size: 1.5rem;
    min-inline-size: 0;
    text-decoration: underline;
    text-decoration-color: var(--_line);
    text-underline-offset: 0.2em;
    text-align: start;
  }
  .partner:hover {
    text-decoration-color: currentColor;
  }
  @media (pointer: coarse) {
    .partner {
      min-block-size: var(--_control);
    }
  }
  .line-key {
    inline-size: 1.6em;
    block-size: 0.6em;
    margin-inline-end: 0.15em;
  }
  .city {
    padding: 0.15em 0.7em;
    margin-block: 0.3em;
    text-align: start;
    font-size: var(--_font-size-small);
  }
  .city:hover,
  .chip:hover {
    border-color: var(--_ink-soft);
  }
  .selection {
    border-block-end: 1px solid var(--_line);
    padding-block-end: 0.6em;
    margin-block-end: 0.6em;
    padding-inline-end: 2rem;
  }
  .totals li {
    line-height: 1.45;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em;
    margin-block-start: 0.4em;
    max-block-size: 8.5em;
    overflow-y: auto;
  }
  .chips li {
    display: flex;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .chips li.is-shown {
    border-color: var(--_ink);
  }
  .chips button {
    border: 0;
    min-block-size: 1.75rem;
    min-inline-size: 1.75rem;
    font-size: var(--_font-size-small);
  }
  .chips .chip {
    padding-inline: 0.6em 0.2em;
  }
  @media (pointer: coarse) {
    .chips button {
      min-block-size: var(--_control);
      min-inline-size: var(--_control);
    }
  }
  [part='explanation'] li {
    padding-inline-start: 0.9em;
    text-indent: -0.9em;
    line-height: 1.45;
  }
  [part='explanation'] li::before {
    content: '–';
    display: inline-block;
    inline-size: 0.9em;
    text-indent: 0;
    color: var(--_ink-soft);
  }
  .mark {
    border: 1px solid var(--_line);
    border-radius: 2px;
    padding-inline: 0.3em;
    font-size: var(--_font-size-tiny);
    color: var(--_ink-soft);
    white-space: nowrap;
  }
  .sources ul {
    overflow-wrap: anywhere;
  }
  cite {
    font-style: normal;
  }
  /* Above and below stand other things that are pressed: it takes the room that it is as high as. */
  li .source a {
    display: inline-block;
  }
  .tooltip {
    position: fixed;
    inset: auto;
    margin: 0;
    inset-block-start: 0;
    inset-inline-start: 0;
    z-index: 1000;
    display: none;
    pointer-events: none;
    max-inline-size: min(17rem, calc(100vw - 12px));
    padding: 0.55em 0.8em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: 0 3px 14px var(--_shadow);
    line-height: 1.4;
    overflow: visible;
  }
  .tooltip.is-open {
    display: block;
  }
  .tooltip .block {
    margin-block-start: 0.35em;
  }
  .tooltip .partners,
  .partners.is-brief {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.9em;
  }
  @media (max-width: 599px) {
    .panel.is-selected {
      position: fixed;
      /* A page in a high iframe says where what is seen of it ends. */
      inset: auto 0 var(--_panel-end, 0px);
      z-index: 900;
      background: var(--_paper);
      max-block-size: var(--_panel-max, 44vh);
      overflow-y: auto;
      padding: 0.8em 1em calc(0.8em + env(safe-area-inset-bottom, 0px));
      box-shadow: 0 -4px 18px var(--_shadow);
      min-block-size: 0;
      overscroll-behavior: contain;
    }
    .panel.is-above {
      inset-block: 0 auto;
    }
    .panel {
      min-block-size: 0;
    }
    /* Letters may be large, or set apart: the last column gives way, and not the names of provinces. */
    th {
      white-space: normal;
      word-break: keep-all;
    }
    td:last-child {
      overflow-wrap: anywhere;
    }
    .close {
      min-inline-size: var(--_control);
      min-block-size: var(--_control);
      inset-block-start: -0.6em;
    }
  }
  @media (forced-colors: active) {
    .chips li.is-shown {
      border-color: Highlight;
      outline: 1px solid Highlight;
    }
  }
  @media print {
    .tooltip,
    .close {
      display: none !important;
    }
    .panel.is-selected {
      position: static;
      max-block-size: none;
      box-shadow: none;
    }
  }
`;
