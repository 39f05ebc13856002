/**
 * What the first picture of an atlas does not need: the curves between its maps, what is said of a feed that has changed or could not be
 * had again, and how it is printed. Comes with the curves.
 */
import { css, type CSSResult } from 'lit';

export const styles: CSSResult = css`
  /* FONTS of words/zh-Hant/fonts.ts, which is in a file that these pages alone fetch. Parts take it from here, unless the page says --pair-font. */
  :host(:lang(zh-Hant)),
  :host(:lang(zh-TW)),
  :host(:lang(zh-HK)),
  :host(:lang(zh-MO)) {
    --_fonts:
      'PingFang TC', 'PingFang HK', 'Microsoft JhengHei', 'Noto Sans CJK TC', 'Source Han Sans TC', system-ui,
      sans-serif;
  }
  .links {
    position: absolute;
    inset: 0;
    overflow: visible;
    pointer-events: none;
    z-index: 2;
    /* A layer of its own: the page beneath it is not painted again for a curve. */
    will-change: transform;
  }
  .links svg {
    display: block;
    overflow: visible;
  }
  /* A finger means what lies beneath. */
  @media (hover: hover) {
    .links .near {
      pointer-events: stroke;
    }
  }
  .stale,
  .changes {
    margin: 0 0 var(--_gap);
    grid-column: 1 / -1;
  }
  .stale {
    color: var(--_fault);
  }
  .changes button {
    margin-inline-start: 0.25em;
    padding-inline: 1em;
  }
  .changes [aria-pressed='true'] {
    background: var(--_ink);
    color: var(--_paper);
    border-width: 2px;
  }
  @media (forced-colors: active) {
    .changes [aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .links {
      display: none;
    }
    /* What screen readers hear is read on paper. */
    [part='plain'] {
      position: static;
      inline-size: auto;
      block-size: auto;
      margin: 0 0 var(--_gap);
      overflow: visible;
      clip-path: none;
      white-space: normal;
      grid-column: 1 / -1;
    }
    pair-metrics,
    pair-search {
      display: none;
    }
    pair-table,
    pair-ledger {
      content-visibility: visible;
    }
    pair-map,
    pair-legend {
      break-inside: avoid;
    }
    /* Two columns on A4, whatever the window was, the legend first. */
    :host([data-width]) .layout {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    :host([data-width]) .overview .column {
      display: contents;
    }
    :host([data-width]) .top {
      order: -2;
    }
    :host([data-width]) .layout :is(pair-legend, .pivot) {
      order: -1;
    }
    /* Before the maps in a window, beside the first of them on paper. */
    :host([data-width]) .overview .top {
      display: contents;
    }
    :host([data-width]) .overview :is(pair-summary, .bar) {
      order: -2;
      grid-column: 1 / -1;
    }
    :host([data-width]) .overview pair-legend {
      grid-column: auto;
    }
  }
`;
