import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  /* Above the curves. */
  :host {
    display: block;
    position: relative;
    z-index: 3;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em 1.2em;
    margin-block-end: 0.5em;
  }
  .tools input[type='search'] {
    font: inherit;
    color: var(--_ink);
    background: var(--_paper);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    min-block-size: var(--_control);
    padding-inline: 0.7em;
    inline-size: 16rem;
    max-inline-size: 100%;
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 24px;
  }
  .tools [type='checkbox'] {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
  }
  .tools button {
    padding-inline: 0.8em;
  }
  .filtered {
    color: var(--_accent);
    font-size: var(--_font-size-small);
  }
  .link {
    border: 0;
    min-block-size: 24px;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .box {
    max-block-size: 27rem;
    overflow: auto;
    border-block: 1px solid var(--_ink);
    overscroll-behavior: auto;
    /* Its rows are layers by themselves: when a map changes, they are not gone through again (10 ms with each move of the pointer). */
    contain: content;
  }
  table {
    border-collapse: separate;
    border-spacing: 0;
    inline-size: 100%;
  }
  th,
  td {
    text-align: start;
    font-weight: 400;
    padding: 0.3em 0.9em 0.3em 0;
    border-block-end: 1px solid var(--_line);
    vertical-align: baseline;
    min-block-size: 24px;
    line-height: 1.4;
    outline-offset: -2px;
  }
  thead th {
    position: sticky;
    inset-block-start: 0;
    background: var(--_paper);
    z-index: 1;
    font-weight: 600;
    font-size: var(--_font-size-small);
    white-space: nowrap;
    cursor: pointer;
  }
  thead th::after {
    content: '';
    display: inline-block;
    inline-size: 1em;
    text-align: center;
  }
  thead th[aria-sort='ascending']::after {
    content: '↑';
  }
  thead th[aria-sort='descending']::after {
    content: '↓';
  }
  .value {
    text-align: end;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  td.value {
    padding-inline-end: 1.4em;
  }
  .value .swatch {
    display: inline-block;
    inline-size: 0.9em;
    block-size: 0.9em;
    vertical-align: -0.1em;
    margin-inline-end: 0.5em;
  }
  .is-soft,
  .place,
  .status {
    color: var(--_ink-soft);
    font-size: var(--_font-size-small);
  }
  .before,
  .status {
    white-space: nowrap;
  }
  tbody tr {
    cursor: pointer;
  }
  tbody tr.is-active td,
  tbody tr.is-active th {
    background: var(--_surface);
  }
  tbody tr[aria-selected='true'] th {
    box-shadow: inset 3px 0 0 var(--_accent);
    padding-inline-start: 0.6em;
    font-weight: 600;
  }
  .mark {
    color: var(--_ink-soft);
    font-size: var(--_font-size-tiny);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3em 1.2em;
    margin: 0.4em 0 0;
    font-size: var(--_font-size-small);
  }
  .pager {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
  }
  .pager button {
    padding-inline: 0.7em;
  }
  .pager button[disabled] {
    opacity: 0.4;
  }
  @media (pointer: coarse) {
    th,
    td {
      padding-block: 0.75em;
    }
    .link,
    label {
      min-block-size: var(--_control);
    }
  }
  @media (max-width: 599px) {
    /* Details have it. */
    .second,
    .place {
      display: none;
    }
    /* Names are longer than numbers: they break where they have a space or a bracket. */
    .value {
      white-space: normal;
    }
    .value,
    tbody th {
      word-break: keep-all;
    }
    .before {
      white-space: normal;
    }
    /* What was never published says so on a phone too. */
    .status {
      white-space: normal;
      min-inline-size: 7em;
    }
    th,
    td {
      padding-inline-end: 0.5em;
    }
    td.value {
      padding-inline-end: 0.8em;
    }
  }
  @media (forced-colors: active) {
    tbody tr.is-active td,
    tbody tr.is-active th {
      outline: 1px solid Highlight;
    }
    /* A shadow is not drawn. */
    tbody tr[aria-selected='true'] th {
      border-inline-start: 3px solid Highlight;
    }
  }
  @media print {
    .tools,
    .pager {
      display: none;
    }
    .box {
      max-block-size: none;
      overflow: visible;
      contain: none;
    }
    thead th {
      position: static;
    }
    table {
      font-size: 8.5pt;
      line-height: 1.35;
    }
    th,
    td {
      padding-block: 0.15em;
    }
    tr {
      break-inside: avoid;
    }
    tbody th,
    td.place {
      white-space: nowrap;
    }
    /* Names are longer than numbers, and paper does not scroll. */
    thead th,
    .value,
    .before,
    .status {
      white-space: normal;
    }
    .second,
    .place,
    .status {
      display: table-cell;
    }
  }
`;
